//! Dates and times inside `<time datetime>`.

use super::Env;
use crate::{
    domain::when::{Slot, When, machine},
    text::date,
};
use leptos::prelude::*;

/// A meeting's time: `måndag 3 juni 2024 kl. 16.00–18.00`, the clock kept on one line.
pub fn slot_time(env: &Env, slot: Slot) -> AnyView {
    let spoken = date::slot(env.text, slot);
    let start = match slot {
        Slot::Time { start, .. } => When::Time(start),
        Slot::Days { first, .. } => When::Date(first),
    };
    view! {
        <time datetime=machine(start)>
            {spoken.date} {spoken.clock.map(|clock| view! { " " <span class="clock">{clock}</span> })}
        </time>
    }
    .into_any()
}

/// A date, with its time where it has one.
pub fn when_time(env: &Env, when: When) -> AnyView {
    view! { <time datetime=machine(when)>{date::moment(env.text, when)}</time> }.into_any()
}
