//! The structured text of a feed.

use super::{El, Env, el::el, phrase, section::tap};
use crate::domain::body::Block;

/// Paragraphs, headings (h3), lists and links.
pub fn body(env: &Env, blocks: &[Block]) -> El {
    body_under(env, blocks, "h3")
}

/// The same, with headings of another level.
pub fn body_under(env: &Env, blocks: &[Block], heading: &'static str) -> El {
    let block = |block: &Block| match block {
        Block::Paragraph(text) => el("p", "", phrase(env, text)),
        Block::Heading(text) => el(heading, "", phrase(env, text)),
        Block::Link(text, link) => el("p", "", tap(link.as_str(), phrase(env, text))),
        Block::List(items) => {
            el("ul", "", items.iter().map(|item| el("li", "", phrase(env, item))).collect::<Vec<_>>())
        }
    };
    el("div", "body", blocks.iter().map(block).collect::<Vec<_>>())
}
