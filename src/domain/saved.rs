//! What a resident follows, has seen of it and has put into a calendar. It lives on the device only.
//!
//! ```text
//! stored text ─Saved::read→ Saved ─apply(Change)→ Saved ─write→ stored text        (Keeping::after is all three)
//!                             └news(&Feed, now)→ [News]         until Change::Seen
//! ```
//!
//! What is stored: the ids of dialogues and meetings; of each their title, time, place, status, revision and whether
//! there are results, as last seen; which meetings are in a calendar. Nothing of the person, and not when she looked.
//!
//! Two tabs agree because no tab writes what it remembers: it reads the newest text, applies a [`Change`] and writes.

mod change;
mod form;
mod keeping;
mod news;
mod shot;
mod turn;

pub use change::Change;
pub use form::{FORM, Unread};
pub use keeping::{Keeping, Write};
pub use news::News;
pub use shot::{Shot, Site};
pub use turn::{Turn, TurnKind};

use super::{
    dialogue::Dialogue,
    feed::Feed,
    meeting::{Meeting, Status},
    slug::Slug,
    when::{Instant, Slot},
};

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

/// All that is followed or in a calendar, in the order in which that was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    dialogues: Vec<Kept>,
}

/// A dialogue as last seen.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    id: Slug,
    /// Followed as a whole.
    followed: bool,
    /// Seen to be no longer in the feed.
    gone: bool,
    /// When the newest feed was made that something was seen of.
    made: Option<Instant>,
    /// In the feed's own language; empty where only a meeting is in a calendar.
    title: String,
    /// Cancelled, postponed (paused) or scheduled (anything else).
    status: Status,
    /// Whether there are results to read.
    results: bool,
    meetings: Vec<KeptMeeting>,
}

/// A meeting as last seen.
#[derive(Clone, Debug, PartialEq)]
struct KeptMeeting {
    id: Slug,
    /// Followed by itself.
    followed: bool,
    /// Seen to be no longer in the feed.
    gone: bool,
    /// As last seen; `None` for what is not followed.
    seen: Option<Shot>,
    /// As it was when it was saved to a calendar.
    calendar: Option<Shot>,
}

impl Kept {
    fn new(id: &Slug) -> Self {
        Self {
            id: id.clone(),
            followed: false,
            gone: false,
            made: None,
            title: String::new(),
            status: Status::Scheduled,
            results: false,
            meetings: Vec::new(),
        }
    }

    /// Whether anything of it is followed.
    fn watched(&self) -> bool {
        self.followed || self.meetings.iter().any(|m| m.followed)
    }

    fn meeting(&self, id: &Slug) -> Option<&KeptMeeting> {
        self.meetings.iter().find(|m| m.id == *id)
    }

    /// Its title, or that of a meeting of its own; its id when none is known.
    fn named(&self, meeting: Option<&KeptMeeting>) -> String {
        let own = meeting.and_then(|m| m.seen.as_ref()?.title.as_deref());
        let dialogue = if self.title.is_empty() { self.id.as_str() } else { &self.title };
        own.unwrap_or(dialogue).to_owned()
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

/// A line of the page "Det du följer": something followed, as last seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// What it is.
    pub id: Id,
    /// Its title, in the feed's own language; the id where it is not known.
    pub title: String,
    /// The meeting's time.
    pub slot: Option<Slot>,
}

impl Saved {
    fn dialogue(&self, id: &Slug) -> Option<&Kept> {
        self.dialogues.iter().find(|kept| kept.id == *id)
    }

    /// Whether nothing is kept, so that the stored text can be removed.
    pub fn is_empty(&self) -> bool {
        self.dialogues.is_empty()
    }

    /// Whether a dialogue or a meeting is followed.
    pub fn following(&self, id: &Id) -> Following {
        let Some(kept) = self.dialogue(&id.dialogue) else { return Following::No };
        let own = match &id.meeting {
            None => kept.followed,
            Some(meeting) => kept.meeting(meeting).is_some_and(|m| m.followed),
        };
        match (own, kept.followed) {
            (true, _) => Following::Yes,
            (false, true) => Following::WithDialogue,
            (false, false) => Following::No,
        }
    }

    /// All that is followed by itself: dialogues, each before its singly followed meetings.
    pub fn followed(&self) -> Vec<Followed> {
        let mut all = Vec::new();
        for kept in &self.dialogues {
            if kept.followed {
                all.push(Followed { id: Id::whole(&kept.id), title: kept.named(None), slot: None });
            }
            all.extend(kept.meetings.iter().filter(|m| m.followed).map(|m| Followed {
                id: Id::one(&kept.id, &m.id),
                title: kept.named(Some(m)),
                slot: m.seen.as_ref().map(|s| s.slot),
            }));
        }
        all
    }

    /// The meetings of the feed that are followed, by themselves or with their dialogue, and lie ahead.
    pub fn ahead<'a>(&self, feed: &'a Feed, now: Instant) -> Vec<(&'a Dialogue, &'a Meeting)> {
        let mut ahead = Vec::new();
        for dialogue in &feed.dialogues {
            let followed = |m: &&Meeting| self.following(&Id::one(&dialogue.id, &m.id)) != Following::No;
            let meetings = dialogue.meetings.iter().filter(|m| now < m.slot.over()).filter(followed);
            ahead.extend(meetings.map(|m| (&**dialogue, m)));
        }
        ahead
    }

    /// Whether a meeting of the feed is in a calendar, and still as it was saved.
    pub fn in_calendar(&self, dialogue: &Dialogue, meeting: &Meeting) -> InCalendar {
        let kept = self.dialogue(&dialogue.id).and_then(|kept| kept.meeting(&meeting.id));
        match kept.and_then(|kept| kept.calendar.as_ref()) {
            None => InCalendar::No,
            Some(shot) if *shot == Shot::of(meeting) => InCalendar::Same,
            Some(_) => InCalendar::Changed,
        }
    }
}
