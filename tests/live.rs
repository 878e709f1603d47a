//! The state of the feed: waiting, late, here or not to be had, and never a good feed lost.
#![allow(clippy::panic, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    doubt::Doubt,
    feed::{Feed, FeedError},
    live::{AGAIN_AFTER, Copy, GIVE_UP_AFTER, Live, Newer, OLD_AFTER, SLOW_AFTER, Trouble},
};
use std::sync::Arc;
use util::{at, file, full, read, real};

fn fresh(feed: Feed) -> Live {
    Live::Fresh(Arc::new(feed))
}

#[track_caller]
fn late(before: Live, after: &Live) {
    assert_eq!(before.late(), *after);
}

/// When what is shown was fetched, and when an answer comes.
const SINCE: &str = "2024-06-02T14:10:00+02:00";
const NOW: &str = "2024-06-03T08:05:00+02:00";

fn stale(feed: Feed, newer: Newer) -> Live {
    Live::Stale(Arc::new(feed), Copy { since: at(SINCE), newer })
}

#[track_caller]
fn answered(before: &Live, answer: Result<Feed, Trouble>, after: &Live) {
    assert_eq!(before.clone().answered(answer, at(NOW), at(SINCE)), *after);
}

/// The real feed, made at another time.
fn made(time: &str) -> Feed {
    read(&file("public/feed.json").replace("2024-04-17T12:00:00+02:00", time))
}

fn empty() -> Feed {
    Feed { dialogues: Vec::new(), ..real() }
}

#[test]
fn only_a_wait_can_become_long() {
    late(Live::Loading, &Live::Slow);
    late(Live::Slow, &Live::Slow);
    late(fresh(real()), &fresh(real()));
    late(Live::Failed(Trouble::Timeout), &Live::Failed(Trouble::Timeout));
    late(stale(real(), Newer::Asked), &stale(real(), Newer::Late));
    late(stale(real(), Newer::Failed(Trouble::Timeout)), &stale(real(), Newer::Failed(Trouble::Timeout)));
}

#[test]
fn a_feed_ends_every_wait_and_every_trouble() {
    for before in [
        Live::Loading,
        Live::Slow,
        Live::Failed(Trouble::Unreachable),
        fresh(made("2024-04-16T12:00:00+02:00")),
    ] {
        answered(&before, Ok(real()), &fresh(real()));
    }
    for newer in [Newer::Asked, Newer::Late, Newer::Failed(Trouble::Timeout)] {
        answered(&stale(made("2024-04-16T12:00:00+02:00"), newer.clone()), Ok(real()), &fresh(real()));
        answered(&stale(real(), newer), Ok(real()), &fresh(real()));
    }
}

#[test]
fn a_trouble_takes_no_feed_away_and_is_told_with_its_age() {
    for trouble in
        [Trouble::Unreachable, Trouble::Timeout, Trouble::Status(503), Trouble::Feed(FeedError::Empty)]
    {
        answered(&Live::Loading, Err(trouble.clone()), &Live::Failed(trouble.clone()));
        answered(&Live::Slow, Err(trouble.clone()), &Live::Failed(trouble.clone()));
        answered(&Live::Failed(Trouble::Timeout), Err(trouble.clone()), &Live::Failed(trouble.clone()));
        let told = stale(real(), Newer::Failed(trouble.clone()));
        answered(&fresh(real()), Err(trouble.clone()), &told);
        answered(&stale(real(), Newer::Late), Err(trouble), &told);
    }
}

#[test]
fn an_older_feed_and_one_emptied_by_mistake_take_no_good_one_away() {
    let older = made("2024-04-16T12:00:00+02:00");
    for before in [fresh(real()), stale(real(), Newer::Asked)] {
        answered(&before, Ok(older.clone()), &stale(real(), Newer::Failed(Trouble::Doubt(Doubt::Older))));
        answered(&before, Ok(empty()), &stale(real(), Newer::Failed(Trouble::Doubt(Doubt::Emptied))));
    }
    answered(&Live::Loading, Ok(empty()), &fresh(empty()));
}

#[test]
fn a_feed_that_is_dated_ahead_of_the_clock_does_not_keep_out_the_right_one() {
    answered(&fresh(made("2062-04-17T12:00:00+02:00")), Ok(real()), &fresh(real()));
}

#[test]
fn a_copy_stands_in_until_there_is_a_feed() {
    let kept = |before: Live, newer| assert_eq!(before.kept(real(), at(SINCE)), Some(stale(real(), newer)));
    kept(Live::Loading, Newer::Asked);
    kept(Live::Slow, Newer::Late);
    kept(Live::Failed(Trouble::Timeout), Newer::Failed(Trouble::Timeout));
}

#[test]
fn a_copy_takes_the_place_of_an_older_feed_only() {
    let older = made("2024-04-16T12:00:00+02:00");
    let asked = Some(stale(real(), Newer::Asked));
    assert_eq!(fresh(older.clone()).kept(real(), at(SINCE)), asked);
    assert_eq!(stale(older, Newer::Late).kept(real(), at(SINCE)), asked);
    let newer = made("2024-04-18T12:00:00+02:00");
    for here in [fresh(real()), stale(real(), Newer::Late), fresh(newer), fresh(full())] {
        assert_eq!(here.kept(real(), at(SINCE)), None);
    }
}

#[test]
fn asking_again_leaves_what_is_shown() {
    let asked = |before: Live, after: &Live| assert_eq!(before.asked(), *after);
    asked(Live::Failed(Trouble::Timeout), &Live::Loading);
    asked(fresh(real()), &fresh(real()));
    asked(stale(real(), Newer::Failed(Trouble::Timeout)), &stale(real(), Newer::Late));
}

#[test]
fn a_feed_is_had_only_when_it_is_here() {
    assert_eq!(fresh(real()).feed().map(|feed| Feed::clone(feed)), Some(real()));
    assert_eq!(stale(real(), Newer::Asked).feed().map(|feed| Feed::clone(feed)), Some(real()));
    for live in [Live::Loading, Live::Slow, Live::Failed(Trouble::Timeout)] {
        assert_eq!(live.feed(), None);
    }
}

#[test]
fn the_page_says_it_is_fetching_after_half_a_second_and_gives_up_after_ten() {
    assert_eq!((SLOW_AFTER, GIVE_UP_AFTER), (500, 10_000));
}

#[test]
fn the_page_asks_again_after_five_minutes_away_and_is_loud_after_a_week() {
    assert_eq!((AGAIN_AFTER, OLD_AFTER), (5 * 60, 7 * 24 * 60 * 60));
}
