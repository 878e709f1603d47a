//! "Lägg till i kalendern": a real file on one tap, and calendars on the net beside it.

use super::{
    CalendarFile, El, Env,
    el::el,
    section::{list, more, tap_beside},
};
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

/// Where a meeting's calendar file comes from, and what is said of it.
struct File {
    href: String,
    name: String,
    date: String,
}

impl File {
    /// A link that saves it. Its name is the same wherever it stands, with the date for those who hear it alone.
    fn link(&self, class: &'static str, label: &str) -> El {
        el("a", class, (label, el("span", "visually-hidden", format!(", {}", self.date))))
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
    File { href, name, date: date::full(env.text, meeting.slot.day()) }
}

fn label(env: &Env, meeting: &Meeting) -> &'static str {
    match meeting.status {
        Status::Cancelled => env.text.calendar_cancel,
        Status::Postponed => env.text.calendar_update,
        Status::Scheduled | Status::Rescheduled | Status::MovedOnline => env.text.calendar_add,
    }
}

/// The plain link that saves a meeting's file.
pub fn calendar_file_link(env: &Env, feed: &Feed, dialogue: &Dialogue, meeting: &Meeting) -> El {
    let entry = entry::entry(env.text, &env.links, feed, dialogue, meeting);
    el("p", "", file(env, dialogue, meeting, &entry).link("tap", label(env, meeting)))
}

/// The page's one filled button, the choices beside it, and the honest sentence.
pub fn calendar_link(env: &Env, feed: &Feed, dialogue: &Dialogue, meeting: &Meeting) -> El {
    let text = env.text;
    let entry = entry::entry(text, &env.links, feed, dialogue, meeting);
    let file = file(env, dialogue, meeting, &entry);
    // Nothing new can be filled in for what does not take place: the file alone carries the cancellation.
    let others = meeting.status.takes_place().then(|| {
        let services = Service::ALL.into_iter();
        let services = services.map(|s| tap_beside(s.href(&entry), s.name(), text.calendar_new_tab));
        let ways = std::iter::once(file.link("tap", text.calendar_apple)).chain(services);
        let ways: Vec<El> = ways.map(|way| el("li", "", way)).collect();
        more("calendar-more", text.calendar_others, list("ways", ways))
    });
    let note = el("p", "calendar-note", text.calendar_note);
    el("div", "calendar-link", (file.link("button", label(env, meeting)), others, note))
}
