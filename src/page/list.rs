//! The list: what goes on, what lies ahead, what is over; narrowed by the filter.

use super::{missing::older, state::feed_or};
use crate::{
    domain::{
        body::Block,
        dialogue::Group,
        feed::Feed,
        filter::{Filter, PAGE},
        live::Live,
        outcome::{Hit, OPEN, Outcome},
        saved::News,
        when::{Instant, day},
    },
    part::{
        Act, Env,
        body::body_under,
        card::card,
        chips::{chips, criterion_name},
        el::{El, Piece, el, live, pieces},
        filter_bar::filter_bar,
        hit_count::HitCount,
        news::news,
        notice::{faults, notice},
        phrase::phrase,
        section::{list as plain_list, more, tap, tap_inside},
        subscription::subscription,
        years::years,
    },
    text::{Text, entry::own_title},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The page at the app's own address, in each state of the feed.
pub fn list(env: Env, feed: Signal<Live>, filter: Signal<Filter>, act: Callback<Act>) -> AnyView {
    let heading = {
        let env = env.clone();
        move || feed.with(|l| pieces(heading(&env, l.feed().map(|feed| &**feed))))
    };
    // What has a list keeps it: a newer feed changes what is in it, and whoever types in it keeps the focus.
    let some = Memo::new(move |_| feed.with(|l| l.feed().is_some_and(|feed| !feed.dialogues.is_empty())));
    let told = {
        let env = env.clone();
        move || feed.with(|l| pieces(l.feed().and_then(|feed| news(&env, feed, None, act))))
    };
    let content = move || {
        if some.get() {
            return with_feed(env.clone(), feed, filter, act);
        }
        match feed.with(|l| feed_or(&env, l, act)) {
            Ok(feed) => {
                let env = env.clone();
                live(move || empty(&env, &feed))
            }
            Err(state) => live(move || state.clone()),
        }
    };
    (live(heading), live(told), content).into_any()
}

fn heading(env: &Env, feed: Option<&Feed>) -> El {
    let text = env.text;
    let title = feed.and_then(|feed| own_title(text, feed)).unwrap_or(text.list_title);
    // The municipality's own words, right under the h1: the first paragraph at once, the rest on demand.
    let intro = match feed.map_or(&[][..], |f| &f.intro) {
        [] => Vec::new(),
        [Block::Paragraph(lead), rest @ ..] => {
            let rest =
                (!rest.is_empty()).then(|| more("intro", text.intro_more, body_under(env, rest, "h2")));
            pieces((el("p", "lead", phrase(env, lead)), rest))
        }
        all => pieces(body_under(env, all, "h2")),
    };
    el("div", "heading", (el("h1", "heading-title", title).attr("tabindex", "-1"), intro))
}

fn empty(env: &Env, feed: &Feed) -> Vec<Piece> {
    let text = env.text;
    // Of a part of the feed only that much can be said.
    let (title, words) = match feed.partial {
        true => (text.nothing_ahead_title, text.nothing_ahead_text),
        false => (text.nothing_at_all_title, text.nothing_at_all_text),
    };
    let empty = notice("empty", title, words, ());
    pieces(el("div", "list-hits", (empty, faults(env, &feed.faults))))
}

fn with_feed(env: Env, live_feed: Signal<Live>, filter: Signal<Filter>, act: Callback<Act>) -> AnyView {
    let text = env.text;
    // What is shown depends on the filter, and on the clock only where a day or a group changes.
    let shown = {
        let (now, lang) = (env.now, env.links.lang());
        Memo::new(move |_| {
            let (filter, now) = (filter.get(), now.get());
            let outcome =
                live_feed.with(|l| l.feed().map(|feed| filter.apply(feed, now, lang))).unwrap_or_default();
            let past: usize = outcome.hits.iter().map(|(_, dialogue)| dialogue.moments_past(now)).sum();
            (outcome, filter, (day(now), past))
        })
    };
    let count = Signal::derive(move || {
        shown.with(|(outcome, filter, _)| {
            if filter.narrows() {
                text.hits.number(outcome.total)
            } else {
                text.dialogues.number(outcome.total)
            }
        })
    });
    let chips = {
        let env = env.clone();
        move || shown.with(|(outcome, filter, _)| chips(&env, filter, &outcome.choices))
    };
    // Without the app a line stands in the filters' place (public/no-app.css).
    let bar = move || {
        let no_app = el("p", "no-app", text.no_app);
        shown.with(|(outcome, filter, _)| pieces((filter_bar(text, filter, &outcome.choices, act), no_app)))
    };
    let end = {
        let env = env.clone();
        move || {
            live_feed
                .with(|l| pieces((subscription(&env), l.feed().and_then(|feed| faults(&env, &feed.faults)))))
        }
    };
    let hits = move || {
        let feed = live_feed.with_untracked(|l| l.feed().cloned());
        let drawn =
            |feed: Arc<Feed>| shown.with(|(outcome, filter, _)| hits(&env, &feed, outcome, filter, act));
        feed.map(drawn).unwrap_or_default()
    };
    view! {
        <div class="list">
            {live(bar)}
            <div class="list-hits">
                <div class="filter-summary">
                    <HitCount words=count/>
                    {live(chips)}
                </div>
                {live(hits)}
                {live(end)}
            </div>
        </div>
    }
    .into_any()
}

fn hits(env: &Env, feed: &Feed, outcome: &Outcome, filter: &Filter, act: Callback<Act>) -> Vec<Piece> {
    let text = env.text;
    // The clock is asked once a rendering; the caller draws anew when it matters.
    let now = env.now.get_untracked();
    if outcome.total == 0 {
        return pieces(nothing_found(env, outcome, filter));
    }
    let near = outcome.near.then(|| el("p", "near", text.near_hits));
    let ahead = feed.dialogues.iter().any(|d| d.next_open_meeting(now).is_some());
    let nothing_ahead = (!ahead && !filter.narrows()).then(|| nothing_ahead(env, outcome));
    let news = env.keeping().saved.news(feed, now);
    let [ongoing, upcoming, ended] = Group::ALL.map(|g| group(env, g, &outcome.hits, now, &news));
    let more = more_rows(text, outcome.left, filter, act);
    let older = (outcome.left == 0).then(|| older(env, Some(feed), act));
    // Rows come where they are missing: before the ended ones, unless these are what is looked for.
    let (before, after) = if filter.narrows() { (None, more) } else { (more, None) };
    let ended = (ended, years(env, &outcome.years, None), after);
    // One element, so that a group stays itself when one before it goes (El::key).
    pieces(el("div", "", (near, nothing_ahead, (ongoing, upcoming), before, ended, older)))
}

/// The button that shows more rows, where there are more.
fn more_rows(text: &'static Text, left: usize, filter: &Filter, act: Callback<Act>) -> Option<El> {
    (left > 0).then(|| {
        let first = if filter.narrows() { PAGE } else { OPEN };
        let next = Filter { rows: filter.rows.max(first) + PAGE, ..filter.clone() };
        let button =
            el("button", "button-plain", text.show_more.count(left.min(PAGE))).attr("type", "button");
        el("p", "group-more", button.click(act, Act::Choose(next)))
    })
}

fn group(env: &Env, group: Group, hits: &[Hit], now: Instant, news: &[News]) -> Option<El> {
    let rows = hits.iter().filter(|(g, _)| *g == group);
    let rows = rows.map(|(_, dialogue)| card(env, dialogue, group, now, news));
    let rows = plain_list("cards", rows.collect())?;
    let title = el("h2", "group-title", env.text.groups.of(group)).attr("id", group.name());
    Some(el("section", "group", (title, rows)).attr("aria-labelledby", group.name()).key(group.name()))
}

fn nothing_ahead(env: &Env, outcome: &Outcome) -> El {
    let text = env.text;
    let way = |group: Group, words: &'static str| {
        let there = outcome.hits.iter().any(|(g, _)| *g == group);
        there.then(|| tap(format!("#{}", group.name()), words))
    };
    let ways = (way(Group::Ongoing, text.see_ongoing), way(Group::Ended, text.see_ended));
    notice("nothing-ahead", text.nothing_ahead_title, text.nothing_ahead_text, ways)
}

fn nothing_found(env: &Env, outcome: &Outcome, filter: &Filter) -> El {
    let text = env.text;
    let ways = outcome.rescues.iter().map(|(criterion, hits)| {
        // The name is a piece of its own, since it may be in another language.
        let (before, after) = text.without.around();
        let name = criterion_name(env, filter, &outcome.choices, *criterion);
        let words = el("span", "", (before, name, after, text.hits.number(*hits)));
        el("li", "", tap_inside(env.links.list(&filter.without(*criterion)), words).attr("data-noscroll", ""))
    });
    let ways = plain_list("ways", ways.collect());
    let advice = if ways.is_some() { text.no_hits_drop_one } else { text.no_hits_clear };
    let all = el("a", "button", text.show_all.number(outcome.of))
        .attr("href", env.links.list(&Filter::default()))
        .attr("data-noscroll", "");
    notice("nothing-found", text.no_hits_title, advice, (ways, all))
}
