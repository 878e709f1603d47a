//! Posters for the notice board: whole texts, in their order.
#![cfg(feature = "publish")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "util/press.rs"]
mod press;

use press::{Bench, NOW};
use util::{
    file, frame,
    html::{all, texts, tokens},
};

/// The poster of the only dialogue, `prov`, as the publisher writes it at [`NOW`], the day before 3 June 2024.
#[track_caller]
fn poster(name: &str, fields: &str) -> String {
    let bench = Bench::new(name, "/medborgardialoger/");
    bench.print(&frame(&format!(r#"{{"id":"prov",{fields}}}"#)), "out");
    String::from_utf8(bench.files("out").remove("dialog/prov/affisch/index.html").unwrap()).unwrap()
}

/// What stands between `<body>` and its end, read strictly.
#[track_caller]
fn body(html: &str) -> &str {
    let (_, rest) = html.split_once("<body>\n").unwrap();
    rest.split_once("\n</body>").unwrap().0
}

/// The lines of a poster: the texts of each block that says one thing.
#[track_caller]
fn lines(html: &str) -> Vec<String> {
    let (_, main) = body(html).split_once("</nav>\n").unwrap();
    tokens(main);
    let whole = main.replace("</p>", "</p>\n").replace("</h1>", "</h1>\n");
    let text: String =
        whole.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

const MEETING: &str = r#""id":"m1","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T18:00:00+02:00""#;
const KVARNEN: &str = r#""place":{"name":"Kvarnen","street":"Storgatan 26","locality":"Torshälla","access":["stepFree","hearingLoop"]}"#;
const ANNA: &str = r#""contacts":[{"name":"Anna Ek","role":"utredare","email":"anna.ek@exempel.example","phones":["016-710 10 00"]}]"#;
const ADDRESS: &str = "dialog.exempelstad.example/medborgardialoger/dialog/prov";
const MADE: &str = "Innehållet uppdaterades onsdag 17 april 2024";

#[track_caller]
fn says(name: &str, fields: &str, wanted: &[&str]) {
    assert_eq!(lines(&poster(name, fields)), wanted, "{name}");
}

#[test]
fn a_coming_meeting_is_said_with_date_place_registration_access_and_whom_to_ask() {
    says(
        "poster-coming",
        &format!(
            r#""title":"Ny park","districts":["Torshälla"],{ANNA},
            "meetings":[{{{MEETING},{KVARNEN},"registration":{{"required":false}}}}]"#
        ),
        &[
            "Exempelstad",
            "Medborgardialog",
            "Ny park",
            "måndag 3 juni 2024 kl. 16.00–18.00",
            "Kvarnen, Storgatan 26, Torshälla",
            "Du behöver inte anmäla dig",
            "Tillgänglighet: Utan trappsteg, Hörslinga",
            "Stadsdel: Torshälla",
            "Läs mer och säg vad du tycker",
            ADDRESS,
            "Kontakt: Anna Ek, 016-710 10 00, anna.ek@exempel.example",
            MADE,
        ],
    );
}

#[test]
fn a_cancelled_meeting_is_said_first_and_sends_nobody_anywhere() {
    let fields = format!(
        r#""title":"Ny park","meetings":[{{{MEETING},{KVARNEN},"status":"cancelled","statusNote":"Lokalen är stängd."}}]"#
    );
    says(
        "poster-cancelled",
        &fields,
        &[
            "Exempelstad",
            "Medborgardialog",
            "Ny park",
            "Inställt Lokalen är stängd.",
            "måndag 3 juni 2024 kl. 16.00–18.00",
            "Läs mer och säg vad du tycker",
            ADDRESS,
            "Kontakt: Exempelstad",
            MADE,
        ],
    );
    let html = poster("poster-cancelled", &fields);
    assert_eq!(texts(body(&html), "class", "when"), ["måndag 3 juni 2024 ", "kl. 16.00–18.00"]);
    assert!(html.contains(r#"<p class="when"><s>"#), "struck through");
}

#[test]
fn a_meeting_that_moved_or_rests_says_so() {
    says(
        "poster-moved",
        &format!(
            r#""title":"Ny park","meetings":[{{{MEETING},{KVARNEN},"status":"rescheduled","previousStart":"2024-05-03T16:00:00+02:00"}}]"#
        ),
        &[
            "Exempelstad",
            "Medborgardialog",
            "Ny park",
            "Flyttat Tidigare tid: fredag 3 maj 2024 kl. 16.00",
            "måndag 3 juni 2024 kl. 16.00–18.00",
            "Kvarnen, Storgatan 26, Torshälla",
            "Det står inte om du behöver anmäla dig.",
            "Tillgänglighet: Utan trappsteg, Hörslinga",
            "Läs mer och säg vad du tycker",
            ADDRESS,
            "Kontakt: Exempelstad",
            MADE,
        ],
    );
    says(
        "poster-paused",
        &format!(
            r#""title":"Ny park","stage":"paused","stageNote":"Vi väntar på en utredning.","meetings":[{{{MEETING}}}]"#
        ),
        &[
            "Exempelstad",
            "Medborgardialog",
            "Ny park",
            "Pausad Vi väntar på en utredning.",
            "måndag 3 juni 2024 kl. 16.00–18.00",
            "Läs mer om dialogen",
            ADDRESS,
            "Kontakt: Exempelstad",
            MADE,
        ],
    );
}

#[test]
fn what_is_over_says_so_and_asks_nobody_to_come() {
    says(
        "poster-ended",
        &format!(
            r#""title":"Ny park","stage":"closed","meetings":[{{"id":"m1","start":"2024-05-03T16:00:00+02:00",{KVARNEN}}}]"#
        ),
        &[
            "Exempelstad",
            "Medborgardialog",
            "Ny park",
            "Avslutad",
            "Senaste mötet: fredag 3 maj 2024 kl. 16.00",
            "Läs mer om dialogen",
            ADDRESS,
            "Kontakt: Exempelstad",
            MADE,
        ],
    );
}

#[test]
fn a_meeting_on_the_net_has_no_place_and_no_access_to_a_house() {
    says(
        "poster-online",
        &format!(
            r#""title":"Ny park","meetings":[{{{MEETING},"online":{{"url":"https://exempel.example/m"}},
            "registration":{{"required":true,"closes":"2024-06-02T23:59:00+02:00"}}}}]"#
        ),
        &[
            "Exempelstad",
            "Medborgardialog",
            "Ny park",
            "måndag 3 juni 2024 kl. 16.00–18.00",
            "På nätet",
            "Anmäl dig senast söndag 2 juni 2024 kl. 23.59",
            "Läs mer och säg vad du tycker",
            ADDRESS,
            "Kontakt: Exempelstad",
            MADE,
        ],
    );
}

#[test]
fn what_goes_on_without_a_meeting_says_since_when() {
    says(
        "poster-ongoing",
        r#""title":"Ny park","stage":"open","period":{"start":"2020-10"}"#,
        &[
            "Exempelstad",
            "Medborgardialog",
            "Ny park",
            "Pågår nu",
            "Sedan oktober 2020",
            "Läs mer och säg vad du tycker",
            ADDRESS,
            "Kontakt: Exempelstad",
            MADE,
        ],
    );
}

#[test]
fn a_title_of_150_characters_is_whole_and_set_small_and_of_20_districts_two_are_named() {
    let title =
        format!("{}ö", "Kollektivtrafik ".repeat(10)).chars().take(149).chain(['!']).collect::<String>();
    let districts: Vec<String> = (1..=20).map(|i| format!("\"Del {i}\"")).collect();
    let html = poster(
        "poster-long",
        &format!(r#""title":"{title}","stage":"open","districts":[{}]"#, districts.join(",")),
    );
    assert_eq!(texts(body(&html), "class", "title title-longest"), [title.as_str()]);
    assert!(lines(&html).contains(&"Stadsdelar: Del 1, Del 2 och 18 till".to_owned()), "{html}");
    let class = |length: usize| {
        let html = poster("poster-length", &format!(r#""title":"{}","stage":"open""#, "å".repeat(length)));
        all(body(&html), "class").into_iter().find(|class| class.starts_with("title")).unwrap()
    };
    let classes = [40, 41, 90, 91].map(class);
    assert_eq!(classes, ["title", "title title-long", "title title-long", "title title-longest"]);
}

#[test]
fn a_poster_needs_no_script_no_app_and_no_style_but_its_own() {
    let html = poster("poster-head", r#""title":"Ny <park>","stage":"open""#);
    let (head, _) = html.split_once("<body>").unwrap();
    let wanted = r#"<!doctype html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <title>Affisch: Ny &lt;park&gt;</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <link rel="icon" href="/medborgardialoger/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/medborgardialoger/poster.css">
</head>
"#;
    assert_eq!(head, wanted);
    let names = tokens(body(&html));
    assert!(!names.iter().any(|t| t.attr("style").is_some()) && !html.contains("<script"), "{html}");
    assert_eq!(all(body(&html), "href"), ["/medborgardialoger/dialog/prov/"], "a way back to the page");
    assert_eq!(all(body(&html), "src"), ["/medborgardialoger/dialog/prov/qr.svg"]);
    assert_eq!(
        texts(body(&html), "class", "tools"),
        [
            "Till dialogens sida",
            "Skriv ut affischen med webbläsarens egen utskrift, på ett A4. På de flesta datorer: Ctrl + P."
        ]
    );
}

#[test]
fn the_app_and_its_worker_carry_nothing_of_posters() {
    let bench = Bench::new("poster-apart", "/");
    bench.print(&file("public/feed.json"), "out");
    for (name, content) in bench.files("out") {
        let carries = String::from_utf8_lossy(&content).contains("poster.css");
        assert_eq!(carries, name.ends_with("/affisch/index.html"), "{name}");
    }
    let style = String::from_utf8(bench.files("out").remove("poster.css").unwrap()).unwrap();
    assert_eq!(style, format!("{}\n{}", file("style/tokens.css"), file("style/poster.css")));
    assert!(NOW.starts_with("2024-06-02"));
}
