//! The facts of a meeting, as terms and what they say.

use super::{Env, dotted, phrase, when_time};
use crate::{
    domain::{
        localized::Localized,
        meeting::{Meeting, Mode, Online, Registration, Status},
        place::Place,
        when::Instant,
    },
    text::entry,
};
use leptos::prelude::*;

/// A term and its descriptions; nothing without descriptions.
pub fn fact(term: &'static str, descriptions: Vec<AnyView>) -> AnyView {
    let descriptions: Vec<_> = descriptions.into_iter().map(|d| view! { <dd>{d}</dd> }).collect();
    (!descriptions.is_empty())
        .then(|| {
            view! {
                <div class="fact">
                    <dt>{term}</dt>
                    {descriptions}
                </div>
            }
        })
        .into_any()
}

/// All there is to know before one comes: first where and how to register, then access, languages and advice.
pub fn meeting_facts(env: &Env, meeting: &Meeting, now: Instant) -> (AnyView, AnyView) {
    let text = env.text;
    let over = meeting.slot.over() <= now;
    let on_net = meeting.attendance() == Some(Mode::Online);
    let first = vec![
        fact(text.hours, meeting.hours.iter().map(|h| phrase(env, h)).collect()),
        fact(text.place, if on_net { Vec::new() } else { place(env, meeting.place.as_ref()) }),
        fact(text.online, meeting.online.iter().flat_map(|o| online(env, o, over)).collect()),
        fact(text.registration, registration(env, meeting, now)),
    ];
    let second = vec![
        fact(text.access, if on_net { Vec::new() } else { access(env, meeting.place.as_ref(), over) }),
        fact(text.languages, languages(env, meeting)),
        fact(text.good_to_know, meeting.good_to_know.iter().map(|g| phrase(env, g)).collect()),
    ];
    (first.into_any(), second.into_any())
}

fn place(env: &Env, place: Option<&Place>) -> Vec<AnyView> {
    let text = env.text;
    let Some(place) = place else { return vec![text.place_unknown.into_any()] };
    let hint = place.hint.as_ref().map(|hint| (" (", phrase(env, hint), ")"));
    let mut facts = vec![(place.line(), hint).into_any()];
    facts.extend(place.map_href().map(|href| {
        // noreferrer: the map's owner need not know what a resident reads.
        view! {
            <a class="tap" href=href target="_blank" rel="noreferrer">
                {text.show_map}
                " "
                <span class="quiet">{text.opens_map}</span>
            </a>
        }
        .into_any()
    }));
    facts
}

fn online(env: &Env, online: &Online, over: bool) -> Vec<AnyView> {
    let text = env.text;
    let mut facts = Vec::new();
    match &online.url {
        Some(link) if !over => facts.push(
            view! {
                <a class="tap" href=link.as_str().to_owned()>
                    {text.online_link}
                </a>
            }
            .into_any(),
        ),
        None if !over => facts.push(text.online_later.into_any()),
        _ => {}
    }
    facts.extend(online.note.as_ref().map(|note| phrase(env, note)));
    facts
}

fn registration(env: &Env, meeting: &Meeting, now: Instant) -> Vec<AnyView> {
    let text = env.text;
    let over = meeting.slot.over() <= now;
    let Some(registration) = &meeting.registration else {
        return if over { Vec::new() } else { vec![ask(env, text.registration_unknown)] };
    };
    // An editor's own words say it better than ours.
    let Registration { url, note, places, closes, full, .. } = registration;
    let open = !over && !full && closes.is_none_or(|c| now < c.end()) && meeting.status != Status::Cancelled;
    let mut facts = Vec::new();
    if !over || note.is_none() {
        let places = places.map(|n| (text.register_places)(n).into_any());
        let sentence = entry::registration_now(text, registration, now).into_any();
        facts.push(dotted(std::iter::once(sentence).chain(places)));
    }
    facts.extend(note.as_ref().map(|n| phrase(env, n)));
    facts.extend(url.as_ref().filter(|_| open).map(|link| {
        view! {
            <a class="tap" href=link.as_str().to_owned()>
                {text.register_link}
            </a>
        }
        .into_any()
    }));
    facts
}

fn access(env: &Env, place: Option<&Place>, over: bool) -> Vec<AnyView> {
    let text = env.text;
    let Some(place) = place else { return Vec::new() };
    let mut facts = Vec::new();
    if !place.access.is_empty() {
        let items: Vec<_> = place.access.iter().map(|a| view! { <li>{(text.accesses)(*a)}</li> }).collect();
        facts.push(view! { <ul>{items}</ul> }.into_any());
    }
    facts.extend(place.access_note.as_ref().map(|note| phrase(env, note)));
    if !over {
        facts.push(ask(env, if facts.is_empty() { text.access_unknown } else { text.access_more }));
    }
    facts
}

/// What is not stated, and the way to whoever knows.
fn ask(env: &Env, unknown: &'static str) -> AnyView {
    view! {
        {unknown}
        " "
        <a href="#contact" rel="external">
            {env.text.ask}
        </a>
    }
    .into_any()
}

fn languages(env: &Env, meeting: &Meeting) -> Vec<AnyView> {
    let text = env.text;
    let names = |tags: &[String], say: fn(&str) -> String| {
        let names: Vec<&str> = tags.iter().map(|tag| text.language_name(tag)).collect();
        (!names.is_empty()).then(|| say(&text.join(&names)).into_any())
    };
    [names(&meeting.languages, text.spoken), names(&meeting.interpreting, text.interpreted)]
        .into_iter()
        .flatten()
        .collect()
}

/// The time a meeting was to have before it moved.
pub fn earlier(env: &Env, meeting: &Meeting) -> AnyView {
    let before = meeting.previous_start.filter(|_| meeting.status == Status::Rescheduled);
    before
        .map(|start| {
            let time = when_time(env, crate::domain::when::When::Time(start));
            view! { {env.text.earlier_time} " " <s>{time}</s> }
        })
        .into_any()
}

/// The state in words, its note and the earlier time; nothing for what goes as planned.
pub fn state_line(env: &Env, meeting: &Meeting) -> AnyView {
    let note = meeting.status_note.as_ref().map(|n: &Localized| (phrase(env, n), " "));
    (meeting.status != Status::Scheduled || note.is_some())
        .then(|| {
            view! {
                <p class="when-where-state">
                    {super::card::state(env, meeting.status)} {note} {earlier(env, meeting)}
                </p>
            }
        })
        .into_any()
}
