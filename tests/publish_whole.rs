//! Whole sites of other feeds: hostile words, every field there is, two hundred dialogues.
#![cfg(feature = "publish")]
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "util/press.rs"]
mod press;

use icalendar::{Calendar, CalendarComponent, Component};
use medborgardialoger::{
    domain::{ics::print_all, route::Links},
    host::print::{Press, Sheet, Template},
    text::entry::{calendar_name, entries},
};
use press::{Bench, ORIGIN, feed_of};
use std::time::Instant;
use util::{file, full, read, sv};

#[test]
fn words_that_look_like_html_stay_words_everywhere() {
    // The validator refuses tags; what it lets through must do no harm either.
    let evil = r#"</title>"><!-- /print:head --> & 'x' <-- <!-- print:app --> </SCRIPT"#;
    let json = serde_json::json!(evil).to_string();
    let dialogue = format!(r#"{{"id":"x","title":{json},"summary":{json},"stage":"open"}}"#);
    let feed = feed_of(evil, &dialogue);
    let feed = feed.replace(
        r#""dialogues""#,
        &format!(r#""title":{json},"intro":[{{"type":"p","text":{json}}}],"dialogues""#),
    );
    let links = Links::new(ORIGIN, "/");
    let site = read(&feed);
    let built = "<html lang=\"sv\"><head><!-- print:head --><!-- /print:head --><script src=\"/start.js\"></script></head><!-- print:app --><!-- /print:app --></html>";
    let press = Press {
        template: Template::read(built).unwrap(),
        feed: &site.into(),
        bytes: feed.as_bytes(),
        links: &links,
        now: util::at(press::NOW),
    };
    for sheet in Sheet::all(&press) {
        let path = sheet.path(&links);
        // A poster is a document of its own (tests/poster.rs).
        if !path.ends_with(".html") || path.ends_with("/affisch/index.html") {
            continue;
        }
        let html = String::from_utf8(sheet.print(&press)).unwrap();
        let lower = html.to_lowercase();
        assert_eq!(lower.matches("</title>").count(), 1, "{path}: {html}");
        let bare = ["404.html", "mina/index.html"].iter().any(|end| path.ends_with(end));
        assert_eq!(lower.matches("</script").count(), if bare { 1 } else { 2 }, "{path}: {html}");
        for mark in
            ["<!-- print:head -->", "<!-- /print:head -->", "<!-- print:app -->", "<!-- /print:app -->"]
        {
            assert_eq!(html.matches(mark).count(), 1, "{path}: {mark}");
        }
        let escaped = "&lt;/title&gt;&quot;&gt;&lt;!-- /print:head --&gt; &amp; 'x' &lt;-- &lt;!-- print:app --&gt; &lt;/SCRIPT";
        let kept = if bare { 2 } else { 7 };
        assert!(html.matches(escaped).count() >= kept, "{path}: {html}");
    }
}

#[test]
fn crate_icalendar_reads_every_meeting_out_of_the_calendar_to_subscribe_to() {
    let bench = Bench::new("subscription", "/");
    bench.print(&file("tests/fixture/full.json"), "out");
    let files = bench.files("out");
    let text = std::str::from_utf8(&files["alla.ics"]).unwrap();
    let calendar: Calendar = text.parse().unwrap();
    let property = |name: &str| calendar.property_value(name);
    // The crate takes the backslash away in fields that it does not know, and only there.
    assert_eq!(property("NAME"), Some("Dialoger\\, Exempelstads kommun"));
    assert_eq!(property("X-WR-CALNAME"), Some("Dialoger, Exempelstads kommun"));
    assert_eq!((property("REFRESH-INTERVAL"), property("X-PUBLISHED-TTL")), (Some("PT6H"), Some("PT6H")));
    let zones = calendar.components.iter().filter(|c| !matches!(c, CalendarComponent::Event(_))).count();
    assert_eq!(zones, 1, "one time zone, and nothing else");
    let feed = full();
    let wanted: Vec<String> =
        feed.dialogues.iter().flat_map(|d| d.meetings.iter().map(|m| feed.uid(d, m))).collect();
    assert_eq!(calendar.events().map(|e| e.get_uid().unwrap()).collect::<Vec<_>>(), wanted);
    assert!(wanted.len() > 4);
    // Each is the very event of its own file.
    for (name, own) in files.iter().filter(|(name, _)| name.starts_with("dialog/") && name.ends_with(".ics"))
    {
        let own = std::str::from_utf8(own).unwrap();
        let event = own.split("BEGIN:VEVENT").nth(1).unwrap().split("END:VEVENT").next().unwrap();
        assert_eq!(text.matches(event).count(), 1, "{name}");
    }
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    for secret in ["mailto:", "tel:"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(text, file("tests/fixture/subscription.ics"), "what the judges of other ecosystems read");
}

#[test]
fn a_calendar_without_meetings_is_a_calendar_all_the_same() {
    let feed = read(&feed_of("Provby", ""));
    let links = Links::new(ORIGIN, "/");
    let text = print_all(&calendar_name(sv(), &feed), &entries(sv(), &links, &feed));
    assert!(text.contains("BEGIN:VTIMEZONE") && !text.contains("VEVENT"), "{text}");
    assert!(text.parse::<Calendar>().is_ok());
}

#[test]
fn two_hundred_dialogues_are_all_there() {
    let dialogues: Vec<String> = (0..200)
        .map(|i| {
            let year = 2020 + i % 5;
            let body = format!("Vad ska hända med kvarter {i}? ").repeat(20);
            format!(
                r#"{{"id":"d{i}","title":"Kvarter {i}","summary":"Om kvarter {i}.","stage":"closed","body":[{{"type":"p","text":"{body}"}}],
                "meetings":[{{"id":"a","start":"{year}-01-15T18:00:00+01:00","end":"{year}-01-15T20:00:00+01:00"}},{{"id":"b","start":"{year}-02-15T18:00:00+01:00"}}]}}"#
            )
        })
        .collect();
    let feed = feed_of("Provby", &dialogues.join(","));
    let bench = Bench::new("many", "/");
    bench.print(&file("public/feed.json"), "out");
    let begun = Instant::now();
    bench.print(&feed, "out");
    println!("200 dialogues: {} ms, in this build", begun.elapsed().as_millis());
    let files = bench.files("out");
    let count = |start: &str, end: &str| {
        files.keys().filter(|name| name.starts_with(start) && name.ends_with(end)).count()
    };
    assert_eq!(
        (count("dialog/", "/index.html"), count("dialog/", ".ics"), count("arkiv/", ".html")),
        (400, 400, 5)
    );
    assert_eq!((count("dialog/", "/affisch/index.html"), count("dialog/", "/qr.svg")), (200, 200));
    assert_eq!((count("dialog/", ".br"), count("dialog/", ".gz")), (1000, 1000));
}

#[test]
fn machines_are_told_of_the_very_rows_that_the_list_shows() {
    let dialogue = |i: usize, stage: &str| format!(r#"{{"id":"{stage}-{i}","title":"D","stage":"{stage}"}}"#);
    for (open, ended) in [(120, 50), (230, 30)] {
        let dialogues: Vec<String> =
            (0..open).map(|i| dialogue(i, "open")).chain((0..ended).map(|i| dialogue(i, "closed"))).collect();
        let bench = Bench::new("rows", "/");
        bench.print(&feed_of("Provby", &dialogues.join(",")), "out");
        let files = bench.files("out");
        let html = std::str::from_utf8(&files["index.html"]).unwrap();
        let (_, json) = html.split_once("application/ld+json\">").unwrap();
        let (json, page) = json.split_once("</script>").unwrap();
        let graph: serde_json::Value = serde_json::from_str(json).unwrap();
        let told = graph["@graph"][0]["mainEntity"]["itemListElement"].as_array().unwrap();
        let told: Vec<&str> = told.iter().map(|row| row["url"].as_str().unwrap()).collect();
        let (_, app) = page.split_once("<div id=\"app\"").unwrap();
        let links = app.split("<a ").skip(1).filter(|rest| rest.starts_with("class=\"card-link"));
        let href = |rest: &str| rest.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let shown: Vec<String> = links.map(|rest| format!("{ORIGIN}{}", href(rest))).collect();
        assert_eq!(shown.len(), open + 10, "the newest ended ones");
        assert_eq!(told, shown);
    }
}
