//! The box that answers when, where and how to come.

use crate::{
    domain::{dialogue::Dialogue, feed::Feed, meeting::Meeting, when::Instant},
    part::{
        Act, Env,
        calendar_link::calendar_link,
        card::{nearness, state},
        el::{El, Piece, el, pieces},
        facts::{fact, facts, good_to_know, how_to_come, state_line},
        follow::follow_dialogue,
        phrase::phrase,
        section::tap,
        share::share,
        time::{slot_time, span_time},
    },
};
use leptos::prelude::Callback;

/// The next meeting, else the latest one, and what holds for the whole dialogue.
pub fn when_where(
    env: &Env,
    feed: &Feed,
    dialogue: &Dialogue,
    meeting: Option<&Meeting>,
    now: Instant,
    act: Callback<Act>,
) -> El {
    let text = env.text;
    let title = match meeting {
        Some(m) if now < m.slot.over() => text.next_meeting_title,
        Some(_) => text.last_meeting_title,
        None => text.when_and_where,
    };
    let title = el("h2", "when-where-title", title).attr("id", "when-where");
    // What was called off before it is said above it.
    let off = dialogue.next_meeting(now).filter(|off| meeting.is_some_and(|m| m.id != off.id));
    let off = off.map(|m| el("p", "when-where-state", (state(env, m.status), slot_time(env, m.slot))));
    let ahead = meeting.filter(|m| now < m.slot.over());
    let (follow, followed) = follow_dialogue(env, dialogue, act);
    let (share, shared) = share(env, dialogue, ahead, act);
    let actions = el("div", "actions", (follow, share, followed, shared));
    let of_dialogue = facts(dialogue_facts(env, dialogue, meeting, now));
    let content = match meeting {
        Some(meeting) => {
            let how_to_come = how(env, meeting, now);
            let calendar = ahead.map(|m| calendar_link(env, feed, dialogue, m, act));
            pieces((how_to_come, calendar, actions, facts(good_to_know(env, meeting, now)), of_dialogue))
        }
        None => pieces((of_dialogue, actions)),
    };
    el("section", "when-where", (off, title, content)).attr("aria-labelledby", "when-where")
}

/// Its state, its time and how one comes to it.
fn how(env: &Env, meeting: &Meeting, now: Instant) -> Vec<Piece> {
    let nearness = nearness(env, meeting, now).map(|n| el("p", "when-where-soon", el("strong", "", n)));
    let time = slot_time(env, meeting.slot);
    let time = if meeting.status.takes_place() { time } else { el("s", "", time) };
    let names: Vec<El> =
        meeting.title.iter().chain(&meeting.theme).map(|name| el("p", "", phrase(env, name))).collect();
    let first = (state_line(env, meeting), el("p", "when-where-time", time), nearness, names);
    pieces((first, facts(how_to_come(env, meeting, now))))
}

/// Its period, how often it comes back, how much one can influence, who invites and whom it concerns.
fn dialogue_facts(env: &Env, dialogue: &Dialogue, meeting: Option<&Meeting>, now: Instant) -> Vec<Piece> {
    let text = env.text;
    let districts: Vec<&str> = dialogue.districts.iter().map(|t| t.get(text.tag).text).collect();
    let term = |one: &'static str, several: &'static str, n: usize| if n == 1 { one } else { several };
    // Words and no names: each in its own language.
    let topics: Vec<Piece> = dialogue.topics.iter().map(|topic| phrase(env, topic)).collect();
    let period = dialogue.period.as_ref().map(|period| {
        let note = period.note.as_ref().map(|note| phrase(env, note));
        (el("span", "", span_time(env, Some(period.start), period.end, now)), note)
    });
    let meetings = match meeting {
        None => Some(text.no_meetings),
        Some(m) if now < m.slot.over() => None,
        Some(_) => Some(text.no_meetings_planned),
    };
    let organisers = dialogue.organisers.iter().map(|organiser| {
        let name = phrase(env, &organiser.name);
        match &organiser.url {
            Some(url) => Piece::El(tap(url.as_str(), name)),
            None => name,
        }
    });
    let when = (
        fact(text.period, period),
        fact(text.recurrence, dialogue.recurrence_note.as_ref().map(|n| phrase(env, n))),
        fact(text.meetings_term, meetings),
    );
    pieces((
        when,
        fact(text.influence, dialogue.level.map(|level| text.levels.of(level))),
        fact(text.organisers, organisers.collect::<Vec<_>>()),
        fact(
            term(text.district, text.districts, districts.len()),
            (!districts.is_empty()).then(|| text.join(&districts)),
        ),
        fact(term(text.topic, text.topics, topics.len()), topics),
    ))
}
