//! The calendar file: bytes exact against files written by hand from RFC 5545, and read back by crate icalendar.
//! `ics/judge.py` and `ics/judge.mjs` have two parsers of other ecosystems read the same files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike, EventStatus};
use medborgardialoger::{
    domain::{feed::Feed, ics, route::Links},
    text::entry::{entry, file_name},
};
use serde_json::Value;
use util::{file, read, sv};

const NAMES: [&str; 19] = [
    "winter",
    "summer",
    "spring-eve",
    "spring-night",
    "spring-day",
    "autumn-eve",
    "autumn-night",
    "autumn-day",
    "date-only",
    "several-days",
    "no-end",
    "no-end-assumed",
    "cancelled",
    "moved",
    "postponed",
    "moved-online",
    "fold",
    "escapes",
    "long",
];

fn json(name: &str) -> String {
    file(&format!("tests/fixture/ics/{name}.json"))
}

/// The file of a feed's only meeting.
fn print(feed: &Feed) -> String {
    let dialogue = &feed.dialogues[0];
    let links = Links::new("https://dialog.exempelstad.example", "/");
    ics::print(&entry(sv(), &links, feed, dialogue, &dialogue.meetings[0]))
}

fn printed(name: &str) -> String {
    print(&read(&json(name)))
}

fn line<'a>(ics: &'a str, start: &str) -> Option<&'a str> {
    ics.split("\r\n").find(|line| line.starts_with(start))
}

#[test]
fn every_file_is_the_expected_one_to_the_byte() {
    for name in NAMES {
        let expected = file(&format!("tests/fixture/ics/{name}.ics"));
        for (made, wanted) in printed(name).split("\r\n").zip(expected.split("\r\n")) {
            assert_eq!(made, wanted, "{name}");
        }
        assert_eq!(printed(name).as_bytes(), expected.as_bytes(), "{name}");
    }
}

#[test]
fn the_table_and_the_folder_hold_the_same_files() {
    let table: Value = serde_json::from_str(&file("tests/fixture/ics/expected.json")).unwrap();
    let mut names = NAMES.to_vec();
    names.sort_unstable();
    assert_eq!(table.as_object().unwrap().keys().collect::<Vec<_>>(), names);
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/ics")).unwrap();
    let mut files: Vec<_> = folder
        .filter_map(|f| f.unwrap().file_name().to_str()?.strip_suffix(".ics").map(str::to_owned))
        .collect();
    files.sort_unstable();
    assert_eq!(files, names);
}

#[test]
fn crate_icalendar_reads_what_was_meant() {
    let table: Value = serde_json::from_str(&file("tests/fixture/ics/expected.json")).unwrap();
    for name in NAMES {
        let calendar: Calendar = printed(name).parse().unwrap();
        let events: Vec<_> = calendar.events().collect();
        let [event] = events[..] else { panic!("{name}: {} events", events.len()) };
        let time = |t: Option<DatePerhapsTime>| t.map_or(Value::Null, |t| utc(t).into());
        let status = event.get_status().map(|status| match status {
            EventStatus::Tentative => "TENTATIVE",
            EventStatus::Confirmed => "CONFIRMED",
            EventStatus::Cancelled => "CANCELLED",
        });
        let met = serde_json::json!({
            "uid": event.get_uid(), "start": time(event.get_start()), "end": time(event.get_end()), "summary": event.get_summary(),
            "description": event.get_description(), "location": event.get_location(), "status": status, "sequence": event.get_sequence(),
        });
        assert_eq!(met, table[name], "{name}");
    }
}

/// An instant in UTC, or a date.
fn utc(time: DatePerhapsTime) -> String {
    match time {
        DatePerhapsTime::Date(date) => date.to_string(),
        DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid }) => {
            use chrono::TimeZone;
            assert_eq!(tzid, "Europe/Stockholm");
            let time = chrono_tz::Europe::Stockholm.from_local_datetime(&date_time).single().unwrap();
            time.naive_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
        }
        DatePerhapsTime::DateTime(other) => panic!("a time without its zone: {other:?}"),
    }
}

#[test]
fn no_line_is_longer_than_75_octets_and_no_character_is_split() {
    for name in NAMES {
        let bytes = printed(name).into_bytes();
        assert!(bytes.ends_with(b"END:VCALENDAR\r\n"), "{name}");
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{name} has a bare line break");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{name}: {} octets: {line}", line.len());
        }
    }
    // At least one line is as long as it may be, and one a single octet short for the sake of a character.
    let lengths: Vec<usize> = printed("fold").split("\r\n").map(str::len).collect();
    assert!(lengths.contains(&75) && lengths.contains(&74), "{lengths:?}");
}

/// The names of RFC 5545 that the file may hold; a guest list, an invitation or a vendor's field is none of them.
const PROPERTIES: &str = "BEGIN END VERSION PRODID CALSCALE TZID TZOFFSETFROM TZOFFSETTO TZNAME DTSTART RRULE UID SEQUENCE DTSTAMP \
    LAST-MODIFIED DTEND STATUS SUMMARY DESCRIPTION LOCATION GEO URL CATEGORIES";

#[test]
fn a_file_holds_one_event_and_nothing_but_what_it_promises() {
    for name in NAMES {
        let text = printed(name);
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{name}");
        for line in text.trim_end().split("\r\n").filter(|line| !line.starts_with(' ')) {
            let property = line.split([':', ';']).next().unwrap();
            assert!(PROPERTIES.split_whitespace().any(|p| p == property), "{name}: {line}");
        }
    }
}

#[test]
fn contacts_are_never_exported() {
    for name in NAMES {
        assert!(json(name).contains("Kim Exempel"), "{name} has no contact to hide");
        let text = printed(name).replace("\r\n ", "").to_lowercase();
        for secret in ["kim", "kim.exempel", "planerare", "0123", "mailto:", "tel:", "+46"] {
            assert!(!text.contains(secret), "{name}: {secret}");
        }
    }
}

#[test]
fn the_same_feed_gives_the_same_bytes() {
    for name in NAMES {
        assert_eq!(printed(name), printed(name));
        // The order of the fields in the file and what the reader does not know change nothing.
        let value: Value = serde_json::from_str(&json(name)).unwrap();
        let mut other = value.clone();
        other["unknown"] = Value::Bool(true);
        assert_eq!(print(&read(&other.to_string())), printed(name), "{name}");
    }
}

#[test]
fn a_meeting_keeps_its_uid_when_all_else_changes() {
    let before = json("winter");
    let after = before
        .replace("2024-01-17T", "2024-02-28T")
        .replace("Dialog om skolan", "Framtidens skola")
        .replace("Medborgarhuset", "Stadshuset")
        .replace(
            "\"id\": \"2024-01-17\",",
            "\"id\": \"2024-01-17\", \"status\": \"rescheduled\", \"updated\": \"2024-01-02T00:00:00Z\",",
        );
    let (before, after) = (print(&read(&before)), print(&read(&after)));
    assert_eq!(line(&after, "DTSTART;"), Some("DTSTART;TZID=Europe/Stockholm:20240228T173000"));
    assert_eq!(line(&after, "UID"), Some("UID:skolan.2024-01-17@exempelstad.example"));
    assert_eq!(line(&before, "UID"), line(&after, "UID"));
}

#[track_caller]
fn revision(fields: &str, sequence: &str, stamp: &str) {
    let text = print(&read(
        &json("winter").replace("\"id\": \"2024-01-17\",", &format!("\"id\": \"2024-01-17\",{fields}")),
    ));
    assert_eq!((line(&text, "SEQUENCE"), line(&text, "DTSTAMP")), (Some(sequence), Some(stamp)), "{fields}");
}

#[test]
#[rustfmt::skip] // one line a case
fn the_revision_comes_from_the_feed_and_rises_with_updated_when_it_does_not_say() {
    revision(r#""sequence":7,"#, "SEQUENCE:7", "DTSTAMP:20240417T100000Z");
    revision(r#""sequence":7,"updated":"2024-04-01T12:00:00+02:00","#, "SEQUENCE:7", "DTSTAMP:20240401T100000Z");
    revision(r#""updated":"1970-01-01T00:10:00Z","#, "SEQUENCE:10", "DTSTAMP:19700101T001000Z");
    revision(r#""updated":"2024-04-01T12:00:00+02:00","#, "SEQUENCE:28532760", "DTSTAMP:20240401T100000Z");
    revision(r#""updated":"2024-04-01T12:01:00+02:00","#, "SEQUENCE:28532761", "DTSTAMP:20240401T100100Z");
    revision(r#""updated":"1960-01-01T00:00:00Z","#, "SEQUENCE:0", "DTSTAMP:19600101T000000Z");
    revision(r#""sequence":4294967295,"#, "SEQUENCE:2147483647", "DTSTAMP:20240417T100000Z");
}

#[test]
fn no_end_is_made_up() {
    assert_eq!(line(&printed("no-end"), "DTEND"), None);
    for name in ["no-end", "no-end-assumed"] {
        assert!(printed(name).contains("DESCRIPTION:Sluttiden är inte angiven."), "{name}");
    }
    // A date without time is no meeting without end.
    assert!(!printed("date-only").contains("Sluttiden"));
    assert_eq!(
        print(&read(&json("no-end-assumed").replace(": 90", ": 0"))),
        printed("no-end").replace("no-end@", "no-end-assumed@")
    );
}

#[track_caller]
fn named(fields: &str, name: &str) {
    let feed = util::feed(fields);
    assert_eq!(file_name(sv(), &feed.dialogues[0], &feed.dialogues[0].meetings[0]), name);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_file_name_says_when_and_where() {
    let feed = util::real();
    let d = feed.dialogues.iter().find(|d| d.id.as_str() == "torshalla-stads-namnd").unwrap();
    assert_eq!(file_name(sv(), d, &d.meetings[0]), "medborgardialog-2024-06-03-torshalla.ics");
    named(r#""districts":["Östra Provby"],"meetings":[{"id":"m","start":"2024-06-03"}]"#, "medborgardialog-2024-06-03-ostra-provby.ics");
    named(r#""meetings":[{"id":"m","start":"2024-12-31T23:30:00Z"}]"#, "medborgardialog-2025-01-01-prov.ics");
    named(r#""districts":["../a/b\\c\"?"],"meetings":[{"id":"m","start":"2024-06-03"}]"#, "medborgardialog-2024-06-03-a-b-c.ics");
    named(r#""districts":["بروفبي"],"meetings":[{"id":"m","start":"2024-06-03"}]"#, "medborgardialog-2024-06-03-prov.ics");
}

#[test]
fn a_file_is_served_as_calendar_text() {
    assert_eq!(ics::MEDIA_TYPE, "text/calendar;charset=utf-8");
}
