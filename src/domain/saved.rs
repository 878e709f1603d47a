//! What a resident follows, has seen of it and has put into a calendar. It lives on the device only.
//!
//! ```text
//! stored text ─Saved::read→ Saved ─apply(Change)→ Saved ─write→ stored text        (Saved::update is all three)
//!                             └news(&Feed, now)→ [News]         until Change::seen
//! ```
//!
//! What is stored: the ids of dialogues and meetings; of each their title, time, place, status, revision and whether
//! there are results, as last seen; which meetings are in a calendar. Nothing of the person, and not when she looked.
//!
//! Two tabs agree because no tab writes what it remembers: it reads the newest text, applies one [`Change`] and writes.

mod change;
mod form;
mod json;
mod news;
mod sight;
mod turn;

pub use change::Change;
pub use form::{FORM, Unread};
pub use news::News;
pub use sight::{Shot, Sight, Site};
pub use turn::Turn;

use super::{
    dialogue::Dialogue,
    meeting::{Meeting, Status},
    slug::Slug,
    when::{Instant, Slot},
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What can be followed: a dialogue with all its meetings, or one meeting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id {
    /// The dialogue.
    pub dialogue: Slug,
    /// The meeting; `None` for the whole dialogue.
    pub meeting: Option<Slug>,
}

impl Id {
    /// A whole dialogue.
    pub fn whole(dialogue: &Slug) -> Self {
        Self { dialogue: dialogue.clone(), meeting: None }
    }

    /// One meeting.
    pub fn one(dialogue: &Slug, meeting: &Slug) -> Self {
        Self { dialogue: dialogue.clone(), meeting: Some(meeting.clone()) }
    }
}

/// All that is followed or in a calendar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    dialogues: BTreeMap<Slug, Kept>,
    /// What a later app has written, and what could not be read.
    rest: Map<String, Value>,
}

/// A dialogue as last seen.
#[derive(Clone, Debug, Default, PartialEq)]
struct Kept {
    /// Followed as a whole.
    followed: bool,
    /// Seen to be no longer in the feed.
    gone: bool,
    /// When the newest feed was made that something was seen of.
    made: Option<Instant>,
    title: Option<String>,
    status: Option<Status>,
    results: Option<bool>,
    meetings: BTreeMap<Slug, KeptMeeting>,
    rest: Map<String, Value>,
}

/// A meeting as last seen.
#[derive(Clone, Debug, Default, PartialEq)]
struct KeptMeeting {
    /// Followed by itself.
    followed: bool,
    /// Seen to be no longer in the feed.
    gone: bool,
    /// As last seen; `None` for what is not followed.
    seen: Option<Shot>,
    /// As it was when it was saved to a calendar.
    calendar: Option<Shot>,
    rest: Map<String, Value>,
}

impl Kept {
    /// Whether anything of it is followed.
    fn watched(&self) -> bool {
        self.followed || self.meetings.values().any(|m| m.followed)
    }
}

/// Whether something is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Following {
    /// No.
    No,
    /// By itself.
    Yes,
    /// A meeting of a dialogue that is followed as a whole.
    WithDialogue,
}

/// Whether a meeting is in the resident's calendar, as far as this app knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InCalendar {
    /// Not saved from here.
    No,
    /// Saved, and the file is the same.
    Same,
    /// Saved, and the file has changed since: the new one should be offered.
    Changed,
}

/// A line of the page "Mina": something followed, as last seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// What it is.
    pub id: Id,
    /// Its title, in the feed's own language; the id where it is not known.
    pub title: String,
    /// The meeting's time.
    pub slot: Option<Slot>,
    /// Whether it is known to be no longer in the feed.
    pub gone: bool,
}

impl Saved {
    /// Whether nothing is kept, so that the stored text can be removed.
    pub fn is_empty(&self) -> bool {
        self.dialogues.is_empty() && self.rest.is_empty()
    }

    /// Whether a dialogue or a meeting is followed.
    pub fn following(&self, id: &Id) -> Following {
        let Some(kept) = self.dialogues.get(&id.dialogue) else { return Following::No };
        let own = match &id.meeting {
            None => kept.followed,
            Some(meeting) => kept.meetings.get(meeting).is_some_and(|m| m.followed),
        };
        match (own, kept.followed) {
            (true, _) => Following::Yes,
            (false, true) => Following::WithDialogue,
            (false, false) => Following::No,
        }
    }

    /// All that is followed by itself: dialogues by id, their singly followed meetings after them.
    pub fn followed(&self) -> Vec<Followed> {
        let mut all = Vec::new();
        for (slug, kept) in &self.dialogues {
            let named = || kept.title.clone().unwrap_or_else(|| slug.to_string());
            if kept.followed {
                all.push(Followed { id: Id::whole(slug), title: named(), slot: None, gone: kept.gone });
            }
            all.extend(kept.meetings.iter().filter(|(_, m)| m.followed).map(|(meeting, m)| Followed {
                id: Id::one(slug, meeting),
                title: m.seen.as_ref().and_then(|s| s.title.clone()).unwrap_or_else(named),
                slot: m.seen.as_ref().map(|s| s.slot),
                gone: m.gone || kept.gone,
            }));
        }
        all
    }

    /// Whether a meeting of the feed is in a calendar, and still as it was saved.
    pub fn in_calendar(&self, dialogue: &Dialogue, meeting: &Meeting) -> InCalendar {
        let kept = self.dialogues.get(&dialogue.id).and_then(|kept| kept.meetings.get(&meeting.id));
        match kept.and_then(|kept| kept.calendar.as_ref()) {
            None => InCalendar::No,
            Some(shot) if shot.same_file(&Shot::of(meeting)) => InCalendar::Same,
            Some(_) => InCalendar::Changed,
        }
    }
}
