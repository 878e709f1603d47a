//! The steps of a dialogue, the present one marked.

use super::{
    El, Env, dotted,
    el::{el, pieces},
    phrase,
    section::section,
    time::span_time,
};
use crate::domain::{
    phase::{Phase, PhaseState},
    when::Instant,
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
    // As planned: "Sedan" would say of a step that is done that it goes on.
    let time = span_time(env, phase.start, phase.end, Instant::MIN_UTC);
    let state = el("span", "phase-state", env.text.phase_states.of(phase.state));
    let facts = pieces((state, (!time.is_empty()).then(|| el("span", "", time))));
    let lines = (
        el("h3", "phase-title", phrase(env, &phase.title)),
        el("p", "phase-facts", dotted(facts)),
        phase.text.as_ref().map(|text| el("p", "", phrase(env, text))),
    );
    el("li", class, lines).maybe("aria-current", (phase.state == PhaseState::Now).then_some("step"))
}
