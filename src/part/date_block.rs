//! The date that the eye runs down a list by.

use super::Env;
use crate::{domain::when::Slot, text::date};
use leptos::prelude::*;

/// Weekday, day and month under each other. Hidden from screen readers: the whole date stands beside it.
pub fn date_block(env: &Env, slot: Slot) -> AnyView {
    let [weekday, day, month] = date::block(env.text, slot.day());
    view! {
        <p class="date-block" aria-hidden="true">
            <span class="date-weekday">{weekday}</span>
            " "
            <span class="date-day">{day}</span>
            " "
            <span class="date-month">{month}</span>
        </p>
    }
    .into_any()
}
