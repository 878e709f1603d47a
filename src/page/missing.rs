//! An address that means nothing here: said, with a way back.

use crate::{
    domain::{feed::Feed, live::Older, route::Route},
    part::{
        Act, Env,
        el::{Piece, el, pieces},
        notice,
    },
    text::trouble::trouble,
};
use leptos::prelude::{Callback, Get};

/// No dead end: back to the list, and to older dialogues when the feed has more pages.
pub fn missing(env: &Env, feed: Option<&Feed>, act: Callback<Act>) -> Vec<Piece> {
    let text = env.text;
    let older = older(env, feed, act);
    let older = (!older.is_empty()).then(|| (el("p", "", text.missing_older), older));
    let title = el("h1", "heading-title", text.missing_title).attr("tabindex", "-1");
    let back = el("a", "button", text.missing_back).attr("href", env.links.href(&Route::List));
    pieces((el("div", "heading", (title, el("p", "lead", text.missing_text))), older, el("p", "", back)))
}

/// The button that asks for the next page of the feed, with what became of it. Nothing where there is none, and where
/// nobody could fetch it: a print has no dead button.
pub fn older(env: &Env, feed: Option<&Feed>, act: Callback<Act>) -> Vec<Piece> {
    let text = env.text;
    let next = feed.and_then(|f| f.next.as_ref());
    let Some(older) = env.older.filter(|_| next.is_some()) else { return Vec::new() };
    let button = el("button", "button-plain", text.show_older).attr("type", "button").click(act, Act::Older);
    let button = el("p", "group-more", button);
    match older.get() {
        Older::Idle => pieces(button),
        Older::Busy => pieces(el("p", "loading", text.fetching).attr("role", "status")),
        Older::Failed(why) => {
            let advice = trouble(text, &why);
            pieces(notice::error("older", advice.title, advice.text, button))
        }
    }
}
