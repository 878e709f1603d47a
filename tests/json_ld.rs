//! What each page says to machines: the whole of it, for the three real entries and for every field there is.
#![cfg(feature = "publish")]
#![allow(clippy::indexing_slicing, clippy::expect_used, reason = "a test may panic")]

mod util;

use medborgardialoger::{
    domain::{dialogue::Dialogue, feed::Feed, route::Links},
    host::print::json_ld::{self, Site},
};
use serde_json::{Value, json};
use util::{feed, file, full, read, real, sv};

/// The text of the data block of each page: the list under ``, a dialogue under its id.
fn blocks(feed: &Feed) -> Vec<(String, String)> {
    let links = Links::new("https://exempel.example", "/medborgardialoger/");
    let site = Site { feed, links: &links, text: sv() };
    let rows = || feed.dialogues.iter().map(AsRef::as_ref);
    let page = |d: &Dialogue| (d.id.to_string(), json_ld::dialogue(&site, d));
    let list = (String::new(), json_ld::list(&site, rows()));
    [list].into_iter().chain(rows().map(page)).collect()
}

fn parsed(feed: &Feed) -> Value {
    let pages = blocks(feed).into_iter().map(|(page, text)| {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["@context"], "https://schema.org", "{page}");
        (page, value["@graph"].clone())
    });
    Value::Object(pages.collect())
}

/// The Event of a dialogue that is one meeting with these fields.
#[track_caller]
fn event(meeting: &str, dialogue: &str) -> Value {
    let start = r#""id":"m","start":"2024-06-03T16:00:00+02:00""#;
    let pages = parsed(&feed(&format!(r#""meetings":[{{{start}{meeting}}}]{dialogue}"#)));
    let graph = pages["prov"].as_array().expect("a graph");
    graph.iter().find(|thing| thing["@type"] == "Event").expect("an event").clone()
}

#[track_caller]
fn equals_fixture(feed: &Feed, path: &str) {
    let found = parsed(feed);
    let expected: Value = serde_json::from_str(&file(path)).expect("JSON");
    assert!(found == expected, "{path} should hold:\n{found:#}");
}

#[test]
fn the_real_entries_say_all_that_the_feed_states_and_nothing_else() {
    equals_fixture(&real(), "tests/fixture/json_ld/real.json");
}

#[test]
fn the_full_feed_says_every_field_that_has_a_word_in_schema_org() {
    equals_fixture(&full(), "tests/fixture/json_ld/full.json");
}

/// Status, date before, way to attend and type of location of a meeting.
#[track_caller]
fn told(meeting: &str, expected: [&str; 4]) {
    let event = event(&format!(",{meeting}"), "");
    let last = |v: &Value| v.as_str().unwrap_or("-").trim_start_matches("https://schema.org/").to_owned();
    let kinds: Vec<String> = match &event["location"] {
        Value::Array(all) => all.iter().map(|l| last(&l["@type"])).collect(),
        one => vec![last(&one["@type"])],
    };
    let found = [
        last(&event["eventStatus"]),
        last(&event["previousStartDate"]),
        last(&event["eventAttendanceMode"]),
        kinds.join(" "),
    ];
    assert_eq!(found, expected, "{meeting}");
}

#[rustfmt::skip] // one line a case
#[test]
fn a_meetings_status_is_the_true_one() {
    const PLACE: &str = r#""place":{"name":"Stadshuset"}"#;
    const MOVED: &str = r#""previousStart":"2024-05-20T23:30:00+02:00""#;
    told(PLACE, ["EventScheduled", "-", "OfflineEventAttendanceMode", "Place"]);
    told(&format!(r#"{PLACE},"status":"scheduled",{MOVED}"#), ["EventScheduled", "-", "OfflineEventAttendanceMode", "Place"]);
    told(&format!(r#"{PLACE},"status":"rescheduled",{MOVED}"#), ["EventRescheduled", "2024-05-20T23:30+02:00", "OfflineEventAttendanceMode", "Place"]);
    told(&format!(r#"{PLACE},"status":"rescheduled""#), ["EventRescheduled", "-", "OfflineEventAttendanceMode", "Place"]);
    told(&format!(r#"{PLACE},"status":"postponed",{MOVED}"#), ["EventPostponed", "-", "OfflineEventAttendanceMode", "Place"]);
    told(&format!(r#"{PLACE},"status":"cancelled""#), ["EventCancelled", "-", "OfflineEventAttendanceMode", "Place"]);
    told(&format!(r#"{PLACE},"status":"movedOnline""#), ["EventMovedOnline", "-", "OnlineEventAttendanceMode", "VirtualLocation"]);
    told(r#""online":{}"#, ["EventScheduled", "-", "OnlineEventAttendanceMode", "VirtualLocation"]);
    told(&format!(r#"{PLACE},"online":{{}}"#), ["EventScheduled", "-", "MixedEventAttendanceMode", "Place VirtualLocation"]);
    told(&format!(r#"{PLACE},"online":{{}},"mode":"inPerson""#), ["EventScheduled", "-", "OfflineEventAttendanceMode", "Place"]);
    told(r#""mode":"hybrid""#, ["EventScheduled", "-", "MixedEventAttendanceMode", "VirtualLocation"]);
    told(r#""theme":"T""#, ["EventScheduled", "-", "-", "-"]);
}

#[test]
fn a_cancelled_dialogue_says_so_of_the_series_and_of_its_meetings() {
    let meeting = |id: &str, day: &str| format!(r#"{{"id":"{id}","start":"{day}"}}"#);
    let meetings = [meeting("over", "2024-01-01"), meeting("ahead", "2024-06-03")].join(",");
    let pages = parsed(&feed(&format!(r#""stage":"cancelled","meetings":[{meetings}]"#)));
    let series = &pages["prov"][1];
    let status = |thing: &Value| thing["eventStatus"].clone();
    assert_eq!(
        [status(series), status(&series["subEvent"][0]), status(&series["subEvent"][1])],
        [
            "https://schema.org/EventCancelled",
            "https://schema.org/EventScheduled",
            "https://schema.org/EventCancelled"
        ]
    );
}

#[test]
fn only_a_web_address_to_register_at_is_exported_and_nothing_for_what_does_not_take_place() {
    let offer = |fields: &str| {
        event(&format!(r#","registration":{{"required":true{fields}}}"#), "")["offers"].clone()
    };
    let web = r#","url":"https://p.example/a","closes":"2024-05-30""#;
    let whole = json!({"@type": "Offer", "url": "https://p.example/a", "validThrough": "2024-05-30"});
    assert_eq!(offer(web), whole);
    assert_eq!(offer(r#","url":"mailto:a@p.example""#), Value::Null);
    assert_eq!(
        offer(r#","url":"tel:016123456","full":true"#),
        json!({"@type": "Offer", "availability": "https://schema.org/SoldOut"})
    );
    assert_eq!(offer(""), Value::Null);
    let cancelled = event(&format!(r#","status":"cancelled","registration":{{"required":true{web}}}"#), "");
    assert_eq!(cancelled["offers"], Value::Null);
}

#[test]
fn hostile_text_stays_inside_the_data_block_and_comes_out_as_it_went_in() {
    let hostile = "</script><script>alert(1)</script> <!-- <script> ]]> & \"'\\ \u{2028}\u{2029} \u{0}\u{7f}\u{1f600} </SCRIPT/>";
    let fields = json!({"id": "prov", "title": hostile, "summary": hostile, "topics": [hostile], "meetings": [
        {"id": "m", "start": "2024-06-03", "place": {"name": hostile, "street": hostile}}]});
    let feed = read(&util::frame(&fields.to_string()));
    // The reader has made blanks of control characters.
    let read = hostile.replace(['\0', '\u{7f}'], " ");
    for (page, text) in blocks(&feed) {
        let html = format!("<head><script type=\"application/ld+json\">{text}</script><title>");
        // HTML's tokenizer leaves "script data" at a `<` only (WHATWG HTML, 13.2.5.4); NUL would become U+FFFD.
        let (_, rest) = html.split_once("json\">").expect("the block");
        let (block, after) = rest.split_once('<').expect("its end");
        assert_eq!(after, "/script><title>", "{page}");
        assert!(!block.contains(['\0', '>', '&', '\u{2028}', '\u{2029}']), "{page}: {block}");
        let value: Value = serde_json::from_str(block).expect("JSON");
        assert!(value.to_string().contains(&Value::from(read.as_str()).to_string()), "{page}: {value}");
    }
    let event = event("", &format!(r#","summary":{}"#, Value::from(hostile)));
    assert_eq!(event["description"], read);
}

#[test]
fn no_contact_is_exported_nor_a_persons_party() {
    for feed in [real(), full()] {
        let all: String = blocks(&feed).into_iter().map(|(_, text)| text).collect();
        let mut known = 0;
        for contact in feed.dialogues.iter().flat_map(|d| &d.contacts) {
            let role = contact.role.as_ref().map(|r| r.key());
            let mail = contact.email.as_ref().map(|e| e.as_str());
            let phones = contact.phones.iter().flat_map(|p| [p.as_str().to_owned(), p.href()]);
            let words = [contact.name.as_deref(), role, mail].into_iter().flatten().map(str::to_owned);
            for word in words.chain(phones) {
                known += 1;
                assert!(!all.contains(&word), "{word} is exported");
            }
        }
        assert!(known >= 7, "only {known} words looked for");
        assert!(!all.contains("mailto:") && !all.contains("tel:") && !all.contains("affiliation"));
        assert!(!all.contains("park@"), "a mail address to take part by is exported");
    }
}

#[test]
fn a_way_to_take_part_that_was_closed_when_the_feed_was_made_is_left_out() {
    let way =
        |closes: &str| format!(r#"{{"kind":"form","url":"https://p.example/{closes}","closes":"{closes}"}}"#);
    let pages = parsed(&feed(&format!(r#""takePart":[{},{}]"#, way("2024-04-16"), way("2024-04-17"))));
    assert_eq!(pages["prov"][0]["potentialAction"]["target"], "https://p.example/2024-04-17");
}
