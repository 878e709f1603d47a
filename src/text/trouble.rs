//! Why there is no feed, in words.

use super::{
    Text,
    fault::fault,
    table::{Pattern, table},
};
use crate::domain::{doubt::Doubt, feed::FeedError, live::Trouble};

/// A problem in words: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// A short heading.
    pub title: String,
    /// What was met and what to do, in a sentence or two.
    pub text: String,
}

table! {
/// Each string once, as in [`super::Text`].
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub title: &'static str,
    /// After what is our own doing, and not the resident's.
    pub ours: &'static str,
    pub unreachable: &'static str,
    pub timeout: &'static str,
    pub gone: Pattern,
    pub status: Pattern,
    pub older: &'static str,
    pub emptied: &'static str,
    pub empty: &'static str,
    pub html: &'static str,
    /// Line and column.
    pub not_json: Pattern,
    pub version_title: &'static str,
    pub version: Pattern,
    pub zone: Pattern,
    /// Before what is wrong.
    pub frame: &'static str,
}
}

/// What went wrong and what to do.
pub fn trouble(text: &Text, trouble: &Trouble) -> Advice {
    let words = &text.trouble;
    let said = match trouble {
        Trouble::Unreachable => words.unreachable.to_owned(),
        Trouble::Timeout => words.timeout.to_owned(),
        Trouble::Status(status @ (404 | 410)) => ours(words, &words.gone.number((*status).into())),
        Trouble::Status(status) => ours(words, &words.status.number((*status).into())),
        Trouble::Doubt(Doubt::Older) => words.older.to_owned(),
        Trouble::Doubt(Doubt::Emptied) => ours(words, words.emptied),
        Trouble::Feed(FeedError::Empty) => ours(words, words.empty),
        Trouble::Feed(FeedError::Html) => words.html.to_owned(),
        Trouble::Feed(FeedError::NotJson { line, column }) => {
            ours(words, &words.not_json.fill(&[&line.to_string(), &column.to_string()]))
        }
        Trouble::Feed(FeedError::Version(version)) => {
            return Advice { title: words.version_title.to_owned(), text: words.version.with(version) };
        }
        Trouble::Feed(FeedError::Zone(zone)) => ours(words, &words.zone.with(zone)),
        Trouble::Feed(FeedError::Frame(wrong)) => {
            ours(words, &format!("{} {}", words.frame, fault(text, wrong)))
        }
    };
    Advice { title: words.title.to_owned(), text: said }
}

fn ours(words: &Words, said: &str) -> String {
    format!("{said} {}", words.ours)
}
