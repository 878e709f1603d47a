//! The filter: kept in the address, read back from it, and narrowing the list.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    criterion::{Attend, Criterion},
    dialogue::Group,
    filter::Filter,
    when::date,
};
use util::{found, full, hits};

const NOW: &str = "2024-05-10T12:00:00+02:00";

#[track_caller]
fn round_trip(query: &str, filter: Filter) {
    assert_eq!(Filter::parse(query), filter, "{query}");
    assert_eq!(filter.query_string(), query);
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
#[rustfmt::skip] // one line a case
fn every_part_of_the_filter_stands_in_the_address_and_is_read_back() {
    let none = Filter::default;
    round_trip("", none());
    round_trip("?q=parken+vid+%C3%A5n", Filter { query: "parken vid ån".to_owned(), ..none() });
    round_trip("?district=%C3%96stra+Provby", Filter { district: some("Östra Provby"), ..none() });
    round_trip("?topic=Barn+%26+unga", Filter { topic: some("Barn & unga"), ..none() });
    round_trip("?organiser=100+%25+%2B%3D%3F%23", Filter { organiser: some("100 % +=?#"), ..none() });
    round_trip("?group=ongoing", Filter { group: Some(Group::Ongoing), ..none() });
    round_trip("?group=upcoming", Filter { group: Some(Group::Upcoming), ..none() });
    round_trip("?group=ended", Filter { group: Some(Group::Ended), ..none() });
    round_trip("?attend=in-person", Filter { attend: Some(Attend::InPerson), ..none() });
    round_trip("?attend=online", Filter { attend: Some(Attend::Online), ..none() });
    round_trip("?from=2024-06-03&to=2024-06-30", Filter { from: date("2024-06-03"), to: date("2024-06-30"), ..none() });
    round_trip("?rows=50", Filter { rows: 50, ..none() });
    round_trip("?q=a&district=b&topic=c&organiser=d&group=ended&attend=online&from=2024-01-01&to=2024-12-31&rows=75", Filter { query: "a".to_owned(), district: some("b"), topic: some("c"), organiser: some("d"), group: Some(Group::Ended), attend: Some(Attend::Online), from: date("2024-01-01"), to: date("2024-12-31"), rows: 75, });
}

#[track_caller]
fn same_as(query: &str, plain: &str) {
    assert_eq!(Filter::parse(query), Filter::parse(plain), "{query}");
    assert_eq!(Filter::parse(query).query_string(), plain);
}

#[test]
fn what_an_address_says_beyond_the_filter_is_passed_over() {
    same_as("", "");
    same_as("?", "");
    same_as("?&&=&", "");
    same_as("?utm_source=x&fbclid=y", "");
    same_as("q=a", "?q=a");
    same_as("?Q=a&q=b", "?q=b");
    same_as("?q=a&q=b", "?q=b");
    same_as("?district=", "");
    same_as("?district=%20Provby%20", "?district=Provby");
    same_as("?district=å", "?district=%C3%A5");
    same_as("?group=nu&attend=zoom", "");
    same_as("?group=Ended", "");
    same_as("?from=i+morgon&to=2024-02-30", "");
    same_as("?from=2024-06-03T16:00", "");
    same_as("?rows=1", "");
    same_as("?rows=-5", "");
    same_as("?rows=99999999999999999999999", "");
    same_as("?rows=1000000", "?rows=100000");
    same_as("?q=%", "?q=%25");
    same_as("?q=%zz", "?q=%25zz");
    same_as("?q=%FF", "?q=%EF%BF%BD");
    same_as("?q=a%2Bb+c", "?q=a%2Bb+c");
}

#[track_caller]
fn narrows(query: &str, ids: &[&str]) {
    assert_eq!(hits(&found(&full(), query, NOW)), ids, "{query}");
}

#[test]
fn each_criterion_narrows_the_list() {
    narrows("", &["ny-park", "gator-i-exempelstad", "hamnen", "skolan"]);
    narrows("?q=%C3%A5by", &["gator-i-exempelstad", "skolan"]);
    narrows("?district=Zinkby", &["gator-i-exempelstad", "hamnen"]);
    narrows("?district=ZINKBY", &["gator-i-exempelstad", "hamnen"]);
    narrows("?topic=Barn+och+unga", &["ny-park", "skolan"]);
    narrows("?organiser=Ungdomsr%C3%A5det", &["ny-park", "skolan"]);
    narrows("?organiser=ungdomsradet", &["ny-park", "skolan"]);
    narrows("?group=ongoing", &["ny-park", "gator-i-exempelstad"]);
    narrows("?group=upcoming", &["hamnen"]);
    narrows("?group=ended", &["skolan"]);
    narrows("?attend=in-person", &["ny-park", "hamnen", "skolan"]);
    narrows("?attend=online", &["ny-park", "hamnen"]);
    narrows("?district=%C3%85by&organiser=Ungdomsr%C3%A5det", &["skolan"]);
    narrows("?district=Nowhere", &[]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_span_of_days_finds_what_touches_it() {
    narrows("?from=2024-10-27&to=2024-10-27", &["gator-i-exempelstad", "hamnen"]); // a period without end lasts
    narrows("?from=2024-10-28", &["gator-i-exempelstad"]);
    narrows("?to=2024-02-01", &["gator-i-exempelstad", "skolan"]);
    narrows("?to=2024-01-31", &["gator-i-exempelstad"]);
    narrows("?to=2022-12-31", &[]);
    narrows("?from=2024-08-31&to=2024-08-31", &["ny-park", "gator-i-exempelstad"]);
    narrows("?from=2024-09-01&to=2024-09-01", &["gator-i-exempelstad"]);
}

#[test]
fn dropping_a_criterion_drops_it_alone_and_shows_the_first_rows() {
    let filter = Filter::parse(
        "q=a&district=b&topic=c&organiser=d&group=ended&attend=online&from=2024-01-01&to=2024-12-31&rows=75",
    );
    assert_eq!(filter.active(), Criterion::ALL);
    let without = |c| filter.without(c).query_string();
    assert_eq!(
        without(Criterion::Query),
        "?district=b&topic=c&organiser=d&group=ended&attend=online&from=2024-01-01&to=2024-12-31"
    );
    assert_eq!(without(Criterion::Days), "?q=a&district=b&topic=c&organiser=d&group=ended&attend=online");
    for criterion in Criterion::ALL {
        let left: Vec<_> = Criterion::ALL.into_iter().filter(|c| *c != criterion).collect();
        assert_eq!(filter.without(criterion).active(), left, "{criterion:?}");
    }
}

#[test]
fn words_without_a_letter_are_no_criterion() {
    for query in ["?q=-", "?q=+++", "?q=%2C."] {
        assert_eq!(Filter::parse(query).active(), [], "{query}");
    }
    assert_eq!(Filter::parse("?q=+++").query_string(), "");
}
