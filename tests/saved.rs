//! What is followed and how it is stored: nothing followed is lost, not over a later app, a broken text or two tabs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    feed::Feed,
    saved::{Change, FORM, Followed, Following, Id, InCalendar, Saved, Unread},
    slug::Slug,
    when::Slot,
};
use medborgardialoger::text::news::words;
use std::collections::BTreeSet;
use util::{at, dialogue, feed, frame, full, read, real, sv};

const M: &str = r#"{"id":"m","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T18:00:00+02:00"}"#;
const N: &str = r#"{"id":"n","title":"Andra \"mötet\"","start":"2024-06-05","end":"2024-06-06","sequence":4,
    "status":"movedOnline","place":{"name":"Kvarnen"}}"#;

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn whole(dialogue: &str) -> Id {
    Id::whole(&slug(dialogue))
}

fn one(dialogue: &str, meeting: &str) -> Id {
    Id::one(&slug(dialogue), &slug(meeting))
}

#[track_caller]
fn follow(feed: &Feed, id: Id) -> Change {
    Change::follow(feed, id).unwrap()
}

#[track_caller]
fn calendar(feed: &Feed, dialogue: &str, meeting: &str) -> Change {
    Change::calendar(feed, &slug(dialogue), &slug(meeting)).unwrap()
}

fn prov() -> Feed {
    feed(&format!(r#""meetings":[{M},{N}]"#))
}

/// What comes of changes, one after the other, each over the stored text.
#[track_caller]
fn after(changes: &[Change]) -> String {
    changes.iter().fold(String::new(), |text, change| Saved::update(&text, change).unwrap())
}

/// What is followed by itself, as `prov` or `prov/m`.
fn names(saved: &Saved) -> Vec<String> {
    let name = |id: Id| match id.meeting {
        Some(meeting) => format!("{}/{meeting}", id.dialogue),
        None => id.dialogue.to_string(),
    };
    saved.followed().into_iter().map(|f| name(f.id)).collect()
}

const STORED: &str = concat!(
    r#"{"dialogues":{"prov":{"followed":true,"made":1713348000,"meetings":{"#,
    r#""m":{"calendar":{"end":1717430400,"start":1717423200},"followed":true,"seen":{"end":1717430400,"start":1717423200}},"#,
    r#""n":{"seen":{"end":"2024-06-06","online":true,"revision":4,"start":"2024-06-05","status":"movedOnline","title":"Andra \"mötet\""}}},"#,
    r#""results":false,"status":"scheduled","title":"Prov"}},"form":1}"#
);

#[test]
fn the_stored_form_is_this_and_no_more() {
    let changes =
        [follow(&prov(), whole("prov")), follow(&prov(), one("prov", "m")), calendar(&prov(), "prov", "m")];
    assert_eq!(after(&changes), STORED);
    assert_eq!(Saved::read(STORED).unwrap().write(), STORED);
    assert_eq!((FORM, Saved::default().write().as_str()), (1, r#"{"form":1}"#));
}

#[test]
fn a_calendar_mark_alone_keeps_nothing_but_what_the_file_said() {
    assert_eq!(
        after(&[calendar(&prov(), "prov", "m")]),
        r#"{"dialogues":{"prov":{"meetings":{"m":{"calendar":{"end":1717430400,"start":1717423200}}}}},"form":1}"#
    );
}

#[test]
fn every_real_and_every_possible_field_survives_storing() {
    for feed in [real(), full()] {
        let mut saved = Saved::default();
        for dialogue in &feed.dialogues {
            saved.apply(&follow(&feed, Id::whole(&dialogue.id)));
            for meeting in &dialogue.meetings {
                saved.apply(&Change::calendar(&feed, &dialogue.id, &meeting.id).unwrap());
                saved.apply(&follow(&feed, Id::one(&dialogue.id, &meeting.id)));
            }
        }
        assert_eq!(Saved::read(&saved.write()).unwrap(), saved);
        assert_eq!(saved.news(&feed, at("2020-01-01T00:00:00Z")), []);
    }
}

#[test]
fn a_fraction_of_a_second_is_not_a_move() {
    let feed = feed(
        r#""meetings":[{"id":"m","start":"2024-06-03T16:00:00.25+02:00","end":"2024-06-03T18:00:00.75+02:00"}]"#,
    );
    let saved = Saved::read(&after(&[follow(&feed, whole("prov"))])).unwrap();
    assert_eq!(saved.news(&feed, at("2024-05-20T12:00:00Z")), []);
}

#[track_caller]
fn round_trip(text: &str) {
    assert_eq!(Saved::read(text).unwrap().write(), text);
}

#[test]
#[rustfmt::skip] // one line a case
fn what_a_later_app_wrote_beside_ours_survives() {
    round_trip(r#"{"dialogues":{"prov":{"followed":true,"ny":[1,-2,2.5,null,true,"a\u000a\"\\ö"]}},"form":1,"ny":{"a":{}}}"#);
    round_trip(r#"{"dialogues":{"prov":{"meetings":{"m":{"followed":true,"ny":1,"seen":{"ny":2,"start":"2024-06-03"}}}}},"form":1}"#);
    // What is not as we know it is kept as it stands.
    round_trip(r#"{"dialogues":{"Prov!":{"followed":true},"prov":7},"form":1}"#);
    round_trip(r#"{"dialogues":{"prov":{"followed":"ja","made":"i går","meetings":7,"results":"kanske","status":"vilar","title":8}},"form":1}"#);
    round_trip(r#"{"dialogues":{"prov":{"followed":true,"meetings":{"m":{"calendar":1,"seen":{"start":"i morgon"}},"n n":{}}}},"form":1}"#);
}

#[test]
fn what_a_later_app_wrote_survives_our_changes_too() {
    let text = r#"{"dialogues":{"prov":{"followed":true,"meetings":{"m":{"ny":1,"seen":{"start":"2024-06-03"}},"n n":{}},"ny":2}},"form":1,"ny":3}"#;
    let seen = Saved::update(text, &Change::seen(&prov(), one("prov", "m"))).unwrap();
    assert_eq!(
        seen,
        r#"{"dialogues":{"prov":{"followed":true,"made":1713348000,"meetings":{"m":{"ny":1,"seen":{"end":1717430400,"start":1717423200}},"n n":{}},"ny":2}},"form":1,"ny":3}"#
    );
}

#[test]
fn a_form_from_a_later_app_is_left_untouched() {
    let text = r#"{"form":2,"follows":["prov"]}"#;
    assert_eq!(Saved::read(text), Err(Unread::Newer(2)));
    assert_eq!(Saved::update(text, &Change::ForgetAll), Err(Unread::Newer(2)));
    let advice = (words(sv()).unread)(&Unread::Newer(2));
    assert_eq!(
        [advice.title, advice.text],
        [
            "Följ är avstängt tills sidan är uppdaterad",
            "Det du följer är sparat av en nyare version av sidan, och finns kvar. Ladda om sidan."
        ]
    );
}

#[test]
fn a_broken_text_is_handed_back_whole() {
    for text in [
        "{",
        "[]",
        "null",
        "7",
        "\"\"",
        "{}",
        r#"{"form":0}"#,
        r#"{"form":"1"}"#,
        r#"{"form":1,"dialogues":[]}"#,
    ] {
        assert_eq!(Saved::read(text), Err(Unread::Broken(text.to_owned())));
    }
    for cut in (1..STORED.len()).filter(|i| STORED.is_char_boundary(*i)) {
        assert_eq!(Saved::read(&STORED[..cut]), Err(Unread::Broken(STORED[..cut].to_owned())));
    }
    let deep = format!(r#"{{"form":1,"x":{}1{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(Saved::read(&deep), Err(Unread::Broken(deep.clone())));
    for nothing in ["", " \n"] {
        assert_eq!(Saved::read(nothing), Ok(Saved::default()));
    }
}

#[test]
fn what_is_unknown_to_the_feed_cannot_be_followed() {
    let absent = [
        Change::follow(&prov(), whole("annan")),
        Change::follow(&prov(), one("prov", "annat")),
        Change::calendar(&prov(), &slug("prov"), &slug("annat")),
        Change::calendar(&prov(), &slug("annan"), &slug("m")),
    ];
    assert_eq!(absent, [None, None, None, None]);
}

#[test]
fn a_meeting_is_followed_by_itself_or_with_its_dialogue() {
    let following = |saved: &Saved| ["m", "n"].map(|m| saved.following(&one("prov", m)));
    let mut saved = Saved::default();
    assert_eq!((saved.following(&whole("prov")), following(&saved)), (Following::No, [Following::No; 2]));
    saved.apply(&follow(&prov(), one("prov", "m")));
    assert_eq!(
        (saved.following(&whole("prov")), following(&saved)),
        (Following::No, [Following::Yes, Following::No])
    );
    saved.apply(&follow(&prov(), whole("prov")));
    assert_eq!(following(&saved), [Following::Yes, Following::WithDialogue]);
    saved.apply(&Change::Unfollow(whole("prov")));
    assert_eq!(names(&saved), ["prov/m"]);
    // Also when it comes from what was stored.
    saved = Saved::read(&saved.write()).unwrap();
    saved.apply(&Change::Unfollow(one("prov", "m")));
    assert_eq!((saved.write().as_str(), saved.is_empty()), (r#"{"form":1}"#, true));
}

#[test]
fn what_is_followed_is_listed_with_its_own_title_and_time() {
    let mut saved = Saved::default();
    for id in [one("prov", "m"), one("prov", "n"), whole("prov")] {
        saved.apply(&follow(&prov(), id));
    }
    let meetings = &dialogue(&format!(r#""meetings":[{M},{N}]"#)).meetings;
    let line =
        |id: Id, title: &str, slot: Option<Slot>| Followed { id, title: title.to_owned(), slot, gone: false };
    assert_eq!(
        saved.followed(),
        [
            line(whole("prov"), "Prov", None),
            line(one("prov", "m"), "Prov", Some(meetings[0].slot)),
            line(one("prov", "n"), "Andra \"mötet\"", Some(meetings[1].slot)),
        ]
    );
    // Only its id could be read: it is followed all the same.
    let bare = Saved::read(r#"{"form":1,"dialogues":{"prov":{"followed":true}}}"#).unwrap();
    assert_eq!(bare.followed(), [line(whole("prov"), "prov", None)]);
    assert_eq!(bare.following(&whole("prov")), Following::Yes);
}

#[test]
fn a_meeting_in_the_calendar_is_marked_and_so_is_a_changed_file() {
    let saved = Saved::read(&after(&[calendar(&prov(), "prov", "m")])).unwrap();
    let mark = |fields: &str| {
        let dialogue = dialogue(&format!(r#""meetings":[{fields}]"#));
        saved.in_calendar(&dialogue, &dialogue.meetings[0])
    };
    assert_eq!(mark(M), InCalendar::Same);
    assert_eq!(mark(N), InCalendar::No);
    for change in [
        r#""status":"cancelled""#,
        r#""sequence":1"#,
        r#""updated":"2024-05-01T12:00:00Z""#,
        r#""title":"Ny""#,
        r#""place":{"name":"Kvarnen"}"#,
    ] {
        assert_eq!(
            mark(&M.replace("\"end\"", &format!("{change},\"end\""))),
            InCalendar::Changed,
            "{change}"
        );
    }
    assert_eq!(mark(&M.replace("16:00", "15:00")), InCalendar::Changed);
    // Saved anew: the same again. Let go of as followed: still marked.
    let moved = feed(&format!(r#""meetings":[{}]"#, M.replace("16:00", "15:00")));
    let mut anew = saved.clone();
    anew.apply(&calendar(&moved, "prov", "m"));
    anew.apply(&follow(&moved, one("prov", "m")));
    anew.apply(&Change::Unfollow(one("prov", "m")));
    assert_eq!(anew.in_calendar(&moved.dialogues[0], &moved.dialogues[0].meetings[0]), InCalendar::Same);
}

#[test]
fn following_again_does_not_swallow_unseen_news() {
    let results = r#""results":{"heard":[{"type":"p","text":"Ja"}]}"#;
    let moved = feed(&format!(r#""meetings":[{},{N}],{results}"#, M.replace("16:00", "15:00")));
    let now = at("2024-05-20T12:00:00Z");
    for first in [whole("prov"), one("prov", "m")] {
        let mut saved = Saved::default();
        saved.apply(&follow(&prov(), first.clone()));
        let news = saved.news(&moved, now);
        assert_eq!(news.len(), 2, "{first:?}");
        for again in [first, one("prov", "m"), whole("prov")] {
            saved.apply(&follow(&moved, again.clone()));
            saved.apply(&calendar(&moved, "prov", "m"));
            assert_eq!(saved.news(&moved, now), news, "{again:?}");
        }
    }
}

#[test]
fn whoever_puts_a_new_meeting_into_the_calendar_has_seen_it() {
    let mut saved = Saved::default();
    saved.apply(&follow(&feed(&format!(r#""meetings":[{M}]"#)), whole("prov")));
    assert_eq!(saved.news(&prov(), at("2024-05-20T12:00:00Z")).len(), 1);
    saved.apply(&calendar(&prov(), "prov", "n"));
    assert_eq!(saved.news(&prov(), at("2024-05-20T12:00:00Z")), []);
    // And hears of it from then on.
    let moved = feed(&format!(r#""meetings":[{M},{}]"#, N.replace("06-05", "06-04")));
    assert_eq!(saved.news(&moved, at("2024-05-20T12:00:00Z")).len(), 1);
}

#[test]
fn what_is_seen_of_something_no_longer_followed_is_not_kept() {
    let mut saved = Saved::default();
    saved.apply(&Change::seen(&prov(), whole("prov")));
    assert!(saved.is_empty());
    saved.apply(&follow(&prov(), one("prov", "m")));
    saved.apply(&calendar(&prov(), "prov", "n"));
    let kept = saved.clone();
    saved.apply(&Change::seen(&prov(), one("prov", "n")));
    assert_eq!(saved, kept);
}

#[test]
fn forgetting_all_forgets_what_a_later_app_added_too() {
    let text = r#"{"form":1,"ny":3,"dialogues":{"prov":{"followed":true},"Prov!":{}}}"#;
    assert_eq!(Saved::update(text, &Change::ForgetAll), Ok(r#"{"form":1}"#.to_owned()));
}

/// Pseudo-random numbers (Knuth's MMIX constants), so that a failing walk can be walked again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// A feed of up to four dialogues of up to three meetings, some moved, cancelled, gone or broken.
fn random_feed(dice: &mut Dice) -> Feed {
    let mut dialogues = Vec::new();
    for d in ["a", "b", "c", "d"] {
        let mut meetings = Vec::new();
        for m in ["m", "n", "o"] {
            let status = ["scheduled", "cancelled", "postponed", "movedOnline"][dice.below(4)];
            let meeting = format!(
                r#"{{"id":"{m}","start":"2024-0{}-{}","status":"{status}"}}"#,
                1 + dice.below(9),
                10 + dice.below(25)
            );
            meetings.extend((dice.below(4) > 0).then_some(meeting));
        }
        let dialogue = format!(r#"{{"id":"{d}","title":"{d}","meetings":[{}]}}"#, meetings.join(","));
        dialogues.extend((dice.below(5) > 0).then_some(dialogue));
    }
    let mut feed = read(&frame(&dialogues.join(",")));
    feed.generated_at = feed.generated_at.map(|t| t + chrono::Duration::hours(dice.below(48) as i64));
    feed
}

fn random_change(dice: &mut Dice, feed: &Feed) -> Option<Change> {
    let dialogue = ["a", "b", "c", "d"][dice.below(4)];
    let meeting = ["m", "n", "o"][dice.below(3)];
    let id = if dice.below(2) == 0 { whole(dialogue) } else { one(dialogue, meeting) };
    match dice.below(100) {
        0 => Some(Change::ForgetAll),
        1..30 => Change::follow(feed, id),
        30..45 => Some(Change::Unfollow(id)),
        45..80 => Some(Change::seen(feed, id)),
        _ => Change::calendar(feed, &slug(dialogue), &slug(meeting)),
    }
}

#[test]
fn two_tabs_with_different_feeds_lose_nothing_that_is_followed_in_a_thousand_steps() {
    for seed in 0..5 {
        let mut dice = Dice(seed);
        let mut tabs = [random_feed(&mut dice), random_feed(&mut dice)];
        let (mut stored, mut expected) = (String::new(), BTreeSet::new());
        for step in 0..1_000 {
            let tab = dice.below(2);
            if dice.below(10) == 0 {
                tabs[tab] = random_feed(&mut dice);
            }
            let Some(change) = random_change(&mut dice, &tabs[tab]) else { continue };
            match &change {
                Change::Follow(id, _) => drop(expected.insert(id.clone())),
                Change::Unfollow(id) => drop(expected.remove(id)),
                Change::ForgetAll => expected.clear(),
                _ => {}
            }
            stored = Saved::update(&stored, &change).unwrap();
            let saved = Saved::read(&stored).unwrap();
            let followed: BTreeSet<Id> = saved.followed().into_iter().map(|f| f.id).collect();
            assert_eq!(followed, expected, "seed {seed}, step {step}: {change:?}");
            assert_eq!(Saved::update(&stored, &change).unwrap(), stored, "seed {seed}, step {step}: twice");
            for feed in &tabs {
                let now = at("2024-05-20T12:00:00Z");
                let mut all_seen = saved.clone();
                for news in saved.news(feed, now) {
                    assert!(!news.turns.is_empty());
                    assert_ne!(
                        saved.following(&Id { meeting: None, ..news.id.clone() }),
                        Following::WithDialogue
                    );
                    all_seen.apply(&Change::seen(feed, news.id));
                }
                assert_eq!(all_seen.news(feed, now), [], "seed {seed}, step {step}: seen");
            }
        }
    }
}
