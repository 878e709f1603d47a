//! The date that the eye runs down a list by.

use super::{El, Env, el::el};
use crate::{domain::when::Slot, text::date};

/// Weekday, day and month under each other. Hidden from screen readers: the whole date stands beside it.
pub fn date_block(env: &Env, slot: Slot) -> El {
    let [weekday, day, month] = date::block(env.text, slot.day());
    let day = el("span", "date-day", day);
    let lines = (el("span", "date-weekday", weekday), " ", day, " ", el("span", "date-month", month));
    el("p", "date-block", lines).attr("aria-hidden", "true")
}
