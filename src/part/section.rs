//! A section of a page under its heading.

use super::{
    El,
    el::{Pieces, el},
};

/// A region named by its h2. `id` is the heading's, so that a link can lead to it.
pub fn section(id: &'static str, title: impl Pieces, content: impl Pieces) -> El {
    let heading = el("h2", "section-title", title).attr("id", id);
    el("section", "section", (heading, content)).attr("aria-labelledby", id)
}

/// A list whose look is taken away; `role` gives its count back to VoiceOver, which goes by the look.
pub fn list(class: &'static str, items: Vec<El>) -> Option<El> {
    (!items.is_empty()).then(|| el("ul", class, items).attr("role", "list"))
}

/// A link to a page of the app that stands alone and is large enough for a thumb (WCAG 2.5.5).
pub fn tap_inside(href: impl Into<String>, words: impl Pieces) -> El {
    el("a", "tap", words).attr("href", href)
}

/// Such a link that leads out of the app or within the page. `rel="external"` keeps the router's hands off it, on
/// whatever origin it leads to.
pub fn tap(href: impl Into<String>, words: impl Pieces) -> El {
    tap_inside(href, words).attr("rel", "external")
}

/// What tells a link from others with the same words, for those who hear it alone (WCAG 2.4.9).
pub fn apart(what: &str) -> El {
    el("span", "visually-hidden", format!(", {what}"))
}

/// A link that opens beside the page, with the words that say so. Who is there need not know what a resident reads.
pub fn tap_beside(href: impl Into<String>, words: &str, note: impl Pieces) -> El {
    // One child: `tap` lays its children out in a row, and these are a sentence.
    tap_inside(href, el("span", "", (words, " ", el("span", "quiet", note))))
        .attr("target", "_blank")
        .attr("rel", "noreferrer")
}

/// What can be opened: a summary and what it hides.
pub fn more(class: &'static str, summary: impl Pieces, content: impl Pieces) -> El {
    el("details", class, (el("summary", "", summary), content))
}
