//! A feed somebody broke on purpose or a network cut off: it never panics, and never loses more than what is broken.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    dialogue::Dialogue,
    feed::{Feed, FeedError, parse},
};
use serde_json::{Value, json};
use util::{file, frame, ids, read, walk};

fn replacements() -> [Value; 7] {
    [json!(null), json!(-1.5), json!(true), json!("x"), json!([]), json!({}), json!([[null, {"id": 1}]])]
}

/// Without these there is no feed.
const FRAME: [&str; 4] = ["", "/version", "/timeZone", "/dialogues"];

#[test]
fn whatever_stands_at_a_place_of_a_feed_only_that_item_suffers() {
    let whole = serde_json::from_str::<Value>(&file("tests/fixture/full.json")).unwrap();
    let sound = read(&whole.to_string());
    let places = walk::nodes(&whole);
    assert!(places.len() > 250, "the fixture has shrunk to {} values", places.len());
    for place in &places {
        for value in replacements() {
            let mut broken = whole.clone();
            *broken.pointer_mut(place).unwrap() = value.clone();
            match parse(broken.to_string().as_bytes()) {
                Ok(feed) => assert_spared(&sound, &feed, place, &value),
                Err(e) => assert!(
                    FRAME.contains(&place.as_str()),
                    "{value} at {place} takes the feed with it: {e:?}"
                ),
            }
        }
    }
}

#[track_caller]
fn assert_spared(sound: &Feed, feed: &Feed, place: &str, value: &Value) {
    let parts: Vec<&str> = place.split('/').skip(1).collect();
    let index = |name: &str, at: usize| {
        (parts.get(at) == Some(&name))
            .then(|| parts.get(at + 1).map(|i| i.parse::<usize>().unwrap()))
            .flatten()
    };
    if place == "/dialogues" {
        return;
    }
    let hit = index("dialogues", 0);
    for (i, dialogue) in sound.dialogues.iter().enumerate().filter(|(i, _)| Some(*i) != hit) {
        let read = feed
            .find(&dialogue.id)
            .unwrap_or_else(|| panic!("{value} at {place} takes dialogue {i} with it"));
        // The feed's language is that of all its plain texts.
        assert!(place == "/language" || read == dialogue, "{value} at {place} changes dialogue {i}");
    }
    let Some(before) = hit.and_then(|i| sound.dialogues.get(i)) else { return };
    let vital = parts.len() == 2 || ["id", "title"].contains(&parts[2]);
    match feed.find(&before.id) {
        None => assert!(vital, "{value} at {place} takes its dialogue with it"),
        Some(after) => {
            assert_meetings_spared(before, after, index("meetings", 2), &format!("{value} at {place}"))
        }
    }
    assert!(feed.dialogues.len() + 1 >= sound.dialogues.len());
}

#[track_caller]
fn assert_meetings_spared(before: &Dialogue, after: &Dialogue, hit: Option<usize>, what: &str) {
    if what.ends_with("/meetings") {
        return;
    }
    // The fixture has its meetings in the order of time, as they are kept.
    for (_, meeting) in before.meetings.iter().enumerate().filter(|(i, _)| Some(*i) != hit) {
        assert_eq!(after.meeting(meeting.id.as_str()), Some(meeting), "{what}");
    }
}

#[test]
fn a_feed_cut_off_anywhere_is_never_taken_for_whole() {
    let text = file("tests/fixture/full.json");
    let bytes = text.trim_end().as_bytes();
    for end in 1..bytes.len() {
        assert!(matches!(parse(&bytes[..end]), Err(FeedError::NotJson { .. })), "cut after {end} bytes");
    }
}

#[test]
fn nesting_without_end_is_refused() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let bomb = format!("{}1{}", open.repeat(200), close.repeat(200));
        let feed = frame(&format!(r#"{{"id":"x","title":"X","body":{bomb}}}"#));
        assert!(matches!(parse(feed.as_bytes()), Err(FeedError::NotJson { line: 2, .. })), "{open}");
        assert!(
            matches!(parse(open.repeat(1_000_000).as_bytes()), Err(FeedError::NotJson { line: 1, .. })),
            "{open}"
        );
    }
}

#[test]
fn a_huge_text_is_read_and_a_huge_mistake_is_quoted_briefly() {
    let huge = "å".repeat(5_000_000);
    let feed =
        read(&frame(&format!(r#"{{"id":"x","title":"{huge}","level":"{huge}"}},{{"id":"y","title":"Y"}}"#)));
    assert_eq!(ids(&feed), ["x", "y"]);
    assert_eq!(feed.dialogues[0].title.key(), huge);
    let said = medborgardialoger::text::fault::fault(util::sv(), &feed.faults[0]);
    assert_eq!(
        said,
        format!(
            "x: dialogues[0].level är ”{}”. Det ska vara något av information, consultation, dialogue, influence, codecision.",
            "å".repeat(60)
        )
    );
}

#[test]
fn the_ends_of_the_calendar_and_of_the_globe_are_survived() {
    for start in ["2199-12-31T23:59:59+01:00", "1900-01-01T00:00:00+01:00", "2199-12-31", "1900-01-01"] {
        let feed = read(&frame(&format!(
            r#"{{"id":"x","title":"X","period":{{"start":"{start}"}},"meetings":[{{"id":"m","start":"{start}",
            "place":{{"name":"P","geo":{{"lat":-90,"lon":1.8e2}}}}}}]}}"#
        )));
        let links = medborgardialoger::domain::route::Links::new("https://exempelstad.example", "/");
        let (d, sv) = (&feed.dialogues[0], util::sv());
        let entry = medborgardialoger::text::entry::entry(sv, &links, &feed, d, &d.meetings[0]);
        let ics = medborgardialoger::domain::ics::print(&entry);
        assert!(ics.contains("\r\nGEO:-90.000000;180.000000\r\n"), "{ics}");
        assert_eq!(util::found(&feed, "?from=1900-01-01&to=2199-12-31", "2024-06-03T16:00:00+02:00").of, 1);
    }
}

#[test]
fn a_year_that_no_dialogue_can_be_in_is_a_slip_of_the_hand() {
    for start in ["9999-12-31T23:59:59-23:59", "0000-01-01T00:00:00+23:59", "0202-06-03", "2200-01-01"] {
        let feed =
            read(&frame(&format!(r#"{{"id":"x","title":"X","meetings":[{{"id":"m","start":"{start}"}}]}}"#)));
        let faults = util::spoken(&feed);
        let expected = format!(
            "x: dialogues[0].meetings[0].start är ”{start}”. Det ska vara ett datum, med eller utan tid, som 2024-06-03 \
             eller 2024-06-03T16:00:00+02:00."
        );
        assert_eq!(faults, [expected]);
    }
}

#[test]
fn no_control_character_of_a_text_reaches_a_page() {
    let c0 = (0..=0x1fu32).chain(0x7f..=0x9f).filter_map(char::from_u32);
    for c in c0.filter(|c| !"\t\n\r".contains(*c)) {
        let text = json!(format!("{c} Om{c}parken{c}"));
        let feed = read(&frame(
            &json!({"id": "x", "title": text, "summary": {"sv": text},
            "contacts": [{"name": text, "email": "a@b.example"}]})
            .to_string(),
        ));
        let dialogue = &feed.dialogues[0];
        assert_eq!(feed.faults, []);
        assert_eq!(dialogue.title.key(), "Om parken", "{c:?}");
        assert_eq!(dialogue.summary.as_ref().unwrap().key(), "Om parken", "{c:?}");
        assert_eq!(dialogue.contacts[0].name.as_deref(), Some("Om parken"), "{c:?}");
        let nothing = read(&frame(&json!({"id": "x", "title": c.to_string()}).to_string()));
        assert!(nothing.dialogues.is_empty() && nothing.faults.len() == 1, "{c:?} says nothing");
    }
    let feed = read(&frame(&json!({"id": "x", "title": "Om\tparken\noch sjön"}).to_string()));
    assert_eq!(feed.dialogues[0].title.key(), "Om\tparken\noch sjön");
}
