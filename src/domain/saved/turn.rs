//! What has happened between two sights of the same thing.

use super::{KeptMeeting, Shot, Site};
use crate::domain::{
    meeting::Status,
    when::{Instant, Slot, day},
};

/// A thing that has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    /// It was called off.
    Cancelled,
    /// It was put off (a dialogue: paused), without a new time.
    Postponed,
    /// It was called off, and takes place after all; a paused dialogue goes on.
    Reinstated,
    /// It is in the feed again.
    Returned,
    /// It is no longer in the feed.
    Vanished,
    /// A time where there was none: a postponed meeting's, or the clock on a day that was known.
    TimeSet {
        /// As last seen.
        before: Slot,
        /// Now.
        after: Slot,
    },
    /// Another time.
    Moved {
        /// As last seen.
        before: Slot,
        /// Now.
        after: Slot,
    },
    /// The same start, another end.
    Ends {
        /// As last seen.
        before: Slot,
        /// Now.
        after: Slot,
    },
    /// On the net in place of this place.
    MovedOnline(String),
    /// Another place.
    Place {
        /// As last seen.
        before: Site,
        /// Now.
        after: Site,
    },
    /// A meeting that was not there before.
    New,
    /// There are results to read.
    Results,
}

/// A status that has changed, but for a postponed meeting's new time.
pub(super) fn stage(before: Status, after: Status) -> Option<Turn> {
    match after {
        _ if before == after => None,
        Status::Cancelled => Some(Turn::Cancelled),
        Status::Postponed => Some(Turn::Postponed),
        _ => (!before.takes_place()).then_some(Turn::Reinstated),
    }
}

impl KeptMeeting {
    pub(super) fn ahead(&self, now: Instant) -> bool {
        !self.gone && self.seen.as_ref().is_some_and(|s| now < s.slot.over())
    }

    /// What has happened to a meeting that is in the feed, and the time that it concerns.
    pub(super) fn turns(&self, after: &Shot, now: Instant) -> (Slot, Vec<Turn>) {
        let mut turns = Vec::new();
        let Some(before) = &self.seen else { return (after.slot, turns) };
        if before.slot.over() <= now && after.slot.over() <= now {
            return (after.slot, turns);
        }
        turns.extend(self.gone.then_some(Turn::Returned));
        let stage = stage(before.status, after.status);
        if !after.status.takes_place() {
            // Neither time nor place matters any more; the resident knows it by its old time.
            turns.extend(stage);
            return (before.slot, turns);
        }
        let times = (before.slot, after.slot);
        if before.status == Status::Postponed {
            turns.push(Turn::TimeSet { before: before.slot, after: after.slot });
        } else {
            turns.extend(stage);
            turns.extend(time(times));
        }
        turns.extend(place(&before.site, &after.site));
        (after.slot, turns)
    }
}

impl Shot {
    /// Whether nobody waits for it any more: called off, or over. A postponed one is waited for.
    pub(super) fn is_over(&self, now: Instant) -> bool {
        match self.status {
            Status::Cancelled => true,
            Status::Postponed => false,
            _ => self.slot.over() <= now,
        }
    }
}

fn time((before, after): (Slot, Slot)) -> Option<Turn> {
    match (before, after) {
        _ if before == after => None,
        (Slot::Days { first, last }, Slot::Time { start, .. }) if (first..=last).contains(&day(start)) => {
            Some(Turn::TimeSet { before, after })
        }
        _ if before.start() == after.start() => Some(Turn::Ends { before, after }),
        _ => Some(Turn::Moved { before, after }),
    }
}

fn place(before: &Site, after: &Site) -> Option<Turn> {
    match (before, after) {
        _ if before == after => None,
        (Site::At(old), Site::At(new)) if adds(old, new) => None,
        (Site::At(old), Site::Net) => Some(Turn::MovedOnline(old.clone())),
        _ => Some(Turn::Place { before: before.clone(), after: after.clone() }),
    }
}

/// Whether a place's line has all that another has, in whatever order, and more.
fn adds(old: &str, new: &str) -> bool {
    old.split(", ").all(|part| new.split(", ").any(|other| other == part))
}
