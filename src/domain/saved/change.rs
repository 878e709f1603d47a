//! What a resident does with what is followed, as values: each tab applies them to the newest stored text.

use super::{Id, Kept, Saved, Shot, Sight, Unread, sight::whole};
use crate::domain::{doubt::older, feed::Feed, slug::Slug, when::Instant};

/// One thing done. Applying it twice is applying it once.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Follows a dialogue with all its meetings, or one meeting.
    Follow(Id, Sight),
    /// Follows it no longer. A meeting followed by itself stays when its dialogue is let go.
    Unfollow(Id),
    /// Has seen the news of a dialogue or of a meeting: from now on this is what is compared with.
    Seen {
        /// What the news was of.
        id: Id,
        /// When the feed was made.
        made: Option<Instant>,
        /// What the feed has of the dialogue; `None` when it is not in the feed.
        sight: Option<Sight>,
    },
    /// Has saved a meeting to a calendar.
    Calendar {
        /// Its dialogue.
        dialogue: Slug,
        /// The meeting.
        meeting: Slug,
        /// What the file said.
        shot: Box<Shot>,
    },
    /// Forgets all, what a later app has added too.
    ForgetAll,
}

impl Change {
    /// Follows what the feed has under an id; `None` when it has nothing there.
    pub fn follow(feed: &Feed, id: Id) -> Option<Self> {
        let dialogue = feed.find(&id.dialogue)?;
        if let Some(meeting) = &id.meeting {
            dialogue.meeting(meeting.as_str())?;
        }
        Some(Self::Follow(id, Sight::of(feed, dialogue)))
    }

    /// Has seen what the feed has, or has no longer, under an id.
    pub fn seen(feed: &Feed, id: Id) -> Self {
        let sight = feed.find(&id.dialogue).map(|d| Sight::of(feed, d));
        Self::Seen { id, made: feed.generated_at.map(whole), sight }
    }

    /// Has saved a meeting of the feed to a calendar; `None` when the feed has no such meeting.
    pub fn calendar(feed: &Feed, dialogue: &Slug, meeting: &Slug) -> Option<Self> {
        let shot = Box::new(Shot::of(feed.find(dialogue)?.meeting(meeting.as_str())?));
        Some(Self::Calendar { dialogue: dialogue.clone(), meeting: meeting.clone(), shot })
    }
}

impl Saved {
    /// The stored text after a change: what a tab writes, having read the newest text in the same breath.
    pub fn update(stored: &str, change: &Change) -> Result<String, Unread> {
        let mut saved = Self::read(stored)?;
        saved.apply(change);
        Ok(saved.write())
    }

    /// Makes a change.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Follow(id, sight) => self.follow(id, sight),
            Change::Unfollow(id) => self.unfollow(id),
            Change::Seen { id, made, sight } => self.see(id, *made, sight.as_ref()),
            Change::Calendar { dialogue, meeting, shot } => {
                let kept = self.dialogues.entry(dialogue.clone()).or_default();
                let covered = kept.followed;
                let meeting = kept.meetings.entry(meeting.clone()).or_default();
                // Whoever puts a new meeting into a calendar has seen it.
                if covered && meeting.seen.is_none() {
                    meeting.seen = Some(Shot::clone(shot));
                }
                meeting.calendar = Some(Shot::clone(shot));
            }
            Change::ForgetAll => *self = Self::default(),
        }
    }

    /// What is followed already keeps what was last seen of it: its unseen news must not be swallowed.
    fn follow(&mut self, id: &Id, sight: &Sight) {
        let kept = self.dialogues.entry(id.dialogue.clone()).or_default();
        if !kept.watched() {
            kept.look(sight);
        }
        if kept.followed && id.meeting.is_none() {
            return;
        }
        for (slug, shot) in &sight.meetings {
            if id.meeting.as_ref().is_none_or(|wanted| wanted == slug) {
                kept.meetings.entry(slug.clone()).or_default().seen.get_or_insert_with(|| shot.clone());
            }
        }
        match &id.meeting {
            None => kept.followed = true,
            Some(slug) => kept.meetings.entry(slug.clone()).or_default().followed = true,
        }
    }

    fn unfollow(&mut self, id: &Id) {
        let Some(kept) = self.dialogues.get_mut(&id.dialogue) else { return };
        match &id.meeting {
            None => kept.followed = false,
            Some(meeting) => {
                if let Some(meeting) = kept.meetings.get_mut(meeting) {
                    meeting.followed = false;
                }
            }
        }
        kept.prune();
        if kept.meetings.is_empty() && !kept.followed {
            self.dialogues.remove(&id.dialogue);
        }
    }

    fn see(&mut self, id: &Id, made: Option<Instant>, sight: Option<&Sight>) {
        let Some(kept) = self.dialogues.get_mut(&id.dialogue).filter(|k| k.watched()) else { return };
        // Another tab may still show an older feed; what it has seen is no longer news to anybody.
        if older(made, kept.made) {
            return;
        }
        match (&id.meeting, sight) {
            (None, Some(sight)) => kept.look(sight),
            (None, None) => kept.gone = true,
            (Some(meeting), sight) => kept.look_at(meeting, sight.and_then(|s| s.meetings.get(meeting))),
        }
        kept.made = made.or(kept.made);
    }
}

impl Kept {
    /// Takes in what is seen of the dialogue itself.
    fn look(&mut self, sight: &Sight) {
        self.made = sight.made.or(self.made);
        self.title = Some(sight.title.clone());
        self.status = Some(sight.status);
        self.results = Some(sight.results);
        self.gone = false;
    }

    /// Takes in what is seen of a meeting; `None`: it is not in the feed.
    fn look_at(&mut self, id: &Slug, shot: Option<&Shot>) {
        match (self.meetings.get_mut(id), shot) {
            (Some(meeting), Some(shot)) if self.followed || meeting.followed => {
                meeting.seen = Some(shot.clone());
                meeting.gone = false;
            }
            (Some(meeting), None) => meeting.gone = true,
            (None, Some(shot)) if self.followed => {
                self.meetings.entry(id.clone()).or_default().seen = Some(shot.clone());
            }
            _ => {}
        }
    }

    /// Lets go of all that nothing followed needs.
    fn prune(&mut self) {
        if self.followed {
            return;
        }
        self.meetings.retain(|_, m| m.followed || m.calendar.is_some());
        for meeting in self.meetings.values_mut().filter(|m| !m.followed) {
            (meeting.seen, meeting.gone) = (None, false);
        }
        if !self.watched() {
            let meetings = std::mem::take(&mut self.meetings);
            *self = Self { meetings, rest: std::mem::take(&mut self.rest), ..Self::default() };
        }
    }
}
