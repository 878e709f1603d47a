//! The state of the feed: waiting, late, here or not to be had, and never a good feed lost.
#![allow(clippy::panic, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    feed::{Feed, FeedError},
    live::{GIVE_UP_AFTER, Live, SLOW_AFTER, Trouble},
};
use std::sync::Arc;
use util::{full, real};

fn fresh(feed: Feed) -> Live {
    Live::Fresh(Arc::new(feed))
}

#[track_caller]
fn late(before: Live, after: &Live) {
    assert_eq!(before.late(), *after);
}

#[track_caller]
fn answered(before: &Live, answer: Result<Feed, Trouble>, after: &Live) {
    assert_eq!(before.clone().answered(answer), *after);
}

#[test]
fn only_a_wait_can_become_long() {
    late(Live::Loading, &Live::Slow);
    late(Live::Slow, &Live::Slow);
    late(fresh(real()), &fresh(real()));
    late(Live::Failed(Trouble::Timeout), &Live::Failed(Trouble::Timeout));
}

#[test]
fn a_feed_ends_every_wait_and_every_trouble() {
    for before in [Live::Loading, Live::Slow, Live::Failed(Trouble::Unreachable), fresh(full())] {
        answered(&before, Ok(real()), &fresh(real()));
    }
}

#[test]
fn a_trouble_is_shown_unless_a_feed_is_here() {
    for trouble in
        [Trouble::Unreachable, Trouble::Timeout, Trouble::Status(503), Trouble::Feed(FeedError::Empty)]
    {
        answered(&Live::Loading, Err(trouble.clone()), &Live::Failed(trouble.clone()));
        answered(&Live::Slow, Err(trouble.clone()), &Live::Failed(trouble.clone()));
        answered(&Live::Failed(Trouble::Timeout), Err(trouble.clone()), &Live::Failed(trouble.clone()));
        answered(&fresh(real()), Err(trouble), &fresh(real()));
    }
}

#[test]
fn a_feed_is_had_only_when_it_is_here() {
    assert_eq!(fresh(real()).feed().map(|feed| Feed::clone(feed)), Some(real()));
    for live in [Live::Loading, Live::Slow, Live::Failed(Trouble::Timeout)] {
        assert_eq!(live.feed(), None);
    }
}

#[test]
fn the_page_says_it_is_fetching_after_half_a_second_and_gives_up_after_ten() {
    assert_eq!((SLOW_AFTER, GIVE_UP_AFTER), (500, 10_000));
}
