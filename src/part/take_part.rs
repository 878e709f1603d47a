//! Ways to take part without coming.

use super::{Env, phrase, section, when_time};
use crate::domain::{
    take_part::{TakePart, TakePartKind},
    when::Instant,
};
use leptos::prelude::*;

/// Form, survey, mail, telephone and page; a closed one says so and is no link.
#[component]
pub fn TakePartList(
    /// Where it is shown.
    env: Env,
    /// The ways.
    ways: Vec<TakePart>,
    /// What time it is.
    now: Instant,
) -> impl IntoView {
    if ways.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = ways.iter().map(|way| row(&env, way, now)).collect();
    let list = view! {
        <ul class="take-part rows" role="list">
            {rows}
        </ul>
    };
    section("take-part", env.text.take_part, list.into_any())
}

fn row(env: &Env, way: &TakePart, now: Instant) -> AnyView {
    let text = env.text;
    let address = match way.kind {
        TakePartKind::Email | TakePartKind::Phone => {
            way.href.split_once(':').map_or("", |(_, address)| address)
        }
        _ => "",
    };
    let label = match &way.text {
        Some(words) => phrase(env, words),
        None => format!("{} {address}", (text.take_part_kinds)(way.kind)).trim_end().to_owned().into_any(),
    };
    if !way.is_open(now) {
        return view! {
            <li class="way">
                {label} " " <span class="quiet">{text.closed}</span>
            </li>
        }
        .into_any();
    }
    let closes = way
        .closes
        .map(|when| view! { " " <span class="quiet">{text.at_latest} " " {when_time(env, when)}</span> });
    view! {
        <li class="way">
            <a class="tap" href=way.href.clone()>
                {label}
            </a>
            {closes}
        </li>
    }
    .into_any()
}
