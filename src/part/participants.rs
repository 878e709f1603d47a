//! Whom one meets.

use super::{Env, phrase, section};
use crate::domain::organiser::Participant;
use leptos::prelude::*;

/// Names with party and task; nothing without any.
#[component]
pub fn Participants(
    /// Where it is shown.
    env: Env,
    /// Those who take part.
    participants: Vec<Participant>,
) -> impl IntoView {
    if participants.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = participants.iter().map(|p| row(&env, p)).collect();
    let list = view! {
        <ul class="participants rows" role="list">
            {rows}
        </ul>
    };
    section("participants", env.text.participants, list.into_any())
}

fn row(env: &Env, participant: &Participant) -> AnyView {
    let party = participant.party.as_ref().map(|party| format!(" ({party})"));
    let role = participant.role.as_ref().map(|role| phrase(env, role));
    match &participant.name {
        Some(name) => view! {
            <li class="participant">
                <span class="participant-name">{name.clone()} {party}</span>
                " "
                <span class="participant-role">{role}</span>
            </li>
        }
        .into_any(),
        None => view! {
            <li class="participant">
                <span class="participant-name">{role} {party}</span>
            </li>
        }
        .into_any(),
    }
}
