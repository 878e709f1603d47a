//! What a page says above its contents: from when they are, unless they are fresh; and that a new version waits.

use crate::{
    domain::{
        live::{Live, Newer},
        when::Instant,
    },
    part::{
        Act, Env,
        el::{Piece, el, pieces},
        notice,
    },
};
use leptos::prelude::{Callback, Get};

/// Nothing for a copy that is being refreshed and not late: what flickers is read by nobody.
pub fn said(env: &Env, live: &Live, now: Instant, act: Callback<Act>) -> Vec<Piece> {
    let text = env.text;
    let newer = env.told.is_some_and(|told| told.get().newer).then(|| {
        let renew = el("button", "button", text.offline.new_version_show)
            .attr("type", "button")
            .click(act, Act::Renew);
        notice::notice("new-version", text.offline.new_version_title, text.offline.new_version_text, renew)
            .attr("role", "status")
    });
    let copy = match live {
        Live::Stale(_, copy) if copy.newer != Newer::Asked => Some(notice::copy(text, copy, now, act)),
        _ => None,
    };
    pieces((newer, copy))
}

/// At the end of the page: that nothing can be kept for later, where that is so.
pub fn said_last(env: &Env) -> Option<Piece> {
    let unkept = env.told.is_some_and(|told| told.get().unkept);
    unkept.then(|| Piece::El(el("p", "quiet", env.text.offline.unkept)))
}
