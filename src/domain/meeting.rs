//! A meeting: one occasion that a resident can come to.

use super::{
    fault::Expected,
    link::Link,
    localized::Localized,
    node::{self, Node},
    organiser::Participant,
    place::Place,
    slug::Slug,
    when::{Instant, Slot, When},
};

/// An occasion with a time (schema.org Event, a VEVENT in a calendar).
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Unique in its dialogue; kept when the meeting moves.
    pub id: Slug,
    /// Its own title, if it has one.
    pub title: Option<Localized>,
    /// What it is about.
    pub theme: Option<Localized>,
    /// When.
    pub slot: Slot,
    /// Whether it takes place as planned.
    pub status: Status,
    /// Why not, in words.
    pub status_note: Option<Localized>,
    /// When it was to be before it moved.
    pub previous_start: Option<Instant>,
    /// Its revision (RFC 5545 §3.8.7.4).
    pub sequence: Option<u32>,
    /// When its facts were last changed.
    pub updated: Option<Instant>,
    /// In a room, on the net or both, if the feed says.
    pub mode: Option<Mode>,
    /// Where.
    pub place: Option<Place>,
    /// How to join on the net.
    pub online: Option<Online>,
    /// Whether to register.
    pub registration: Option<Registration>,
    /// Whom one meets.
    pub participants: Vec<Participant>,
    /// Spoken languages (BCP 47).
    pub languages: Vec<String>,
    /// Languages it is interpreted into (BCP 47).
    pub interpreting: Vec<String>,
    /// When one can drop in, in words.
    pub hours: Option<Localized>,
    /// Short pieces of good advice.
    pub good_to_know: Vec<Localized>,
    /// A calendar file that the organiser made.
    pub ics: Option<Link>,
    /// Names of fields that somebody guessed.
    pub inferred: Vec<String>,
}

/// Whether a meeting takes place (schema.org eventStatus).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// As planned.
    Scheduled,
    /// At another time.
    Rescheduled,
    /// Later; the new time is not known.
    Postponed,
    /// On the net in place of a room.
    MovedOnline,
    /// Not at all.
    Cancelled,
}

impl Status {
    /// Whether one can come at the time stated.
    pub fn takes_place(self) -> bool {
        !matches!(self, Self::Postponed | Self::Cancelled)
    }
}

/// How one attends (schema.org eventAttendanceMode).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// In a room.
    InPerson,
    /// On the net.
    Online,
    /// Either.
    Hybrid,
}

/// How to join on the net.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Online {
    /// The address; it may come later.
    pub url: Option<Link>,
    /// What to know before.
    pub note: Option<Localized>,
}

/// Whether and how to register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Whether one must.
    pub required: bool,
    /// Where: https, mailto or tel.
    pub url: Option<Link>,
    /// The last moment.
    pub closes: Option<When>,
    /// How many can come.
    pub places: Option<u32>,
    /// Whether all places are taken.
    pub full: bool,
    /// More on it, in words.
    pub note: Option<Localized>,
}

impl Meeting {
    /// Its revision for calendars: what the feed says, else the minutes from 1970 to its last change, so that it
    /// rises by itself. At most what a calendar's INTEGER holds (RFC 5545 §3.3.8).
    pub fn revision(&self) -> u32 {
        let minutes = |t: Instant| u32::try_from(t.timestamp() / 60).unwrap_or(0);
        self.sequence.or(self.updated.map(minutes)).unwrap_or(0).min(i32::MAX as u32)
    }

    pub(super) fn read(node: &Node) -> Option<Self> {
        use Mode::{Hybrid, InPerson, Online as Net};
        use Status::{Cancelled, MovedOnline, Postponed, Rescheduled, Scheduled};
        let when = |n: &Node| n.parse(Expected::When, When::parse);
        let instant = |n: &Node| n.parse(Expected::Instant, super::when::instant);
        node.object()?;
        let id = node.required("id", Expected::Slug, |n| n.parse(Expected::Slug, Slug::new))?;
        let start = node.required("start", Expected::When, when)?;
        // An end that can't be is worse than none: it is left out, and the meeting stays.
        let with_end = node.field("end", |n| {
            let slot = Slot::new(start, Some(when(n)?));
            if slot.is_none() {
                n.fault(Expected::EndAfterStart);
            }
            slot
        });
        Some(Self {
            id,
            slot: with_end.or_else(|| Slot::new(start, None))?,
            title: node.field("title", Localized::read),
            theme: node.field("theme", Localized::read),
            status: node
                .field("status", |n| {
                    n.one_of(
                        "scheduled, rescheduled, postponed, movedOnline, cancelled",
                        &[Scheduled, Rescheduled, Postponed, MovedOnline, Cancelled],
                    )
                })
                .unwrap_or(Scheduled),
            status_note: node.field("statusNote", Localized::read),
            previous_start: node.field("previousStart", instant),
            sequence: node.field("sequence", node::number),
            updated: node.field("updated", instant),
            mode: node.field("mode", |n| n.one_of("inPerson, online, hybrid", &[InPerson, Net, Hybrid])),
            place: node.field("place", Place::read),
            online: node.field("online", Online::read),
            registration: node.field("registration", Registration::read),
            participants: node.list("participants", Participant::read),
            languages: node.list("languages", super::document::language),
            interpreting: node.list("interpreting", super::document::language),
            hours: node.field("hours", Localized::read),
            good_to_know: node.list("goodToKnow", Localized::read),
            ics: node.field("ics", |n| n.parse(Expected::Https, Link::https)),
            inferred: node.list("inferred", node::text),
        })
    }

    /// How one attends: what the feed says, else what its place and link say. A meeting moved online is online.
    pub fn attendance(&self) -> Option<Mode> {
        let implied = match (&self.place, &self.online) {
            (Some(_), Some(_)) => Some(Mode::Hybrid),
            (Some(_), None) => Some(Mode::InPerson),
            (None, Some(_)) => Some(Mode::Online),
            (None, None) => None,
        };
        if self.status == Status::MovedOnline { Some(Mode::Online) } else { self.mode.or(implied) }
    }
}

impl Online {
    fn read(node: &Node) -> Option<Self> {
        node.object()?;
        Some(Self {
            url: node.field("url", |n| n.parse(Expected::Https, Link::https)),
            note: node.field("note", Localized::read),
        })
    }
}

impl Registration {
    fn read(node: &Node) -> Option<Self> {
        node.object()?;
        Some(Self {
            required: node.required("required", Expected::Bool, node::bool)?,
            url: node.field("url", |n| n.parse(Expected::Link, Link::new)),
            closes: node.field("closes", |n| n.parse(Expected::When, When::parse)),
            places: node.field("places", node::number),
            full: node.field("full", node::bool).unwrap_or(false),
            note: node.field("note", Localized::read),
        })
    }
}
