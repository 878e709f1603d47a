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
use util::{at, feed, full, read, real as real_feed, sv};

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
fn a_dialogues_page_alone_has_a_place_for_reading_aloud_between_the_way_back_and_the_page() {
    let html = real("dialog/torshalla-stads-namnd", BEFORE_JUNE);
    assert_has(
        &html,
        r#"Alla dialoger</a><medborgar-aloud play="Läs upp" pause="Pausa uppläsningen" resume="Fortsätt läsa upp" stop="Sluta läsa upp"></medborgar-aloud><article class="detail">"#,
    );
    for path in ["", "arkiv/2024", "mina", "dialog/okand", "annat"] {
        assert!(!real(path, TODAY).contains("medborgar-aloud"), "{path}");
    }
}

#[test]
fn what_is_over_offers_no_calendar_and_says_that_there_are_no_results() {
    let html = real("dialog/framtidens-vard-och-omsorg", TODAY);
    assert!(!html.contains("Lägg till i kalendern"));
    assert_has(&html, "Det finns inget resultat än.");
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
        assert!(!html.contains("<img src=x") && !html.contains("</script"), "{html}");
        assert_has(&html, "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&amp;'");
    }
}

#[test]
fn links_of_several_meetings_tell_which_is_meant() {
    let meeting = |id: &str, hour: u32, name: &str| {
        serde_json::json!({
            "id": id, "start": format!("2030-05-14T{hour}:00:00+02:00"), "mode": "hybrid",
            "place": {"name": name, "street": format!("{name}gatan 1")},
            "online": {"url": format!("https://exempel.example/{id}/mote")},
            "registration": {"required": true, "url": format!("https://exempel.example/{id}/anmalan")}
        })
    };
    let feed = serde_json::json!({
        "version": "1.0", "generatedAt": "2024-05-01T00:00:00+02:00", "language": "sv", "timeZone": "Europe/Stockholm",
        "publisher": {"name": "Provby", "url": "https://exempel.example/"},
        "dialogues": [{"id": "x", "title": "Park", "meetings": [meeting("a", 16, "Bibliotek"), meeting("b", 18, "Simhall")]}]
    });
    let html = printed(read(&feed.to_string()), "dialog/x", TODAY);
    let hidden = |words: &str| format!("<span class=\"visually-hidden\">, {words}</span>");
    for (time, name) in
        [("tisdag 14 maj 2030 kl. 16.00", "Bibliotek"), ("tisdag 14 maj 2030 kl. 18.00", "Simhall")]
    {
        assert_has(&html, &format!(">Anmäl dig{}</a>", hidden(time)));
        assert_has(&html, &format!(">Delta på nätet{}</a>", hidden(time)));
        let map = format!(
            "Visa på karta <span class=\"quiet\">(OpenStreetMap, öppnas i ny flik){}</span>",
            hidden(name)
        );
        assert_has(&html, &map);
    }
}

#[test]
fn a_text_in_another_language_carries_its_language_and_direction() {
    let feed = serde_json::json!({
        "version": "1.0", "generatedAt": "2024-05-01T00:00:00+02:00", "language": "sv", "timeZone": "Europe/Stockholm",
        "publisher": {"name": "Provby", "url": "https://exempel.example/"},
        "dialogues": [
            {"id": "x", "title": {"ar": "حديقة"}, "summary": {"fi": "Puisto"}},
            {"id": "y", "title": "Park", "summary": {"fi": "Puisto"}},
            {"id": "w", "title": "Park", "summary": "Om parken", "body": [{"type": "p", "text": {"ar": "حديقة"}}]},
            {"id": "v", "title": {"fi": "Puisto"}, "summary": "Om parken"},
            {"id": "u", "title": "Park", "background": [{"type": "ul", "items": [{"fi": "Puisto"}]}]},
            {"id": "z", "title": "Park", "summary": "Om parken", "body": [{"type": "p", "text": "Mer om parken"}]}
        ]
    });
    let html = printed(read(&feed.to_string()), "dialog/x", TODAY);
    assert_has(&html, r#"<span lang="ar" dir="rtl">حديقة</span>"#);
    assert_has(&html, r#"<span lang="fi">Puisto</span>"#);
    assert_has(&html, "Finns bara på arabiska");
    for slug in ["y", "v", "u"] {
        let html = printed(read(&feed.to_string()), &format!("dialog/{slug}"), TODAY);
        assert_has(&html, "En del av texten finns bara på finska");
    }
    assert_has(
        &printed(read(&feed.to_string()), "dialog/w", TODAY),
        "En del av texten finns bara på arabiska",
    );
    assert!(!printed(read(&feed.to_string()), "dialog/z", TODAY).contains("inns bara"));
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

/// The text of the first element with this class, tags left out.
#[track_caller]
fn text_of(html: &str, class: &str) -> String {
    let (_, rest) = html.split_once(&format!("class=\"{class}\">")).unwrap_or_default();
    let text: String = rest.split("</p>").next().unwrap_or_default().to_owned();
    text.split('<')
        .enumerate()
        .map(|(i, t)| if i == 0 { t } else { t.split_once('>').map_or("", |(_, t)| t) })
        .collect()
}

#[track_caller]
fn period(fields: &str, words: &str) {
    let html = printed(feed(&format!(r#""period":{{{fields}}}"#)), "", "2024-06-03T12:00:00+02:00");
    assert_eq!(text_of(&html, "card-when"), words, "{fields}");
}

#[test]
fn a_period_is_no_sharper_than_the_feed() {
    period(r#""start":"2020-10""#, "Sedan oktober 2020");
    period(r#""start":"2020""#, "Sedan 2020");
    period(r#""start":"2024-06-03""#, "Sedan 3 juni 2024");
    period(r#""start":"2024-06-04""#, "Från 4 juni 2024");
    period(r#""start":"2025""#, "Från 2025");
    period(r#""start":"2024-05-20","end":"2024-06-16""#, "20 maj 2024–16 juni 2024");
    period(r#""start":"2024-05","end":"2025""#, "maj 2024–2025");
    period(r#""start":"2024","end":"2024""#, "2024");
    period(r#""start":"2024-05-20T09:00:00+02:00","end":"2024-05-20T16:00:00+02:00""#, "20 maj 2024");
}

#[track_caller]
fn phase(fields: &str, words: &str) {
    let phases = format!(r#""phases":[{{"id":"a","title":"A","state":"now"{fields}}}]"#);
    let html = printed(feed(&phases), "dialog/prov", "2024-06-03T12:00:00+02:00");
    assert_eq!(text_of(&html, "phase-facts"), words, "{fields}");
}

#[test]
fn a_phase_is_dated_as_far_as_is_known() {
    phase("", "Här är vi nu");
    phase(r#","start":"2024-05""#, "Här är vi nu\u{a0}· Från maj 2024");
    phase(r#","end":"2024-08-31""#, "Här är vi nu\u{a0}· Till 31 augusti 2024");
    phase(r#","start":"2024-05","end":"2024-08""#, "Här är vi nu\u{a0}· maj 2024–augusti 2024");
    phase(r#","start":"2024-05","end":"2024-05""#, "Här är vi nu\u{a0}· maj 2024");
}

#[test]
fn every_date_stands_in_a_time_element() {
    let html = printed(full(), "dialog/ny-park", "2024-05-10T12:00:00+02:00");
    let outside: String =
        html.split("<time").map(|part| part.split_once("</time>").map_or(part, |(_, rest)| rest)).collect();
    let text: String =
        outside.split('<').filter_map(|t| t.split_once('>')).map(|(_, t)| format!("{t}\n")).collect();
    // What is said to screen readers beside the calendar links repeats the date that stands there already.
    let months = ["januari 20", "maj 20", "juni 20", "augusti 20", "oktober 20"];
    let found: Vec<&str> =
        text.lines().filter(|l| !l.starts_with(", ") && months.iter().any(|m| l.contains(m))).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn what_is_called_off_offers_no_registration_and_the_next_meeting_takes_the_box() {
    let html = printed(
        feed(
            r#""meetings":[
            {"id":"a","start":"2024-06-10T18:00:00+02:00","status":"cancelled","online":{"url":"https://a.example/"},
             "registration":{"required":true,"url":"https://a.example/anmal"}},
            {"id":"b","start":"2024-06-20T18:00:00+02:00"}]"#,
        ),
        "dialog/prov",
        "2024-06-03T12:00:00+02:00",
    );
    assert!(!html.contains("a.example"), "{html}");
    let (box_, _) = html.split_once("detail-text").unwrap_or_default();
    assert_eq!(text_of(box_, "when-where-state"), "Inställt måndag 10 juni 2024 kl. 18.00");
    assert_eq!(text_of(box_, "when-where-time"), "torsdag 20 juni 2024 kl. 18.00");
    assert_has(box_, "Lägg till i kalendern");
}

#[test]
fn the_meetings_of_a_cancelled_dialogue_are_cancelled() {
    let feed = feed(r#""stage":"cancelled","meetings":[{"id":"a","start":"2024-06-10T18:00:00+02:00"}]"#);
    let html = printed(feed, "", "2024-06-03T12:00:00+02:00");
    assert_has(&html, r#"<span class="state state-cancelled">Inställt</span> <s>Prov</s>"#);
}

#[test]
fn links_out_of_the_app_are_left_to_the_browser() {
    let html = printed(full(), "dialog/ny-park", "2024-05-10T12:00:00+02:00");
    for link in html.split("<a ").skip(1) {
        let tag = link.split('>').next().unwrap_or_default();
        let inside = tag.contains(r#"href="/medborgardialoger/"#) && !tag.contains("feed.json");
        let left = ["rel=\"external\"", "target=", "download="].iter().any(|mark| tag.contains(mark));
        assert!(inside || left, "the router would take {tag}");
    }
}

#[rustfmt::skip] // one line a case
#[test]
fn a_telephone_link_dials_the_number_that_is_meant() {
    let dials = |written: &str| {
        let html = printed(feed(&format!(r#""contacts":[{{"phones":["{written}"]}}]"#)), "dialog/prov", TODAY);
        html.split("href=\"tel:").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    for (written, dialled) in [
        ("016-710 32 27", "+46167103227"),
        ("+46 (0)16-710 32 27", "+46167103227"),
        ("0046 16 710 32 27", "+46167103227"),
        ("+358 9 123 456", "+3589123456"),
        ("016-710 32 27/28", "+46167103227"),
        ("112", "112"),
        ("11313", "11313"),
    ] {
        assert_eq!(dials(written).as_deref(), Some(dialled), "{written}");
    }
}
