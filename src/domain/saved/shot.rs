//! A meeting as a feed had it: no more than what is needed to tell later that it has changed.

use crate::domain::{
    localized::Localized,
    meeting::{Meeting, Status},
    place::Place,
    when::{Instant, Slot},
};
use chrono::DateTime;

/// A meeting as a feed had it. A calendar that has the file of one should get that of another that differs.
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
        let line = |p: &Place| {
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
        }
    }
}

/// An instant to the second, which is how sharp the stored form is: a fraction must not look like a move.
pub(super) fn whole(t: Instant) -> Instant {
    DateTime::from_timestamp(t.timestamp(), 0).unwrap_or(t)
}
