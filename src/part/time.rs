//! Dates and times inside `<time datetime>`.

use super::{
    El, Env, Piece,
    el::{el, pieces},
};
use crate::{
    domain::when::{Around, Instant, Slot, When, machine, machine_around},
    text::{date, table::Pattern},
};

/// A meeting's time: `måndag 3 juni 2024 kl. 16.00–18.00`, the clock kept on one line.
pub fn slot_time(env: &Env, slot: Slot) -> El {
    let spoken = date::slot(env.text, slot);
    let start = match slot {
        Slot::Time { start, .. } => When::Time(start),
        Slot::Days { first, .. } => When::Date(first),
    };
    let clock = spoken.clock.map(|clock| (spoken.join, el("span", "clock", clock)));
    el("time", "", (spoken.date, clock)).attr("datetime", machine(start))
}

/// An edge of a period: `oktober 2020`.
pub fn around_time(env: &Env, around: Around) -> El {
    el("time", "", date::around(env.text, around)).attr("datetime", machine_around(around))
}

/// A sentence with a date in its one gap: `Sedan `, `<time>oktober 2020</time>`.
pub fn with_time(sentence: Pattern, time: El) -> Vec<Piece> {
    let (before, after) = sentence.around();
    let some = |words: &'static str| Some(words).filter(|words| !words.is_empty());
    pieces((some(before), time, some(after)))
}

/// From when to when, as far as it is known: `Sedan oktober 2020`, `Från 3 juni 2024`, `20 maj 2024–16 juni 2024`,
/// `Till 2025`.
pub fn span_time(env: &Env, start: Option<Around>, end: Option<Around>, now: Instant) -> Vec<Piece> {
    let text = env.text;
    let time = |edge: Around| around_time(env, edge);
    match (start, end) {
        (Some(start), Some(end)) if date::around(text, start) == date::around(text, end) => {
            pieces(time(start))
        }
        (Some(start), Some(end)) => pieces((time(start), text.dates.dash, time(end))),
        (Some(start), None) if start.start() <= now => with_time(text.since, time(start)),
        (Some(start), None) => with_time(text.starting, time(start)),
        (None, Some(end)) => with_time(text.until, time(end)),
        (None, None) => Vec::new(),
    }
}

/// A day without its weekday: `3 juni 2024`.
pub fn day_time(env: &Env, when: When) -> El {
    el("time", "", date::plain(env.text, when.day())).attr("datetime", machine(When::Date(when.day())))
}

/// A date, with its time where it has one.
pub fn when_time(env: &Env, when: When) -> El {
    el("time", "", date::moment(env.text, when)).attr("datetime", machine(when))
}
