//! The list: what goes on, what lies ahead, what is over; narrowed by the filter.

use crate::{
    domain::{
        body::Block,
        dialogue::{Dialogue, Group},
        feed::Feed,
        filter::{Filter, Outcome, PAGE},
        live::Live,
        when::{Instant, day},
    },
    part::{Act, Body, Card, Chips, Env, Faults, FilterBar, HitCount, Notice, criterion_name, phrase},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The page at the app's own address, in each state of the feed.
pub fn list(env: Env, live: Signal<Live>, filter: Signal<Filter>, act: Callback<Act>) -> AnyView {
    let text = env.text;
    let heading = move || live.with(|l| l.feed().and_then(|f| f.title.clone()));
    let title = {
        let env = env.clone();
        move || heading().map_or_else(|| text.list_title.into_any(), |title| phrase(&env, &title))
    };
    let intro = {
        let env = env.clone();
        move || live.with(|l| l.feed().map(|feed| intro(&env, &feed.intro)))
    };
    let content = move || match live.get() {
        Live::Loading => view! { <div class="list-hits"></div> }.into_any(),
        Live::Slow => view! {
            <div class="list-hits">
                <p class="loading" role="status">
                    {text.fetching}
                </p>
            </div>
        }
        .into_any(),
        Live::Failed(trouble) => super::detail::failed(&env, &trouble, act),
        Live::Fresh(feed) => with_feed(env.clone(), feed, filter, act),
    };
    view! {
        <div class="heading">
            <h1 class="heading-title" tabindex="-1">
                {title}
            </h1>
            {intro}
        </div>
        {content}
    }
    .into_any()
}

/// The municipality's own words: the first paragraph at once, the rest on demand.
fn intro(env: &Env, blocks: &[Block]) -> AnyView {
    let [Block::Paragraph(lead), rest @ ..] = blocks else {
        return view! { <Body env=env.clone() blocks=blocks.to_vec()/> }.into_any();
    };
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="intro">
                <summary>{env.text.intro_more}</summary>
                <Body env=env.clone() blocks=rest.to_vec()/>
            </details>
        }
    });
    view! {
        <p class="lead">{phrase(env, lead)}</p>
        {more}
    }
    .into_any()
}

/// What a list shows depends on the filter, and on the clock only where a day or a group changes.
#[derive(Clone, PartialEq)]
struct Shown {
    filter: Filter,
    outcome: Outcome,
    today: chrono::NaiveDate,
}

fn with_feed(env: Env, feed: Arc<Feed>, filter: Signal<Filter>, act: Callback<Act>) -> AnyView {
    let text = env.text;
    let shown = {
        let (feed, now) = (Arc::clone(&feed), env.now);
        Memo::new(move |_| {
            let (filter, now) = (filter.get(), now.get());
            Shown { outcome: filter.apply(&feed, now), today: day(now), filter }
        })
    };
    let choices = Memo::new(move |_| shown.with(|s| s.outcome.choices.clone()));
    let count = Signal::derive(move || {
        shown.with(|s| match s.filter.active().is_empty() {
            true => (text.dialogues)(s.outcome.total),
            false => (text.hits)(s.outcome.total),
        })
    });
    if feed.dialogues.is_empty() {
        return view! {
            <div class="list-hits">
                <Notice id="empty" title=text.nothing_at_all_title text=text.nothing_at_all_text>
                    {()}
                </Notice>
                {faults(&env, &feed)}
            </div>
        }
        .into_any();
    }
    let faults = faults(&env, &feed);
    let chips = {
        let env = env.clone();
        let filter = Memo::new(move |_| shown.with(|s| s.filter.clone()));
        move || view! { <Chips env=env.clone() filter=filter.get()/> }
    };
    let bar = view! { <FilterBar env=env.clone() filter=filter choices=choices.into() act=act/> };
    let hits = move || shown.with(|shown| hits(&env, &feed, shown, act));
    view! {
        <div class="list">
            {bar}
            <div class="list-hits">
                <div class="filter-summary">
                    <HitCount words=count/>
                    {chips}
                </div>
                {hits}
                {faults}
            </div>
        </div>
    }
    .into_any()
}

fn faults(env: &Env, feed: &Feed) -> AnyView {
    (!feed.faults.is_empty())
        .then(|| view! { <Faults env=env.clone() faults=feed.faults.clone()/> })
        .into_any()
}

fn hits(env: &Env, feed: &Feed, shown: &Shown, act: Callback<Act>) -> AnyView {
    let text = env.text;
    let (outcome, filter) = (&shown.outcome, &shown.filter);
    // The clock is asked once a rendering; `shown` changes when that matters.
    let now = env.now.get_untracked();
    if outcome.total == 0 {
        return nothing_found(env, shown);
    }
    let near = outcome.near.then(|| view! { <p class="near">{text.near_hits}</p> });
    let ahead = feed.dialogues.iter().any(|d| d.next_open_meeting(now).is_some());
    let nothing_ahead = (!ahead && filter.active().is_empty()).then(|| nothing_ahead(env, outcome));
    let groups: Vec<AnyView> = Group::ALL.into_iter().map(|g| group(env, g, &outcome.hits, now)).collect();
    let left = outcome.total.saturating_sub(outcome.hits.len()).min(PAGE);
    let more = (left > 0).then(|| {
        let next = Filter { rows: filter.rows + PAGE, ..filter.clone() };
        view! {
            <p class="group-more">
                <button
                    class="button-plain"
                    type="button"
                    on:click=move |_| act.run(Act::Choose(next.clone()))
                >
                    {(text.show_more)(left)}
                </button>
            </p>
        }
    });
    let older = (left == 0 && feed.next.is_some()).then(|| {
        view! {
            <p class="group-more">
                <button class="button-plain" type="button" on:click=move |_| act.run(Act::Older)>
                    {text.show_older}
                </button>
            </p>
        }
    });
    view! {
        {near}
        {nothing_ahead}
        {groups}
        {more}
        {older}
    }
    .into_any()
}

fn group(env: &Env, group: Group, hits: &[(Group, Arc<Dialogue>)], now: Instant) -> AnyView {
    let cards: Vec<_> = hits
        .iter()
        .filter(|(g, _)| *g == group)
        .map(|(_, dialogue)| {
            view! { <Card env=env.clone() dialogue=Arc::clone(dialogue) group=group now=now/> }
        })
        .collect();
    (!cards.is_empty())
        .then(|| {
            view! {
                <section class="group" aria-labelledby=group.name()>
                    <h2 class="group-title" id=group.name()>
                        {(env.text.groups)(group)}
                    </h2>
                    <ul class="cards" role="list">
                        {cards}
                    </ul>
                </section>
            }
        })
        .into_any()
}

fn nothing_ahead(env: &Env, outcome: &Outcome) -> AnyView {
    let text = env.text;
    let way = |group: Group, words: &'static str| {
        outcome.hits.iter().any(|(g, _)| *g == group).then(|| {
            view! {
                <a class="tap" href=format!("#{}", group.name()) rel="external">
                    {words}
                </a>
            }
        })
    };
    let ways = [way(Group::Ongoing, text.see_ongoing), way(Group::Ended, text.see_ended)];
    let ways: Vec<_> = ways.into_iter().flatten().collect();
    view! {
        <Notice id="nothing-ahead" title=text.nothing_ahead_title text=text.nothing_ahead_text>
            {ways}
        </Notice>
    }
    .into_any()
}

fn nothing_found(env: &Env, shown: &Shown) -> AnyView {
    let text = env.text;
    let (outcome, filter) = (&shown.outcome, &shown.filter);
    let ways: Vec<_> = outcome
        .rescues
        .iter()
        .map(|(criterion, hits)| {
            view! {
                <li>
                    <a class="tap" href=env.links.list(&filter.without(*criterion)) data-noscroll>
                        {(text.without)(&criterion_name(env, filter, *criterion), *hits)}
                    </a>
                </li>
            }
        })
        .collect();
    let advice = if ways.is_empty() { text.no_hits_clear } else { text.no_hits_drop_one };
    let ways = (!ways.is_empty()).then(|| view! { <ul class="ways" role="list">{ways}</ul> });
    let (all, of) = (env.links.list(&Filter::default()), outcome.of);
    view! {
        <Notice id="nothing-found" title=text.no_hits_title text=advice>
            {ways}
            <a class="button" href=all data-noscroll>
                {(text.show_all)(of)}
            </a>
        </Notice>
    }
    .into_any()
}
