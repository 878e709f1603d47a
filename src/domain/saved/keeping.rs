//! How what is followed is kept: which text to write and what to show, whatever is stored and whatever goes wrong.

use super::{Change, Saved, Unread};
use crate::domain::feed::Feed;

/// What a tab knows of what is followed, and what it could not store yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeping {
    /// What is followed: as stored, with what could not be stored.
    pub saved: Saved,
    /// Why the stored text gives nothing.
    pub unread: Option<Unread>,
    /// Changes that could not be stored (blocked or full): they last as long as the page.
    pending: Vec<Change>,
}

/// What to store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Nothing has changed.
    Nothing,
    /// Everything is forgotten: no key is left.
    Remove,
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
    pub fn after(&self, stored: &str, change: Option<Change>, feed: Option<&Feed>) -> (Self, Write) {
        let (mut saved, unread) = match Saved::read(stored) {
            Ok(saved) => (saved, None),
            Err(unread) => (Saved::default(), Some(unread)),
        };
        // Nothing may be written over it, nor is there anything to be done with it.
        if unread == Some(Unread::Newer) {
            return (Self { saved, unread, pending: self.pending.clone() }, Write::Nothing);
        }
        let mut pending = self.pending.clone();
        pending.extend(change);
        let forgotten = pending.contains(&Change::ForgetAll);
        pending.iter().for_each(|change| saved.apply(change, feed));
        let write = match pending.is_empty() {
            true => Write::Nothing,
            false if saved.is_empty() && (unread.is_none() || forgotten) => Write::Remove,
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
