//! What a filter offers: each choice with the hits it gives, each way out of an empty list, and rows on demand.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    criterion::{Attend, Criterion},
    dialogue::Group,
    feed::Feed,
    filter::{Filter, PAGE},
    lang::Lang,
    localized::Localized,
    outcome::{Choice, NEWEST, OPEN, Outcome},
};
use serde_json::json;
use util::{at, found, frame, full, hits, read, real};

const NOW: &str = "2024-05-10T12:00:00+02:00";

/// 60 dialogues with all mixtures of values, some named twice, some with none.
fn sixty() -> Feed {
    let pick = |list: &[&str], i: usize| {
        (0..i % 4).map(|n| list[(i * 7 + n * n) % list.len()].to_owned()).collect::<Vec<_>>()
    };
    let dialogues: Vec<String> = (0..60)
        .map(|i| {
            let topics = pick(&["Trafik", "Skola", "Park", "Trafik"], i / 2);
            let names = pick(&["Nämnden", "Rådet", "Förvaltningen"], i / 3);
            let mut dialogue = json!({
                "id": format!("d{i}"),
                "title": format!("Fråga {i} om {topics:?}"),
                "districts": pick(&["Åby", "Ängby", "Öby", "Zinkby", "provby", "Provby"], i),
                "topics": topics,
                "organisers": names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>(),
            });
            let start = format!("2024-{:02}-{:02}T18:00:00+01:00", i % 12 + 1, i % 28 + 1);
            let mut meeting = json!({ "id": "m", "start": start });
            [i % 4 > 1, i % 2 > 0]
                .into_iter()
                .zip(["online", "place"])
                .filter(|(has, _)| *has)
                .for_each(|(_, what)| meeting[what] = json!({ "name": "P" }));
            match i % 3 {
                0 => dialogue["meetings"] = json!([meeting]),
                1 => {
                    dialogue["period"] =
                        json!({ "start": format!("{}", 2020 + i % 4), "end": format!("{}", 2023 + i % 3) })
                }
                _ => {}
            }
            dialogue.to_string()
        })
        .collect();
    let feed = read(&frame(&dialogues.join(",")));
    assert_eq!(feed.faults, []);
    feed
}

/// A spread of filters, from none to several criteria at once.
const FILTERS: [&str; 12] = [
    "",
    "q=trafik",
    "q=trafk",
    "q=fr%C3%A5ga+1",
    "district=Provby",
    "topic=Skola",
    "organiser=R%C3%A5det",
    "group=ended",
    "attend=online",
    "from=2024-03-01&to=2024-06-30",
    "district=Zinkby&group=ended&topic=Park",
    "q=trafik&district=%C3%85by&attend=in-person&group=upcoming",
];

#[track_caller]
fn count(feed: &Feed, filter: &Filter) -> usize {
    filter.apply(feed, at(NOW), Lang::Sv).total
}

#[track_caller]
fn names_true(feed: &Feed, choices: &[Choice<Localized>], chosen: impl Fn(String) -> Filter) {
    for choice in choices {
        let filter = chosen(choice.value.key().to_owned());
        assert_eq!(choice.hits, count(feed, &filter), "{filter:?}");
    }
}

#[test]
fn a_choice_gives_the_hits_it_promises() {
    for feed in [full(), sixty(), real()] {
        for query in FILTERS {
            let filter = Filter::parse(query);
            let choices = filter.apply(&feed, at(NOW), Lang::Sv).choices;
            names_true(&feed, &choices.districts, |name| Filter { district: Some(name), ..filter.clone() });
            names_true(&feed, &choices.topics, |name| Filter { topic: Some(name), ..filter.clone() });
            names_true(&feed, &choices.organisers, |name| Filter { organiser: Some(name), ..filter.clone() });
            for Choice { value, hits } in choices.groups {
                assert_eq!(
                    hits,
                    count(&feed, &Filter { group: Some(value), ..filter.clone() }),
                    "{query} {value:?}"
                );
            }
            for Choice { value, hits } in choices.attends {
                assert_eq!(
                    hits,
                    count(&feed, &Filter { attend: Some(value), ..filter.clone() }),
                    "{query} {value:?}"
                );
            }
        }
    }
}

#[test]
fn when_nothing_is_found_each_way_out_gives_the_hits_it_promises() {
    let mut ways = 0;
    for feed in [full(), sixty(), real()] {
        for first in FILTERS {
            for second in FILTERS {
                let filter = Filter::parse(&format!("{first}&{second}"));
                let outcome = filter.apply(&feed, at(NOW), Lang::Sv);
                let dropped = |c: &Criterion| count(&feed, &filter.without(*c));
                let all: Vec<_> = filter
                    .active()
                    .into_iter()
                    .map(|c| (c, dropped(&c)))
                    .filter(|(_, hits)| *hits > 0)
                    .collect();
                let expected = if outcome.total == 0 { all } else { vec![] };
                assert_eq!(outcome.rescues, expected, "{first} {second}");
                ways += outcome.rescues.len();
            }
        }
    }
    assert!(ways > 50, "only {ways} ways out were tried");
}

fn labels(choices: &[Choice<Localized>]) -> Vec<(&str, usize)> {
    choices.iter().map(|c| (c.value.key(), c.hits)).collect()
}

#[test]
fn choices_are_sorted_as_swedes_sort_and_counted() {
    let Outcome { choices, of, .. } = found(&full(), "", NOW);
    assert_eq!(
        labels(&choices.districts),
        [("Provby", 1), ("Zinkby", 2), ("Åby", 2), ("Ängby", 1), ("Östra Provby", 1)]
    );
    assert_eq!(labels(&choices.topics), [("Barn och unga", 2), ("Parker", 1), ("Trafik", 1)]);
    let groups: Vec<_> = choices.groups.iter().map(|c| (c.value, c.hits)).collect();
    assert_eq!(groups, [(Group::Ongoing, 2), (Group::Upcoming, 1), (Group::Ended, 1)]);
    let attends: Vec<_> = choices.attends.iter().map(|c| (c.value, c.hits)).collect();
    assert_eq!(attends, [(Attend::InPerson, 3), (Attend::Online, 2)]);
    assert_eq!((of, choices.days), (4, true));
}

#[test]
fn filters_are_offered_only_when_the_feed_has_values_for_them() {
    let choices = found(&read(&frame(r#"{"id":"x","title":"X"}"#)), "", NOW).choices;
    assert_eq!(
        (
            choices.districts.len(),
            choices.topics.len(),
            choices.organisers.len(),
            choices.attends.len(),
            choices.days
        ),
        (0, 0, 0, 0, false)
    );
    let choices = found(&real(), "", NOW).choices;
    assert_eq!(
        (choices.districts.len(), choices.topics.len(), choices.organisers.len(), choices.days),
        (8, 0, 3, true)
    );
}

#[test]
fn a_value_that_is_chosen_can_be_shown_though_no_dialogue_has_it() {
    let choices =
        found(&read(&frame(r#"{"id":"x","title":"X"}"#)), "district=Borta&group=upcoming&attend=online", NOW)
            .choices;
    assert_eq!(labels(&choices.districts), [("Borta", 0)]);
    assert_eq!(
        choices.groups,
        [Choice { value: Group::Upcoming, hits: 0 }, Choice { value: Group::Ended, hits: 0 }]
    );
    assert_eq!(choices.attends, [Choice { value: Attend::Online, hits: 0 }]);
}

#[test]
fn a_name_written_twice_in_a_dialogue_counts_once() {
    let feed = read(&frame(
        r#"{"id":"x","title":"X","districts":["Provby","PROVBY"],"topics":["T","T"],"organisers":[{"name":"O"},{"name":"O"}]}"#,
    ));
    let choices = found(&feed, "", NOW).choices;
    assert_eq!(
        [labels(&choices.districts), labels(&choices.topics), labels(&choices.organisers)],
        [[("Provby", 1)], [("T", 1)], [("O", 1)]]
    );
}

#[test]
fn a_narrowed_list_shows_its_first_rows_and_more_at_each_wish() {
    let shown = |query: &str| {
        let outcome = found(&sixty(), &format!("q=fr%C3%A5ga&{query}"), NOW);
        (outcome.hits.len(), outcome.left, outcome.total, outcome.of, outcome.years)
    };
    assert_eq!(shown(""), (PAGE, 35, 60, 60, vec![]));
    assert_eq!(shown("rows=50"), (50, 10, 60, 60, vec![]));
    assert_eq!(shown("rows=75"), (60, 0, 60, 60, vec![]));
    let (first, all) = (found(&sixty(), "q=fr%C3%A5ga", NOW), found(&sixty(), "q=fr%C3%A5ga&rows=100", NOW));
    assert_eq!(hits(&first), hits(&all)[..PAGE]);
}

/// 230 that lie ahead, and one that ended in each month of the last 30.
fn far() -> Feed {
    let ahead = (0..230).map(|i| (format!("a{i}"), 2030 + i / 12, i % 12 + 1));
    let ended = (0..30).map(|i| (format!("e{i}"), 2024 - (i + 8) / 12, 12 - (i + 8) % 12));
    let one = |(id, year, month)| json!({ "id": id, "title": "T", "meetings": [{ "id": "m", "start": format!("{year}-{month:02}-05") }] });
    read(&frame(&ahead.chain(ended).map(|d| one(d).to_string()).collect::<Vec<_>>().join(",")))
}

#[test]
fn a_list_that_nothing_narrows_shows_what_has_not_ended_ten_that_have_and_how_many_each_year_holds() {
    let shown = |query: &str| {
        let outcome = found(&far(), query, NOW);
        let of = |letter| hits(&outcome).iter().filter(|id| id.starts_with(letter)).count();
        assert_eq!(outcome.years, [(2024, 4), (2023, 12), (2022, 12), (2021, 2)]);
        assert_eq!((outcome.total, outcome.of), (260, 260));
        (of('a'), of('e'), outcome.left)
    };
    assert_eq!(shown(""), (OPEN, NEWEST, 30));
    assert_eq!(shown("rows=50"), (200, 10, 30));
    assert_eq!(shown("rows=225"), (225, 10, 5));
    assert_eq!(shown("rows=250"), (230, 10, 0));
    assert_eq!(hits(&found(&far(), "", NOW))[198..203], ["a198", "a199", "e0", "e1", "e2"]);
    // Words without a letter narrow nothing.
    assert_eq!(shown("q=-"), (200, 10, 30));
}

#[test]
fn names_stand_in_the_order_of_the_words_that_the_reader_sees() {
    let feed = read(&frame(
        r#"{"id":"a","title":"A","topics":[{"sv":"Ö","fi":"Asuminen"},{"sv":"A","fi":"Ympäristö"}],"stage":"open"}"#,
    ));
    let shown = |lang: Lang| {
        let topics = Filter::default().apply(&feed, at(NOW), lang).choices.topics;
        topics.iter().map(|topic| topic.value.get(lang.tag()).text.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(shown(Lang::Sv), ["A", "Ö"]);
    assert_eq!(shown(Lang::Fi), ["Asuminen", "Ympäristö"]);
}
