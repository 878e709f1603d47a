//! An address that means nothing here: said, with a way back.

use crate::{
    domain::{feed::Feed, route::Route},
    part::{
        Act, Env,
        el::{Piece, el, pieces},
    },
};
use leptos::prelude::Callback;

/// No dead end: back to the list, and to older dialogues when the feed has more pages.
pub fn missing(env: &Env, feed: Option<&Feed>, act: Callback<Act>) -> Vec<Piece> {
    let text = env.text;
    let older =
        feed.and_then(|f| f.next.as_ref()).map(|_| (el("p", "", text.missing_older), older(env, act)));
    let title = el("h1", "heading-title", text.missing_title).attr("tabindex", "-1");
    let back = el("a", "button", text.missing_back).attr("href", env.links.href(&Route::List));
    pieces((el("div", "heading", (title, el("p", "lead", text.missing_text))), older, el("p", "", back)))
}

/// The button that asks for the next page of the feed.
pub fn older(env: &Env, act: Callback<Act>) -> Piece {
    let button =
        el("button", "button-plain", env.text.show_older).attr("type", "button").click(act, Act::Older);
    Piece::El(el("p", "group-more", button))
}
