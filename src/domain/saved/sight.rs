//! What a resident sees of a dialogue at one time: no more than what is needed to tell later that it has changed.

use crate::domain::{
    dialogue::Dialogue,
    feed::Feed,
    localized::Localized,
    meeting::{Meeting, Status},
    slug::Slug,
    stage::Stage,
    when::{Instant, Slot},
};
use chrono::DateTime;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A dialogue as a feed had it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sight {
    /// When that feed was made.
    pub made: Option<Instant>,
    /// The dialogue's title, in the feed's own language.
    pub title: String,
    /// Whether it goes on: cancelled, postponed (paused) or scheduled (anything else).
    pub status: Status,
    /// Whether there are results to read.
    pub results: bool,
    /// Its meetings.
    pub meetings: BTreeMap<Slug, Shot>,
}

impl Sight {
    /// What a feed says of a dialogue.
    pub fn of(feed: &Feed, dialogue: &Dialogue) -> Self {
        Self {
            made: feed.generated_at.map(whole),
            title: dialogue.title.key().to_owned(),
            status: match dialogue.stage {
                Some(Stage::Cancelled) => Status::Cancelled,
                Some(Stage::Paused) => Status::Postponed,
                _ => Status::Scheduled,
            },
            results: dialogue.results.any(),
            meetings: dialogue.meetings.iter().map(|m| (m.id.clone(), Shot::of(m))).collect(),
        }
    }
}

/// A meeting as a feed had it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shot {
    /// Its own title, if it has one.
    pub title: Option<String>,
    /// When.
    pub slot: Slot,
    /// Whether it takes place.
    pub status: Status,
    /// Where.
    pub site: Site,
    /// Its revision for calendars.
    pub revision: u32,
    /// What a later app has written beside that.
    pub(super) rest: Map<String, Value>,
}

/// Where a meeting is held, in so far as a change of it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Site {
    /// The feed does not say.
    Unknown,
    /// On the net only.
    Net,
    /// In a place: name, room, street and town on one line. Not its postal code, which moves nobody.
    At(String),
}

impl Shot {
    /// What a feed says of a meeting.
    pub fn of(meeting: &Meeting) -> Self {
        let place = meeting.place.as_ref().filter(|_| meeting.status != Status::MovedOnline);
        let line = |p: &crate::domain::place::Place| {
            let parts = [Some(&p.name), p.room.as_ref(), p.street.as_ref(), p.locality.as_ref()];
            parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
        };
        let online = meeting.status == Status::MovedOnline || meeting.online.is_some();
        Self {
            title: meeting.title.as_ref().map(|t| Localized::key(t).to_owned()),
            slot: match meeting.slot {
                Slot::Time { start, end } => Slot::Time { start: whole(start), end: end.map(whole) },
                days => days,
            },
            status: meeting.status,
            site: place.map(line).map(Site::At).unwrap_or(if online { Site::Net } else { Site::Unknown }),
            revision: meeting.revision(),
            rest: Map::new(),
        }
    }

    /// Whether a calendar that has the one file should get the other.
    pub(super) fn same_file(&self, other: &Self) -> bool {
        let facts = |shot: &Self| (shot.slot, shot.status, shot.revision);
        facts(self) == facts(other) && self.site == other.site && self.title == other.title
    }
}

/// An instant to the second, which is how sharp the stored form is: a fraction must not look like a move.
pub(super) fn whole(t: Instant) -> Instant {
    DateTime::from_timestamp(t.timestamp(), 0).unwrap_or(t)
}
