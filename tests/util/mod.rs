//! What the test files share: feeds made of a few fields, instants, the Swedish words.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "each test file uses its own share, and may panic"
)]

#[cfg(feature = "publish")]
pub mod html;
pub mod walk;

use medborgardialoger::{
    domain::{
        dialogue::Dialogue,
        feed::{Feed, parse},
        filter::Filter,
        outcome::Outcome,
        when::{Instant, instant},
    },
    text::{Lang, Text, fault::fault as say_fault, of},
};
use std::{fs, path::Path, sync::Arc};

/// The words of the app.
pub fn sv() -> &'static Text {
    of(Lang::Sv)
}

/// A file of the project.
#[track_caller]
pub fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The three real entries.
#[track_caller]
pub fn real() -> Feed {
    read(&file("public/feed.json"))
}

/// The fixture that uses every field of the format.
#[track_caller]
pub fn full() -> Feed {
    read(&file("tests/fixture/full.json"))
}

/// A feed that can be read.
#[track_caller]
pub fn read(json: &str) -> Feed {
    parse(json.as_bytes()).unwrap_or_else(|e| panic!("{e:?}"))
}

/// The text of a feed with these dialogues.
pub fn frame(dialogues: &str) -> String {
    format!(
        r#"{{"version":"1.0","generatedAt":"2024-04-17T12:00:00+02:00","language":"sv","timeZone":"Europe/Stockholm",
        "publisher":{{"name":"Exempelstad","url":"https://exempelstad.example/"}},"dialogues":[{dialogues}]}}"#
    )
}

/// A feed of one dialogue, `prov`, with these fields. Without a single fault.
#[track_caller]
pub fn feed(fields: &str) -> Feed {
    let comma = if fields.is_empty() { "" } else { "," };
    let feed = read(&frame(&format!(r#"{{"id":"prov","title":"Prov"{comma}{fields}}}"#)));
    assert_eq!(feed.faults, [], "{fields}");
    feed
}

/// That dialogue.
#[track_caller]
pub fn dialogue(fields: &str) -> Arc<Dialogue> {
    Arc::clone(&feed(fields).dialogues[0])
}

/// An instant, as `2024-06-03T16:00:00+02:00`.
#[track_caller]
pub fn at(text: &str) -> Instant {
    instant(text).unwrap_or_else(|| panic!("no instant: {text}"))
}

/// The ids of a feed, in its order.
pub fn ids(feed: &Feed) -> Vec<&str> {
    feed.dialogues.iter().map(|d| d.id.as_str()).collect()
}

/// The ids of the hits, in the order of the list.
pub fn hits(outcome: &Outcome) -> Vec<&str> {
    outcome.hits.iter().map(|(_, d)| d.id.as_str()).collect()
}

/// What a query string finds.
pub fn found(feed: &Feed, query: &str, now: &str) -> Outcome {
    Filter::parse(query).apply(feed, at(now), Lang::Sv)
}

/// Its faults in words.
pub fn spoken(feed: &Feed) -> Vec<String> {
    feed.faults.iter().map(|fault| say_fault(sv(), fault)).collect()
}
