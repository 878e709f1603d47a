//! A calendar entry as iCalendar text (RFC 5545). The same entry gives the same bytes: no clock, no chance.

use super::{
    place::Degrees,
    when::{Instant, Slot, local, next},
};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// What a calendar is told about a meeting, in words already chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Never changes (§3.8.4.7).
    pub uid: String,
    /// Rises with every change (§3.8.7.4).
    pub sequence: u32,
    /// When these facts were stated (§3.8.7.2).
    pub stamp: Instant,
    /// When they last changed (§3.8.7.3).
    pub modified: Option<Instant>,
    /// When it takes place.
    pub slot: Slot,
    /// Minutes to reserve when the end is not known.
    pub assumed_minutes: Option<u32>,
    /// Whether it takes place (§3.8.1.11).
    pub status: EntryStatus,
    /// Its title.
    pub summary: String,
    /// All the rest, in lines.
    pub description: String,
    /// The place on one line.
    pub location: Option<String>,
    /// Latitude and longitude, WGS 84 degrees.
    pub geo: Option<(Degrees, Degrees)>,
    /// Its page.
    pub url: String,
    /// Topics and districts.
    pub categories: Vec<String>,
}

/// Whether an entry takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryStatus {
    /// It does.
    Confirmed,
    /// Perhaps, at another time.
    Tentative,
    /// It does not.
    Cancelled,
}

/// Swedish time since 1996: summer time from the last Sunday of March to that of October (directive 2000/84/EC).
const VTIMEZONE: &[&str] = &[
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Stockholm",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The media type of the printed text.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// How often a calendar should ask for a collection anew (RFC 7986 §5.7): a meeting called off is known the same day.
const REFRESH: &str = "PT6H";

/// Prints a file with one VEVENT, with no METHOD: it is a copy, not an invitation.
pub fn print(entry: &Entry) -> String {
    let mut file = File::default();
    file.begin();
    if matches!(entry.slot, Slot::Time { .. }) {
        file.zone();
    }
    file.event(entry);
    file.line("END:VCALENDAR");
    file.0
}

/// Prints all entries as one calendar to subscribe to, with the name it is shown by. The zone is there even when no
/// entry is: a calendar without any component is none (RFC 5545 §3.6).
pub fn print_all(name: &str, entries: &[Entry]) -> String {
    let mut file = File::default();
    file.begin();
    // RFC 7986 and, for calendars that are older than it, what they know instead.
    file.text("NAME", name);
    file.text("X-WR-CALNAME", name);
    file.line(&format!("REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"));
    file.line(&format!("X-PUBLISHED-TTL:{REFRESH}"));
    file.zone();
    entries.iter().for_each(|entry| file.event(entry));
    file.line("END:VCALENDAR");
    file.0
}

/// From start to end as a calendar needs them; a reserved length stands in for an unknown end.
pub fn end(entry: &Entry) -> Option<Instant> {
    match (entry.slot, entry.assumed_minutes) {
        (Slot::Time { end: Some(end), .. }, _) => Some(end),
        (Slot::Time { start, end: None }, Some(minutes)) => {
            start.checked_add_signed(TimeDelta::minutes(minutes.into()))
        }
        _ => None,
    }
}

/// `20240603` (§3.3.4).
pub fn date(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// `20240603T160000` (§3.3.5, form 1: without a zone).
pub fn date_time(t: NaiveDateTime) -> String {
    format!("{}T{:02}{:02}{:02}", date(t.date()), t.hour(), t.minute(), t.second())
}

#[derive(Default)]
struct File(String);

impl File {
    fn begin(&mut self) {
        self.line("BEGIN:VCALENDAR");
        self.line("VERSION:2.0");
        self.line("PRODID:-//Medborgardialoger//SV");
        self.line("CALSCALE:GREGORIAN");
    }

    fn zone(&mut self) {
        VTIMEZONE.iter().for_each(|line| self.line(line));
    }

    fn event(&mut self, entry: &Entry) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &entry.uid);
        self.line(&format!("SEQUENCE:{}", entry.sequence));
        self.line(&format!("DTSTAMP:{}Z", date_time(entry.stamp.naive_utc())));
        if let Some(modified) = entry.modified {
            self.line(&format!("LAST-MODIFIED:{}Z", date_time(modified.naive_utc())));
        }
        match entry.slot {
            Slot::Time { start, .. } => {
                self.line(&format!("DTSTART;TZID=Europe/Stockholm:{}", date_time(local(start))));
                if let Some(end) = end(entry) {
                    self.line(&format!("DTEND;TZID=Europe/Stockholm:{}", date_time(local(end))));
                }
            }
            // The end of a date is the day after the last (§3.6.1).
            Slot::Days { first, last } => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", date(first)));
                self.line(&format!("DTEND;VALUE=DATE:{}", date(next(last))));
            }
        }
        self.line(match entry.status {
            EntryStatus::Confirmed => "STATUS:CONFIRMED",
            EntryStatus::Tentative => "STATUS:TENTATIVE",
            EntryStatus::Cancelled => "STATUS:CANCELLED",
        });
        self.text("SUMMARY", &entry.summary);
        self.text("DESCRIPTION", &entry.description);
        if let Some(location) = &entry.location {
            self.text("LOCATION", location);
        }
        if let Some((lat, lon)) = entry.geo {
            self.line(&format!("GEO:{lat};{lon}"));
        }
        self.line(&format!("URL:{}", entry.url));
        if !entry.categories.is_empty() {
            let categories: Vec<String> = entry.categories.iter().map(|c| escape(c)).collect();
            self.line(&format!("CATEGORIES:{}", categories.join(",")));
        }
        self.line("END:VEVENT");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escape(value)));
    }

    /// Adds a line, folded at 75 octets without splitting a character (§3.1).
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Escapes a TEXT value (§3.3.11); other control characters have no place in it and are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}
