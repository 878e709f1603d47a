//! What a page shows while there is no feed.

use crate::{
    domain::{feed::Feed, live::Live},
    part::{
        Act, Env,
        el::{Piece, el, pieces},
        notice,
    },
    text::trouble::trouble,
};
use leptos::prelude::Callback;
use std::sync::Arc;

/// The feed, or what to show for want of it: nothing for half a second, then "Hämtar…", then what went wrong, what to
/// do and the way on. The space is kept, so that nothing jumps.
pub fn feed_or(env: &Env, live: &Live, act: Callback<Act>) -> Result<Arc<Feed>, Vec<Piece>> {
    let text = env.text;
    let content = match live {
        Live::Fresh(feed) | Live::Stale(feed, _) => return Ok(Arc::clone(feed)),
        Live::Loading => None,
        Live::Slow => Some(el("p", "loading", text.fetching).attr("role", "status")),
        Live::Failed(why) => {
            let advice = trouble(text, why);
            let retry = el("button", "button", text.retry).attr("type", "button").click(act, Act::Retry);
            Some(notice::error("failed", advice.title, advice.text, retry))
        }
    };
    Err(pieces(el("div", "list-hits", content)))
}
