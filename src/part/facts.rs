//! The facts of a meeting, as terms and what they say.

use super::{
    El, Env, Piece, card, dotted,
    el::{Pieces, el, pieces},
    phrase,
    section::{apart, tap, tap_beside},
    time::with_time,
    when_time,
};
use crate::{
    domain::{
        meeting::{Meeting, Mode, Online, Registration, Status},
        place::Place,
        when::{Instant, When},
    },
    text::{date, table::Pattern},
};

/// A term and its descriptions; nothing without descriptions.
pub fn fact(term: &'static str, descriptions: impl Pieces) -> Option<El> {
    let descriptions: Vec<El> = pieces(descriptions).into_iter().map(|d| el("dd", "", d)).collect();
    (!descriptions.is_empty()).then(|| el("div", "fact", (el("dt", "", term), descriptions)))
}

/// Facts under each other; nothing without facts.
pub fn facts(facts: impl Pieces) -> Option<El> {
    let facts = pieces(facts);
    (!facts.is_empty()).then(|| el("dl", "facts", facts))
}

/// Where it is held and how to register.
pub fn how_to_come(env: &Env, meeting: &Meeting, now: Instant) -> Vec<Piece> {
    let text = env.text;
    let over = meeting.slot.over() <= now || !meeting.status.takes_place();
    let in_room = meeting.attendance() != Some(Mode::Online);
    pieces((
        fact(text.hours, meeting.hours.as_ref().map(|h| phrase(env, h))),
        fact(text.place, in_room.then(|| place(env, meeting.place.as_ref()))),
        fact(text.online, meeting.online.as_ref().map(|o| online(env, meeting, o, over))),
        fact(text.registration, registration(env, meeting, now)),
    ))
}

/// Access, languages and advice.
pub fn good_to_know(env: &Env, meeting: &Meeting, now: Instant) -> Vec<Piece> {
    let text = env.text;
    let over = meeting.slot.over() <= now;
    let place = meeting.place.as_ref().filter(|_| meeting.attendance() != Some(Mode::Online));
    pieces((
        fact(text.access, place.map(|place| access(env, place, over))),
        fact(text.languages, languages(env, meeting)),
        fact(text.good_to_know, meeting.good_to_know.iter().map(|g| phrase(env, g)).collect::<Vec<_>>()),
    ))
}

/// A description of several pieces.
fn line(words: impl Pieces) -> El {
    el("span", "", words)
}

fn place(env: &Env, place: Option<&Place>) -> Vec<Piece> {
    let text = env.text;
    let Some(place) = place else { return pieces(text.place_unknown) };
    let hint = place.hint.as_ref().map(|hint| (" (", phrase(env, hint), ")"));
    let map =
        place.map_href().map(|href| tap_beside(href, text.show_map, (text.opens_map, apart(&place.short()))));
    pieces((line((place.line(), hint)), map))
}

/// Which meeting a link is of. A day may have several.
fn of_meeting(env: &Env, meeting: &Meeting) -> El {
    apart(&date::slot(env.text, meeting.slot).whole())
}

fn online(env: &Env, meeting: &Meeting, online: &Online, over: bool) -> Vec<Piece> {
    let text = env.text;
    let link = match &online.url {
        _ if over => Vec::new(),
        Some(link) => pieces(tap(link.as_str(), (text.online_link, of_meeting(env, meeting)))),
        None => pieces(text.online_later),
    };
    pieces((link, online.note.as_ref().map(|note| phrase(env, note))))
}

fn registration(env: &Env, meeting: &Meeting, now: Instant) -> Vec<Piece> {
    let text = env.text;
    if !meeting.status.takes_place() {
        return Vec::new();
    }
    let over = meeting.slot.over() <= now;
    let Some(registration) = &meeting.registration else {
        return pieces((!over).then(|| ask(env, text.registration_unknown)));
    };
    let note = registration.note.as_ref().map(|n| phrase(env, n));
    let sentence = (!over || note.is_none()).then(|| {
        let places =
            registration.places.filter(|_| !over).map(|places| text.register_places.number(places.into()));
        let words = line(registration_now(env, registration, now));
        line(dotted(pieces((words, places))))
    });
    let closed = registration.closes.is_some_and(|closes| closes.end() <= now);
    let open = !over && !registration.full && !closed;
    let link = registration.url.as_ref().filter(|_| open);
    pieces((
        sentence,
        note,
        link.map(|link| tap(link.as_str(), (text.register_link, of_meeting(env, meeting)))),
    ))
}

/// Whether one can still register, in a sentence.
pub fn registration_now(env: &Env, registration: &Registration, now: Instant) -> Vec<Piece> {
    let text = env.text;
    match (registration.full, registration.required, registration.closes) {
        (true, ..) => pieces(text.register_full),
        (false, true, Some(closes)) if closes.end() <= now => pieces(text.register_closed),
        (false, true, Some(closes)) => with_time(text.register_by, when_time(env, closes)),
        (false, true, None) => pieces(text.register),
        (false, false, _) => pieces(text.register_not),
    }
}

fn access(env: &Env, place: &Place, over: bool) -> Vec<Piece> {
    let text = env.text;
    let known: Vec<El> = place.access.iter().map(|a| el("li", "", text.accesses.of(*a))).collect();
    let known = (!known.is_empty()).then(|| el("ul", "", known));
    let facts = pieces((known, place.access_note.as_ref().map(|note| phrase(env, note))));
    let unknown = if facts.is_empty() { text.access_unknown } else { text.access_more };
    pieces((facts, (!over).then(|| ask(env, unknown))))
}

/// What is not stated, and the way to whoever knows. rel="external": the router would not move the focus there.
fn ask(env: &Env, unknown: &str) -> El {
    line((unknown, " ", el("a", "", env.text.ask).attr("href", "#contact").attr("rel", "external")))
}

fn languages(env: &Env, meeting: &Meeting) -> Vec<Piece> {
    let text = env.text;
    let names = |tags: &[String], say: Pattern| {
        let names: Vec<&str> = tags.iter().map(|tag| text.language_name(tag)).collect();
        (!names.is_empty()).then(|| say.with(&text.join(&names)))
    };
    pieces((names(&meeting.languages, text.spoken), names(&meeting.interpreting, text.interpreted)))
}

/// The time a meeting was to have before it moved.
pub fn earlier(env: &Env, meeting: &Meeting) -> Option<impl Pieces> {
    let before = meeting.previous_start.filter(|_| meeting.status == Status::Rescheduled)?;
    Some((env.text.earlier_time, " ", el("s", "", when_time(env, When::Time(before)))))
}

/// The state in words, its note and the earlier time; nothing for what goes as planned.
pub fn state_line(env: &Env, meeting: &Meeting) -> Option<El> {
    let note = meeting.status_note.as_ref().map(|note| (phrase(env, note), " "));
    (meeting.status != Status::Scheduled || note.is_some()).then(|| {
        let words = (card::state(env, meeting.status), note, earlier(env, meeting));
        el("p", "when-where-state", words)
    })
}
