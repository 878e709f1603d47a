//! Ways to take part without coming.

use super::{
    El, Env, Piece,
    el::el,
    phrase,
    section::{list, section, tap},
    when_time,
};
use crate::domain::{take_part::TakePart, when::Instant};

/// Form, survey, mail, telephone and page; a closed one says so and is no link. Nothing without any.
pub fn take_part(env: &Env, ways: &[TakePart], now: Instant) -> Option<El> {
    let rows = ways.iter().map(|way| row(env, way, now)).collect();
    Some(section("take-part", env.text.take_part, list("take-part rows", rows)?))
}

fn row(env: &Env, way: &TakePart, now: Instant) -> El {
    let text = env.text;
    let kind = text.take_part_kinds.of(way.kind);
    let label = match &way.text {
        Some(words) => phrase(env, words),
        None => Piece::Text(match &way.shown {
            Some(shown) => format!("{kind} {shown}"),
            None => kind.to_owned(),
        }),
    };
    if !way.is_open(now) {
        return el("li", "way", (label, " ", el("span", "quiet", text.closed)));
    }
    let closes =
        way.closes.map(|when| (" ", el("span", "quiet", (text.at_latest, " ", when_time(env, when)))));
    el("li", "way", (tap(way.href.clone(), label), closes))
}
