//! Dates and times inside `<time datetime>`.

use super::{El, Env, el::el};
use crate::{
    domain::when::{Slot, When, machine},
    text::date,
};

/// A meeting's time: `måndag 3 juni 2024 kl. 16.00–18.00`, the clock kept on one line.
pub fn slot_time(env: &Env, slot: Slot) -> El {
    let spoken = date::slot(env.text, slot);
    let start = match slot {
        Slot::Time { start, .. } => When::Time(start),
        Slot::Days { first, .. } => When::Date(first),
    };
    let clock = spoken.clock.map(|clock| (" ", el("span", "clock", clock)));
    el("time", "", (spoken.date, clock)).attr("datetime", machine(start))
}

/// A date, with its time where it has one.
pub fn when_time(env: &Env, when: When) -> El {
    el("time", "", date::moment(env.text, when)).attr("datetime", machine(when))
}
