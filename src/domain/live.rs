//! The state of the feed in a browser, as one value.

use super::{
    doubt::{Doubt, doubt, older},
    feed::{Feed, FeedError},
    when::Instant,
};
use std::sync::Arc;

/// After this many milliseconds without an answer the page says that it is fetching.
pub const SLOW_AFTER: u32 = 500;

/// After this many milliseconds without an answer the page stops waiting and says so.
pub const GIVE_UP_AFTER: u32 = 10_000;

/// After this many seconds a resident who comes back to the page is shown what is new.
pub const AGAIN_AFTER: i64 = 300;

/// After this many seconds a copy is so old that it is said loudly.
pub const OLD_AFTER: i64 = 7 * 24 * 3600;

/// What is known of the feed.
#[derive(Clone, Debug, PartialEq)]
pub enum Live {
    /// Asked for, a moment ago: nothing is shown yet, so that nothing flickers.
    Loading,
    /// Asked for, and late: "Hämtar…".
    Slow,
    /// Here.
    Fresh(Arc<Feed>),
    /// Here as a copy that was fetched earlier, and since when nothing newer could be had.
    Stale(Arc<Feed>, Copy),
    /// Not to be had.
    Failed(Trouble),
}

/// A copy of the feed that is shown for want of a fresh one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// When it was fetched.
    pub since: Instant,
    /// What became of fetching a newer one.
    pub newer: Newer,
}

/// What became of fetching something newer than the copy that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Newer {
    /// Asked for, a moment ago: nothing is said yet.
    Asked,
    /// Asked for, and late.
    Late,
    /// Not to be had, or not believed.
    Failed(Trouble),
}

/// What is known of the next page of the feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Older {
    /// Not asked for.
    Idle,
    /// Asked for.
    Busy,
    /// Not to be had.
    Failed(Trouble),
}

/// Why there is no feed. In words: `text::trouble`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer came at all: no network, a wrong address, or a server that lets no other page read it.
    Unreachable,
    /// No whole answer within [`GIVE_UP_AFTER`].
    Timeout,
    /// The server refused, with this HTTP status.
    Status(u16),
    /// An answer came that is no feed.
    Feed(FeedError),
    /// A feed came that should not take the place of the one at hand.
    Doubt(Doubt),
}

impl Live {
    /// It is asked for, once more if need be. What is shown stays.
    pub fn asked(self) -> Self {
        match self {
            Self::Stale(feed, copy) => Self::Stale(feed, Copy { newer: Newer::Late, ..copy }),
            Self::Fresh(feed) => Self::Fresh(feed),
            _ => Self::Loading,
        }
    }

    /// The wait has become long. Changes nothing once an answer is there.
    pub fn late(self) -> Self {
        match self {
            Self::Loading => Self::Slow,
            Self::Stale(feed, Copy { since, newer: Newer::Asked }) => {
                Self::Stale(feed, Copy { since, newer: Newer::Late })
            }
            other => other,
        }
    }

    /// A copy that was kept on the device is found. Nothing changes where a feed is here, unless that is older: then
    /// another tab has kept the copy.
    pub fn kept(self, feed: Feed, since: Instant) -> Option<Self> {
        let newer = match self {
            Self::Loading => Newer::Asked,
            Self::Slow => Newer::Late,
            Self::Failed(trouble) => Newer::Failed(trouble),
            Self::Fresh(here) | Self::Stale(here, _) if older(here.generated_at, feed.generated_at) => {
                Newer::Asked
            }
            _ => return None,
        };
        Some(Self::Stale(Arc::new(feed), Copy { since, newer }))
    }

    /// An answer came at `now`. A failure never takes away a feed that is here already, nor does a feed that is doubted;
    /// `since` is when the one that is shown was fetched.
    pub fn answered(self, answer: Result<Feed, Trouble>, now: Instant, since: Instant) -> Self {
        let (here, since) = match self {
            Self::Fresh(feed) => (feed, since),
            Self::Stale(feed, copy) => (feed, copy.since),
            _ => return answer.map_or_else(Self::Failed, |feed| Self::Fresh(Arc::new(feed))),
        };
        let trouble = match answer {
            // What is made tomorrow is no yardstick: else nobody could take back a wrong date.
            Ok(new) => match doubt(&here, &new).filter(|_| here.generated_at <= Some(now)) {
                None => return Self::Fresh(Arc::new(new)),
                Some(doubt) => Trouble::Doubt(doubt),
            },
            Err(trouble) => trouble,
        };
        Self::Stale(here, Copy { since, newer: Newer::Failed(trouble) })
    }

    /// The very feed that is here came anew.
    pub fn confirmed(self) -> Self {
        match self {
            Self::Stale(feed, _) => Self::Fresh(feed),
            other => other,
        }
    }

    /// A page of older dialogues is added to what is here.
    pub fn with_page(self, page: Feed) -> Self {
        self.map(|feed| {
            let mut whole = Arc::unwrap_or_clone(feed);
            whole.extend(page);
            whole
        })
    }

    /// The same state of another feed, made of the one that is here.
    pub fn map(self, change: impl FnOnce(Arc<Feed>) -> Feed) -> Self {
        match self {
            Self::Fresh(feed) => Self::Fresh(Arc::new(change(feed))),
            Self::Stale(feed, copy) => Self::Stale(Arc::new(change(feed)), copy),
            nothing => nothing,
        }
    }

    /// The feed, if it is here.
    pub fn feed(&self) -> Option<&Arc<Feed>> {
        match self {
            Self::Fresh(feed) | Self::Stale(feed, _) => Some(feed),
            _ => None,
        }
    }

    /// Whether two states are the very same fresh feed. (To compare whole feeds would weigh 3 KB.)
    pub fn same(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Fresh(a), Self::Fresh(b)) if Arc::ptr_eq(a, b))
    }

    /// Whether what is here is a copy that was fetched earlier.
    pub fn is_stale(&self) -> bool {
        matches!(self, Self::Stale(..))
    }
}
