//! The validator: what an editor should mend in a feed before it is published. In words: `text::check`.
//!
//! It looks at the JSON beside the values, since the reader forgives what an editor should know of, and since a
//! finding names its place in the file. Each rule stands with its decisions in a file of this room.

mod date;
mod dialogue;
mod markup;
mod meeting;
mod shape;
mod writing;

pub use date::DateWords;

use super::{
    fault::{Expected, Fault, Found},
    feed::{Feed, FeedError, parse},
    node::{Node, Reading},
    slug::Slug,
    when::{Instant, Slot},
};
use chrono::NaiveDate;
use serde_json::Value;
use std::{cell::RefCell, collections::BTreeSet};

/// Something an editor should mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The `id` of the dialogue it stands in; empty for the feed's own fields or where the id is unusable.
    pub item: String,
    /// Where, as a JSON path: `dialogues[2].meetings[0].start`. Empty for the whole file.
    pub path: String,
    /// What is wrong.
    pub kind: Kind,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is left out, or a resident is told something wrong.
    Error,
    /// Residents should be told more, or the feed contradicts itself.
    Warning,
}

/// What is wrong at a place of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The reader leaves it out: a missing or broken value, an id twice, an end before its start, an unsafe link.
    Unusable {
        /// What stood there.
        found: Found,
        /// What can stand there.
        expected: Expected,
    },
    /// A time whose offset is not Sweden's at that instant.
    Offset {
        /// The time as written.
        time: String,
        /// Its offset as written: `+01:00`, `Z`.
        written: String,
        /// The offset that holds there: `+02:00`.
        right: String,
    },
    /// A text that holds HTML, such as `<p>` or `&nbsp;`.
    Markup(String),
    /// A text that holds a character that nobody sees: the reader shows a blank.
    Control(char),
    /// The previous feed can't be read, so that nothing is compared with it.
    Previous(FeedError),
    /// A meeting has another time than in the previous feed, and calendars will not notice.
    Moved {
        /// Its time in the previous feed.
        before: Slot,
        /// Its time now.
        after: Slot,
        /// The lowest `sequence` by which calendars notice.
        sequence: u32,
    },
    /// A text that names a date by another weekday than its own.
    Weekday {
        /// The date as written.
        written: String,
        /// The date that is meant.
        date: NaiveDate,
    },
    /// A text that names a date without its year.
    Yearless(String),
    /// An open dialogue whose meetings are all over.
    OnlyPast {
        /// Whether the feed says that it is open; otherwise it says no stage.
        stated: bool,
        /// The last day of its last meeting.
        last: NaiveDate,
    },
    /// A dialogue that ended long ago without results.
    NoResults {
        /// Its last day.
        ended: NaiveDate,
        /// How many days ago that is.
        days: i64,
    },
    /// A text in other languages than the residents' own: these (BCP 47).
    Untranslated(Vec<String>),
    /// The feed's own language is this one (BCP 47), so that its plain texts are not in the residents' own.
    Foreign(String),
    /// A contact's mail address that is not the publisher's.
    Outside {
        /// The address.
        email: String,
        /// The publisher's domain.
        domain: String,
    },
    /// A document without its size.
    NoSize,
    /// A document without its type.
    NoType,
    /// A place of which nothing is said on how one gets in.
    NoAccess,
}

impl Finding {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self.kind {
            Kind::Unusable { .. } | Kind::Offset { .. } | Kind::Markup(_) => Severity::Error,
            Kind::Previous(_) | Kind::Moved { .. } | Kind::Weekday { .. } | Kind::Yearless(_) => {
                Severity::Warning
            }
            Kind::OnlyPast { .. } | Kind::NoResults { .. } | Kind::Untranslated(_) => Severity::Warning,
            Kind::Foreign(_) | Kind::Outside { .. } => Severity::Warning,
            Kind::Control(_) | Kind::NoSize | Kind::NoType | Kind::NoAccess => Severity::Warning,
        }
    }
}

/// Checks a feed at an instant, against the feed it replaces if there is one. Errors come first, then warnings; in
/// both the feed's own fields come first and then its dialogues in their order. `words` are those of the residents'
/// own language (`text::check::dates`).
///
/// A feed that can't be read at all, also one of an unknown major version, is the error. Where the reader has left
/// something out, nothing more is said of that very path.
pub fn check(
    bytes: &[u8],
    now: Instant,
    previous: Option<&[u8]>,
    words: &DateWords,
) -> Result<Vec<Finding>, FeedError> {
    let feed = parse(bytes)?;
    // `parse` has just read the same bytes in the same way.
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    let value: Value = serde_json::from_slice(json).unwrap_or_default();
    let mut report = Report::new(&feed.faults);
    let before = match previous.map(parse) {
        None => None,
        Some(Ok(before)) => Some(before),
        Some(Err(error)) => {
            report.say("", Kind::Previous(error));
            None
        }
    };
    let case = Case { now, words, feed: &feed, before: before.as_ref() };
    writing::check(&case, &value, &shape::FEED, "", &[], &mut report);
    for (path, item) in items(&value, "dialogues", "") {
        report.item = item
            .get("id")
            .and_then(Value::as_str)
            .and_then(Slug::new)
            .map_or_else(String::new, |id| id.to_string());
        dialogue::check(&case, item, &path, &mut report);
    }
    Ok(report.finish())
}

/// What all rules may ask.
struct Case<'a> {
    now: Instant,
    words: &'a DateWords,
    feed: &'a Feed,
    before: Option<&'a Feed>,
}

impl Case<'_> {
    /// Reads one item again, by itself, so that its value and its place in the file are known together.
    fn read<T>(&self, value: &Value, read: fn(&Node) -> Option<T>) -> Option<T> {
        let reading = Reading {
            language: self.feed.language.clone(),
            item: RefCell::default(),
            faults: RefCell::default(),
        };
        read(&Node::root(value, &reading))
    }
}

/// The items of a list field with their paths.
fn items<'a>(value: &'a Value, field: &str, path: &str) -> impl Iterator<Item = (String, &'a Value)> {
    let path = shape::join(path, field);
    let list = value.get(field).and_then(Value::as_array).into_iter().flatten();
    list.enumerate().map(move |(i, item)| (format!("{path}[{i}]"), item))
}

/// What has been found so far.
struct Report {
    item: String,
    findings: Vec<Finding>,
    /// Paths of which nothing more is said.
    closed: BTreeSet<String>,
}

impl Report {
    fn new(faults: &[Fault]) -> Self {
        let finding = |fault: &Fault| Finding {
            item: fault.item.clone(),
            path: fault.path.clone(),
            kind: Kind::Unusable { found: fault.found.clone(), expected: fault.expected },
        };
        Self {
            item: String::new(),
            findings: faults.iter().map(finding).collect(),
            closed: faults.iter().map(|fault| fault.path.clone()).collect(),
        }
    }

    fn say(&mut self, path: &str, kind: Kind) {
        if !self.closed.contains(path) {
            self.findings.push(Finding { item: self.item.clone(), path: path.to_owned(), kind });
        }
    }

    /// Says something of the feed's own field at most once.
    fn say_once(&mut self, path: &str, kind: Kind) {
        if self.closed.insert(path.to_owned()) {
            self.findings.push(Finding { item: String::new(), path: path.to_owned(), kind });
        }
    }

    fn finish(mut self) -> Vec<Finding> {
        // By number, since as texts `dialogues[10]` stands before `dialogues[2]`. The feed's own fields have none.
        let number = |path: &str| -> Option<usize> {
            path.strip_prefix("dialogues[")?.split(']').next()?.parse().ok()
        };
        self.findings.sort_by_key(|f| (f.severity(), number(&f.path)));
        self.findings
    }
}
