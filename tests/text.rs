//! What residents read: dates as Digg's guideline R66 has them, plurals, sizes, and every trouble with what to do.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::{
    domain::{
        document::Document,
        feed::FeedError,
        live::Trouble,
        when::{Slot, When, date},
    },
    text::{date as say, size, trouble::trouble as say_trouble},
};
use util::{at, dialogue, file, sv};

fn slot(start: &str, end: Option<&str>) -> Slot {
    Slot::new(When::parse(start).unwrap(), end.map(|end| When::parse(end).unwrap())).unwrap()
}

#[track_caller]
fn meeting(start: &str, end: Option<&str>, words: &str) {
    assert_eq!(say::slot(sv(), slot(start, end)).whole(), words);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_meeting_is_dated_as_swedes_write() {
    meeting("2023-10-18T17:30:00+02:00", None, "onsdag 18 oktober 2023 kl. 17.30");
    meeting("2024-06-03T16:00:00+02:00", Some("2024-06-03T18:00:00+02:00"), "måndag 3 juni 2024 kl. 16.00–18.00");
    meeting("2024-01-05T09:05:00+01:00", Some("2024-01-05T10:00:00+01:00"), "fredag 5 januari 2024 kl. 09.05–10.00");
    meeting("2024-06-03T14:00:00Z", None, "måndag 3 juni 2024 kl. 16.00");
    meeting("2024-12-31T23:30:00Z", None, "onsdag 1 januari 2025 kl. 00.30");
    meeting("2024-03-31T00:30:00Z", Some("2024-03-31T01:30:00Z"), "söndag 31 mars 2024 kl. 01.30–03.30");
    meeting("2024-10-26T23:30:00Z", Some("2024-10-27T01:30:00Z"), "söndag 27 oktober 2024 kl. 01.30–02.30");
    meeting("2024-06-03", None, "måndag 3 juni 2024");
    meeting("2024-06-03", Some("2024-06-03"), "måndag 3 juni 2024");
    meeting("2024-06-03", Some("2024-06-05"), "måndag 3 juni 2024–onsdag 5 juni 2024");
    meeting("2024-01-05T22:00:00+01:00", Some("2024-01-06T02:00:00+01:00"), "fredag 5 januari 2024 kl. 22.00–lördag 6 januari 2024 kl. 02.00");
    meeting("2024-06-03T22:00:00+02:00", Some("2024-06-04T00:00:00+02:00"), "måndag 3 juni 2024 kl. 22.00–24.00");
}

#[test]
fn every_weekday_and_month_has_its_name() {
    let names: Vec<_> =
        (1..=12).map(|m| say::full(sv(), date(&format!("2024-{m:02}-{m:02}")).unwrap())).collect();
    assert_eq!(
        names,
        [
            "måndag 1 januari 2024",
            "fredag 2 februari 2024",
            "söndag 3 mars 2024",
            "torsdag 4 april 2024",
            "söndag 5 maj 2024",
            "torsdag 6 juni 2024",
            "söndag 7 juli 2024",
            "torsdag 8 augusti 2024",
            "måndag 9 september 2024",
            "torsdag 10 oktober 2024",
            "måndag 11 november 2024",
            "torsdag 12 december 2024",
        ]
    );
    assert_eq!(
        ["2024-06-04", "2024-06-05", "2024-06-08"].map(|d| say::full(sv(), date(d).unwrap())),
        ["tisdag 4 juni 2024", "onsdag 5 juni 2024", "lördag 8 juni 2024"]
    );
    assert_eq!(say::block(sv(), date("2024-10-18").unwrap()), ["fre", "18", "okt"]);
    assert_eq!(say::block(sv(), date("2024-05-02").unwrap()), ["tors", "2", "maj"]);
}

#[track_caller]
fn near(now: &str, start: &str, end: Option<&str>, words: Option<&str>) {
    assert_eq!(say::nearness(sv(), slot(start, end), at(now)).as_deref(), words, "{start} at {now}");
}

#[test]
#[rustfmt::skip] // one line a case
fn what_is_near_is_said_beside_the_date() {
    const START: &str = "2024-06-03T16:00:00+02:00";
    const END: Option<&str> = Some("2024-06-03T18:00:00+02:00");
    near("2024-05-19T12:00:00+02:00", START, END, None);
    near("2024-05-20T12:00:00+02:00", START, END, Some("Om 14 dagar"));
    near("2024-06-01T23:59:59+02:00", START, END, Some("Om 2 dagar"));
    near("2024-06-02T00:00:00+02:00", START, END, Some("I morgon"));
    near("2024-06-02T23:59:59+02:00", START, END, Some("I morgon"));
    near("2024-06-03T00:00:00+02:00", START, END, Some("I dag"));
    near("2024-06-03T16:00:00+02:00", START, END, Some("Pågår just nu"));
    near("2024-06-03T18:00:00+02:00", START, END, None);
    near("2024-06-03T20:00:00+02:00", START, None, Some("I dag")); // nobody knows whether it is still on
    near("2024-06-04T00:00:00+02:00", START, None, None);
    near("2024-06-03T12:00:00+02:00", "2024-06-03", None, Some("I dag"));
    near("2024-06-04T12:00:00+02:00", "2024-06-03", Some("2024-06-05"), Some("Pågår just nu"));
    near("2024-10-26T23:30:00+02:00", "2024-10-28T00:30:00+01:00", None, Some("Om 2 dagar")); // over a day of 25 hours
}

#[test]
fn numbers_take_the_right_form() {
    assert_eq!([0, 1, 2].map(|n| sv().hits.number(n)), ["Inga träffar", "1 träff", "2 träffar"]);
    assert_eq!([0, 1, 2].map(|n| sv().dialogues.number(n)), ["0 dialoger", "1 dialog", "2 dialoger"]);
    assert_eq!(
        [1, 2].map(|n| sv().faults_title.number(n)),
        ["En uppgift kunde inte visas", "2 uppgifter kunde inte visas"]
    );
    assert_eq!(
        [1, 2].map(|n| sv().past_meetings.number(n)),
        ["Visa 1 tidigare möte", "Visa 2 tidigare möten"]
    );
    assert_eq!([1, 2].map(|n| sv().show_all.number(n)), ["Visa den enda dialogen", "Visa alla 2 dialoger"]);
    assert_eq!(
        [1, 2].map(|n| sv().without.with("Provby") + &sv().hits.number(n)),
        ["Utan Provby: 1 träff", "Utan Provby: 2 träffar"]
    );
    assert_eq!(
        [&[][..], &["a"], &["a", "b"], &["a", "b", "c"]].map(|list| sv().join(list)),
        ["", "a", "a och b", "a, b och c"]
    );
}

#[test]
fn a_language_has_a_swedish_name_or_keeps_its_tag() {
    let names =
        ["sv", "sv-simple", "fi", "FI", "en-GB", "ar", "xx", "xx-Latn"].map(|tag| sv().language_name(tag));
    assert_eq!(
        names,
        ["svenska", "lättläst svenska", "finska", "finska", "engelska", "arabiska", "xx", "xx-Latn"]
    );
}

#[track_caller]
fn document(fields: &str, words: &str) {
    let d =
        dialogue(&format!(r#""documents":[{{"title":"D","url":"https://exempelstad.example/d"{fields}}}]"#));
    let document: &Document = &d.documents[0];
    assert_eq!(size::facts(sv(), document), words, "{fields}");
}

#[test]
#[rustfmt::skip] // one line a case
fn a_document_says_its_type_and_size_as_far_as_is_known() {
    document("", "");
    document(r#","mediaType":"application/pdf""#, "PDF");
    document(r#","bytes":0"#, "0 byte");
    document(r#","bytes":999"#, "999 byte");
    document(r#","bytes":1000"#, "1 kB");
    document(r#","bytes":180400"#, "180 kB");
    document(r#","bytes":999499"#, "999 kB");
    document(r#","bytes":999500"#, "1,0 MB");
    document(r#","bytes":1249999"#, "1,2 MB");
    document(r#","bytes":1250000"#, "1,3 MB");
    document(r#","bytes":4294967295"#, "4295,0 MB");
    document(r#","mediaType":"application/pdf; version=1.7","bytes":1234567"#, "PDF, 1,2 MB");
    document(r#","mediaType":"application/vnd.openxmlformats-officedocument.wordprocessingml.document""#, "Word");
    document(r#","mediaType":"text/csv""#, "CSV");
    document(r#","mediaType":"text/plain""#, "Text");
}

#[track_caller]
fn trouble(trouble: Trouble, title: &str, text: &str) {
    let advice = say_trouble(sv(), &trouble);
    assert_eq!((advice.title.as_str(), advice.text.as_str()), (title, text));
}

#[test]
#[rustfmt::skip] // one line a case
fn every_trouble_says_what_happened_and_what_to_do() {
    const CANT: &str = "Det gick inte att hämta dialogerna";
    const OURS: &str =
        "Felet ligger hos oss, inte hos dig. Försök igen om en stund, eller kontakta kommunen.";
    trouble(Trouble::Unreachable, CANT, "Vi fick inget svar. Kontrollera att du har nät och försök igen.");
    trouble(Trouble::Timeout, CANT, "Vi väntade i tio sekunder utan att få svar. Kontrollera att du har nät och försök igen.");
    trouble(Trouble::Status(404), CANT, &format!("Filen med dialogerna finns inte på sin plats (fel 404). {OURS}"));
    trouble(Trouble::Status(403), CANT, &format!("Servern svarade med fel 403. {OURS}"));
    trouble(Trouble::Status(503), CANT, &format!("Servern svarade med fel 503. {OURS}"));
    trouble(Trouble::Feed(FeedError::Empty), CANT, &format!("Filen med dialogerna är tom. {OURS}"));
    // The rest of Trouble::Feed stands in tests/feed.rs, read from the bytes that cause it.
}

#[test]
fn no_word_is_missing() {
    for (i, line) in file("src/text/sv.rs").lines().enumerate() {
        let empty = line.contains(": \"\"") || line.contains("=> \"\"") || line.contains("Some(\"\")");
        assert!(!empty, "src/text/sv.rs:{}: an empty text: {line}", i + 1);
    }
}

#[test]
#[rustfmt::skip] // one line a case
fn a_copy_says_when_it_was_fetched_by_swedish_days_and_clocks() {
    let fetched = |since: &str, now: &str, words: &str| assert_eq!(say::fetched(sv(), at(since), at(now)), words);
    fetched("2024-06-03T08:05:00+02:00", "2024-06-03T21:00:00+02:00", "Hämtat i dag kl. 08.05");
    fetched("2024-06-03T14:10:00+02:00", "2024-06-04T08:00:00+02:00", "Hämtat i går kl. 14.10");
    fetched("2024-06-03T14:10:00+02:00", "2024-06-05T00:00:00+02:00", "Hämtat 3 juni 2024 kl. 14.10");
    // Midnight is Stockholm's, and so is the hour, on both sides of a change of the clock.
    fetched("2024-06-02T22:30:00Z", "2024-06-03T21:59:00Z", "Hämtat i dag kl. 00.30");
    fetched("2024-06-03T21:59:00Z", "2024-06-03T22:01:00Z", "Hämtat i går kl. 23.59");
    fetched("2024-03-30T23:30:00Z", "2024-03-31T12:00:00Z", "Hämtat i dag kl. 00.30");
    fetched("2024-10-26T21:30:00Z", "2024-10-27T20:00:00Z", "Hämtat i går kl. 23.30");
    fetched("2024-12-31T15:00:00Z", "2025-01-02T15:00:00Z", "Hämtat 31 december 2024 kl. 16.00");
    // A device whose clock was ahead.
    fetched("2024-06-05T14:10:00+02:00", "2024-06-03T08:00:00+02:00", "Hämtat 5 juni 2024 kl. 14.10");
}
