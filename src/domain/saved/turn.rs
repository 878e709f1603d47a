//! What has happened between two sights of the same thing.

use super::{KeptMeeting, Shot, Site};
use crate::domain::{
    dialogue::Dialogue,
    meeting::Status,
    stage::Stage,
    when::{Instant, Slot},
};

/// A thing that has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    /// It was called off.
    Cancelled,
    /// It was put off (a dialogue: paused), without a new time.
    Postponed,
    /// It was called off or put off, and takes place after all; a paused dialogue goes on.
    Reinstated,
    /// It is in the feed again.
    Returned,
    /// It is no longer in the feed.
    Vanished,
    /// Another time.
    Moved {
        /// As last seen.
        before: Slot,
        /// Now.
        after: Slot,
    },
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

/// What a [`Turn`] is, without its times and places.
#[allow(missing_docs, reason = "see Turn")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnKind {
    Cancelled,
    Postponed,
    Reinstated,
    Returned,
    Vanished,
    Moved,
    Place,
    New,
    Results,
}

impl Turn {
    /// What it is.
    pub fn kind(&self) -> TurnKind {
        match self {
            Self::Cancelled => TurnKind::Cancelled,
            Self::Postponed => TurnKind::Postponed,
            Self::Reinstated => TurnKind::Reinstated,
            Self::Returned => TurnKind::Returned,
            Self::Vanished => TurnKind::Vanished,
            Self::Moved { .. } => TurnKind::Moved,
            Self::Place { .. } => TurnKind::Place,
            Self::New => TurnKind::New,
            Self::Results => TurnKind::Results,
        }
    }
}

/// Whether a dialogue goes on.
pub(super) fn status(dialogue: &Dialogue) -> Status {
    match dialogue.stage {
        Some(Stage::Cancelled) => Status::Cancelled,
        Some(Stage::Paused) => Status::Postponed,
        _ => Status::Scheduled,
    }
}

/// Whether a dialogue has results to read.
pub(super) fn results(dialogue: &Dialogue) -> bool {
    dialogue.results.any()
}

/// A status that has changed.
pub(super) fn stage(before: Status, after: Status) -> Option<Turn> {
    match after {
        _ if before == after => None,
        Status::Cancelled => Some(Turn::Cancelled),
        Status::Postponed => Some(Turn::Postponed),
        _ => (!before.takes_place()).then_some(Turn::Reinstated),
    }
}

impl KeptMeeting {
    /// What has happened to a meeting that is in the feed, and the time that it concerns.
    pub(super) fn turns(&self, after: &Shot, now: Instant) -> (Slot, Vec<Turn>) {
        let mut turns = Vec::new();
        let Some(before) = &self.seen else { return (after.slot, turns) };
        if before.slot.over() <= now && after.slot.over() <= now {
            return (after.slot, turns);
        }
        turns.extend(stage(before.status, after.status));
        // After what is graver.
        turns.extend(self.gone.then_some(Turn::Returned));
        if !after.status.takes_place() {
            // Neither time nor place matters any more; the resident knows it by its old time.
            return (before.slot, turns);
        }
        if before.slot != after.slot {
            turns.push(Turn::Moved { before: before.slot, after: after.slot });
        }
        if !adds(&before.site, &after.site) {
            turns.push(Turn::Place { before: before.site.clone(), after: after.site.clone() });
        }
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

/// Whether a place has all that another has, in whatever order, and perhaps more: that is no move.
fn adds(old: &Site, new: &Site) -> bool {
    match (old, new) {
        (Site::At(old), Site::At(new)) => {
            old.split(", ").all(|part| new.split(", ").any(|other| other == part))
        }
        _ => old == new,
    }
}
