//! The steps of a dialogue, the present one marked.

use super::{
    El, Env, dotted,
    el::{el, pieces},
    phrase,
    section::section,
};
use crate::{
    domain::phase::{Phase, PhaseState},
    text::date,
};

/// A vertical line of steps; nothing without any.
pub fn phases(env: &Env, phases: &[Phase]) -> Option<El> {
    let rows: Vec<El> = phases.iter().map(|phase| row(env, phase)).collect();
    (!rows.is_empty()).then(|| {
        let list = el("ol", "phases", rows).attr("role", "list");
        section("phases", env.text.phases, list)
    })
}

fn row(env: &Env, phase: &Phase) -> El {
    let class = match phase.state {
        PhaseState::Done => "phase phase-done",
        PhaseState::Now => "phase phase-now",
        PhaseState::Coming => "phase",
    };
    let state = el("span", "phase-state", (env.text.phase_states)(phase.state));
    let facts = pieces((state, date::phase(env.text, phase.start, phase.end)));
    let lines = (
        el("h3", "phase-title", phrase(env, &phase.title)),
        el("p", "phase-facts", dotted(facts)),
        phase.text.as_ref().map(|text| el("p", "", phrase(env, text))),
    );
    el("li", class, lines).maybe("aria-current", (phase.state == PhaseState::Now).then_some("step"))
}
