//! The steps of a dialogue, the present one marked.

use super::{Env, dotted, phrase, section};
use crate::{
    domain::dialogue::{Phase, PhaseState},
    text::date,
};
use leptos::prelude::*;

/// A vertical line of steps; nothing without any.
#[component]
pub fn Phases(
    /// Where it is shown.
    env: Env,
    /// The steps.
    phases: Vec<Phase>,
) -> impl IntoView {
    if phases.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = phases.iter().map(|phase| row(&env, phase)).collect();
    let list = view! {
        <ol class="phases" role="list">
            {rows}
        </ol>
    };
    section("phases", env.text.phases, list.into_any())
}

fn row(env: &Env, phase: &Phase) -> AnyView {
    let class = match phase.state {
        PhaseState::Done => "phase phase-done",
        PhaseState::Now => "phase phase-now",
        PhaseState::Coming => "phase",
    };
    let state = view! { <span class="phase-state">{(env.text.phase_states)(phase.state)}</span> }.into_any();
    let time = date::phase(env.text, phase.start, phase.end).map(IntoAny::into_any);
    view! {
        <li class=class aria-current=(phase.state == PhaseState::Now).then_some("step")>
            <h3 class="phase-title">{phrase(env, &phase.title)}</h3>
            <p class="phase-facts">{dotted(std::iter::once(state).chain(time))}</p>
            {phase.text.as_ref().map(|text| view! { <p>{phrase(env, text)}</p> })}
        </li>
    }
    .into_any()
}
