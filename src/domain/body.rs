//! The structured text a feed may carry: paragraphs, headings, lists and links. Never HTML.

use super::{
    fault::Expected,
    link::Link,
    localized::Localized,
    node::{self, Node},
};

/// A block of text (feed.md: Block).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; its line breaks are kept.
    Paragraph(Localized),
    /// A heading, one level under the heading the text stands under.
    Heading(Localized),
    /// A link on a line of its own.
    Link(Localized, Link),
    /// A list; never empty.
    List(Vec<Localized>),
}

/// The first paragraph of a text.
pub fn paragraph(blocks: &[Block]) -> Option<&Localized> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    })
}

impl Block {
    pub(super) fn read(node: &Node) -> Option<Self> {
        let text = || node.required("text", Expected::Text, Localized::read);
        let kinds = [Kind::Paragraph, Kind::Heading, Kind::Link, Kind::List];
        let one_of = |n: &Node| n.one_of("p, h, link, ul", &kinds);
        node.object()?;
        match node.required("type", Expected::OneOf("p, h, link, ul"), one_of)? {
            Kind::Paragraph => text().map(Self::Paragraph),
            Kind::Heading => text().map(Self::Heading),
            Kind::Link => {
                let url = node.required("url", Expected::Link, |n| n.parse(Expected::Link, Link::new))?;
                text().map(|text| Self::Link(text, url))
            }
            Kind::List => {
                let items = node.list("items", Localized::read);
                if items.is_empty() && !node.is_faulty() {
                    node.required("items[0]", Expected::Text, node::text)?;
                }
                (!items.is_empty()).then_some(Self::List(items))
            }
        }
    }

    /// Its texts, for the search.
    pub fn texts(&self) -> impl Iterator<Item = &Localized> {
        match self {
            Self::Paragraph(text) | Self::Heading(text) | Self::Link(text, _) => {
                std::slice::from_ref(text).iter()
            }
            Self::List(items) => items.iter(),
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Paragraph,
    Heading,
    Link,
    List,
}
