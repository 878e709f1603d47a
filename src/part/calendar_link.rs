//! "Lägg till i kalendern": a real file on one tap, and calendars on the net beside it.

use super::{CalendarFile, Env};
use crate::{
    domain::{
        calendar::Service,
        dialogue::Dialogue,
        feed::Feed,
        ics,
        meeting::{Meeting, Status},
    },
    text::{date, entry},
};
use leptos::prelude::*;

/// The button that saves a meeting's calendar file, and links that fill it in elsewhere.
#[component]
pub fn CalendarLink(
    /// Where it is shown.
    env: Env,
    /// The feed it is in.
    feed: std::sync::Arc<Feed>,
    /// Its dialogue.
    dialogue: std::sync::Arc<Dialogue>,
    /// The meeting.
    meeting: Meeting,
    /// Whether it is the page's one filled button, with the choices beside it.
    main: bool,
) -> impl IntoView {
    let text = env.text;
    let entry = entry::entry(text, &env.links, &feed, &dialogue, &meeting);
    let file = CalendarFile { name: entry::file_name(text, &dialogue, &meeting), text: ics::print(&entry) };
    // A file that the organiser made is preferred over ours.
    let href = match &meeting.ics {
        Some(link) => link.as_str().to_owned(),
        None => (env.calendar_href)(&file),
    };
    let label = match meeting.status {
        Status::Cancelled => text.calendar_cancel,
        Status::Rescheduled | Status::Postponed | Status::MovedOnline => text.calendar_update,
        Status::Scheduled => text.calendar_add,
    };
    let date = date::full(text, meeting.slot.day());
    let file_link = |class: &'static str, label: &'static str| {
        view! {
            <a class=class href=href.clone() download=file.name.clone() type=ics::MEDIA_TYPE>
                {label}
                <span class="visually-hidden">{format!(", {date}")}</span>
            </a>
        }
    };
    if !main {
        return view! { <p>{file_link("tap", label)}</p> }.into_any();
    }
    let services: Vec<_> = Service::ALL
        .into_iter()
        .map(|service| {
            view! {
                <li>
                    <a class="tap" href=service.href(&entry) target="_blank" rel="noreferrer">
                        {service.name()}
                        " "
                        <span class="quiet">{text.calendar_new_tab}</span>
                    </a>
                </li>
            }
        })
        .collect();
    // Nothing new can be filled in for what does not take place: the file alone carries the cancellation.
    let others = meeting.status.takes_place().then(|| {
        view! {
            <details class="calendar-more">
                <summary>{text.calendar_others}</summary>
                <ul class="ways" role="list">
                    <li>{file_link("tap", text.calendar_apple)}</li>
                    {services}
                </ul>
            </details>
        }
    });
    view! {
        <div class="calendar-link">
            {file_link("button", label)} {others} <p class="calendar-note">{text.calendar_note}</p>
        </div>
    }
    .into_any()
}
