//! The archive: all that has ended, by year. Nothing leaves it, so that an address stays true.

use super::{
    dialogue::{Dialogue, Group},
    feed::Feed,
    filter::Filter,
    lang::Lang,
    when::Instant,
};
use std::sync::Arc;

/// What ended in a year, the newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// The year ([`Dialogue::year`]).
    pub year: i32,
    /// At least one.
    pub dialogues: Vec<Arc<Dialogue>>,
}

/// A year and how many dialogues ended in it.
pub type YearCount = (i32, usize);

impl Year {
    /// How many.
    pub fn count(&self) -> YearCount {
        (self.year, self.dialogues.len())
    }
}

/// All years in which something ended, the newest first.
pub fn archive(feed: &Feed, now: Instant) -> Vec<Year> {
    let ended = Filter { group: Some(Group::Ended), rows: usize::MAX, ..Filter::default() };
    let ended = ended.apply(feed, now, Lang::Sv).hits.into_iter().map(|(_, dialogue)| dialogue);
    by_year(ended, |dialogue| dialogue.year(feed.generated_at, now))
}

/// Sorts ended dialogues into their years; within a year they keep their order.
pub(super) fn by_year(
    ended: impl Iterator<Item = Arc<Dialogue>>,
    year: impl Fn(&Dialogue) -> i32,
) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for dialogue in ended {
        let year = year(&dialogue);
        let place = years.iter().position(|y| y.year <= year).unwrap_or(years.len());
        match years.get_mut(place).filter(|y| y.year == year) {
            Some(known) => known.dialogues.push(dialogue),
            None => years.insert(place, Year { year, dialogues: vec![dialogue] }),
        }
    }
    years
}
