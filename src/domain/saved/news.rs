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
    Id, Kept, KeptMeeting, Saved, Shot, Sight,
    sight::whole,
    turn::{Turn, stage},
};
use crate::domain::{
    dialogue::Dialogue,
    doubt::older,
    fault::Fault,
    feed::Feed,
    meeting::Meeting,
    slug::Slug,
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
    /// What has changed since it was last seen, nearest first: by the first moment ahead that a resident could miss.
    pub fn news(&self, feed: &Feed, now: Instant) -> Vec<News> {
        let mut news = Vec::new();
        for (slug, kept) in &self.dialogues {
            let stale = older(feed.generated_at.map(whole), kept.made);
            if kept.watched() && !stale && !feed.dialogues.is_empty() {
                match feed.find(slug) {
                    Some(dialogue) => kept.changed(dialogue, &mut Page { feed, now, news: &mut news }),
                    None => kept.missing(slug, &mut Page { feed, now, news: &mut news }),
                }
            }
        }
        news.sort_by_cached_key(|item| item.nearest(now));
        news
    }
}

impl News {
    /// The first moment ahead that it is about.
    fn nearest(&self, now: Instant) -> Instant {
        let known = self.turns.iter().filter_map(|turn| match turn {
            Turn::TimeSet { before, .. } | Turn::Moved { before, .. } => Some(*before),
            _ => None,
        });
        let slots = known.chain(self.slot).filter(|slot| now < slot.over());
        slots.map(Slot::start).min().unwrap_or(Instant::MAX_UTC)
    }
}

/// A feed at a time, and the news found in it so far.
struct Page<'a> {
    feed: &'a Feed,
    now: Instant,
    news: &'a mut Vec<News>,
}

impl Page<'_> {
    fn tell(&mut self, id: Id, title: String, slot: Option<Slot>, turns: Vec<Turn>) {
        if !turns.is_empty() {
            self.news.push(News { id, title, slot, turns });
        }
    }

    /// Whether a broken dialogue was left out that could be this one.
    fn lost_dialogue(&self, slug: &Slug) -> bool {
        let this = |f: &&Fault| f.item.is_empty() || f.item == slug.as_str();
        self.feed.faults.iter().filter(this).any(|f| lost(f.path.strip_prefix("dialogues")))
    }

    /// Whether a broken meeting of a dialogue was left out.
    fn lost_meeting(&self, slug: &Slug) -> bool {
        let this = |f: &&Fault| f.item == slug.as_str();
        let tail = |f: &Fault| f.path.split_once(".meetings").map(|(_, tail)| lost(Some(tail)));
        self.feed.faults.iter().filter(this).filter_map(tail).any(|lost| lost)
    }
}

/// Whether a fault at this path below a list cost the item: the item itself, or what it can't be without.
fn lost(tail: Option<&str>) -> bool {
    let field = tail.map(|tail| tail.split_once(']').map_or(tail, |(_, field)| field));
    field.is_some_and(|f| f.is_empty() || [".id", ".start", ".title"].iter().any(|name| f.starts_with(name)))
}

/// A meeting's title, else its dialogue's.
fn title(dialogue: &Dialogue, meeting: &Meeting) -> String {
    meeting.title.as_ref().unwrap_or(&dialogue.title).key().to_owned()
}

impl Kept {
    fn named(&self, slug: &Slug, meeting: Option<&KeptMeeting>) -> String {
        let own = meeting.and_then(|m| m.seen.as_ref()?.title.clone());
        own.or_else(|| self.title.clone()).unwrap_or_else(|| slug.to_string())
    }

    /// The dialogue is not in the feed.
    fn missing(&self, slug: &Slug, page: &mut Page) {
        let paged = page.feed.next.is_some();
        if page.lost_dialogue(slug) || paged && !self.meetings.values().any(|m| m.ahead(page.now)) {
            return;
        }
        if self.followed {
            if !self.gone {
                page.tell(Id::whole(slug), self.named(slug, None), None, vec![Turn::Vanished]);
            }
            return;
        }
        for (id, meeting) in self.meetings.iter().filter(|(_, m)| m.followed) {
            self.missing_meeting(&Id::one(slug, id), meeting, page);
        }
    }

    fn missing_meeting(&self, id: &Id, meeting: &KeptMeeting, page: &mut Page) {
        let over = meeting.seen.as_ref().is_some_and(|s| s.is_over(page.now));
        if !meeting.gone && !over {
            let slot = meeting.seen.as_ref().map(|s| s.slot);
            page.tell(id.clone(), self.named(&id.dialogue, Some(meeting)), slot, vec![Turn::Vanished]);
        }
    }

    /// The dialogue is in the feed.
    fn changed(&self, dialogue: &Dialogue, page: &mut Page) {
        for (id, meeting) in self.meetings.iter().filter(|(_, m)| self.followed || m.followed) {
            let id = Id::one(&dialogue.id, id);
            match id.meeting.as_ref().and_then(|m| dialogue.meeting(m.as_str())) {
                None if page.lost_meeting(&dialogue.id) => {}
                None => self.missing_meeting(&id, meeting, page),
                Some(now) => {
                    let (slot, turns) = meeting.turns(&Shot::of(now), page.now);
                    page.tell(id, title(dialogue, now), Some(slot), turns);
                }
            }
        }
        if self.followed {
            self.new_meetings(dialogue, page);
        }
        let turns = self.own_turns(&Sight::of(page.feed, dialogue));
        page.tell(Id::whole(&dialogue.id), dialogue.title.key().to_owned(), None, turns);
    }

    fn new_meetings(&self, dialogue: &Dialogue, page: &mut Page) {
        for meeting in dialogue.meetings.iter().filter(|m| !self.meetings.contains_key(&m.id)) {
            if page.now < meeting.slot.over() && meeting.status.takes_place() {
                let id = Id::one(&dialogue.id, &meeting.id);
                page.tell(id, title(dialogue, meeting), Some(Shot::of(meeting).slot), vec![Turn::New]);
            }
        }
    }

    /// What has happened to the dialogue itself. That it stops is said of it and of each meeting ahead, which may be
    /// in a calendar.
    fn own_turns(&self, sight: &Sight) -> Vec<Turn> {
        let mut turns = Vec::new();
        if self.followed {
            turns.extend(self.gone.then_some(Turn::Returned));
            turns.extend(self.status.and_then(|before| stage(before, sight.status)));
        }
        turns.extend((self.results == Some(false) && sight.results).then_some(Turn::Results));
        turns
    }
}
