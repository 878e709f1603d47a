//! The three real entries: word for word what the municipality's page says of them, and no more.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    body::Block,
    dialogue::Dialogue,
    link::{Email, Phone},
    localized::Localized,
    meeting::{Registration, Status},
    place::Place,
    slug::Slug,
    when::{Around, Slot, date},
};
use util::{at, ids, real};

fn swedish(text: &str) -> Localized {
    Localized::new("sv", text)
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(swedish(text))
}

fn named(name: &str) -> Place {
    let name = name.to_owned();
    Place {
        name,
        room: None,
        street: None,
        postal_code: None,
        locality: None,
        hint: None,
        geo: None,
        access: vec![],
        access_note: None,
    }
}

#[track_caller]
fn entry(id: &str) -> Dialogue {
    Dialogue::clone(real().find(&Slug::new(id).unwrap()).unwrap())
}

fn texts(list: &[Localized]) -> Vec<&str> {
    list.iter().map(|t| t.get("sv").text).collect()
}

#[test]
fn the_real_feed_is_read_without_faults() {
    let feed = real();
    assert_eq!(feed.faults, []);
    assert_eq!(
        ids(&feed),
        ["framtidens-vard-och-omsorg", "trygghet-i-stadsdelarna", "torshalla-stads-namnd"]
    );
    assert_eq!(
        feed.intro,
        [
            paragraph(
                "En medborgardialog är en dialog mellan kommunens invånare och beslutsfattare i en viss fråga."
            ),
            paragraph(
                "Syftet är att samla in perspektiv, åsikter, tankar, erfarenheter och idéer. Det är också en möjlighet för dig att få tycka till innan ett beslut fattas."
            ),
        ]
    );
    assert_eq!(feed.assumed_minutes, None, "the page tells no length of meetings");
}

#[test]
fn the_care_meeting_says_what_the_page_says_and_no_more() {
    let d = entry("framtidens-vard-och-omsorg");
    assert_eq!(
        d.summary,
        Some(swedish(
            "Välkommen till ett dialogmöte där du får vara med och diskutera framtidens vård- och omsorg."
        ))
    );
    assert_eq!(
        d.body,
        [
            paragraph(
                "På mötet träffar du ledande politiker och tjänstepersoner från vård- och omsorgsnämnden och vård- och omsorgsförvaltningen. Du får möjlighet att diskutera den preliminära verksamhetsplan 2024 för nämnden. Verksamhetsplanen är ett styrdokument som beskriver vilka prioriterade frågor Eskilstuna kommun ska jobba med inom området vård- och omsorg under 2024."
            ),
            paragraph("Välkommen!"),
        ]
    );
    assert_eq!(d.inferred, ["id", "title", "organisers"]);
    assert_eq!(
        (d.level, d.stage, &d.period, d.contacts.len(), d.results.any()),
        (None, None, &None, 0, false)
    );
    let [m] = &d.meetings[..] else { panic!("{} meetings", d.meetings.len()) };
    assert_eq!(m.slot, Slot::Time { start: at("2023-10-18T17:30:00+02:00"), end: None });
    assert_eq!(m.place, Some(Place { room: Some("fullmäktigesalen".to_owned()), ..named("Stadshuset") }));
    assert_eq!(
        m.registration,
        Some(Registration {
            required: false,
            url: None,
            closes: None,
            places: None,
            full: false,
            note: Some(swedish("Du behöver inte anmäla i förväg om du kommer!")),
        })
    );
    let people: Vec<_> = m
        .participants
        .iter()
        .map(|p| (p.name.as_deref(), p.role.as_ref().unwrap().get("sv").text, p.party.as_deref()))
        .collect();
    assert_eq!(
        people,
        [
            (Some("Majo Brostedt"), "ordförande vård- och omsorgsnämnden", Some("S")),
            (Some("Johan Lindström"), "förvaltningschef, vård- och omsorgsförvaltningen", None),
            (None, "Ledamöter från vård- och omsorgsnämnden", None),
        ]
    );
    assert_eq!(texts(&m.good_to_know), ["Vi bjuder på frukt och fika under kvällen"]);
    assert_eq!(m.inferred, ["id", "start.offset"]);
    assert_eq!(
        (&m.title, &m.theme, &m.online, m.mode, m.status),
        (&None, &None, &None, None, Status::Scheduled)
    );
}

#[test]
fn the_safety_process_says_what_the_page_says_and_no_more() {
    let d = entry("trygghet-i-stadsdelarna");
    assert_eq!(
        d.summary,
        Some(swedish(
            "En av målsättningarna med medborgardialogen är att genom djupare samtal om vad trygghet faktiskt innebär skapa förståelse och lösningar tillsammans med berörda parter."
        ))
    );
    assert_eq!(
        d.body,
        [paragraph(
            "I oktober 2020 startade arbetet med en medborgardialog om trygghet i stadsdelarna Fröslunda, Lagersberg, Råbergstorp, Myrtorp, delar av Västermalm, Brunnsbacken och Hovängen."
        )]
    );
    assert_eq!(
        d.background,
        [
            Block::Heading(swedish("Bakgrund till medborgardialogen om trygghet")),
            paragraph(
                "Fler upplever en minskad trygghet. Det är en individuell känsla som kan påverkas av olika saker. Det kan vara en otrygghet att inte kunna hantera sin ekonomiska situation eller själv kunna påverka i sitt liv."
            ),
            paragraph(
                "Det kan också handla om vilken tillit och gemenskap som finns mellan människor i ett grannskap eller i en familj. Men det kan också handla om oro för sin egen eller andras säkerhet. Att inte behöva bevittna våld eller själv bli utsatt."
            ),
            paragraph(
                "För att bygga ett bättre, tryggare och mer trivsamt Eskilstuna behöver vi gemensamt ta fram lösningar. Människor som påverkar eller påverkas av tryggheten behöver vara en del av lösningen. Tillsammans skapar vi ett tryggare Eskilstuna."
            ),
        ]
    );
    assert_eq!(
        texts(&d.districts),
        [
            "Fröslunda",
            "Lagersberg",
            "Råbergstorp",
            "Myrtorp",
            "delar av Västermalm",
            "Brunnsbacken",
            "Hovängen"
        ]
    );
    let period = d.period.as_ref().unwrap();
    assert_eq!((period.start, period.end), (Around::Month(date("2020-10-01").unwrap()), None));
    let [c] = &d.contacts[..] else { panic!("{} contacts", d.contacts.len()) };
    assert_eq!(c.name.as_deref(), Some("Malin Sturk"));
    assert_eq!(c.role, Some(swedish("utvecklare och trygghetskoordinator")));
    assert_eq!(c.email, Email::new("malin.sturk@eskilstuna.se"));
    assert_eq!(c.phones, ["016-710 32 27", "070-089 39 79"].map(|p| Phone::new(p).unwrap()));
    assert_eq!((d.meetings.len(), d.level, d.stage, d.results.any()), (0, None, None, false));
    assert_eq!(d.inferred, ["id"]);
}

#[test]
fn the_torshalla_series_says_what_the_page_says_and_no_more() {
    let d = entry("torshalla-stads-namnd");
    assert_eq!(
        d.summary,
        Some(swedish(
            "Några gånger per år bjuder Torshälla stads nämnd in till medborgardialog. Det är en möjlighet att träffa lokala politiker och lyfta angelägna frågor."
        ))
    );
    assert_eq!(
        d.body,
        [paragraph(
            "Och en chans för lokala företrädare att möta medborgare och fånga upp synpunkter inför kommande beslut."
        )]
    );
    assert_eq!(d.recurrence_note, Some(swedish("Några gånger per år")));
    let [m] = &d.meetings[..] else { panic!("{} meetings", d.meetings.len()) };
    assert_eq!(
        m.slot,
        Slot::Time { start: at("2024-06-03T16:00:00+02:00"), end: Some(at("2024-06-03T18:00:00+02:00")) }
    );
    assert_eq!(
        m.place,
        Some(Place {
            street: Some("Storgatan 26".to_owned()),
            locality: Some("Torshälla".to_owned()),
            hint: Some(swedish("samma byggnad som Torshälla bibliotek")),
            ..named("Kvarnen")
        })
    );
    assert_eq!(m.inferred, ["id", "start.year", "start.offset", "end.year", "end.offset"]);
    assert_eq!(
        (&m.registration, m.participants.len(), d.level, d.contacts.len(), &d.period),
        (&None, 0, None, 0, &None)
    );
    assert_eq!(d.inferred, ["id", "title", "districts"]);
}
