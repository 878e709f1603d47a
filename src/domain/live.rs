//! The state of the feed in a browser, as one value.

use super::feed::{Feed, FeedError};
use std::sync::Arc;

/// After this many milliseconds without an answer the page says that it is fetching.
pub const SLOW_AFTER: u32 = 500;

/// After this many milliseconds without an answer the page stops waiting and says so.
pub const GIVE_UP_AFTER: u32 = 10_000;

/// What is known of the feed.
#[derive(Clone, Debug, PartialEq)]
pub enum Live {
    /// Asked for, a moment ago: nothing is shown yet, so that nothing flickers.
    Loading,
    /// Asked for, and late: "Hämtar…".
    Slow,
    /// Here.
    Fresh(Arc<Feed>),
    /// Not to be had.
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
}

impl Live {
    /// The wait has become long. Changes nothing once an answer is there.
    pub fn late(self) -> Self {
        if matches!(self, Self::Loading) { Self::Slow } else { self }
    }

    /// An answer came. A failure never takes away a feed that is here already.
    pub fn answered(self, answer: Result<Feed, Trouble>) -> Self {
        match (answer, self) {
            (Ok(feed), _) => Self::Fresh(Arc::new(feed)),
            (Err(_), Self::Fresh(feed)) => Self::Fresh(feed),
            (Err(trouble), _) => Self::Failed(trouble),
        }
    }

    /// The feed, if it is here.
    pub fn feed(&self) -> Option<&Arc<Feed>> {
        match self {
            Self::Fresh(feed) => Some(feed),
            _ => None,
        }
    }
}
