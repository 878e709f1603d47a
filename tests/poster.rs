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
    let whole = main.replace("</p>", "\n").replace("</h1>", "\n");
    let text: String = whole.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

const MEETING: &str = r#""id":"m1","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T18:00:00+02:00""#;
const KVARNEN: &str = r#""place":{"name":"Kvarnen","street":"Storgatan 26","locality":"Torshälla","access":["stepFree","hearingLoop"]}"#;
const ANNA: &str = r#""contacts":[{"name":"Anna Ek","role":"utredare","email":"anna.ek@exempel.example","phones":["016-710 10 00"]}]"#;
const ADDRESS: &str = "dialog.exempelstad.example/medborgardialoger/dialog/prov";
const MADE: &str = "Innehållet uppdaterades onsdag 17 april 2024";

#[test]
fn a_coming_meeting_is_said_with_date_place_registration_access_and_whom_to_ask() {
    let html = poster(
        "poster-coming",
        &format!(
            r#""title":"Ny park","districts":["Torshälla"],{ANNA},
            "meetings":[{{{MEETING},{KVARNEN},"registration":{{"required":false}}}}]"#
        ),
    );
    let wanted = [
        "ExempelstadMedborgardialog",
        "Ny park",
    ];
    let lines = lines(&html);
    assert_eq!(lines[..1], ["Exempelstad"]);
    assert_eq!(
        lines[1..],
        [
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
        ]
    );
    let _ = wanted;
}
