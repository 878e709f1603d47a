//! The meetings of a dialogue, those ahead first.

use super::{CalendarLink, Env, card, date_block, dotted, facts, meeting_facts, phrase, section, slot_time};
use crate::domain::{dialogue::Dialogue, feed::Feed, meeting::Meeting, when::Instant};
use leptos::prelude::*;
use std::sync::Arc;

/// All meetings; nothing when there is only one, since the page shows it already.
#[component]
pub fn Meetings(
    /// Where it is shown.
    env: Env,
    /// The feed it is in.
    feed: Arc<Feed>,
    /// The dialogue.
    dialogue: Arc<Dialogue>,
    /// What time it is.
    now: Instant,
) -> impl IntoView {
    if dialogue.meetings.len() < 2 {
        return ().into_any();
    }
    let row = |m: &Meeting| meeting_row(&env, &feed, &dialogue, m, now);
    let (past, ahead): (Vec<&Meeting>, Vec<&Meeting>) =
        dialogue.meetings.iter().partition(|m| m.slot.over() <= now);
    let count = past.len();
    let rows = |list: Vec<AnyView>| {
        (!list.is_empty()).then(|| view! { <ul class="meetings" role="list">{list}</ul> })
    };
    let past = rows(past.into_iter().rev().map(row).collect());
    let past = past.map(|past| {
        view! {
            <details class="meetings-past">
                <summary>{(env.text.past_meetings)(count)}</summary>
                {past}
            </details>
        }
    });
    let ahead = rows(ahead.into_iter().map(row).collect());
    section("meetings", env.text.meetings, (ahead, past).into_any())
}

fn meeting_row(
    env: &Env,
    feed: &Arc<Feed>,
    dialogue: &Arc<Dialogue>,
    meeting: &Meeting,
    now: Instant,
) -> AnyView {
    let text = env.text;
    let over = meeting.slot.over() <= now;
    let title = meeting.title.as_ref().or(meeting.theme.as_ref()).unwrap_or(&dialogue.title);
    let nearness =
        card::nearness(env, meeting, now).map(|n| view! { <strong class="soon">{n}</strong> }.into_any());
    let time = std::iter::once(slot_time(env, meeting.slot)).chain(nearness);
    let place = meeting.place.as_ref().map(|p| p.short().into_any());
    let done = over.then(|| view! { <span class="state state-done">{text.over}</span> }.into_any());
    let note = meeting.status_note.as_ref().map(|n| view! { <p>{phrase(env, n)}</p> });
    let more = (!over).then(|| {
        let (first, second) = meeting_facts(env, meeting, now);
        view! {
            <details class="meeting-more">
                <summary>{text.meeting_more}</summary>
                <dl class="facts">{first} {second}</dl>
            </details>
            <CalendarLink
                env=env.clone()
                feed=Arc::clone(feed)
                dialogue=Arc::clone(dialogue)
                meeting=meeting.clone()
                main=false
            />
        }
    });
    view! {
        <li class="meeting" class:is-off=!meeting.status.takes_place() id=format!("m-{}", meeting.id)>
            {date_block(env, meeting.slot)}
            <div class="meeting-body">
                <h3 class="meeting-title">{card::title(env, title, meeting.status)}</h3>
                <p class="card-when">{dotted(time)}</p>
                <p class="card-facts">{dotted(done.into_iter().chain(place))}</p>
                {note}
                <p class="card-facts">{facts::earlier(env, meeting)}</p>
                {more}
            </div>
        </li>
    }
    .into_any()
}
