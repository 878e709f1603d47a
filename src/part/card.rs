//! A dialogue as a row of the list.

use super::{Env, date_block, dotted, phrase, slot_time};
use crate::{
    domain::{
        dialogue::{Dialogue, Group},
        localized::Localized,
        meeting::{Meeting, Mode, Status},
        route::Route,
        when::Instant,
    },
    text::{date, entry},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What, when, where, for whom and whether to register. The title is the link, and the whole row answers to it.
#[component]
pub fn Card(
    /// Where it is shown.
    env: Env,
    /// The dialogue.
    dialogue: Arc<Dialogue>,
    /// Its group at `now`.
    group: Group,
    /// What time it is.
    now: Instant,
) -> impl IntoView {
    // A process that has no meeting ahead is shown by its period; what only had meetings by the latest of them.
    let meeting = match dialogue.next_meeting(now) {
        None if dialogue.period.is_none() => dialogue.last_meeting(now),
        next => next,
    };
    let status = meeting.filter(|m| now < m.slot.over()).map_or(Status::Scheduled, |m| m.status);
    view! {
        <li class="card" class:is-off=!status.takes_place()>
            {meeting.map(|m| date_block(&env, m.slot))}
            <div class="card-body">
                <h3 class="card-title">
                    <a
                        class="card-link"
                        id=format!("d-{}", dialogue.id)
                        href=env.links.href(&Route::Dialogue(dialogue.id.clone()))
                    >
                        {title(&env, &dialogue.title, status)}
                    </a>
                </h3>
                {when(&env, &dialogue, meeting, now)}
                {facts(&env, &dialogue, meeting, group, now)}
            </div>
        </li>
    }
    .into_any()
}

/// A title with its state before it; struck through when it does not take place.
pub fn title(env: &Env, title: &Localized, status: Status) -> AnyView {
    let words = phrase(env, title);
    let words = if status == Status::Cancelled { view! { <s>{words}</s> }.into_any() } else { words };
    (state(env, status), words).into_any()
}

/// `Inställt `, `Flyttat `, … in its own tone and shape; nothing for what goes as planned.
pub fn state(env: &Env, status: Status) -> AnyView {
    let class = if status == Status::Cancelled { "state state-cancelled" } else { "state state-changed" };
    (env.text.statuses)(status).map(|word| view! { <span class=class>{word}</span> " " }).into_any()
}

fn when(env: &Env, dialogue: &Dialogue, meeting: Option<&Meeting>, now: Instant) -> AnyView {
    let text = env.text;
    if let Some(meeting) = meeting {
        let off = meeting.status == Status::Postponed;
        let time = slot_time(env, meeting.slot);
        let time = if off { view! { <s>{time}</s> }.into_any() } else { time };
        let beside = if off { Some(text.new_date_later.to_owned()) } else { nearness(env, meeting, now) };
        let beside = beside.map(|words| view! { <strong class="soon">{words}</strong> }.into_any());
        // A cancelled meeting keeps its place; the next one that can be visited stands under it.
        let open =
            dialogue.next_open_meeting(now).filter(|m| m.id != meeting.id && !meeting.status.takes_place());
        let next = open.map(|m| {
            view! { <p class="card-when">{(text.next_meeting)(&date::slot(text, m.slot).whole())}</p> }
        });
        return view! {
            <p class="card-when">{dotted(std::iter::once(time).chain(beside))}</p>
            {next}
        }
        .into_any();
    }
    let words = match (&dialogue.period, &dialogue.recurrence_note) {
        (Some(period), _) => Some(date::period(text, period, now).into_any()),
        (None, note) => note.as_ref().map(|note| phrase(env, note)),
    };
    words.map(|words| view! { <p class="card-when">{words}</p> }).into_any()
}

/// How near a meeting is, when it takes place at all.
pub fn nearness(env: &Env, meeting: &Meeting, now: Instant) -> Option<String> {
    date::nearness(env.text, meeting.slot, now).filter(|_| meeting.status.takes_place())
}

fn facts(env: &Env, dialogue: &Dialogue, meeting: Option<&Meeting>, group: Group, now: Instant) -> AnyView {
    let text = env.text;
    let mut facts: Vec<AnyView> = Vec::new();
    if group == Group::Ended {
        let (class, word) = match dialogue.results.any() {
            true => ("state state-done", text.results_here),
            false => ("", text.no_results_yet),
        };
        facts.push(view! { <span class=class>{word}</span> }.into_any());
    }
    let place = meeting.and_then(|m| place(env, m));
    let town = meeting.and_then(|m| m.place.as_ref()).and_then(|p| p.locality.clone());
    facts.extend(place.map(IntoAny::into_any));
    let names: Vec<&str> = dialogue
        .districts
        .iter()
        .map(|d| d.get(text.tag).text)
        // The place's town says it already.
        .filter(|name| town.as_deref() != Some(*name))
        .collect();
    facts.extend(districts(env, &names).map(IntoAny::into_any));
    let ahead = meeting.filter(|m| now < m.slot.over() && m.status.takes_place());
    let registration = ahead.and_then(|m| m.registration.as_ref());
    facts.extend(registration.map(|r| entry::registration_now(text, r, now).into_any()));
    (!facts.is_empty()).then(|| view! { <p class="card-facts">{dotted(facts)}</p> }).into_any()
}

fn place(env: &Env, meeting: &Meeting) -> Option<String> {
    let text = env.text;
    let name = meeting.place.as_ref().map(|p| p.short());
    match (meeting.attendance(), name) {
        (Some(Mode::Online), _) => Some(text.on_the_net.to_owned()),
        (Some(Mode::Hybrid), Some(name)) => Some(format!("{name} ({})", text.in_room_and_net)),
        (Some(Mode::Hybrid), None) => Some(text.in_room_and_net.to_owned()),
        (_, name) => name,
    }
}

/// At most three names; of more, two and how many are left.
fn districts(env: &Env, names: &[&str]) -> Option<String> {
    match names {
        [] => None,
        [first, second, rest @ ..] if rest.len() > 1 => {
            Some(format!("{first}, {second} {}", (env.text.and_more)(rest.len())))
        }
        names => Some(names.join(", ")),
    }
}
