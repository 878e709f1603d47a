//! Files to read.

use super::{Env, phrase};
use crate::{
    domain::document::Document,
    text::{date, size},
};
use leptos::prelude::*;

/// A list of documents with type, size, language and date.
#[component]
pub fn Documents(
    /// Where it is shown.
    env: Env,
    /// The documents.
    documents: Vec<Document>,
) -> impl IntoView {
    let rows: Vec<_> = documents.iter().map(|document| row(&env, document)).collect();
    view! {
        <ul class="documents rows" role="list">
            {rows}
        </ul>
    }
    .into_any()
}

fn row(env: &Env, document: &Document) -> AnyView {
    let text = env.text;
    let foreign = document.language.as_deref().filter(|tag| !tag.starts_with(text.tag));
    let facts = [
        Some(size::facts(document)).filter(|facts| !facts.is_empty()),
        foreign.map(|tag| (text.in_language)(text.language_name(tag))),
        document.published.map(|when| (text.published)(&date::plain(text, when.day()))),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    view! {
        <li class="document">
            <a class="document-link" href=document.url.as_str().to_owned() hreflang=document.language.clone()>
                {phrase(env, &document.title)}
                " "
                <span class="document-facts">{facts}</span>
            </a>
        </li>
    }
    .into_any()
}
