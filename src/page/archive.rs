//! What ended in a year.

use super::{missing::older, state::feed_or};
use crate::{
    domain::{
        archive::{Year, YearCount, archive as by_year},
        dialogue::Group,
        feed::Feed,
        live::Live,
        route::Route,
        when::day,
    },
    part::{
        Act, Env,
        back_link::back_link,
        card::card,
        el::{self, El, el, pieces},
        notice::notice,
        section::list,
        years::years,
    },
};
use leptos::prelude::*;

/// The page of a year, in each state of the feed.
pub fn archive(env: Env, live: Signal<Live>, year: i32, act: Callback<Act>) -> AnyView {
    // Drawn anew when the day changes or a dialogue ends, not with every minute.
    let turn = {
        let now = env.now;
        Memo::new(move |_| {
            let now = now.get();
            let ended = |feed: &Feed| feed.dialogues.iter().filter(|d| d.group(now) == Group::Ended).count();
            (day(now), live.with(|l| l.feed().map(|feed| ended(feed))))
        })
    };
    let content = move || {
        turn.track();
        let title =
            el("h1", "heading-title", env.text.archive_title.number(year.into())).attr("tabindex", "-1");
        let top = (back_link(&env), el("div", "heading", title));
        match live.with(|l| feed_or(&env, l, act)) {
            Ok(feed) => pieces((top, content(&env, &feed, year, act))),
            Err(state) => pieces((top, state)),
        }
    };
    el::live(content)
}

fn content(env: &Env, feed: &Feed, year: i32, act: Callback<Act>) -> El {
    let text = env.text;
    let now = env.now.get_untracked();
    let all = by_year(feed, now);
    let counts: Vec<YearCount> = all.iter().map(Year::count).collect();
    let news = env.keeping().saved.news(feed, now);
    let rows = match all.iter().find(|y| y.year == year) {
        Some(found) => {
            let count = text.dialogues.number(found.dialogues.len());
            let title = el("h2", "group-title", count).attr("id", Group::Ended.name());
            let rows = found.dialogues.iter().map(|d| card(env, d, Group::Ended, now, &news)).collect();
            let rows = el("section", "group", (title, list("cards", rows)));
            rows.attr("aria-labelledby", Group::Ended.name())
        }
        None => nothing(env, year),
    };
    el("div", "list-hits", (rows, years(env, &counts, Some(year)), older(env, Some(feed), act)))
}

fn nothing(env: &Env, year: i32) -> El {
    let text = env.text;
    let back = el("a", "button", text.missing_back).attr("href", env.links.href(&Route::List));
    let title = text.archive_none_title.number(year.into());
    notice("nothing-ended", title, text.archive_none_text, el("p", "", back))
}
