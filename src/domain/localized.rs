//! A text of the feed, in one or several languages (feed.md: Text).

use super::{
    document::is_language,
    fault::Expected,
    node::{self, Node},
};

/// A text in at least one language. Tags are BCP 47 (RFC 5646); `sv-simple` is easy-read Swedish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized(Vec<(String, String)>);

/// A text as it can be shown to a reader of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase<'a> {
    /// The words.
    pub text: &'a str,
    /// The language they are in, when it is not the one asked for.
    pub lang: Option<&'a str>,
}

impl Phrase<'_> {
    /// `rtl` for a language that is written from right to left; nothing for others and for the reader's own.
    pub fn dir(&self) -> Option<&'static str> {
        const RIGHT_TO_LEFT: [&str; 12] =
            ["ar", "fa", "prs", "ckb", "he", "yi", "ur", "ps", "syr", "aii", "ug", "dv"];
        let language = plain(self.lang?);
        RIGHT_TO_LEFT.iter().any(|tag| tag.eq_ignore_ascii_case(language)).then_some("rtl")
    }
}

/// A tag's language alone: `sv` of `sv-simple` (RFC 5646, section 2.2.1).
pub fn plain(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

impl Localized {
    /// A text in a single language.
    pub fn new(lang: &str, text: &str) -> Self {
        Self(vec![(lang.to_owned(), text.to_owned())])
    }

    /// The text in the language asked for; else in its plain form (`sv` for `sv-simple`); else the first there is.
    pub fn get(&self, wanted: &str) -> Phrase<'_> {
        let (lang, text) = self.found(wanted);
        Phrase { text, lang: (!plain(lang).eq_ignore_ascii_case(plain(wanted))).then_some(lang) }
    }

    /// The very tag of that text.
    pub fn tag(&self, wanted: &str) -> &str {
        self.found(wanted).0
    }

    fn found(&self, wanted: &str) -> (&str, &str) {
        let find = |tag: &str| self.0.iter().find(|(lang, _)| lang.eq_ignore_ascii_case(tag));
        let found = find(wanted).or_else(|| find(plain(wanted))).or_else(|| self.0.first());
        found.map_or(("", ""), |(lang, text)| (lang, text))
    }

    /// The words it is known by whatever the reader's language: the feed's own, else those of the first tag.
    pub fn key(&self) -> &str {
        self.0.first().map_or("", |(_, text)| text)
    }

    /// Its words in every language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }

    /// Reads a string, or an object of strings by language tag; the feed's own language comes first.
    pub(super) fn read(node: &Node) -> Option<Self> {
        let own = node.language();
        if node.is_object() {
            let read = |(tag, text): (&str, Node)| {
                if !is_language(tag) {
                    text.fault(Expected::Language);
                    return None;
                }
                Some((tag.to_owned(), node::text(&text)?))
            };
            let mut texts: Vec<(String, String)> = node.entries().filter_map(read).collect();
            texts.sort_by_key(|(tag, _)| tag != own);
            if texts.is_empty() && !node.is_faulty() {
                node.fault(Expected::Text);
            }
            return (!texts.is_empty()).then_some(Self(texts));
        }
        node::text(node).map(|text| Self(vec![(own.to_owned(), text)]))
    }
}
