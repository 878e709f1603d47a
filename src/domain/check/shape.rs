//! Which fields of the format hold text and which hold times, so that fields the format does not know are let be.

use serde_json::Value;

/// What a field holds. A list holds the same as each of its items.
pub(super) enum Shape {
    /// Text, maybe in several languages.
    Text,
    /// A name or the like, in one language.
    Line,
    /// A date, with or without time.
    Time,
    /// An object with these fields.
    Fields(&'static [(&'static str, Shape)]),
}

use Shape::{Fields, Line, Text, Time};

const BLOCKS: Shape = Fields(&[("text", Text), ("items", Text)]);
const DOCUMENTS: Shape = Fields(&[("title", Text), ("published", Time)]);

/// The feed's own fields.
pub(super) const FEED: Shape = Fields(&[
    ("generatedAt", Time),
    ("publisher", Fields(&[("name", Line)])),
    ("title", Text),
    ("intro", BLOCKS),
]);

/// A dialogue's fields.
pub(super) const DIALOGUE: Shape = Fields(&[
    ("title", Text),
    ("summary", Text),
    ("body", BLOCKS),
    ("background", BLOCKS),
    ("stageNote", Text),
    ("period", Fields(&[("start", Time), ("end", Time), ("note", Text)])),
    ("recurrenceNote", Text),
    ("topics", Text),
    ("districts", Text),
    ("organisers", Fields(&[("name", Text)])),
    ("contacts", Fields(&[("name", Line), ("role", Text)])),
    ("phases", Fields(&[("title", Text), ("text", Text), ("start", Time), ("end", Time)])),
    ("meetings", MEETING),
    ("documents", DOCUMENTS),
    (
        "results",
        Fields(&[
            ("published", Time),
            ("nextUpdate", Time),
            ("heard", BLOCKS),
            ("next", BLOCKS),
            ("decision", BLOCKS),
            ("documents", DOCUMENTS),
        ]),
    ),
    ("takePart", Fields(&[("text", Text), ("closes", Time)])),
    ("updated", Time),
]);

const MEETING: Shape = Fields(&[
    ("title", Text),
    ("theme", Text),
    ("start", Time),
    ("end", Time),
    ("statusNote", Text),
    ("previousStart", Time),
    ("updated", Time),
    (
        "place",
        Fields(&[
            ("name", Line),
            ("room", Line),
            ("street", Line),
            ("postalCode", Line),
            ("locality", Line),
            ("hint", Text),
            ("accessNote", Text),
        ]),
    ),
    ("online", Fields(&[("note", Text)])),
    ("registration", Fields(&[("closes", Time), ("note", Text)])),
    ("participants", Fields(&[("name", Line), ("role", Text), ("party", Line)])),
    ("hours", Text),
    ("goodToKnow", Text),
]);

/// What stands at a place of the feed.
pub(super) enum Leaf<'a> {
    /// A date, with or without time.
    Time(&'a str),
    /// Words, in this language; in the feed's own without.
    Words(&'a str, Option<&'a str>),
    /// A text that is given in these languages.
    Languages(Vec<&'a str>),
    /// A text that is given in the feed's own language only.
    Plain,
}

/// A path and a field of what stands there.
pub(super) fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// Calls `see` with all texts and times in a value and their paths. What has another shape is the reader's to refuse.
pub(super) fn walk<'a>(value: &'a Value, shape: &Shape, path: &str, see: &mut impl FnMut(&str, Leaf<'a>)) {
    match (value, shape) {
        (Value::Array(items), _) => {
            for (i, item) in items.iter().enumerate() {
                walk(item, shape, &format!("{path}[{i}]"), see);
            }
        }
        (Value::Object(_), Fields(fields)) => {
            for (field, shape) in *fields {
                value.get(field).into_iter().for_each(|value| walk(value, shape, &join(path, field), see));
            }
        }
        (Value::Object(texts), Text) => {
            see(path, Leaf::Languages(texts.keys().map(String::as_str).collect()));
            for (tag, text) in texts {
                text.as_str()
                    .into_iter()
                    .for_each(|text| see(&join(path, tag), Leaf::Words(text, Some(tag))));
            }
        }
        (Value::String(text), Text) => {
            see(path, Leaf::Plain);
            see(path, Leaf::Words(text, None));
        }
        (Value::String(text), Line) => see(path, Leaf::Words(text, None)),
        (Value::String(text), Time) => see(path, Leaf::Time(text.trim())),
        _ => {}
    }
}
