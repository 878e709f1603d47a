//! What must be said: nothing ahead, nothing found, no feed, something left out.

use super::{
    El, Env,
    el::{Pieces, el},
    section::more,
};
use crate::domain::fault::Fault;

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

/// More faults than this are counted, not told: whoever mends twenty looks again.
const MOST: usize = 20;

/// What of the feed was left out, told at the end of the list for whoever writes it.
pub fn faults(env: &Env, faults: &[Fault]) -> Option<El> {
    let text = env.text;
    let lines: Vec<El> = faults.iter().take(MOST).map(|fault| el("li", "", (text.fault)(fault))).collect();
    (!lines.is_empty()).then(|| {
        let lines = more("faults", text.faults_show, el("ul", "", lines));
        notice("faults", (text.faults_title)(faults.len()), text.faults_text, lines)
    })
}
