//! The feed: bytes in, values out. A broken item is left out and reported; it never takes the list with it.

use super::{
    body::Block,
    dialogue::Dialogue,
    fault::{Expected, Fault, Found},
    link::Link,
    localized::Localized,
    meeting::Meeting,
    node::{self, Node, Reading, unique},
    organiser::Publisher,
    slug::Slug,
    when::{Instant, ZONE},
};
use serde_json::Value;
use std::{cell::RefCell, sync::Arc};

/// A feed as read (feed.md, format 1.x).
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    /// When it was made.
    pub generated_at: Option<Instant>,
    /// The municipality.
    pub publisher: Option<Publisher>,
    /// The page's own heading.
    pub title: Option<Localized>,
    /// The page's own words on what a citizen dialogue is.
    pub intro: Vec<Block>,
    /// The language of plain texts (BCP 47).
    pub language: String,
    /// The page it stands for.
    pub url: Option<Link>,
    /// The license of its contents.
    pub license: Option<Link>,
    /// The right half of every calendar UID; it must never change.
    pub uid_host: String,
    /// Minutes that calendars are given when a meeting's end is not known.
    pub assumed_minutes: Option<u32>,
    /// The next page of the feed: older, ended dialogues.
    pub next: Option<Link>,
    /// The dialogues, in the order of the file.
    pub dialogues: Vec<Arc<Dialogue>>,
    /// What was left out, and why.
    pub faults: Vec<Fault>,
    /// Whether this is a chosen part of a feed ([`super::excerpt`]): what is not here need not be gone.
    pub partial: bool,
}

/// Why a feed can't be read at all. In words: `text::trouble`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedError {
    /// Not a byte but blanks.
    Empty,
    /// A web page stands where the feed should.
    Html,
    /// Not JSON, or cut off.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A major version this app does not know, as it is written.
    Version(String),
    /// A time zone this app does not know.
    Zone(String),
    /// The feed's own frame is wrong: it is no object, has no version or no list of dialogues.
    Frame(Fault),
}

/// Reads a feed. Unknown fields pass; broken items are left out and stand in [`Feed::faults`].
pub fn parse(bytes: &[u8]) -> Result<Feed, FeedError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    match bytes.first() {
        None => return Err(FeedError::Empty),
        Some(b'<') => return Err(FeedError::Html),
        Some(_) => {}
    }
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|e| FeedError::NotJson { line: e.line(), column: e.column() })?;
    frame(&value)?;
    let reading = Reading {
        language: value.get("language").and_then(Value::as_str).unwrap_or("sv").to_owned(),
        item: RefCell::default(),
        faults: RefCell::default(),
    };
    let mut feed = read(&Node::root(&value, &reading));
    feed.faults = reading.faults.into_inner();
    Ok(feed)
}

/// Refuses what can't be read as a feed of this version at all.
fn frame(value: &Value) -> Result<(), FeedError> {
    let wrong = |path: &str, found: &Value, expected| {
        Err(FeedError::Frame(Fault {
            item: String::new(),
            path: path.to_owned(),
            found: Found::new(found),
            expected,
        }))
    };
    let field = |name| value.get(name).unwrap_or(&Value::Null);
    if !value.is_object() {
        return wrong("", value, Expected::Object);
    }
    match field("version").as_str() {
        None => return wrong("version", field("version"), Expected::OneOf("1.0")),
        Some(version) if version.split('.').next() != Some("1") => {
            return Err(FeedError::Version(version.chars().take(20).collect()));
        }
        Some(_) => {}
    }
    match field("timeZone").as_str() {
        Some(zone) if zone != ZONE => return Err(FeedError::Zone(zone.chars().take(60).collect())),
        _ => {}
    }
    if field("dialogues").is_array() {
        Ok(())
    } else {
        wrong("dialogues", field("dialogues"), Expected::List)
    }
}

fn read(node: &Node) -> Feed {
    let https = |n: &Node| n.parse(Expected::Https, Link::https);
    let instant = |n: &Node| n.parse(Expected::Instant, super::when::instant);
    let url = node.field("url", https);
    let host = |name: &str| {
        let fits =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
        fits.then(|| name.to_ascii_lowercase())
    };
    let uid_host = node.field("uidHost", |n| n.parse(Expected::Host, host));
    let publisher = node.required("publisher", Expected::Object, Publisher::read);
    let fallback = || {
        let publisher_url = publisher.as_ref().and_then(|p| p.url.as_ref());
        url.as_ref().or(publisher_url).and_then(Link::host).unwrap_or("medborgardialoger.invalid").to_owned()
    };
    let generated_at = node.required("generatedAt", Expected::Instant, instant);
    Feed {
        generated_at,
        title: node.field("title", Localized::read),
        intro: node.list("intro", Block::read),
        language: node
            .required("language", Expected::Language, super::document::language)
            .unwrap_or_else(|| "sv".to_owned()),
        license: node.field("license", https),
        assumed_minutes: node.field("assumedMinutes", |n| n.number_up_to(24 * 60)).filter(|m| *m > 0),
        next: node.field("next", https),
        // The zone is checked by `frame`; here only its absence is reported.
        dialogues: {
            node.required("timeZone", Expected::OneOf(ZONE), node::text);
            let mut dialogues = node.list("dialogues", unique(Dialogue::read, |d| &d.id));
            dialogues.iter_mut().for_each(|d| d.hold_back(generated_at));
            dialogues.into_iter().map(Arc::new).collect()
        },
        uid_host: uid_host.unwrap_or_else(fallback),
        url,
        publisher,
        faults: Vec::new(),
        partial: false,
    }
}

impl Feed {
    /// A dialogue by its address.
    pub fn find(&self, slug: &Slug) -> Option<&Arc<Dialogue>> {
        self.dialogues.iter().find(|d| d.id == *slug)
    }

    /// The calendar UID of a meeting: from the ids alone, so that it survives every change (RFC 7986 §5.3).
    pub fn uid(&self, dialogue: &Dialogue, meeting: &Meeting) -> String {
        format!("{}.{}@{}", dialogue.id, meeting.id, self.uid_host)
    }

    /// Adds the dialogues of a later page of the feed that are not here already, and its way on.
    pub fn extend(&mut self, page: Self) {
        // A set of those that are known would weigh 0.7 KB, for pages of some hundred dialogues.
        for dialogue in page.dialogues {
            if self.find(&dialogue.id).is_none() {
                self.dialogues.push(dialogue);
            }
        }
        self.faults.extend(page.faults);
        self.next = page.next;
    }
}
