//! What of the feed an embed shows in its list, as the editor of the page around it has chosen.

use super::{criterion::named, dialogue::Dialogue, feed::Feed, filter::Filter, lang::Lang, when::Instant};
use std::sync::Arc;

/// A part of the feed. The default is all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The resident's own filter narrows what is left.
    filter: Filter,
    /// At most so many dialogues; 0 for any number.
    most: usize,
    /// Only the dialogue that one can come to next.
    next: bool,
}

/// A choice that is no filter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Limit,
    Layout,
}

impl Excerpt {
    /// Reads the element's attributes, written as a query string. What can't be used is passed over.
    pub fn parse(attributes: &str) -> Self {
        const NAMES: [(&str, Choice); 2] = [("limit", Choice::Limit), ("layout", Choice::Layout)];
        let filter = Filter { rows: usize::MAX, ..Filter::parse(attributes) };
        let mut excerpt = Self { filter, most: 0, next: false };
        for (name, value) in form_urlencoded::parse(attributes.as_bytes()) {
            match named(&NAMES, &name) {
                Some(Choice::Limit) => excerpt.most = value.parse().unwrap_or_default(),
                Some(Choice::Layout) => excerpt.next = value == "next",
                None => {}
            }
        }
        excerpt
    }

    /// The part of a feed at a time.
    pub fn of(&self, feed: Arc<Feed>, now: Instant) -> Feed {
        let cut = self.most > 0 || self.next;
        if !cut && !self.filter.narrows() {
            return Arc::unwrap_or_clone(feed);
        }
        let hits = self.filter.apply(&feed, now, Lang::Sv).hits;
        let mut dialogues: Vec<Arc<Dialogue>> = hits.into_iter().map(|(_, dialogue)| dialogue).collect();
        if self.next {
            let start = |d: &Arc<Dialogue>| d.next_open_meeting(now).map(|meeting| meeting.slot.start());
            dialogues =
                dialogues.into_iter().filter(|d| start(d).is_some()).min_by_key(start).into_iter().collect();
        }
        if self.most > 0 {
            dialogues.truncate(self.most);
        }
        // Of a few there are no older ones to ask for.
        let next = feed.next.clone().filter(|_| !cut);
        Feed { dialogues, next, partial: true, ..Arc::unwrap_or_clone(feed) }
    }
}
