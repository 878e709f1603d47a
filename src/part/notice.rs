//! What must be said: nothing ahead, nothing found, no feed, something left out.

use super::{
    Act, El, Env,
    el::{Pieces, el},
    section::more,
};
use crate::{
    domain::{
        fault::Fault,
        live::{Copy, Newer, OLD_AFTER, Trouble},
        when::{Instant, When, machine},
    },
    text::{Text, date, fault::fault, trouble::trouble},
};
use leptos::prelude::Callback;

/// A heading, a sentence and a way on. `id` is unique on its page.
pub fn notice(id: &'static str, title: impl Pieces, text: impl Pieces, way_on: impl Pieces) -> El {
    let heading = el("h2", "notice-title", title).attr("id", id);
    el("section", "notice", (heading, el("p", "", text), way_on)).attr("aria-labelledby", id)
}

/// A notice that something failed, read out at once.
pub fn error(id: &'static str, title: impl Pieces, text: impl Pieces, way_on: impl Pieces) -> El {
    let heading = el("h2", "notice-title", title).attr("id", id);
    el("section", "notice notice-error", (heading, el("p", "", text), way_on))
        .attr("role", "alert")
        .attr("aria-labelledby", id)
}

/// That the page is a print: from when, why there is nothing newer (`None` while that is asked for), and a way to ask.
pub fn stale(text: &Text, made: Option<Instant>, why: Option<&Trouble>, retry: Callback<Act>) -> El {
    let when = made.map(When::Time);
    let made = when.map(|when| el("time", "", date::moment(text, when)).attr("datetime", machine(when)));
    let said = match why {
        Some(why) => text.no_newer.with(&trouble(text, why).text),
        None => text.fetching.to_owned(),
    };
    let retry = el("button", "button", text.retry).attr("type", "button").click(retry, Act::Retry);
    notice("stale", (text.stale, made), said, retry).attr("role", "status")
}

/// From when a copy is, why there is nothing newer, and a way to ask; louder when it is old.
pub fn copy(text: &Text, copy: &Copy, now: Instant, retry: Callback<Act>) -> El {
    let since = el("time", "", date::fetched(text, copy.since, now))
        .attr("datetime", machine(When::Time(copy.since)));
    let (said, retry) = match &copy.newer {
        Newer::Failed(why) => {
            let retry =
                el("button", "button-plain", text.retry).attr("type", "button").click(retry, Act::Retry);
            (text.no_newer.with(&trouble(text, why).text), Some(retry))
        }
        Newer::Asked | Newer::Late => (text.fetching.to_owned(), None),
    };
    if (now - copy.since).num_seconds() > OLD_AFTER {
        notice("copy", since, (text.offline.old_copy, " ", said), retry).attr("role", "status")
    } else {
        let words = el("p", "", (since, ". ", said));
        el("div", "copy quiet", (words, retry)).attr("role", "status")
    }
}

/// More faults than this are counted, not told: whoever mends twenty looks again.
const MOST: usize = 20;

/// What of the feed was left out, told at the end of the list for whoever writes it.
pub fn faults(env: &Env, faults: &[Fault]) -> Option<El> {
    let text = env.text;
    let lines: Vec<El> = faults.iter().take(MOST).map(|found| el("li", "", fault(text, found))).collect();
    (!lines.is_empty()).then(|| {
        let lines = more("faults", text.faults_show, el("ul", "", lines));
        notice("faults", text.faults_title.number(faults.len()), text.faults_text, lines)
    })
}
