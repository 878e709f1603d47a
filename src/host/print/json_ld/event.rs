//! A dialogue as an EventSeries, a meeting as an Event with its true status.

use super::{Site, place, thing::Thing};
use crate::domain::{
    dialogue::Dialogue,
    meeting::{Meeting, Mode, Registration, Status},
    organiser::Participant,
    stage::Stage,
    when::{Slot, When, machine, machine_around},
};
use serde_json::Value;

/// What stands for a dialogue on its page. One meeting is an Event, since Google shows pages that are about a single
/// event. A period or several meetings make a series. Without a date it is no event at all.
pub fn main<'a>(site: &Site<'a>, dialogue: &'a Dialogue, url: &str) -> Option<Thing> {
    match (&dialogue.period, dialogue.meetings.as_slice()) {
        (None, []) => None,
        // Its identity stays when a second meeting comes; its address is the page's.
        (None, [only]) => {
            let event = site.matter(Thing::new("Event"), dialogue);
            Some(meeting(site, event, dialogue, only, url).put("url", Some(url)))
        }
        _ => Some(series(site, dialogue, url)),
    }
}

fn series<'a>(site: &Site<'a>, dialogue: &'a Dialogue, url: &str) -> Thing {
    let id = format!("{url}#series");
    let part = |m: &'a Meeting| {
        let event = Thing::new("Event").put("superEvent", Some(super::reference(&id)));
        meeting(site, event, dialogue, m, url).put("url", Some(format!("{url}#m-{}", m.id)))
    };
    let cancelled = dialogue.stage == Some(Stage::Cancelled);
    // Without a period no dates: the first meeting known need not be the first there was.
    let period = dialogue.period.as_ref();
    site.matter(Thing::new("EventSeries"), dialogue)
        .put("@id", Some(id.as_str()))
        .put("url", Some(url))
        .put("name", Some(site.say(&dialogue.title)))
        .put("description", site.description(dialogue))
        .put("startDate", period.map(|p| machine_around(p.start)))
        .put("endDate", period.and_then(|p| p.end).map(machine_around))
        .put("eventStatus", cancelled.then_some("https://schema.org/EventCancelled"))
        .all("organizer", dialogue.organisers.iter().map(|o| site.organiser(o)))
        .all("subEvent", dialogue.meetings.iter().map(part))
}

fn meeting<'a>(
    site: &Site<'a>,
    event: Thing,
    dialogue: &'a Dialogue,
    meeting: &'a Meeting,
    url: &str,
) -> Thing {
    let (start, end) = dates(meeting.slot);
    let before = meeting.previous_start.filter(|_| meeting.status == Status::Rescheduled);
    let theme = meeting.theme.as_ref().map(|theme| site.say(theme));
    let registration = meeting.registration.as_ref();
    event
        .put("@id", Some(format!("{url}#m-{}", meeting.id)))
        .put("identifier", Some(site.feed.uid(dialogue, meeting)))
        .put("name", Some(site.say(meeting.title.as_ref().unwrap_or(&dialogue.title))))
        .put("description", theme.or_else(|| site.description(dialogue)))
        .put("startDate", Some(machine(start)))
        .put("endDate", end.map(machine))
        .put("eventStatus", Some(status(meeting.status)))
        .put("previousStartDate", before.map(|t| machine(When::Time(t))))
        .put("eventAttendanceMode", meeting.attendance().map(mode))
        .all("location", place::locations(site, meeting))
        .all("organizer", dialogue.organisers.iter().map(|o| site.organiser(o)))
        .all("performer", meeting.participants.iter().filter_map(|p| person(site, p)))
        .all("inLanguage", languages(meeting))
        .put("maximumAttendeeCapacity", registration.and_then(|r| r.places))
        // What does not take place offers nothing.
        .put("offers", registration.filter(|_| meeting.status.takes_place()).and_then(offer))
}

fn dates(slot: Slot) -> (When, Option<When>) {
    match slot {
        Slot::Time { start, end } => (When::Time(start), end.map(When::Time)),
        Slot::Days { first, last } => (When::Date(first), (first < last).then_some(When::Date(last))),
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Scheduled => "https://schema.org/EventScheduled",
        Status::Rescheduled => "https://schema.org/EventRescheduled",
        Status::Postponed => "https://schema.org/EventPostponed",
        Status::MovedOnline => "https://schema.org/EventMovedOnline",
        Status::Cancelled => "https://schema.org/EventCancelled",
    }
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::InPerson => "https://schema.org/OfflineEventAttendanceMode",
        Mode::Online => "https://schema.org/OnlineEventAttendanceMode",
        Mode::Hybrid => "https://schema.org/MixedEventAttendanceMode",
    }
}

/// Somebody one meets, by name and task.
fn person<'a>(site: &Site<'a>, participant: &'a Participant) -> Option<Thing> {
    let name = participant.name.as_deref()?;
    let task = participant.role.as_ref().map(|role| site.say(role));
    Some(Thing::new("Person").put("name", Some(name)).put("jobTitle", task))
}

/// The languages one can follow it in, each once.
fn languages(meeting: &Meeting) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for language in meeting.languages.iter().chain(&meeting.interpreting) {
        if !all.contains(&language.as_str()) {
            all.push(language);
        }
    }
    all
}

/// The place that one can register for; no price, since the feed knows none. Only a web address is exported.
fn offer(registration: &Registration) -> Option<Value> {
    let page = registration.url.as_ref().filter(|url| url.host().is_some()).map(|url| url.as_str());
    let closes = registration.closes.map(machine);
    let says_something = page.is_some() || closes.is_some() || registration.full;
    let offer = Thing::new("Offer")
        .put("url", page)
        .put("validThrough", closes)
        .put("availability", registration.full.then_some("https://schema.org/SoldOut"));
    says_something.then(|| offer.into())
}
