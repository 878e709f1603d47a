//! The structured text of a feed.

use super::{Env, phrase};
use crate::domain::body::Block;
use leptos::prelude::*;

/// Paragraphs, headings (h3), lists and links.
#[component]
pub fn Body(
    /// Where it is shown.
    env: Env,
    /// The text.
    blocks: Vec<Block>,
) -> impl IntoView {
    let blocks: Vec<AnyView> = blocks.iter().map(|block| block_view(&env, block)).collect();
    view! { <div class="body">{blocks}</div> }.into_any()
}

fn block_view(env: &Env, block: &Block) -> AnyView {
    match block {
        Block::Paragraph(text) => view! { <p>{phrase(env, text)}</p> }.into_any(),
        Block::Heading(text) => view! { <h3>{phrase(env, text)}</h3> }.into_any(),
        Block::Link(text, link) => view! {
            <p>
                <a class="tap" href=link.as_str().to_owned()>
                    {phrase(env, text)}
                </a>
            </p>
        }
        .into_any(),
        Block::List(items) => {
            let items: Vec<_> = items.iter().map(|item| view! { <li>{phrase(env, item)}</li> }).collect();
            view! { <ul>{items}</ul> }.into_any()
        }
    }
}
