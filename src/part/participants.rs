//! Whom one meets.

use super::{
    El, Env,
    el::el,
    phrase,
    section::{list, section},
};
use crate::domain::organiser::Participant;

/// Names with party and task; nothing without any.
pub fn participants(env: &Env, participants: &[Participant]) -> Option<El> {
    let rows = participants.iter().map(|p| row(env, p)).collect();
    Some(section("participants", env.text.participants, list("participants rows", rows)?))
}

fn row(env: &Env, participant: &Participant) -> El {
    let party = participant.party.as_ref().map(|party| format!(" ({party})"));
    let role = participant.role.as_ref().map(|role| phrase(env, role));
    let words = match &participant.name {
        Some(name) => {
            let role = role.map(|role| (" ", el("span", "participant-role", role)));
            (el("span", "participant-name", (name.as_str(), party)), role)
        }
        None => (el("span", "participant-name", (role, party)), None),
    };
    el("li", "participant", words)
}
