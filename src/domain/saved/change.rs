//! What a resident does with what is followed, as values: each tab applies them to the newest stored text.

use super::{
    Id, Kept, KeptMeeting, Saved, Shot,
    shot::whole,
    turn::{results, status},
};
use crate::domain::{
    dialogue::Dialogue, doubt::older, feed::Feed, meeting::Meeting, slug::Slug, when::Instant,
};

/// One thing done. Applying it twice is applying it once.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Follows a dialogue with all its meetings, or one meeting.
    Follow(Id),
    /// Follows it no longer. A meeting followed by itself stays when its dialogue is let go.
    Unfollow(Id),
    /// Has seen the news of a dialogue or of a meeting: from now on what the feed has is what is compared with.
    Seen(Id),
    /// Has saved these meetings to a calendar.
    Calendar(Vec<Id>),
    /// Forgets all.
    ForgetAll,
}

impl Saved {
    /// What was made tomorrow is no yardstick: else a feed with a wrong date would silence all that come after it.
    pub(super) fn trust(&mut self, now: Instant) {
        self.dialogues.iter_mut().for_each(|kept| kept.made = kept.made.filter(|made| *made <= now));
    }

    /// Makes a change, with the feed that the resident saw. What is not in it can't be followed.
    pub fn apply(&mut self, change: &Change, feed: Option<&Feed>) {
        match (change, feed) {
            (Change::ForgetAll, _) => self.dialogues.clear(),
            (Change::Unfollow(id), _) => self.unfollow(id),
            (Change::Follow(id), Some(feed)) => self.follow(id, feed),
            (Change::Seen(id), Some(feed)) => self.see(id, feed),
            (Change::Calendar(ids), Some(feed)) => ids.iter().for_each(|id| self.calendar(id, feed)),
            (_, None) => {}
        }
        self.dialogues.iter_mut().for_each(Kept::prune);
        self.dialogues.retain(|kept| kept.followed || !kept.meetings.is_empty());
    }

    /// Always answers; an `Option` costs no panic.
    fn keep(&mut self, id: &Slug) -> Option<&mut Kept> {
        match self.dialogues.iter().position(|kept| kept.id == *id) {
            Some(at) => self.dialogues.get_mut(at),
            None => {
                self.dialogues.push(Kept::new(id));
                self.dialogues.last_mut()
            }
        }
    }

    /// What is followed already keeps what was last seen of it: its unseen news must not be swallowed.
    fn follow(&mut self, id: &Id, feed: &Feed) {
        let Some(dialogue) = feed.find(&id.dialogue) else { return };
        let Some(kept) = self.keep(&id.dialogue) else { return };
        if !kept.watched() {
            kept.look(dialogue, feed);
        }
        if kept.followed && id.meeting.is_none() {
            return;
        }
        for meeting in &dialogue.meetings {
            if id.meeting.as_ref().is_none_or(|wanted| *wanted == meeting.id)
                && let Some(kept) = kept.keep(&meeting.id)
            {
                kept.followed |= id.meeting.is_some();
                kept.seen.get_or_insert_with(|| Shot::of(meeting));
            }
        }
        kept.followed |= id.meeting.is_none();
    }

    fn unfollow(&mut self, id: &Id) {
        let Some(kept) = self.dialogues.iter_mut().find(|kept| kept.id == id.dialogue) else { return };
        match &id.meeting {
            None => kept.followed = false,
            Some(id) => kept.meetings.iter_mut().filter(|m| m.id == *id).for_each(|m| m.followed = false),
        }
    }

    fn see(&mut self, id: &Id, feed: &Feed) {
        let kept = self.dialogues.iter_mut().find(|kept| kept.id == id.dialogue && kept.watched());
        let made = feed.generated_at.map(whole);
        // Another tab may still show an older feed; what it has seen is no longer news to anybody.
        let Some(kept) = kept.filter(|kept| !older(made, kept.made)) else { return };
        match (&id.meeting, feed.find(&id.dialogue)) {
            (None, Some(dialogue)) => kept.look(dialogue, feed),
            (None, None) => kept.gone = true,
            (Some(id), dialogue) => kept.look_at(id, dialogue.and_then(|d| d.meeting(id.as_str()))),
        }
        kept.made = made.or(kept.made);
    }

    fn calendar(&mut self, id: &Id, feed: &Feed) {
        let dialogue = feed.find(&id.dialogue);
        let meeting = dialogue.zip(id.meeting.as_ref()).and_then(|(d, id)| d.meeting(id.as_str()));
        let Some(meeting) = meeting else { return };
        let Some(kept) = self.keep(&id.dialogue) else { return };
        let covered = kept.followed;
        let Some(kept) = kept.keep(&meeting.id) else { return };
        let shot = Shot::of(meeting);
        // Whoever puts a new meeting into a calendar has seen it.
        if covered && kept.seen.is_none() {
            kept.seen = Some(shot.clone());
        }
        kept.calendar = Some(shot);
    }
}

impl Kept {
    /// See [`Saved::keep`].
    fn keep(&mut self, id: &Slug) -> Option<&mut KeptMeeting> {
        match self.meetings.iter().position(|kept| kept.id == *id) {
            Some(at) => self.meetings.get_mut(at),
            None => {
                let id = id.clone();
                let new = KeptMeeting { id, followed: false, gone: false, seen: None, calendar: None };
                self.meetings.push(new);
                self.meetings.last_mut()
            }
        }
    }

    /// Takes in what is seen of the dialogue itself.
    fn look(&mut self, dialogue: &Dialogue, feed: &Feed) {
        self.made = feed.generated_at.map(whole).or(self.made);
        dialogue.title.key().clone_into(&mut self.title);
        self.status = status(dialogue);
        self.results = results(dialogue);
        self.gone = false;
    }

    /// Takes in what is seen of a meeting; `None`: it is not in the feed.
    fn look_at(&mut self, id: &Slug, meeting: Option<&Meeting>) {
        // One that nobody has seen before is seen by whoever follows the whole.
        let known = self.followed || self.meeting(id).is_some_and(|m| m.followed);
        if !known || meeting.is_none() && self.meeting(id).is_none() {
            return;
        }
        let Some(kept) = self.keep(id) else { return };
        kept.gone = meeting.is_none();
        if let Some(meeting) = meeting {
            kept.seen = Some(Shot::of(meeting));
        }
    }

    /// Lets go of all that nothing followed needs.
    fn prune(&mut self) {
        if self.followed {
            return;
        }
        self.meetings.retain(|m| m.followed || m.calendar.is_some());
        for meeting in self.meetings.iter_mut().filter(|m| !m.followed) {
            (meeting.seen, meeting.gone) = (None, false);
        }
        if !self.watched() {
            *self = Self { meetings: std::mem::take(&mut self.meetings), ..Self::new(&self.id) };
        }
    }
}
