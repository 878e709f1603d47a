//! Files to read.

use super::{
    El, Env,
    el::{el, pieces},
    phrase,
    section::list,
    time::{day_time, with_time},
};
use crate::{domain::document::Document, text::size};

/// A list of documents with type, size, language and date; nothing without any.
pub fn documents(env: &Env, documents: &[Document]) -> Option<El> {
    list("documents rows", documents.iter().map(|document| row(env, document)).collect())
}

fn row(env: &Env, document: &Document) -> El {
    let text = env.text;
    let foreign = document.language.as_deref().filter(|tag| !tag.eq_ignore_ascii_case(text.tag));
    let known = [
        Some(size::facts(text, document)).filter(|facts| !facts.is_empty()),
        foreign.map(|tag| text.in_language(tag)),
    ];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let published = document.published.map(|when| with_time(text.published_in, day_time(env, when)));
    let comma = (!known.is_empty() && published.is_some()).then_some(", ");
    let facts = pieces(((!known.is_empty()).then_some(known), comma, published));
    let facts = (!facts.is_empty()).then(|| (" ", el("span", "document-facts", facts)));
    let link = el("a", "document-link", (phrase(env, &document.title), facts))
        .attr("href", document.url.as_str())
        .attr("rel", "external")
        .maybe("hreflang", document.language.as_deref());
    el("li", "document", link)
}
