//! Documents, and what came of a dialogue.

use super::{
    body::Block,
    fault::Expected,
    link::Link,
    localized::Localized,
    node::{self, Node},
    when::When,
};

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: Localized,
    /// Where it is.
    pub url: Link,
    /// Its media type (RFC 6838), as in `application/pdf`.
    pub media_type: Option<String>,
    /// Its size in bytes.
    pub bytes: Option<u32>,
    /// Its language (BCP 47).
    pub language: Option<String>,
    /// When it was published.
    pub published: Option<When>,
}

impl Document {
    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object()?;
        Some(Self {
            title: node.required("title", Expected::Text, Localized::read)?,
            url: node.required("url", Expected::Https, |n| n.parse(Expected::Https, Link::https))?,
            media_type: node.field("mediaType", node::text),
            bytes: node.field("bytes", node::number),
            language: node.field("language", language),
            published: node.field("published", |n| n.parse(Expected::When, When::parse)),
        })
    }
}

/// Reads a BCP 47 tag: ASCII letters and digits in groups joined by hyphens.
pub(super) fn language(node: &Node) -> Option<String> {
    node.parse(Expected::Language, |tag| is_language(tag).then(|| tag.to_owned()))
}

/// Whether a text has the form of a BCP 47 tag.
pub(super) fn is_language(tag: &str) -> bool {
    let group = |g: &str| (1..=8).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_alphanumeric());
    tag.split('-').all(group)
}

/// What came of a dialogue: what was heard, what is done with it, what was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// When they were published; `None` means that there are none yet.
    pub published: Option<When>,
    /// When the next news comes.
    pub next_update: Option<When>,
    /// What residents said.
    pub heard: Vec<Block>,
    /// What the municipality does with it.
    pub next: Vec<Block>,
    /// What was decided.
    pub decision: Vec<Block>,
    /// The reports.
    pub documents: Vec<Document>,
}

impl Results {
    pub(super) fn read(node: &Node) -> Option<Self> {
        let when = |n: &Node| n.parse(Expected::When, When::parse);
        node.object()?;
        Some(Self {
            published: node.field("published", when),
            next_update: node.field("nextUpdate", when),
            heard: node.list("heard", Block::read),
            next: node.list("next", Block::read),
            decision: node.list("decision", Block::read),
            documents: node.list("documents", Document::read),
        })
    }

    /// Whether there is something to read.
    pub fn any(&self) -> bool {
        !(self.heard.is_empty()
            && self.next.is_empty()
            && self.decision.is_empty()
            && self.documents.is_empty())
    }
}
