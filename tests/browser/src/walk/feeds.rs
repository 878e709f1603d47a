//! The feeds of a random walk.

use std::time::Duration;

use crate::feed;
use crate::server::Feed;

/// What feed.json may answer: whole feeds first, then each fault there is.
pub fn all(json: &str) -> Vec<Feed> {
    let made = |days| format!("\"generatedAt\":\"{}", feed::iso(days));
    let stamp = format!("\"generatedAt\": \"{}", feed::iso(-1));
    let newer = json.replacen(&stamp, &made(0).replace("\":\"", "\": \""), 1);
    let newer = newer.replacen("T12:00", "T00:01", 1).replacen(
        "Ny park vid Provby strand",
        "Ny park vid stranden",
        1,
    );
    // News for whoever follows it.
    let newer = newer.replacen("Provby bibliotek", "Provby folkets hus", 1);
    let two = r#"{"id":"x","title":"Gammal"},{"id":"y","title":"Äldre"}"#;
    vec![
        Feed::AsBuilt,
        Feed::AsBuilt,
        Feed::Body(newer),
        Feed::Slow(Duration::from_millis(400)),
        Feed::Status(500),
        Feed::Status(404),
        Feed::Html,
        Feed::Empty,
        Feed::Truncated,
        Feed::Cut,
        Feed::Hang,
        Feed::Body(feed::of(two).replacen(&made(-1), "\"generatedAt\":\"2020-01-01", 1)),
        Feed::Body(feed::of("").replacen(&made(-1), &made(0), 1)),
    ]
}
