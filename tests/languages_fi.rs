//! What residents read in Finnish: dates, counts, joins and news in whole words, and that nothing is left in Swedish.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::{
    domain::{
        dialogue::Dialogue,
        feed::Feed,
        live::Trouble,
        route::Links,
        saved::{Change, Id, Saved},
        slug::Slug,
        when::{Around, Slot, When, date},
    },
    text::{
        Lang, Text, date as say, entry,
        fault::fault,
        news::tell,
        of, of_poster,
        size::size,
        table::{Plural, write},
        trouble::trouble,
    },
};
use util::{at, dialogue, feed, frame, read, sv};

fn fi() -> &'static Text {
    of(Lang::Fi)
}

fn slot(start: &str, end: Option<&str>) -> Slot {
    Slot::new(When::parse(start).unwrap(), end.map(|end| When::parse(end).unwrap())).unwrap()
}

#[track_caller]
fn meeting(start: &str, end: Option<&str>, words: &str) {
    assert_eq!(say::slot(fi(), slot(start, end)).whole(), words);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_meeting_is_dated_as_finns_write() {
    meeting("2024-06-03T16:00:00+02:00", Some("2024-06-03T18:00:00+02:00"), "maanantai 3. kesäkuuta 2024 klo 16.00–18.00");
    meeting("2023-10-18T17:30:00+02:00", None, "keskiviikko 18. lokakuuta 2023 klo 17.30");
    meeting("2024-01-05T09:05:00+01:00", Some("2024-01-05T10:00:00+01:00"), "perjantai 5. tammikuuta 2024 klo 9.05–10.00");
    meeting("2024-12-31T23:30:00Z", None, "keskiviikko 1. tammikuuta 2025 klo 0.30");
    meeting("2024-06-03T22:00:00+02:00", Some("2024-06-04T00:00:00+02:00"), "maanantai 3. kesäkuuta 2024 klo 22.00–24.00");
    meeting("2024-01-05T22:00:00+01:00", Some("2024-01-06T02:00:00+01:00"), "perjantai 5. tammikuuta 2024 klo 22.00 – lauantai 6. tammikuuta 2024 klo 2.00");
    meeting("2024-06-03", None, "maanantai 3. kesäkuuta 2024");
    meeting("2024-06-03", Some("2024-06-05"), "maanantai 3. kesäkuuta 2024 – keskiviikko 5. kesäkuuta 2024");
}

#[test]
fn every_weekday_and_month_has_its_name() {
    let names: Vec<_> =
        (1..=12).map(|m| say::full(fi(), date(&format!("2024-{m:02}-{m:02}")).unwrap())).collect();
    assert_eq!(
        names,
        [
            "maanantai 1. tammikuuta 2024",
            "perjantai 2. helmikuuta 2024",
            "sunnuntai 3. maaliskuuta 2024",
            "torstai 4. huhtikuuta 2024",
            "sunnuntai 5. toukokuuta 2024",
            "torstai 6. kesäkuuta 2024",
            "sunnuntai 7. heinäkuuta 2024",
            "torstai 8. elokuuta 2024",
            "maanantai 9. syyskuuta 2024",
            "torstai 10. lokakuuta 2024",
            "maanantai 11. marraskuuta 2024",
            "torstai 12. joulukuuta 2024",
        ]
    );
    assert_eq!(
        ["2024-06-04", "2024-06-05", "2024-06-08"].map(|d| say::full(fi(), date(d).unwrap())),
        ["tiistai 4. kesäkuuta 2024", "keskiviikko 5. kesäkuuta 2024", "lauantai 8. kesäkuuta 2024"]
    );
    assert_eq!(say::block(fi(), date("2024-10-18").unwrap()), ["pe", "18", "loka"]);
    assert_eq!(say::block(fi(), date("2024-05-02").unwrap()), ["to", "2", "touko"]);
}

#[test]
fn a_period_is_no_sharper_than_it_is_known() {
    let day = date("2020-10-20").unwrap();
    let said = |around| say::around(fi(), around);
    assert_eq!(said(Around::When(When::Date(day))), "20. lokakuuta 2020");
    assert_eq!(said(Around::Month(day)), "lokakuu 2020");
    assert_eq!(said(Around::Year(day)), "2020");
    let month = said(Around::Month(day));
    assert_eq!(fi().since.with(&month), "Alkoi: lokakuu 2020");
    assert_eq!(fi().starting.with(&month), "Alkamisaika: lokakuu 2020");
    assert_eq!(fi().until.with(&month), "Päättymisaika: lokakuu 2020");
}

#[test]
#[rustfmt::skip] // one line a case
fn a_chosen_span_of_days_is_said() {
    let days = |from: &str, to: &str| say::days(fi(), date(from), date(to));
    assert_eq!(days("2024-06-03", ""), "3. kesäkuuta 2024 alkaen");
    assert_eq!(days("", "2024-06-05"), "5. kesäkuuta 2024 asti");
    assert_eq!(days("2024-06-03", "2024-06-05"), "3. kesäkuuta 2024 – 5. kesäkuuta 2024");
    assert_eq!(days("2024-06-03", "2024-06-03"), "3. kesäkuuta 2024");
}

#[track_caller]
fn near(now: &str, words: Option<&str>) {
    let slot = slot("2024-06-03T16:00:00+02:00", Some("2024-06-03T18:00:00+02:00"));
    assert_eq!(say::nearness(fi(), slot, at(now)).as_deref(), words, "{now}");
}

#[test]
fn what_is_near_is_said_beside_the_date() {
    near("2024-05-19T12:00:00+02:00", None);
    near("2024-05-20T12:00:00+02:00", Some("14 päivän päästä"));
    near("2024-06-01T12:00:00+02:00", Some("2 päivän päästä"));
    near("2024-06-02T12:00:00+02:00", Some("Huomenna"));
    near("2024-06-03T12:00:00+02:00", Some("Tänään"));
    near("2024-06-03T17:00:00+02:00", Some("Käynnissä nyt"));
    near("2024-06-03T18:00:00+02:00", None);
}

#[test]
#[rustfmt::skip] // one line a case
fn it_is_said_when_a_copy_was_fetched() {
    let fetched = |since: &str| say::fetched(fi(), at(since), at("2024-06-05T12:00:00+02:00"));
    assert_eq!(fetched("2024-06-05T08:05:00+02:00"), "Haettu tänään klo 8.05");
    assert_eq!(fetched("2024-06-04T14:10:00+02:00"), "Haettu eilen klo 14.10");
    assert_eq!(fetched("2024-06-03T14:10:00+02:00"), "Haettu 3. kesäkuuta 2024 klo 14.10");
}

#[test]
#[rustfmt::skip] // one line a case
fn what_is_counted_stands_in_the_partitive() {
    let forms = |plural: &Plural| [0, 1, 2].map(|n| plural.number(n));
    assert_eq!(forms(&fi().hits), ["Ei osumia", "1 osuma", "2 osumaa"]);
    assert_eq!(forms(&fi().dialogues), ["0 vuoropuhelua", "1 vuoropuhelu", "2 vuoropuhelua"]);
    assert_eq!(forms(&fi().show_all)[1..], ["Näytä ainoa vuoropuhelu", "Näytä kaikki 2 vuoropuhelua"]);
    assert_eq!(forms(&fi().past_meetings)[1..], ["Näytä 1 aiempi tilaisuus", "Näytä 2 aiempaa tilaisuutta"]);
    assert_eq!(forms(&fi().news.news_count)[1..], ["1 uusi tieto", "2 uutta tietoa"]);
    assert_eq!(forms(&fi().faults_title)[1..], ["Yhtä tietoa ei voitu näyttää", "2 tietoa ei voitu näyttää"]);
    assert_eq!(fi().show_more.count(25), "Näytä 25 lisää");
    assert_eq!(fi().and_more.count(2), "ja 2 muuta");
    assert_eq!(fi().archive_title.number(2023), "Vuonna 2023 päättyneet kansalaisvuoropuhelut");
    assert_eq!([0, 1, 999, 180_000, 1_249_999].map(|n| size(fi(), n)), ["0 tavua", "1 tavu", "999 tavua", "180 kt", "1,2 Mt"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn languages_are_named_where_they_are_spoken_and_where_something_is_in_them() {
    let spoken = |tags: &[&str]| fi().spoken.with(&fi().join(&tags.iter().map(|t| fi().language_name(t)).collect::<Vec<_>>()));
    assert_eq!(spoken(&["sv"]), "Tilaisuuden kieli: ruotsi.");
    assert_eq!(spoken(&["sv", "fi"]), "Tilaisuuden kieli: ruotsi ja suomi.");
    assert_eq!(spoken(&["sv", "fi", "ar"]), "Tilaisuuden kieli: ruotsi, suomi ja arabia.");
    assert_eq!(fi().interpreted.with(fi().language_name("swl")), "Tulkkaus: ruotsalainen viittomakieli.");
    let tags = ["sv", "sv-simple", "FI", "en-GB", "fit", "swl", "ar", "th", "xx"];
    assert_eq!(tags.map(|tag| fi().in_language(tag)), [
        "ruotsiksi", "selkoruotsiksi", "suomeksi", "englanniksi", "meänkielellä", "ruotsalaisella viittomakielellä",
        "arabiaksi", "thaiksi", "kielellä xx",
    ]);
    assert_eq!(fi().foreign_text.with(&fi().in_language("sv")), "Saatavilla vain ruotsiksi");
}

const NOW: &str = "2024-05-20T12:00:00+02:00";
/// The meeting `m`, on 3 June 2024 at 16 to 18.
const M: &str = r#""id":"m","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T18:00:00+02:00""#;

/// News of one who follows the dialogue `prov`, as `heading | sentences`.
#[track_caller]
fn news(before: &Feed, after: &Feed, expected: &[&str]) {
    let mut saved = Saved::default();
    saved.apply(&Change::Follow(Id::whole(&Slug::new("prov").unwrap())), Some(before));
    let told = saved.news(after, at(NOW)).into_iter().map(|news| tell(fi(), after, &news));
    let told: Vec<_> = told.map(|told| format!("{} | {}", told.title, told.sentences.join(" "))).collect();
    assert_eq!(told, expected);
}

#[track_caller]
fn meeting_news(before: &str, after: &str, expected: &str) {
    let feed = |fields: &str| feed(&format!(r#""meetings":[{{{fields}}}]"#));
    news(&feed(before), &feed(after), &[expected]);
}

#[test]
#[rustfmt::skip] // one line a case
fn news_of_a_meeting_is_whole_sentences() {
    let with = |more: &str| format!("{M},{more}");
    let [cancelled, postponed] = ["cancelled", "postponed"].map(|s| with(&format!(r#""status":"{s}""#)));
    const ROOM: &str = r#""place":{"name":"Kvarnen","street":"Storgatan 26","locality":"Exempelstad"}"#;
    meeting_news(M, &cancelled, "Peruttu: Prov | Tilaisuus on peruttu: maanantai 3. kesäkuuta 2024 klo 16.00–18.00.");
    meeting_news(M, &postponed, "Lykätty: Prov | Tilaisuus on lykätty. Aiempi aika: maanantai 3. kesäkuuta 2024 klo 16.00–18.00. Uusi aika ei ole vielä tiedossa.");
    meeting_news(&cancelled, M, "Järjestetään sittenkin: Prov | Tilaisuus järjestetään sittenkin: maanantai 3. kesäkuuta 2024 klo 16.00–18.00.");
    meeting_news(M, r#""id":"m","start":"2024-06-10T09:00:00+02:00""#, "Uusi aika: Prov | Uusi aika: maanantai 10. kesäkuuta 2024 klo 9.00. Aiempi aika: maanantai 3. kesäkuuta 2024 klo 16.00–18.00.");
    meeting_news(M, &with(ROOM), "Uusi paikka: Prov | Uusi paikka: Kvarnen, Storgatan 26, Exempelstad. Aiempi paikka: ei ilmoitettu.");
    meeting_news(&with(ROOM), &with(r#""status":"movedOnline""#), "Uusi paikka: Prov | Uusi paikka: Verkossa. Aiempi paikka: Kvarnen, Storgatan 26, Exempelstad.");
}

#[test]
#[rustfmt::skip] // one line a case
fn news_of_a_dialogue_is_whole_sentences() {
    let none = feed("");
    news(&none, &feed(&format!(r#""meetings":[{{{M}}}]"#)), &["Uusi tilaisuus: Prov | Vuoropuheluun on tullut uusi tilaisuus: maanantai 3. kesäkuuta 2024 klo 16.00–18.00."]);
    news(&none, &feed(r#""stage":"cancelled""#), &["Peruttu: Prov | Vuoropuhelu on peruttu."]);
    news(&none, &feed(r#""stage":"paused""#), &["Tauolla: Prov | Vuoropuhelu on tauolla."]);
    news(&feed(r#""stage":"paused""#), &none, &["Jatkuu: Prov | Vuoropuhelu jatkuu."]);
    news(&none, &feed(r#""results":{"decision":[{"type":"p","text":"Ja."}]}"#), &["Tulokset saatavilla: Prov | Nyt voit lukea, mihin vuoropuhelu johti."]);
    news(&none, &read(&frame(r#"{"id":"annan","title":"Annan"}"#)), &["Ei enää luettelossa: Prov | Vuoropuhelu ei ole enää luettelossa. Ota yhteyttä: Exempelstad, exempelstad.example."]);
}

fn first(fields: &str) -> std::sync::Arc<Dialogue> {
    dialogue(&format!(r#""meetings":[{{{M}{fields}}}]"#))
}

#[test]
fn a_calendar_says_what_was_called_off() {
    let entry = |fields: &str| {
        let feed = feed(&format!(r#""meetings":[{{{M}{fields}}}]"#));
        let links = Links::new("https://exempelstad.example", "/");
        entry::entry(fi(), &links, &feed, &feed.dialogues[0], &feed.dialogues[0].meetings[0])
    };
    let off = entry(r#","status":"cancelled""#);
    assert_eq!(off.summary, "Peruttu: Prov");
    assert_eq!(off.description.split("\n\n").next(), Some("Tilaisuus on peruttu."));
    let put_off = entry(r#","status":"postponed""#);
    assert_eq!(put_off.summary, "Prov");
    assert!(put_off.description.starts_with("Tilaisuus on lykätty. Uusi aika ei ole vielä tiedossa.\n\n"));
    let by = entry(r#","registration":{"required":true,"closes":"2024-05-31"}"#);
    assert!(by.description.starts_with("Ilmoittaudu viimeistään: perjantai 31. toukokuuta 2024\n\n"));
    let named = first("");
    assert_eq!(
        entry::file_name(fi(), &named, &named.meetings[0]),
        "kansalaisvuoropuhelu-2024-06-03-prov.ics"
    );
    let off = first(r#","status":"cancelled""#);
    assert_eq!(
        entry::share(fi(), &off, off.meetings.first()),
        "Peruttu: Prov, maanantai 3. kesäkuuta 2024 klo 16.00–18.00"
    );
}

#[test]
fn trouble_and_faults_say_what_to_do() {
    let said = trouble(fi(), &Trouble::Status(404));
    assert_eq!(said.title, "Vuoropuheluja ei voitu hakea");
    assert_eq!(
        said.text,
        "Vuoropuhelujen tiedostoa ei löydy (virhe 404). Vika on meillä, ei sinulla. Yritä hetken kuluttua \
         uudelleen tai ota yhteyttä kuntaan."
    );
    let feed =
        read(&frame(r#"{"id":"x","title":"X","meetings":[{"id":"m","start":"i morgon"},{"id":"n"}]}"#));
    let said: Vec<String> = feed.faults.iter().map(|found| fault(fi(), found)).collect();
    assert_eq!(
        said,
        [
            "x: dialogues[0].meetings[0].start on ”i morgon”. Tässä pitää olla: päivämäärä, jossa voi olla myös \
             kellonaika, kuten 2024-06-03 tai 2024-06-03T16:00:00+02:00.",
            "x: dialogues[0].meetings[1].start puuttuu. Tässä pitää olla: päivämäärä, jossa voi olla myös kellonaika, \
             kuten 2024-06-03 tai 2024-06-03T16:00:00+02:00.",
        ]
    );
}

/// What is the same in both languages: no words, or names.
const SAME: [&str; 11] =
    ["", "{1} – {2}", "{1} ({2})", "”{}”", ".", " ", ",", "dari", "sorani", "meänkieli", "romani chib"];

#[test]
fn no_line_is_left_in_swedish_and_each_has_the_places_of_its_swedish_twin() {
    let texts = [sv(), fi()].map(write);
    let posters = [Lang::Sv, Lang::Fi].map(|lang| write(of_poster(lang)));
    for [swedish, finnish] in [texts, posters] {
        // The first line is the form of the table, and what languages call themselves is the same everywhere.
        for (swedish, finnish) in swedish.lines().zip(finnish.lines()).skip(1) {
            let own = medborgardialoger::text::OWN_NAMES.contains(&swedish);
            assert!(own || swedish != finnish || SAME.contains(&swedish), "left in Swedish: {swedish}");
            let places = |line: &str| {
                let mut places: Vec<String> =
                    line.split('{').skip(1).map(|p| p.chars().take(1).collect()).collect();
                places.sort();
                places
            };
            assert_eq!(places(swedish), places(finnish), "{swedish}\n{finnish}");
        }
    }
}
