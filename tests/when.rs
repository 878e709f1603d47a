//! Dates and times: the Stockholm rule, periods no sharper than a month or a year, and what counts as a date at all.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::when::{
    Around, Slot, When, date, day, instant, local, machine, midnight, offset,
};
use util::at;

#[track_caller]
fn assert_local(utc: &str, wall: &str, hours: i32) {
    assert_eq!(local(at(utc)).to_string(), wall, "{utc}");
    assert_eq!(offset(at(utc)), hours * 3600, "{utc}");
}

#[test]
fn swedish_clocks_change_on_the_last_sundays_of_march_and_october() {
    assert_local("2024-01-15T12:00:00Z", "2024-01-15 13:00:00", 1);
    assert_local("2024-03-31T00:59:59Z", "2024-03-31 01:59:59", 1);
    assert_local("2024-03-31T01:00:00Z", "2024-03-31 03:00:00", 2);
    assert_local("2024-07-15T12:00:00Z", "2024-07-15 14:00:00", 2);
    assert_local("2024-10-27T00:59:59Z", "2024-10-27 02:59:59", 2);
    assert_local("2024-10-27T01:00:00Z", "2024-10-27 02:00:00", 1);
    assert_local("2025-03-30T00:59:59Z", "2025-03-30 01:59:59", 1);
    assert_local("2025-03-30T01:00:00Z", "2025-03-30 03:00:00", 2);
    assert_local("2025-10-26T00:59:59Z", "2025-10-26 02:59:59", 2);
    assert_local("2025-10-26T01:00:00Z", "2025-10-26 02:00:00", 1);
}

#[track_caller]
fn assert_day(text: &str, begins: &str, next: &str) {
    assert_eq!(midnight(date(text).unwrap()), at(begins), "{text}");
    let whole = When::Date(date(text).unwrap());
    assert_eq!((whole.start(), whole.end()), (at(begins), at(next)), "{text}");
}

#[test]
fn a_day_begins_at_swedish_midnight_and_is_23_or_25_hours_long_when_clocks_change() {
    assert_day("2024-06-03", "2024-06-02T22:00:00Z", "2024-06-03T22:00:00Z");
    assert_day("2024-12-31", "2024-12-30T23:00:00Z", "2024-12-31T23:00:00Z");
    assert_day("2024-03-31", "2024-03-30T23:00:00Z", "2024-03-31T22:00:00Z");
    assert_day("2024-10-27", "2024-10-26T22:00:00Z", "2024-10-27T23:00:00Z");
    assert_day("2025-03-30", "2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z");
    assert_day("2025-10-26", "2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z");
}

#[test]
fn an_instant_belongs_to_its_swedish_day_whatever_its_offset() {
    for text in ["2024-06-03T00:30:00+02:00", "2024-06-02T22:30:00Z", "2024-06-03T01:30:00+03:00"] {
        assert_eq!(day(at(text)), date("2024-06-03").unwrap(), "{text}");
    }
}

#[test]
fn only_a_full_date_is_a_date() {
    for text in ["2024-02-29", "2000-01-01", "1900-01-01", "2199-12-31"] {
        assert_eq!(date(text).unwrap().to_string(), text);
    }
    for text in [
        "",
        "2024",
        "2024-06",
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-06-31",
        "2024-6-3",
        "24-06-03",
        "20240603",
        "2024-06-03 ",
        "2024-06-03T16:00",
        "+024-06-03",
        "2024-06-3x",
        "2024-06-+3",
        "12024-06-03",
        "２０２４-06-03",
        "3 juni 2024",
    ] {
        assert_eq!(date(text), None, "{text}");
    }
}

#[test]
fn only_a_time_with_its_offset_is_a_time() {
    assert_eq!(instant("2024-06-03T16:00:00+02:00"), instant("2024-06-03T14:00:00Z"));
    for text in [
        "2024-06-03",
        "2024-06-03T16:00:00",
        "2024-06-03T16:00+02:00",
        "2024-06-03T25:00:00Z",
        "16:00",
        "2024-06-03T16:00:00 CET",
    ] {
        assert_eq!(instant(text), None, "{text}");
    }
}

#[track_caller]
fn assert_around(text: &str, start: &str, end: &str) {
    let around = Around::parse(text).unwrap_or_else(|| panic!("{text}"));
    assert_eq!((around.start(), around.end()), (at(start), at(end)), "{text}");
}

#[test]
fn a_period_lasts_to_the_end_of_the_year_month_or_day_it_names() {
    assert_around("2024", "2023-12-31T23:00:00Z", "2024-12-31T23:00:00Z");
    assert_around("2020-10", "2020-09-30T22:00:00Z", "2020-10-31T23:00:00Z");
    assert_around("2024-03", "2024-02-29T23:00:00Z", "2024-03-31T22:00:00Z");
    assert_around("2024-12", "2024-11-30T23:00:00Z", "2024-12-31T23:00:00Z");
    assert_around("2024-06-03", "2024-06-02T22:00:00Z", "2024-06-03T22:00:00Z");
    assert_around("2024-06-03T16:00:00+02:00", "2024-06-03T14:00:00Z", "2024-06-03T14:00:00Z");
    for text in ["", "24", "02024", "2024-13", "2024-6", "2024-", "-2024", "våren 2024", "2024-06-03T16"] {
        assert_eq!(Around::parse(text), None, "{text}");
    }
}

#[track_caller]
fn assert_machine(text: &str, machine_readable: &str) {
    assert_eq!(machine(When::parse(text).unwrap()), machine_readable);
}

#[test]
fn machines_are_told_swedish_time_with_its_offset() {
    assert_machine("2024-06-03T14:00:00Z", "2024-06-03T16:00+02:00");
    assert_machine("2024-01-03T23:05:09Z", "2024-01-04T00:05+01:00");
    assert_machine("2024-10-27T02:30:00+02:00", "2024-10-27T02:30+02:00");
    assert_machine("2024-10-27T02:30:00+01:00", "2024-10-27T02:30+01:00");
    assert_machine("2024-06-03", "2024-06-03");
}

#[track_caller]
fn assert_slot(start: &str, end: Option<&str>, over: Option<&str>) {
    let slot = Slot::new(When::parse(start).unwrap(), end.map(|end| When::parse(end).unwrap()));
    assert_eq!(slot.map(Slot::over), over.map(at), "{start} to {end:?}");
}

#[test]
#[rustfmt::skip] // one line a case
fn a_meeting_is_over_at_its_end_or_at_the_midnight_after_its_last_known_day() {
    assert_slot("2024-06-03T16:00:00+02:00", Some("2024-06-03T18:00:00+02:00"), Some("2024-06-03T18:00:00+02:00"));
    assert_slot("2024-06-03T16:00:00+02:00", None, Some("2024-06-04T00:00:00+02:00"));
    assert_slot("2024-06-03", None, Some("2024-06-04T00:00:00+02:00"));
    assert_slot("2024-06-03", Some("2024-06-05"), Some("2024-06-06T00:00:00+02:00"));
    assert_slot("2024-10-27", None, Some("2024-10-28T00:00:00+01:00"));
    assert_slot("2024-06-03", Some("2024-06-02"), None);
    assert_slot("2024-06-03", Some("2024-06-03T18:00:00+02:00"), None);
    assert_slot("2024-06-03T16:00:00+02:00", Some("2024-06-03"), None);
    assert_slot("2024-06-03T16:00:00+02:00", Some("2024-06-03T16:00:00+02:00"), None);
}

#[test]
fn a_meeting_is_on_from_its_start_until_just_before_its_end() {
    let slot = Slot::new(
        When::parse("2024-06-03T16:00:00+02:00").unwrap(),
        When::parse("2024-06-03T18:00:00+02:00"),
    )
    .unwrap();
    let on = |time| slot.contains(at(&format!("2024-06-03T{time}+02:00")));
    assert_eq!(["15:59:59", "16:00:00", "17:59:59", "18:00:00"].map(on), [false, true, true, false]);
}
