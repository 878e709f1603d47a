//! The pages as the native printer writes them, from the same components as in a browser.
#![cfg(feature = "publish")]

mod util;

use medborgardialoger::{
    domain::{
        feed::Feed,
        route::{Links, Route},
    },
    host::print,
};
use std::sync::Arc;
use util::{at, full, read, real as real_feed, sv};

const BEFORE_JUNE: &str = "2024-06-02T12:00:00+02:00";
const TODAY: &str = "2026-11-24T12:00:00+01:00";

#[track_caller]
fn printed(feed: Feed, path: &str, now: &str) -> String {
    let links = Links::new("https://exempel.example", "/medborgardialoger/");
    let route = Route::parse(path);
    print::page(route, Arc::new(feed), links, sv(), at(now))
}

#[track_caller]
fn real(path: &str, now: &str) -> String {
    printed(real_feed(), path, now)
}

/// The page's text, tag by tag, for comparing what a reader reads.
fn words(html: &str) -> Vec<&str> {
    html.split('>')
        .filter_map(|part| part.split('<').next())
        .map(str::trim)
        .filter(|w| !w.is_empty())
        .collect()
}

fn count(html: &str, of: &str) -> usize {
    html.matches(of).count()
}

#[track_caller]
fn assert_has(html: &str, part: &str) {
    assert!(html.contains(part), "the page lacks {part:?}:\n{html}");
}

#[test]
fn every_page_has_one_h1_one_main_and_a_way_to_skip_to_it() {
    for path in
        ["", "dialog/torshalla-stads-namnd", "dialog/trygghet-i-stadsdelarna", "dialog/okand", "annat"]
    {
        let html = real(path, TODAY);
        assert_eq!((count(&html, "<h1"), count(&html, "<main")), (1, 1), "{path}");
        assert_has(&html, r##"href="#content" rel="external">Hoppa till innehållet</a>"##);
        assert_has(&html, r#"id="content""#);
    }
}

#[test]
fn ids_are_unique_on_each_page() {
    for path in ["", "dialog/ny-park"] {
        let html = printed(full(), path, "2024-05-10T12:00:00+02:00");
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path}");
    }
}

#[test]
fn the_real_feed_today_says_kindly_that_nothing_is_ahead_and_leads_on() {
    let html = real("", TODAY);
    assert_has(&html, "Inget nytt möte är bestämt");
    assert_has(&html, r##"href="#ongoing" rel="external">Se vad som pågår nu</a>"##);
    assert_has(&html, r##"href="#ended" rel="external">Se avslutade dialoger och resultat</a>"##);
    let titles: Vec<&str> =
        words(&html).into_iter().filter(|w| w.contains("ialog") && w.len() > 30).collect();
    assert!(!titles.is_empty());
    assert!(!html.contains("Kommande</h2>"), "an empty group is left out");
}

#[test]
fn the_day_before_the_meeting_the_list_says_i_morgon() {
    let html = real("", BEFORE_JUNE);
    assert_has(
        &html,
        r#"<time datetime="2024-06-03T16:00+02:00">måndag 3 juni 2024 <span class="clock">kl. 16.00–18.00</span></time>"#,
    );
    assert_has(&html, r#"<strong class="soon">I morgon</strong>"#);
    assert_has(&html, "Kvarnen, Torshälla");
    assert_has(&html, r#"href="/medborgardialoger/dialog/torshalla-stads-namnd/""#);
}

#[test]
fn a_detail_page_has_the_when_and_where_and_a_calendar_file() {
    let html = real("dialog/torshalla-stads-namnd", BEFORE_JUNE);
    assert_has(&html, "Kvarnen, Storgatan 26, Torshälla (samma byggnad som Torshälla bibliotek)");
    assert_has(
        &html,
        r#"download="medborgardialog-2024-06-03-torshalla.ics" type="text/calendar;charset=utf-8""#,
    );
    assert_has(&html, "https://www.openstreetmap.org/search?query=Storgatan+26%2C+Torsh%C3%A4lla");
    assert_has(&html, "Det står inte hur tillgänglig platsen är.");
    assert_has(&html, "Ingen kontaktperson är angiven. Kontakta Eskilstuna kommun.");
    assert_has(
        &html,
        "Det här står inte i kommunens text, utan är tolkat: rubriken, stadsdelen och mötets år.",
    );
}

#[test]
fn what_is_over_offers_no_calendar_and_says_that_there_are_no_results() {
    let html = real("dialog/framtidens-vard-och-omsorg", TODAY);
    assert!(!html.contains("Lägg till i kalendern"));
    assert_has(&html, "Inget resultat är publicerat.");
    assert_has(&html, r#"<span class="participant-name">Majo Brostedt (S)</span>"#);
}

#[test]
fn an_unknown_slug_and_an_unknown_path_lead_back() {
    for path in ["dialog/okand", "dialog/Inte%20en%20slug", "annat/och/mer"] {
        let html = real(path, TODAY);
        assert_has(&html, "Sidan finns inte");
        assert_has(&html, r#"href="/medborgardialoger/">Visa alla medborgardialoger</a>"#);
    }
}

#[test]
fn text_is_text_whatever_it_holds() {
    let evil = r#"</script><img src=x onerror=alert(1)>"&'"#;
    let feed = serde_json::json!({
        "version": "1.0", "generatedAt": "2024-05-01T00:00:00+02:00", "language": "sv", "timeZone": "Europe/Stockholm",
        "publisher": {"name": evil, "url": "https://exempel.example/"},
        "dialogues": [{"id": "x", "title": evil, "summary": evil, "topics": [evil], "body": [{"type": "p", "text": evil}],
            "meetings": [{"id": "m", "start": "2024-06-01T10:00:00+02:00", "place": {"name": evil}, "goodToKnow": [evil]}]}]
    });
    for path in ["", "dialog/x"] {
        let html = printed(read(&feed.to_string()), path, "2024-05-10T12:00:00+02:00");
        assert!(!html.contains("<img") && !html.contains("</script"), "{html}");
        assert_has(&html, "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&amp;'");
    }
}

#[test]
fn a_text_in_another_language_carries_its_language_and_direction() {
    let feed = serde_json::json!({
        "version": "1.0", "generatedAt": "2024-05-01T00:00:00+02:00", "language": "sv", "timeZone": "Europe/Stockholm",
        "publisher": {"name": "Provby", "url": "https://exempel.example/"},
        "dialogues": [{"id": "x", "title": {"ar": "حديقة"}, "summary": {"fi": "Puisto"}}]
    });
    let html = printed(read(&feed.to_string()), "dialog/x", TODAY);
    assert_has(&html, r#"<span lang="ar" dir="rtl">حديقة</span>"#);
    assert_has(&html, r#"<span lang="fi">Puisto</span>"#);
    assert_has(&html, "Finns bara på arabiska");
}

#[test]
fn what_was_left_out_is_told_with_its_reason() {
    let feed = serde_json::json!({
        "version": "1.0", "generatedAt": "2024-05-01T00:00:00+02:00", "language": "sv", "timeZone": "Europe/Stockholm",
        "publisher": {"name": "Provby", "url": "https://exempel.example/"},
        "dialogues": [{"id": "x", "title": "Park"}, {"id": "y"}]
    });
    let html = printed(read(&feed.to_string()), "", TODAY);
    assert_has(&html, "En uppgift kunde inte visas");
    assert_has(&html, "y: dialogues[1].title saknas. Det ska vara en text.");
}

#[test]
fn a_page_title_names_the_page_then_the_site() {
    use medborgardialoger::{domain::live::Live, page::title};
    let feed = real_feed();
    let live = Live::Fresh(Arc::new(feed));
    let text = sv();
    assert_eq!(title(text, &Route::List, &live), "Medborgardialoger, Eskilstuna kommun");
    assert_eq!(
        title(text, &Route::parse("dialog/torshalla-stads-namnd"), &live),
        "Medborgardialog med Torshälla stads nämnd – Medborgardialoger, Eskilstuna kommun"
    );
    assert_eq!(
        title(text, &Route::Missing, &live),
        "Sidan finns inte – Medborgardialoger, Eskilstuna kommun"
    );
    assert_eq!(title(text, &Route::List, &Live::Loading), "Medborgardialoger");
}
