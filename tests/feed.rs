//! The format: every field of feed.md is read, texts in all their languages, unknown fields pass, pages join.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    dialogue::Dialogue,
    feed::parse,
    link::Link,
    localized::{Localized, Phrase},
    meeting::{Mode, Status},
    organiser::OrganiserKind,
    phase::{Phase, PhaseState},
    place::{Access, Degrees},
    slug::Slug,
    stage::{Level, Stage},
    take_part::TakePartKind,
    when::{Around, When, date},
};
use util::{file, frame, full, ids, read, spoken, walk};

fn swedish(text: &str) -> Localized {
    Localized::new("sv", text)
}

/// Every field name of feed.md.
const FIELDS: &str = "version generatedAt publisher name url email phone title intro language timeZone license uidHost \
    assumedMinutes next dialogues id summary body background level stage stageNote period start end note recurrenceNote \
    topics districts organisers kind contacts role phones phases text state meetings documents mediaType bytes published \
    results nextUpdate heard decision takePart closes updated theme status statusNote previousStart sequence mode place room \
    street postalCode locality hint geo lat lon access accessNote online registration required places full participants \
    party languages interpreting hours goodToKnow ics inferred type items";

#[test]
fn every_field_of_the_format_is_read() {
    let text = file("tests/fixture/full.json");
    let whole = read(&text);
    assert_eq!(whole.faults, []);
    for field in FIELDS.split_whitespace() {
        assert!(text.contains(&format!("\"{field}\":")), "the fixture lacks {field}");
    }
    // A field that can be taken away without a trace is not read.
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    for pointer in walk::fields(&value) {
        let mut less = value.clone();
        walk::remove(&mut less, &pointer);
        assert_ne!(parse(less.to_string().as_bytes()).ok(), Some(whole.clone()), "{pointer} is not read");
    }
}

#[test]
fn values_are_kept_as_the_feed_states_them() {
    let feed = full();
    let d = &feed.dialogues[0];
    assert_eq!((d.level, d.stage), (Some(Level::Influence), Some(Stage::Open)));
    let kinds: Vec<_> = d.organisers.iter().map(|o| o.kind.unwrap()).collect();
    assert_eq!(
        kinds,
        [OrganiserKind::Board, OrganiserKind::Department, OrganiserKind::Council, OrganiserKind::Partner]
    );
    assert_eq!(
        d.phases[0],
        Phase {
            id: Slug::new("lyssna").unwrap(),
            title: swedish("Vi lyssnar"),
            text: Some(swedish("Möten och enkät")),
            start: Some(Around::Month(date("2024-05-01").unwrap())),
            end: Some(Around::When(When::Date(date("2024-06-30").unwrap()))),
            state: PhaseState::Now,
        }
    );
    let m = &d.meetings[0];
    assert_eq!(
        (m.status, m.mode, m.sequence, m.revision()),
        (Status::Rescheduled, Some(Mode::InPerson), Some(2), 2)
    );
    let place = m.place.as_ref().unwrap();
    assert_eq!(
        (place.geo, &place.access[..]),
        (Degrees::new(59.25, 90).zip(Degrees::new(16.5, 180)), &Access::ALL[..])
    );
    assert_eq!(place.line(), "Provby kvarn, Stora salen, Ågatan 1, 123 45 Provby");
    let ways: Vec<_> = d.take_part.iter().map(|t| (t.kind, t.href.as_str())).collect();
    assert_eq!(
        ways,
        [
            (TakePartKind::Form, "https://www.exempelstad.example/formular"),
            (TakePartKind::Survey, "https://www.exempelstad.example/enkat"),
            (TakePartKind::Email, "mailto:park@exempelstad.example"),
            (TakePartKind::Phone, "tel:+46123456003"),
            (TakePartKind::Url, "https://www.exempelstad.example/mer"),
        ]
    );
    assert_eq!(feed.uid(d, m), "ny-park.vandring@dialog.exempelstad.example");
}

#[test]
fn a_text_is_shown_in_the_language_asked_for_and_says_when_it_is_not() {
    let feed = full();
    let title = &feed.dialogues[0].title;
    let said = |lang| {
        let Phrase { text, lang } = title.get(lang);
        (text, lang)
    };
    assert_eq!(said("sv"), ("En ny park i Provby", None));
    assert_eq!(said("sv-simple"), ("Ny park", None));
    assert_eq!(said("fi"), ("Uusi puisto Provbyhyn", None));
    assert_eq!(said("ar"), ("حديقة جديدة في بروفبي", None));
    assert_eq!(said("en-GB"), ("A new park in Provby", None));
    assert_eq!(said("so"), ("En ny park i Provby", Some("sv")));
}

#[test]
fn unknown_fields_pass() {
    let feed = read(&frame(r#"{"id":"x","title":"X","colour":"red","meetings":[{"id":"m","start":"2024-06-03","x":{"y":[1]}}]}"#).replacen('{', r#"{"$schema":"x","extra":[{}],"#, 1));
    assert_eq!((feed.faults.len(), feed.dialogues[0].meetings.len()), (0, 1));
}

#[test]
fn the_uid_host_falls_back_to_the_host_of_the_page_then_of_the_publisher() {
    let host = |first: &str| read(&frame("").replacen('{', first, 1)).uid_host;
    assert_eq!(
        host(r#"{"uidHost":"Dialog.Exempelstad.example","url":"https://b.example/","#),
        "dialog.exempelstad.example"
    );
    assert_eq!(host(r#"{"url":"https://b.example/c","#), "b.example");
    assert_eq!(host("{"), "exempelstad.example");
}

#[test]
fn every_minor_version_and_a_byte_order_mark_are_read() {
    for version in ["1.0", "1.9", "1.12", "1"] {
        assert_eq!(
            ids(&read(&frame(r#"{"id":"x","title":"X"}"#).replace("1.0", version))),
            ["x"],
            "{version}"
        );
    }
    assert_eq!(read(&format!("\u{feff}{}", frame(""))), read(&frame("")));
}

#[test]
fn a_later_page_is_added_without_what_is_here_already() {
    let mut feed = full();
    let here = Dialogue::clone(&feed.dialogues[2]);
    let page = frame(r#"{"id":"skolan","title":"En annan"},{"id":"aldre","title":"Äldre"},{"id":"trasig"}"#);
    feed.extend(read(&page.replacen('{', r#"{"next":"https://exempelstad.example/3.json","#, 1)));
    assert_eq!(ids(&feed), ["ny-park", "gator-i-exempelstad", "skolan", "hamnen", "aldre"]);
    assert_eq!(*feed.dialogues[2], here);
    assert_eq!(feed.next, Link::https("https://exempelstad.example/3.json"));
    assert_eq!(spoken(&feed), ["trasig: dialogues[2].title saknas. Det ska vara en text."]);
    feed.extend(read(&frame("")));
    assert_eq!(feed.next, None);
}
