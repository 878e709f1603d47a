//! One dialogue, whole.

use super::missing::missing;
use crate::{
    domain::{
        body::Block,
        dialogue::{Dialogue, Group, Stage},
        feed::Feed,
        live::{Live, Trouble},
        localized::Localized,
        meeting::Meeting,
        route::Route,
        slug::Slug,
        when::{Instant, day},
    },
    part::{
        Act, Body, CalendarLink, Contacts, Documents, Env, Meetings, Notice, Participants, Phases,
        ResultsSection, TakePartList, dotted, fact, meeting_facts, nearness, phrase, section, slot_time,
        state_line, when_time,
    },
    text::date,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a dialogue, in each state of the feed.
pub fn detail(env: Env, live: Signal<Live>, slug: Slug, act: Callback<Act>) -> AnyView {
    let text = env.text;
    let back = env.links.href(&Route::List);
    // Drawn anew when the dialogue, the day or the group changes, not with every minute.
    let shown = {
        let (slug, now) = (slug.clone(), env.now);
        Memo::new(move |_| {
            let now = now.get();
            let found = live.with(|l| l.feed().and_then(|f| f.find(&slug).cloned()));
            let next = found.as_ref().and_then(|d| d.next_meeting(now)).map(|m| m.id.clone());
            (found.map(|d| (d.group(now), d)), next, day(now))
        })
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
        Live::Failed(trouble) => failed(&env, &trouble, act),
        Live::Fresh(feed) => match shown.get().0 {
            Some((group, dialogue)) => article(&env, &feed, &dialogue, group),
            None => missing(&env, Some(&feed), act),
        },
    };
    view! {
        <a class="back-link tap" href=back>
            <span aria-hidden="true">"‹\u{a0}"</span>
            {text.back_to_list}
        </a>
        {content}
    }
    .into_any()
}

/// No feed: what was met, what to do, and the way on.
pub fn failed(env: &Env, trouble: &Trouble, act: Callback<Act>) -> AnyView {
    let text = env.text;
    let advice = (text.trouble)(trouble);
    view! {
        <div class="list-hits">
            <Notice id="failed" error=true title=advice.title text=advice.text>
                <button class="button" type="button" on:click=move |_| act.run(Act::Retry)>
                    {text.retry}
                </button>
            </Notice>
        </div>
    }
    .into_any()
}

fn article(env: &Env, feed: &Arc<Feed>, dialogue: &Arc<Dialogue>, group: Group) -> AnyView {
    let text = env.text;
    let now = env.now.get_untracked();
    let meeting = dialogue.next_meeting(now).or_else(|| dialogue.last_meeting(now));
    let participants = meeting.map(|m| m.participants.clone()).unwrap_or_default();
    let documents = (!dialogue.documents.is_empty()).then(|| {
        let list = view! { <Documents env=env.clone() documents=dialogue.documents.clone()/> };
        section("documents", text.documents, list.into_any())
    });
    view! {
        <article class="detail">
            {heading(env, dialogue, group)}
            {when_where(env, feed, dialogue, meeting, now)}
            <div class="detail-text">
                {body(env, "about", text.about, &dialogue.body)}
                <TakePartList env=env.clone() ways=dialogue.take_part.clone() now=now/>
                <Meetings env=env.clone() feed=Arc::clone(feed) dialogue=Arc::clone(dialogue) now=now/>
                <Participants env=env.clone() participants=participants/>
                <Phases env=env.clone() phases=dialogue.phases.clone()/>
                <ResultsSection env=env.clone() results=dialogue.results.clone() group=group now=now/>
                {documents}
                {body(env, "background", text.background, &dialogue.background)}
                <Contacts
                    env=env.clone()
                    contacts=dialogue.contacts.clone()
                    publisher=feed.publisher.clone()
                />
                {end(env, dialogue)}
            </div>
        </article>
    }
    .into_any()
}

fn heading(env: &Env, dialogue: &Dialogue, group: Group) -> AnyView {
    let text = env.text;
    // The group says already that it is over or, with an open stage, that it goes on.
    let stage = dialogue.stage.filter(|s| (group, *s) != (Group::Ended, Stage::Closed));
    let stage = stage.map(|s| (text.stages)(s).into_any());
    let words = std::iter::once((text.groups)(group).into_any()).chain(stage);
    let note = dialogue.stage_note.as_ref().map(|note| view! { <p>{phrase(env, note)}</p> });
    let foreign = dialogue.title.get(text.tag).lang.map(|tag| {
        view! { <p class="quiet">{(text.foreign_text)(text.language_name(tag))}</p> }
    });
    view! {
        <header class="heading">
            <p class="heading-stage">{dotted(words)}</p>
            <h1 class="heading-title" tabindex="-1">
                {phrase(env, &dialogue.title)}
            </h1>
            {foreign}
            {dialogue.summary.as_ref().map(|summary| view! { <p class="lead">{phrase(env, summary)}</p> })}
            {note}
        </header>
    }
    .into_any()
}

/// The box that answers when, where and how to come.
fn when_where(
    env: &Env,
    feed: &Arc<Feed>,
    dialogue: &Arc<Dialogue>,
    meeting: Option<&Meeting>,
    now: Instant,
) -> AnyView {
    let text = env.text;
    let title = match meeting {
        Some(m) if now < m.slot.over() => text.next_meeting_title,
        Some(_) => text.last_meeting_title,
        None => text.when_and_where,
    };
    view! {
        <section class="when-where" aria-labelledby="when-where">
            <h2 class="when-where-title" id="when-where">
                {title}
            </h2>
            {meeting.map(|m| meeting_box(env, feed, dialogue, m, now))}
            {dialogue_facts(env, dialogue, meeting, now)}
        </section>
    }
    .into_any()
}

fn meeting_box(
    env: &Env,
    feed: &Arc<Feed>,
    dialogue: &Arc<Dialogue>,
    meeting: &Meeting,
    now: Instant,
) -> AnyView {
    let nearness = nearness(env, meeting, now).map(|n| view! { <p class="when-where-soon">{n}</p> });
    let time = slot_time(env, meeting.slot);
    let time = if meeting.status.takes_place() { time } else { view! { <s>{time}</s> }.into_any() };
    let name = meeting.title.as_ref().or(meeting.theme.as_ref());
    let calendar = (now < meeting.slot.over()).then(|| {
        view! {
            <CalendarLink
                env=env.clone()
                feed=Arc::clone(feed)
                dialogue=Arc::clone(dialogue)
                meeting=meeting.clone()
                main=true
            />
        }
    });
    let (first, second) = meeting_facts(env, meeting, now);
    view! {
        {state_line(env, meeting)}
        <p class="when-where-time">{time}</p>
        {nearness}
        {name.map(|name| view! { <p>{phrase(env, name)}</p> })}
        <dl class="facts">{first}</dl>
        {calendar}
        <dl class="facts">{second}</dl>
    }
    .into_any()
}

/// What holds for the whole dialogue: its period, who invites, whom it concerns.
fn dialogue_facts(env: &Env, dialogue: &Dialogue, meeting: Option<&Meeting>, now: Instant) -> AnyView {
    let text = env.text;
    let names = |list: &[Localized]| -> Vec<AnyView> {
        let words: Vec<&str> = list.iter().map(|t| t.get(text.tag).text).collect();
        if words.is_empty() { Vec::new() } else { vec![text.join(&words).into_any()] }
    };
    let period = dialogue.period.iter().flat_map(|period| {
        let note = period.note.as_ref().map(|note| phrase(env, note));
        std::iter::once(date::period(text, period, now).into_any()).chain(note)
    });
    let meetings = match meeting {
        None if dialogue.group(now) == Group::Ended => Some(text.no_meetings),
        Some(m) if now < m.slot.over() => None,
        _ => Some(text.no_meetings_planned),
    };
    let organisers = dialogue.organisers.iter().map(|organiser| {
        let name = phrase(env, &organiser.name);
        match &organiser.url {
            Some(url) => view! { <a href=url.as_str().to_owned()>{name}</a> }.into_any(),
            None => name,
        }
    });
    let level = dialogue.level.map(|level| (text.levels)(level).into_any());
    view! {
        <dl class="facts">
            {fact(text.period, period.collect())}
            {fact(text.recurrence, dialogue.recurrence_note.iter().map(|n| phrase(env, n)).collect())}
            {fact(text.meetings_term, meetings.into_iter().map(IntoAny::into_any).collect())}
            {fact(text.influence, level.into_iter().collect())}
            {fact(text.organisers, organisers.collect())}
            {fact(text.districts, names(&dialogue.districts))}
            {fact(text.topics, names(&dialogue.topics))}
        </dl>
    }
    .into_any()
}

/// A text under its heading; its own first heading where it has one.
fn body(env: &Env, id: &'static str, title: &'static str, blocks: &[Block]) -> AnyView {
    let (title, blocks) = match blocks {
        [] => return ().into_any(),
        [Block::Heading(own), rest @ ..] if !rest.is_empty() => (phrase(env, own), rest),
        all => (title.into_any(), all),
    };
    section(id, title, view! { <Body env=env.clone() blocks=blocks.to_vec()/> }.into_any())
}

/// When it was changed, where there is more, and what was guessed.
fn end(env: &Env, dialogue: &Dialogue) -> AnyView {
    let text = env.text;
    let page = dialogue.url.as_ref().map(|url| {
        view! {
            <p>
                <a class="tap" href=url.as_str().to_owned()>
                    {(text.more_at)(url.host().unwrap_or_default())}
                </a>
            </p>
        }
    });
    let guessed = dialogue.inferred.iter().chain(dialogue.meetings.iter().flat_map(|m| &m.inferred));
    let mut guessed: Vec<&str> = guessed.filter_map(|field| (text.inferred_fields)(field)).collect();
    guessed.dedup();
    let guessed = (!guessed.is_empty()).then(|| {
        view! { <p class="updated quiet">{(text.inferred)(&text.join(&guessed))}</p> }
    });
    let updated = dialogue.updated.map(|when| {
        view! { <p class="updated quiet">{text.updated} " " {when_time(env, when)}</p> }
    });
    view! {
        {page}
        {guessed}
        {updated}
    }
    .into_any()
}
