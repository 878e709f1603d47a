//! What is ongoing, upcoming or ended: computed from the clock and the feed (feed.md, "Groups, computed"), and its order.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    dialogue::Group::{self, Ended, Ongoing, Upcoming},
    meeting::Meeting,
};
use util::{at, dialogue, found, frame, hits, read, real};

/// Monday 3 June 2024, noon in Sweden.
const NOW: &str = "2024-06-03T12:00:00+02:00";

#[track_caller]
fn assert_group(fields: &str, group: Group) {
    assert_eq!(dialogue(fields).group(at(NOW)), group, "{fields}");
}

/// The group of a dialogue with one meeting.
#[track_caller]
fn meets(fields: &str, group: Group) {
    assert_group(&format!(r#""meetings":[{{"id":"m",{fields}}}]"#), group);
}

#[test]
fn a_meeting_is_upcoming_then_ongoing_then_ended() {
    meets(r#""start":"2024-06-03T12:00:01+02:00""#, Upcoming);
    meets(r#""start":"2024-06-03T12:00:00+02:00""#, Ongoing);
    meets(r#""start":"2024-06-03T10:00:00+02:00","end":"2024-06-03T12:00:01+02:00""#, Ongoing);
    meets(r#""start":"2024-06-03T10:00:00+02:00","end":"2024-06-03T12:00:00+02:00""#, Ended);
    meets(r#""start":"2024-06-03T00:00:00+02:00""#, Ongoing); // without an end it may last all day
    meets(r#""start":"2024-06-02T23:59:59+02:00""#, Ended);
    meets(r#""start":"2024-06-03""#, Ongoing);
    meets(r#""start":"2024-06-04""#, Upcoming);
    meets(r#""start":"2024-06-02""#, Ended);
    meets(r#""start":"2024-06-01","end":"2024-06-03""#, Ongoing);
    meets(r#""start":"2024-06-01","end":"2024-06-02""#, Ended);
}

#[test]
fn a_cancelled_or_postponed_meeting_stays_until_its_original_end() {
    for status in ["cancelled", "postponed"] {
        meets(&format!(r#""status":"{status}","start":"2024-06-05T18:00:00+02:00""#), Upcoming);
        meets(
            &format!(
                r#""status":"{status}","start":"2024-06-03T11:00:00+02:00","end":"2024-06-03T13:00:00+02:00""#
            ),
            Upcoming,
        );
        meets(
            &format!(
                r#""status":"{status}","start":"2024-06-03T10:00:00+02:00","end":"2024-06-03T12:00:00+02:00""#
            ),
            Ended,
        );
    }
    for status in ["rescheduled", "movedOnline"] {
        meets(
            &format!(
                r#""status":"{status}","start":"2024-06-03T11:00:00+02:00","end":"2024-06-03T13:00:00+02:00""#
            ),
            Ongoing,
        );
    }
}

#[test]
fn a_period_is_ongoing_from_its_start_to_its_end_or_without_end() {
    assert_group(r#""period":{"start":"2020-10"}"#, Ongoing);
    assert_group(r#""period":{"start":"2024-06-03"}"#, Ongoing);
    assert_group(r#""period":{"start":"2024-06-04"}"#, Upcoming);
    assert_group(r#""period":{"start":"2024-07"}"#, Upcoming);
    assert_group(r#""period":{"start":"2025"}"#, Upcoming);
    assert_group(r#""period":{"start":"2024"}"#, Ongoing);
    assert_group(r#""period":{"start":"2024-05","end":"2024-06-03"}"#, Ongoing);
    assert_group(r#""period":{"start":"2024-05","end":"2024-06"}"#, Ongoing);
    assert_group(r#""period":{"start":"2024-05","end":"2024-06-02"}"#, Ended);
    assert_group(r#""period":{"start":"2024-05","end":"2024-05"}"#, Ended);
    assert_group(r#""period":{"start":"2023","end":"2023"}"#, Ended);
}

#[test]
fn only_a_dialogue_that_is_open_is_ongoing() {
    for (stage, group) in [
        ("open", Ongoing),
        ("summarising", Ongoing),
        ("deciding", Ongoing),
        ("planned", Ended),
        ("reported", Ended),
        ("closed", Ended),
        ("paused", Ended),
        ("cancelled", Ended),
    ] {
        assert_group(&format!(r#""stage":"{stage}","period":{{"start":"2020-10"}}"#), group);
    }
    assert_group(r#""stage":"closed","meetings":[{"id":"m","start":"2024-06-10"}]"#, Upcoming);
    assert_group(r#""stage":"planned","period":{"start":"2024-08"}"#, Upcoming);
    // feed.md's "otherwise" would call these ended, against what they say of themselves (README, "differs").
    assert_group(r#""stage":"open""#, Ongoing);
    assert_group(r#""stage":"open","takePart":[{"kind":"form","url":"https://a.example/"}]"#, Ongoing);
    assert_group(r#""stage":"planned""#, Upcoming);
    assert_group(r#""stage":"open","meetings":[{"id":"m","start":"2024-05-10"}]"#, Ended);
    assert_group("", Ended);
}

#[test]
fn an_open_period_with_a_meeting_ahead_is_ongoing_and_shows_that_meeting() {
    let d = dialogue(
        r#""period":{"start":"2024"},"meetings":[{"id":"c","start":"2024-09-01"},{"id":"a","start":"2024-05-01"},{"id":"b","start":"2024-06-10"}]"#,
    );
    let id = |m: Option<&Meeting>| m.map(|m| m.id.to_string());
    assert_eq!(d.group(at(NOW)), Ongoing);
    assert_eq!(id(d.next_meeting(at(NOW))), Some("b".to_owned()));
    assert_eq!(id(d.last_meeting(at(NOW))), Some("a".to_owned()));
    assert_eq!(d.meetings.iter().map(|m| m.id.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
}

#[test]
fn the_next_meeting_one_can_come_to_passes_over_cancelled_ones() {
    let d = dialogue(
        r#""meetings":[{"id":"a","start":"2024-06-10","status":"cancelled"},{"id":"b","start":"2024-06-12"}]"#,
    );
    assert_eq!(d.next_meeting(at(NOW)).unwrap().id.as_str(), "a");
    assert_eq!(d.next_open_meeting(at(NOW)).unwrap().id.as_str(), "b");
}

#[test]
fn the_list_has_the_nearest_first_and_of_the_ended_the_newest_first() {
    let feed = read(&frame(
        r#"{"id":"ended-long-ago","title":"A","meetings":[{"id":"m","start":"2022-01-01"}]},
        {"id":"ended-last-month","title":"B","period":{"start":"2020","end":"2024-05"}},
        {"id":"never-dated","title":"C"},
        {"id":"ended-yesterday","title":"D","meetings":[{"id":"m","start":"2023-01-01"},{"id":"n","start":"2024-06-02"}]},
        {"id":"in-a-month","title":"E","period":{"start":"2024-07-03"}},
        {"id":"cancelled-in-a-week","title":"F","meetings":[{"id":"m","start":"2024-06-10","status":"cancelled"}]},
        {"id":"in-two-weeks","title":"G","meetings":[{"id":"m","start":"2024-12-01"},{"id":"n","start":"2024-06-17"}]},
        {"id":"on-since-2020","title":"H","period":{"start":"2020"}},
        {"id":"on-since-may","title":"I","period":{"start":"2024-05"}},
        {"id":"on-with-a-meeting","title":"J","period":{"start":"2019"},"meetings":[{"id":"m","start":"2024-06-20"}]},
        {"id":"on-right-now","title":"K","meetings":[{"id":"m","start":"2024-06-03"}]}"#,
    ));
    let outcome = found(&feed, "", NOW);
    assert_eq!(
        hits(&outcome),
        [
            "on-right-now",
            "on-with-a-meeting",
            "on-since-may",
            "on-since-2020",
            "cancelled-in-a-week",
            "in-two-weeks",
            "in-a-month",
            "ended-yesterday",
            "ended-last-month",
            "ended-long-ago",
            "never-dated",
        ]
    );
    let groups: Vec<Group> = outcome.hits.iter().map(|(group, _)| *group).collect();
    assert_eq!(groups, [[Ongoing; 4].as_slice(), &[Upcoming; 3], &[Ended; 4]].concat());
}

/// The year of the archive that a dialogue is in, by its fields.
#[track_caller]
fn ended_in(fields: &str, year: i32) {
    let d = dialogue(fields);
    assert_eq!(
        (d.group(at(NOW)), d.year(Some(at("2021-04-05T12:00:00+02:00")), at(NOW))),
        (Ended, year),
        "{fields}"
    );
}

#[test]
fn what_has_ended_is_in_the_year_of_its_last_day() {
    ended_in(r#""meetings":[{"id":"a","start":"2022-05-01"},{"id":"b","start":"2023-05-01"}]"#, 2023);
    ended_in(r#""meetings":[{"id":"a","start":"2022-12-31T18:00:00+01:00"}]"#, 2022);
    ended_in(r#""meetings":[{"id":"a","start":"2022-12-31T23:30:00Z"}]"#, 2023); // half past midnight in Sweden
    ended_in(
        r#""meetings":[{"id":"a","start":"2022-12-31T22:00:00+01:00","end":"2023-01-01T00:00:00+01:00"}]"#,
        2022,
    );
    ended_in(
        r#""meetings":[{"id":"a","start":"2022-12-31T22:00:00+01:00","end":"2023-01-01T01:00:00+01:00"}]"#,
        2023,
    );
    ended_in(r#""period":{"start":"2020","end":"2022"}"#, 2022);
    ended_in(r#""period":{"start":"2020","end":"2022-12-31"}"#, 2022);
    ended_in(
        r#""period":{"start":"2020","end":"2022-06"},"meetings":[{"id":"a","start":"2023-01-01"}]"#,
        2023,
    );
    ended_in(r#""period":{"start":"2020","end":"2022-06"},"updated":"2024-01-01""#, 2022);
    ended_in(r#""meetings":[{"id":"a","start":"1900-01-01"}]"#, 1900);
}

#[test]
fn without_a_last_day_it_is_in_the_year_of_its_last_change_else_of_what_else_is_known() {
    ended_in(r#""stage":"closed","period":{"start":"2020"},"updated":"2023-12-31T23:59:59+01:00""#, 2023);
    ended_in(r#""stage":"closed","period":{"start":"2020","end":"2030"},"updated":"2023-12-31""#, 2023);
    ended_in(r#""stage":"closed","period":{"start":"2020-01-01"}"#, 2020);
    ended_in(
        r#""stage":"closed","period":{"start":"2020"},"meetings":[{"id":"a","start":"2022-01-01"}],"updated":"2023-01-01""#,
        2022,
    );
    ended_in(r#""updated":"2023-06-01""#, 2023);
    ended_in("", 2021); // when the feed was made
    assert_eq!(dialogue("").year(None, at(NOW)), 2024);
}

#[test]
fn the_real_page_was_half_a_year_late() {
    // Its heading says "Pågående" over all three; on the day it was updated the first had long ended.
    let groups = |now| {
        found(&real(), "", now)
            .hits
            .into_iter()
            .map(|(g, d)| (g, d.id.to_string().split('-').next().unwrap().to_owned()))
            .collect::<Vec<_>>()
    };
    let said = |list: [(Group, &str); 3]| list.map(|(g, id)| (g, id.to_owned())).to_vec();
    assert_eq!(
        groups("2024-04-17T12:00:00+02:00"),
        said([(Ongoing, "trygghet"), (Upcoming, "torshalla"), (Ended, "framtidens")])
    );
    assert_eq!(
        groups("2024-06-03T17:00:00+02:00"),
        said([(Ongoing, "torshalla"), (Ongoing, "trygghet"), (Ended, "framtidens")])
    );
    assert_eq!(
        groups("2026-01-01T12:00:00+01:00"),
        said([(Ongoing, "trygghet"), (Ended, "torshalla"), (Ended, "framtidens")])
    );
}
