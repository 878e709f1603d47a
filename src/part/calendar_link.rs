//! "Lägg till i kalendern": a real file on one tap, and calendars on the net beside it.

use super::{
    Act, CalendarFile, El, Env,
    el::el,
    section::{apart, list, more, tap_beside},
};
use crate::{
    domain::{
        calendar::Service,
        dialogue::Dialogue,
        feed::Feed,
        ics,
        meeting::{Meeting, Status},
        saved::{Change, Id, InCalendar},
    },
    text::{date, entry},
};
use leptos::prelude::Callback;

/// Where a meeting's calendar file comes from, and what is said of it.
struct File {
    href: String,
    name: String,
    when: String,
    id: Id,
}

impl File {
    /// A link that saves it, which is noted. Its name is the same wherever it stands.
    fn link(&self, class: &'static str, label: &str, act: Callback<Act>) -> El {
        el("a", class, (label, apart(&self.when)))
            .click(act, Act::Save(Change::Calendar(vec![self.id.clone()])))
            .attr("href", self.href.clone())
            .attr("download", self.name.clone())
            .attr("type", ics::MEDIA_TYPE)
    }
}

fn file(env: &Env, dialogue: &Dialogue, meeting: &Meeting, entry: &ics::Entry) -> File {
    let name = entry::file_name(env.text, dialogue, meeting);
    // A file that the organiser made is preferred over ours.
    let href = match &meeting.ics {
        Some(link) => link.as_str().to_owned(),
        None => (env.calendar_href)(&CalendarFile {
            address: env.links.calendar(&dialogue.id, &meeting.id),
            name: name.clone(),
            text: ics::print(entry),
        }),
    };
    File {
        href,
        name,
        when: date::slot(env.text, meeting.slot).whole(),
        id: Id::one(&dialogue.id, &meeting.id),
    }
}

fn label(env: &Env, dialogue: &Dialogue, meeting: &Meeting) -> &'static str {
    let changed = env.keeping().saved.in_calendar(dialogue, meeting) == InCalendar::Changed;
    match meeting.status {
        Status::Cancelled => env.text.calendar_cancel,
        Status::Postponed => env.text.calendar_update,
        _ if changed => env.text.calendar_update,
        Status::Scheduled | Status::Rescheduled | Status::MovedOnline => env.text.calendar_add,
    }
}

/// Whether a meeting's file was fetched already (what a calendar did with it nobody can know), and whether it has changed since; nothing when it is not.
pub fn in_calendar(env: &Env, dialogue: &Dialogue, meeting: &Meeting) -> Option<El> {
    let (class, word) = match env.keeping().saved.in_calendar(dialogue, meeting) {
        // A cancellation that was fetched leaves nothing in the calendar.
        InCalendar::Same if !meeting.status.takes_place() => return None,
        InCalendar::No => return None,
        InCalendar::Same => ("state state-done", env.text.news.in_calendar),
        InCalendar::Changed => ("state state-changed", env.text.news.in_calendar_changed),
    };
    Some(el("span", class, word))
}

/// The plain link that saves a meeting's file.
pub fn calendar_file_link(
    env: &Env,
    feed: &Feed,
    dialogue: &Dialogue,
    meeting: &Meeting,
    act: Callback<Act>,
) -> El {
    let entry = entry::entry(env.text, &env.links, feed, dialogue, meeting);
    let label = label(env, dialogue, meeting);
    el("p", "", file(env, dialogue, meeting, &entry).link("tap", label, act))
}

/// The page's one filled button, the choices beside it, and the honest sentence.
pub fn calendar_link(
    env: &Env,
    feed: &Feed,
    dialogue: &Dialogue,
    meeting: &Meeting,
    act: Callback<Act>,
) -> El {
    let text = env.text;
    let entry = entry::entry(text, &env.links, feed, dialogue, meeting);
    let file = file(env, dialogue, meeting, &entry);
    // Nothing new can be filled in for what does not take place: the file alone carries the cancellation.
    let others = meeting.status.takes_place().then(|| {
        let services = Service::ALL.into_iter();
        let services = services.map(|s| tap_beside(s.href(&entry), s.name(), text.calendar_new_tab));
        let ways = std::iter::once(file.link("tap", text.calendar_apple, act)).chain(services);
        let ways: Vec<El> = ways.map(|way| el("li", "", way)).collect();
        more("calendar-more", text.calendar_others, list("ways", ways))
    });
    let note = el("p", "calendar-note", text.calendar_note);
    let mark = in_calendar(env, dialogue, meeting);
    // What comes and goes has a key: whatever has the focus stays.
    let mark = mark.map(|mark| el("p", "", mark).key("mark"));
    let button = file.link("button", label(env, dialogue, meeting), act);
    el("div", "calendar-link", (mark, button, others, note))
}
