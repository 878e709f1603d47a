//! What has changed since it was last seen.
//!
//! What is news, and what is not:
//! - A title, a text or a revision alone is none. Nor is a place that is told more exactly (a room, a street added).
//! - A meeting that was over before and is over now gives none: nobody can act on it. Results are news to those too
//!   who follow only a meeting of the dialogue; a new meeting only to those who follow the dialogue.
//! - Something has vanished when the feed that should hold it does not, and no broken item could be it. A feed that
//!   goes on to older pages (`next`) may hold an ended dialogue there, so only one with a meeting ahead can vanish
//!   from it. A meeting that is over may be cleared away in silence; a postponed one is never over.
//! - An older feed than the one last seen gives none, and an empty feed neither (see [`crate::domain::doubt`]).

use super::{
    Id, Kept, KeptMeeting, Saved, Shot,
    shot::whole,
    turn::{Turn, results, stage, status},
};
use crate::domain::{
    dialogue::Dialogue,
    doubt::older,
    feed::Feed,
    when::{Instant, Slot},
};

/// What is new about one dialogue or one meeting. In words: `text::news`.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// What it is about.
    pub id: Id,
    /// Its title in the feed's own language, or as last seen; the dialogue's id when none is known.
    pub title: String,
    /// The meeting's time: as last seen for what is called off or gone, else as it is now.
    pub slot: Option<Slot>,
    /// What has happened, the gravest first; never empty.
    pub turns: Vec<Turn>,
}

impl Saved {
    /// What has changed since it was last seen.
    pub fn news(&self, feed: &Feed, now: Instant) -> Vec<News> {
        let mut page = Page { feed, now, news: Vec::new() };
        for kept in self.dialogues.iter().filter(|kept| kept.watched()) {
            let made = kept.made.filter(|made| *made <= now);
            match feed.find(&kept.id) {
                _ if feed.dialogues.is_empty() || older(feed.generated_at.map(whole), made) => {}
                Some(dialogue) => kept.changed(dialogue, &mut page),
                None => kept.missing(&mut page),
            }
        }
        page.news
    }
}

/// A feed at a time, and the news found in it so far.
struct Page<'a> {
    feed: &'a Feed,
    now: Instant,
    news: Vec<News>,
}

impl Page<'_> {
    fn tell(&mut self, id: Id, title: String, slot: Option<Slot>, turns: Vec<Turn>) {
        if !turns.is_empty() {
            self.news.push(News { id, title, slot, turns });
        }
    }

    /// Whether something broken was left out that could be a dialogue, or a meeting of it.
    fn lost(&self, kept: &Kept, field: &str) -> bool {
        let nameless = |item: &str| item.is_empty() && field.is_empty();
        let here = |item: &str| item == kept.id.as_str() || nameless(item);
        let below = |path: &str| path.starts_with("dialogues") && path.contains(field);
        self.feed.faults.iter().any(|f| here(&f.item) && below(&f.path))
    }
}

impl Kept {
    /// The dialogue is not in the feed.
    fn missing(&self, page: &mut Page) {
        let ahead = |m: &KeptMeeting| !m.gone && m.seen.as_ref().is_some_and(|s| page.now < s.slot.over());
        if page.feed.partial
            || page.lost(self, "")
            || page.feed.next.is_some() && !self.meetings.iter().any(ahead)
        {
            return;
        }
        if !self.followed {
            for meeting in self.meetings.iter().filter(|m| m.followed) {
                self.missing_meeting(meeting, page);
            }
        } else if !self.gone {
            page.tell(Id::whole(&self.id), self.named(None), None, vec![Turn::Vanished]);
        }
    }

    fn missing_meeting(&self, meeting: &KeptMeeting, page: &mut Page) {
        if !meeting.gone && !meeting.seen.as_ref().is_some_and(|s| s.is_over(page.now)) {
            let slot = meeting.seen.as_ref().map(|s| s.slot);
            let id = Id::one(&self.id, &meeting.id);
            page.tell(id, self.named(Some(meeting)), slot, vec![Turn::Vanished]);
        }
    }

    /// The dialogue is in the feed.
    fn changed(&self, dialogue: &Dialogue, page: &mut Page) {
        for meeting in &dialogue.meetings {
            let after = Shot::of(meeting);
            let (slot, turns) = match self.meeting(&meeting.id) {
                Some(kept) if self.followed || kept.followed => kept.turns(&after, page.now),
                None if self.followed && page.now < after.slot.over() && after.status.takes_place() => {
                    (after.slot, vec![Turn::New])
                }
                _ => continue,
            };
            let title = meeting.title.as_ref().unwrap_or(&dialogue.title).key().to_owned();
            page.tell(Id::one(&self.id, &meeting.id), title, Some(slot), turns);
        }
        for meeting in self.meetings.iter().filter(|m| self.followed || m.followed) {
            if dialogue.meeting(meeting.id.as_str()).is_none() && !page.lost(self, ".meetings") {
                self.missing_meeting(meeting, page);
            }
        }
        // That a dialogue stops is said of it and of each meeting ahead, which may be in a calendar.
        let mut turns = Vec::new();
        if self.followed {
            turns.extend(stage(self.status, status(dialogue)));
            turns.extend(self.gone.then_some(Turn::Returned));
        }
        turns.extend((!self.results && results(dialogue)).then_some(Turn::Results));
        page.tell(Id::whole(&self.id), dialogue.title.key().to_owned(), None, turns);
    }
}
