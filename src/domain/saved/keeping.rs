//! How what is followed is kept: which text to write and what to show, whatever is stored and whatever goes wrong.

use super::{Change, Saved, Unread};
use crate::domain::{feed::Feed, when::Instant};

/// What a tab knows of what is followed, and what it could not store yet.
#[derive(Clone, Debug, Default)]
pub struct Keeping {
    /// What is followed: as stored, with what could not be stored.
    pub saved: Saved,
    /// Why the stored text gives nothing.
    pub unread: Option<Unread>,
    /// Changes that could not be stored (blocked or full): they last as long as the page. Each with the feed that the
    /// resident saw: what a newer one has is not seen yet.
    pending: Vec<(Change, Option<Feed>)>,
}

/// Whether the same is shown.
impl PartialEq for Keeping {
    fn eq(&self, other: &Self) -> bool {
        self.saved == other.saved && self.unread == other.unread && self.is_unkept() == other.is_unkept()
    }
}

/// What to store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Nothing has changed.
    Nothing,
    /// Nothing is left to keep: the key goes.
    Remove {
        /// Whether what was put aside goes too: only when a resident wants all of it forgotten.
        aside: bool,
    },
    /// This text.
    Text {
        /// The text.
        text: String,
        /// Whether what is stored must be put aside before, since it can't be read.
        aside: bool,
    },
}

impl Keeping {
    /// What is known after a change, or after another tab's (`None`), given the newest stored text, and what to store.
    /// What could not be stored before is tried once more; whoever writes tells how it went by [`Self::wrote`].
    pub fn after(
        &self,
        stored: &str,
        change: Option<Change>,
        feed: Option<&Feed>,
        now: Instant,
    ) -> (Self, Write) {
        let (mut saved, unread) = match Saved::read(stored) {
            Ok(saved) => (saved, None),
            Err(unread) => (Saved::default(), Some(unread)),
        };
        saved.trust(now);
        // Nothing may be written over it, nor is there anything to be done with it.
        if unread == Some(Unread::Newer) {
            return (Self { saved, unread, pending: self.pending.clone() }, Write::Nothing);
        }
        let mut pending = self.pending.clone();
        pending.extend(change.map(|change| (change, feed.cloned())));
        let forgotten = pending.iter().any(|(change, _)| *change == Change::ForgetAll);
        pending.iter().for_each(|(change, seen)| saved.apply(change, seen.as_ref()));
        let write = match pending.is_empty() {
            true => Write::Nothing,
            false if saved.is_empty() && (unread.is_none() || forgotten) => {
                Write::Remove { aside: forgotten }
            }
            false => Write::Text { text: saved.write(), aside: unread.is_some() && !forgotten },
        };
        (Self { saved, unread, pending }, write)
    }

    /// Whether it could be stored.
    pub fn wrote(&mut self, done: bool) {
        if done {
            self.pending.clear();
            self.unread = None;
        }
    }

    /// Whether something lasts only as long as the page.
    pub fn is_unkept(&self) -> bool {
        !self.pending.is_empty()
    }
}
