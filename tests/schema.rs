//! `public/feed.schema.json` and the reader say the same of a feed: what the one refuses, the other refuses too.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use util::{file, read};

#[track_caller]
fn is_valid(feed: &Value) -> bool {
    let mut compiler = Compiler::new();
    let schema: Value = serde_json::from_str(&file("public/feed.schema.json")).expect("the schema is JSON");
    compiler.add_resource("feed", schema).expect("the schema can be added");
    let mut schemas = Schemas::new();
    let index = compiler.compile("feed", &mut schemas).expect("the schema is a schema");
    schemas.validate(feed, index).is_ok()
}

fn feed(dialogue: Value) -> Value {
    json!({
        "version": "1.0", "generatedAt": "2024-05-01T00:00:00+02:00", "language": "sv", "timeZone": "Europe/Stockholm",
        "publisher": {"name": "Provby", "url": "https://provby.example/"}, "dialogues": [dialogue]
    })
}

/// Both must take it, or both must find fault with it.
#[track_caller]
fn agree(good: bool, dialogue: Value) {
    let feed = feed(dialogue);
    let faults = read(&feed.to_string()).faults;
    assert_eq!((is_valid(&feed), faults.is_empty()), (good, good), "schema, reader of {feed}: {faults:?}");
}

#[track_caller]
fn agree_meeting(good: bool, more: Value) {
    let mut meeting = json!({"id": "m", "start": "2024-06-03T16:00:00+02:00"});
    for (name, value) in more.as_object().expect("fields") {
        meeting[name] = value.clone();
    }
    agree(good, json!({"id": "x", "title": "T", "meetings": [meeting]}));
}

#[test]
fn the_real_feed_and_the_full_one_are_valid() {
    for path in ["public/feed.json", "tests/fixture/full.json"] {
        let feed: Value = serde_json::from_str(&file(path)).expect("JSON");
        assert!(is_valid(&feed), "{path}");
    }
}

#[test]
fn a_feed_without_one_of_its_required_fields_is_invalid() {
    for field in ["version", "generatedAt", "publisher", "language", "timeZone", "dialogues"] {
        let mut feed = feed(json!({"id": "x", "title": "T"}));
        assert!(is_valid(&feed));
        feed.as_object_mut().expect("an object").remove(field);
        assert!(!is_valid(&feed), "{field}");
    }
}

#[rustfmt::skip] // one line a case
#[test]
fn schema_and_reader_agree_on_dialogues() {
    agree(true, json!({"id": "a-1", "title": "T", "unknown": {"passes": true}}));
    agree(true, json!({"id": "x", "title": {"fi": "T", "sv-simple": "T"}}));
    agree(false, json!({"id": "Å", "title": "T"}));
    agree(false, json!({"id": "a--b", "title": "T"}));
    agree(false, json!({"id": "x"}));
    agree(false, json!({"id": "x", "title": "  "}));
    agree(false, json!({"id": "x", "title": {}}));
    agree(false, json!({"id": "x", "title": "T", "stage": "paus"}));
    agree(false, json!({"id": "x", "title": "T", "topics": "Skola"}));
    agree(false, json!({"id": "x", "title": "T", "url": "http://provby.example/"}));
    agree(false, json!({"id": "x", "title": "T", "url": "https://provby.example@evil.example/"}));
    agree(false, json!({"id": "x", "title": "T", "body": [{"type": "html", "text": "T"}]}));
    agree(false, json!({"id": "x", "title": "T", "body": [{"type": "link", "text": "T", "url": "javascript:alert(1)"}]}));
    agree(true, json!({"id": "x", "title": "T", "body": [{"type": "link", "text": "T", "url": "tel:+46123"}]}));
    agree(false, json!({"id": "x", "title": "T", "body": [{"type": "ul", "items": []}]}));
    agree(true, json!({"id": "x", "title": "T", "period": {"start": "2020", "end": "2021-10"}}));
    agree(false, json!({"id": "x", "title": "T", "period": {"start": "i höst"}}));
    agree(false, json!({"id": "x", "title": "T", "contacts": [{}]}));
    agree(false, json!({"id": "x", "title": "T", "contacts": [{"email": "a@b"}]}));
    agree(false, json!({"id": "x", "title": "T", "contacts": [{"phones": ["ring oss"]}]}));
    agree(true, json!({"id": "x", "title": "T", "contacts": [{"phones": ["016-710 32 27", "+46 16 710"]}]}));
    agree(false, json!({"id": "x", "title": "T", "phases": [{"id": "p", "title": "T"}]}));
    agree(false, json!({"id": "x", "title": "T", "documents": [{"title": "T", "url": "https://p.example/a", "bytes": -1}]}));
    agree(false, json!({"id": "x", "title": "T", "takePart": [{"kind": "form", "url": "mailto:a@b.example"}]}));
    agree(true, json!({"id": "x", "title": "T", "takePart": [{"kind": "email", "url": "a@b.example"}]}));
}

#[rustfmt::skip] // one line a case
#[test]
fn schema_and_reader_agree_on_meetings() {
    agree_meeting(true, json!({}));
    agree_meeting(true, json!({"start": "2024-06-03"}));
    agree_meeting(false, json!({"start": "2024-06-03T16:00"}));
    agree_meeting(false, json!({"start": "3 juni"}));
    agree_meeting(false, json!({"status": "moved"}));
    agree_meeting(false, json!({"sequence": 1.5}));
    agree_meeting(false, json!({"previousStart": "2024-06-01"}));
    agree_meeting(false, json!({"place": {"room": "A"}}));
    agree_meeting(false, json!({"place": {"name": "P", "geo": {"lat": 91, "lon": 0}}}));
    agree_meeting(false, json!({"place": {"name": "P", "access": ["ramp"]}}));
    agree_meeting(false, json!({"registration": {"url": "https://p.example/"}}));
    agree_meeting(true, json!({"registration": {"required": false, "url": "tel:0123456"}}));
    agree_meeting(false, json!({"participants": [{"party": "S"}]}));
    agree_meeting(false, json!({"languages": ["på svenska"]}));
    agree_meeting(false, json!({"ics": "webcal://p.example/a.ics"}));
}
