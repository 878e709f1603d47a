//! A language's words as a whole, and what languages are called.

use super::{Text, table};
use crate::domain::{lang::Lang, localized::plain};

/// What each language of the app calls itself, in the order of [`Lang::ALL`]: the same in
/// every language, so that whoever can read no other finds her own.
pub const OWN_NAMES: [&str; 4] = ["Svenska", "Lättläst svenska", "Suomi", "English"];

/// The languages that have names here, by BCP 47 tag.
pub const TAGS: [&str; 34] = [
    "sv-simple",
    "sv",
    "fi",
    "en",
    "fit",
    "se",
    "rom",
    "yi",
    "swl",
    "ar",
    "fa",
    "prs",
    "so",
    "ti",
    "ku",
    "kmr",
    "ckb",
    "aii",
    "syr",
    "bs",
    "hr",
    "sr",
    "sq",
    "pl",
    "ru",
    "uk",
    "tr",
    "es",
    "de",
    "fr",
    "ro",
    "th",
    "vi",
    "zh",
];

/// The fields of a feed whose guessing is told (feed.md: `inferred`).
pub const INFERRED: [&str; 9] =
    ["title", "districts", "topics", "organisers", "period", "start", "start.year", "end", "place"];

impl Text {
    /// The words that a file holds (table.rs), for as long as the page stands.
    pub fn read(words: &'static str) -> Option<&'static Self> {
        table::read(words).map(|text| &*Box::leak(Box::new(text)))
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        Lang::ALL.into_iter().find(|lang| lang.tag() == self.tag).unwrap_or(Lang::Sv)
    }

    /// A language's name in this language; its tag when the table lacks it.
    pub fn language_name<'a>(&self, tag: &'a str) -> &'a str {
        named(&self.language_names, tag).unwrap_or(tag)
    }

    /// That something is in a language: `på finska`, `suomeksi`.
    pub fn in_language(&self, tag: &str) -> String {
        match named(&self.in_languages, tag) {
            Some(words) => words.to_owned(),
            None => self.in_language.with(self.language_name(tag)),
        }
    }

    /// What a guessed field is called; nothing for one that no resident sees.
    pub fn inferred_field(&self, field: &str) -> Option<&'static str> {
        INFERRED.iter().zip(self.inferred_fields).find(|(name, _)| **name == field).map(|(_, words)| words)
    }

    /// `a, b och c`.
    pub fn join(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [start @ .., last] => format!("{} {} {last}", start.join(", "), self.and),
        }
    }
}

/// What a table in the order of [`TAGS`] says of a language; nothing where it lacks it.
fn named(words: &[&'static str; 34], tag: &str) -> Option<&'static str> {
    let find = |wanted: &str| TAGS.iter().position(|tag| tag.eq_ignore_ascii_case(wanted));
    let at = find(tag).or_else(|| find(plain(tag)))?;
    words.get(at).copied().filter(|name| !name.is_empty())
}
