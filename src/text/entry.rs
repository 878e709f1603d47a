//! A meeting in the words of a calendar entry, and the name of its file.

use super::{
    Text,
    by::By,
    date,
    table::{Pattern, table},
};
use crate::domain::{
    dialogue::Dialogue,
    feed::Feed,
    ics::{Entry, EntryStatus},
    localized::Localized,
    meeting::{Meeting, Registration, Status},
    place::Place,
    route::{Links, Route},
    search::fold,
    when::{Slot, When, machine},
};

table! {
/// Each string once, as in [`super::Text`].
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub file_prefix: &'static str,
    pub status: By<Status, 5>,
    pub cancelled: Pattern,
    pub read_more: Pattern,
}
}

/// The calendar entry of a meeting. It holds no contact: neither name nor mail nor telephone.
pub fn entry(text: &Text, links: &Links, feed: &Feed, dialogue: &Dialogue, meeting: &Meeting) -> Entry {
    let url = links.absolute(&Route::Dialogue(dialogue.id.clone()));
    let title = meeting.title.as_ref().unwrap_or(&dialogue.title).get(text.tag).text;
    let cancelled = meeting.status == Status::Cancelled;
    let names = |list: &[Localized]| list.iter().map(|t| t.get(text.tag).text.to_owned()).collect::<Vec<_>>();
    let dialogue_updated = dialogue.updated.map(When::start);
    Entry {
        uid: feed.uid(dialogue, meeting),
        sequence: meeting.revision(),
        stamp: meeting
            .updated
            .or(feed.generated_at)
            .or(dialogue_updated)
            .unwrap_or_else(|| meeting.slot.start()),
        modified: meeting.updated,
        slot: meeting.slot,
        assumed_minutes: feed.assumed_minutes,
        status: match meeting.status {
            Status::Cancelled => EntryStatus::Cancelled,
            Status::Postponed => EntryStatus::Tentative,
            Status::Scheduled | Status::Rescheduled | Status::MovedOnline => EntryStatus::Confirmed,
        },
        // Calendars that know no STATUS still show the title.
        summary: if cancelled { text.entry.cancelled.with(title) } else { title.to_owned() },
        description: description(text, dialogue, meeting, &url),
        location: location(text, meeting),
        geo: venue(meeting).and_then(|p| p.geo),
        url,
        categories: [names(&dialogue.topics), names(&dialogue.districts)].concat(),
    }
}

/// Where one goes: nowhere, when the meeting has moved to the net.
fn venue(meeting: &Meeting) -> Option<&Place> {
    meeting.place.as_ref().filter(|_| meeting.status != Status::MovedOnline)
}

fn location(text: &Text, meeting: &Meeting) -> Option<String> {
    let online = meeting.status == Status::MovedOnline || meeting.online.is_some();
    venue(meeting).map(Place::line).or(online.then(|| text.on_the_net.to_owned()))
}

fn description(text: &Text, dialogue: &Dialogue, meeting: &Meeting, url: &str) -> String {
    let say = |t: &Localized| t.get(text.tag).text.to_owned();
    let mut lines: Vec<String> = Vec::new();
    lines.extend(text.entry.status.known(meeting.status).map(str::to_owned));
    lines.extend(meeting.status_note.as_ref().map(say));
    if let (Status::Rescheduled, Some(before)) = (meeting.status, meeting.previous_start) {
        lines.push(format!("{} {}", text.earlier_time, date::moment(text, When::Time(before))));
    }
    lines.extend(meeting.theme.as_ref().or(dialogue.summary.as_ref()).map(say));
    lines.extend(meeting.hours.as_ref().map(say));
    if matches!(meeting.slot, Slot::Time { end: None, .. }) {
        lines.push(text.no_end_stated.to_owned());
    }
    if let Some(place) = venue(meeting) {
        lines.extend(place.hint.as_ref().map(say));
        lines.extend(place.access_note.as_ref().map(say));
    }
    // What does not take place needs no registration and no link.
    let takes_place = meeting.status.takes_place();
    if let Some(online) = meeting.online.as_ref().filter(|_| takes_place) {
        match &online.url {
            Some(link) => lines.push(format!("{}: {}", text.online_link, link.as_str())),
            None => lines.push(text.online_later.to_owned()),
        }
        lines.extend(online.note.as_ref().map(say));
    }
    if let Some(registration) = meeting.registration.as_ref().filter(|_| takes_place) {
        lines.push(self::registration(text, registration));
        // A mail address or telephone number is somebody's, and stays on the page.
        let page = registration.url.as_ref().filter(|link| link.host().is_some());
        lines.extend(page.map(|link| format!("{}: {}", text.register_link, link.as_str())));
    }
    lines.extend(meeting.good_to_know.iter().map(say));
    lines.push(text.entry.read_more.with(url));
    lines.join("\n\n")
}

/// Whether to register, in a sentence that is true at any time.
fn registration(text: &Text, registration: &Registration) -> String {
    match (registration.full, registration.required, registration.closes) {
        (true, ..) => text.register_full.to_owned(),
        (false, true, Some(closes)) => text.register_by.with(&date::moment(text, closes)),
        (false, true, None) => text.register.to_owned(),
        (false, false, _) => text.register_not.to_owned(),
    }
}

/// A dialogue in a line, to go with its address: `Ny park, onsdag 15 maj 2024 kl. 18.00–20.00`. `ahead` is its meeting
/// that is not over.
pub fn share(text: &Text, dialogue: &Dialogue, ahead: Option<&Meeting>) -> String {
    let title = dialogue.title.get(text.tag).text;
    let Some(meeting) = ahead else { return title.to_owned() };
    match meeting.status {
        Status::Postponed => title.to_owned(),
        status => {
            let line = format!("{title}, {}", date::slot(text, meeting.slot).whole());
            if status == Status::Cancelled { text.entry.cancelled.with(&line) } else { line }
        }
    }
}

/// Every meeting's entry, in the order of the feed.
pub fn entries(text: &Text, links: &Links, feed: &Feed) -> Vec<Entry> {
    let of = |d: &Dialogue| d.meetings.iter().map(|m| entry(text, links, feed, d, m)).collect::<Vec<_>>();
    feed.dialogues.iter().flat_map(|dialogue| of(dialogue)).collect()
}

/// The feed's own title of the list, in the reader's language.
pub fn own_title<'a>(text: &Text, feed: &'a Feed) -> Option<&'a str> {
    let title = feed.title.as_ref()?.get(text.tag);
    title.lang.is_none().then_some(title.text)
}

/// The list's name: the feed's own, else ours.
pub fn list_name(text: &Text, feed: &Feed) -> String {
    unbroken(own_title(text, feed).unwrap_or(text.list_title))
}

/// Words without the soft hyphens that a heading may have where no browser can be trusted to break a long word.
pub fn unbroken(words: &str) -> String {
    words.replace('\u{ad}', "")
}

/// What the calendar of all meetings is called where it is subscribed to: the feed's title and who publishes it.
pub fn calendar_name(text: &Text, feed: &Feed) -> String {
    let title = list_name(text, feed);
    match &feed.publisher {
        Some(publisher) => format!("{title}, {}", publisher.name),
        None => title,
    }
}

/// The file's name: `medborgardialog-2024-06-03-torshalla.ics`, with the town, else the district, else the dialogue.
pub fn file_name(text: &Text, dialogue: &Dialogue, meeting: &Meeting) -> String {
    let town = meeting.place.as_ref().and_then(|p| p.locality.as_deref());
    let what = town.or(dialogue.districts.first().map(Localized::key)).unwrap_or(dialogue.id.as_str());
    let words: Vec<String> = fold(what)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    let day = machine(When::Date(meeting.slot.day()));
    let what = if words.is_empty() { dialogue.id.to_string() } else { words.join("-") };
    format!("{}-{day}-{what}.ics", text.entry.file_prefix)
}
