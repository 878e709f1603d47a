//! What was wrong at one place of a feed: where, what was found, what was expected. In words: `text::fault`.

use serde_json::{Number, Value};

/// One thing in a feed that could not be used and was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The `id` of the dialogue it stands in; empty for the feed's own fields or where the id is missing.
    pub item: String,
    /// Where, as a JSON path: `dialogues[2].meetings[0].start`.
    pub path: String,
    /// What stood there.
    pub found: Found,
    /// What can stand there.
    pub expected: Expected,
}

/// What stood in the feed, short enough to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing, or null.
    Missing,
    /// A string, cut to 60 characters.
    Text(String),
    /// A number or a truth value as JSON writes it.
    Literal(String),
    /// An array.
    List,
    /// An object.
    Object,
}

impl Found {
    pub(super) fn new(value: &Value) -> Self {
        match value {
            Value::Null => Self::Missing,
            Value::Bool(b) => Self::Literal(b.to_string()),
            Value::Number(n) => Self::Literal(number(n)),
            Value::String(s) => Self::Text(s.chars().take(60).collect()),
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }
}

/// A number as an editor would write it, with at most six decimals. The exact way costs 10 KB of tables.
pub(super) fn number(n: &Number) -> String {
    if let Some(whole) = n.as_i64() {
        return whole.to_string();
    }
    let value = n.as_f64().unwrap_or_default();
    let millionths = (value.abs() * 1e6).round() as u64;
    let decimals = format!("{:06}", millionths % 1_000_000);
    let sign = if value < 0.0 { "-" } else { "" };
    match decimals.trim_end_matches('0') {
        // 1.0 is a number with a decimal point, and that may be what is wrong.
        "" => format!("{sign}{}.0", millionths / 1_000_000),
        decimals => format!("{sign}{}.{decimals}", millionths / 1_000_000),
    }
}

/// What can stand at a place of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text that is not empty.
    Text,
    /// A whole number from 0 up.
    Number,
    /// A degree of latitude or longitude.
    Degrees,
    /// true or false.
    Bool,
    /// A list.
    List,
    /// An object.
    Object,
    /// Lower-case letters, digits and hyphens.
    Slug,
    /// An id that no earlier item has.
    UniqueId,
    /// RFC 3339 date-time with offset.
    Instant,
    /// RFC 3339 date-time or date.
    When,
    /// A date-time, date, month or year.
    Around,
    /// An end of the same kind as the start, after it.
    EndAfterStart,
    /// An https link.
    Https,
    /// An https, mailto or tel link.
    Link,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A BCP 47 language tag.
    Language,
    /// A host name.
    Host,
    /// One of these words.
    OneOf(&'static str),
}
