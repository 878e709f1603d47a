//! What each language says of dates, counts, names and news, in whole words. Swedish in full: tests/text.rs and
//! tests/news.rs; Finnish in full: tests/languages_fi.rs.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::{
    domain::{
        feed::Feed,
        live::Trouble,
        saved::{Change, Id, Saved},
        slug::Slug,
        when::{Around, Slot, When, date},
    },
    text::{
        Lang::{self, En, Fi, Simple, Sv},
        date as say, entry,
        fault::fault,
        news::tell,
        of,
        size::size,
        table::Plural,
        trouble::trouble,
    },
};
use util::{at, dialogue, feed, frame, read};

fn slot(start: &str, end: Option<&str>) -> Slot {
    Slot::new(When::parse(start).unwrap(), end.map(|end| When::parse(end).unwrap())).unwrap()
}

#[test]
#[rustfmt::skip] // one line a case
fn a_meeting_has_its_date_as_the_language_writes_it() {
    let day = slot("2024-06-03T16:00:00+02:00", Some("2024-06-03T18:00:00+02:00"));
    let early = slot("2024-06-03T09:05:00+02:00", None);
    let night = slot("2024-01-05T22:00:00+01:00", Some("2024-01-06T02:00:00+01:00"));
    let midnight = slot("2024-06-03T22:00:00+02:00", Some("2024-06-04T00:00:00+02:00"));
    let whole = slot("2024-06-03", None);
    let days = slot("2024-06-03", Some("2024-06-05"));
    let said = |lang: Lang, slot: Slot, words: &str| assert_eq!(say::slot(of(lang), slot).whole(), words);

    said(Sv, day, "måndag 3 juni 2024 kl. 16.00–18.00");
    said(Sv, early, "måndag 3 juni 2024 kl. 09.05");
    said(Sv, night, "fredag 5 januari 2024 kl. 22.00–lördag 6 januari 2024 kl. 02.00");
    said(Sv, midnight, "måndag 3 juni 2024 kl. 22.00–24.00");
    said(Sv, whole, "måndag 3 juni 2024");
    said(Sv, days, "måndag 3 juni 2024–onsdag 5 juni 2024");

    said(Simple, day, "måndag 3 juni 2024 klockan 16.00–18.00");
    said(Simple, early, "måndag 3 juni 2024 klockan 09.05");
    said(Simple, night, "fredag 5 januari 2024 klockan 22.00 till lördag 6 januari 2024 klockan 02.00");
    said(Simple, midnight, "måndag 3 juni 2024 klockan 22.00–24.00");
    said(Simple, whole, "måndag 3 juni 2024");
    said(Simple, days, "måndag 3 juni 2024 till onsdag 5 juni 2024");

    said(Fi, day, "maanantai 3. kesäkuuta 2024 klo 16.00–18.00");
    said(Fi, early, "maanantai 3. kesäkuuta 2024 klo 9.05");
    said(Fi, night, "perjantai 5. tammikuuta 2024 klo 22.00 – lauantai 6. tammikuuta 2024 klo 2.00");
    said(Fi, midnight, "maanantai 3. kesäkuuta 2024 klo 22.00–24.00");
    said(Fi, whole, "maanantai 3. kesäkuuta 2024");
    said(Fi, days, "maanantai 3. kesäkuuta 2024 – keskiviikko 5. kesäkuuta 2024");

    said(En, day, "Monday 3 June 2024, 16:00–18:00");
    said(En, early, "Monday 3 June 2024, 09:05");
    said(En, night, "Friday 5 January 2024, 22:00 – Saturday 6 January 2024, 02:00");
    said(En, midnight, "Monday 3 June 2024, 22:00–24:00");
    said(En, whole, "Monday 3 June 2024");
    said(En, days, "Monday 3 June 2024 – Wednesday 5 June 2024");
}

#[test]
#[rustfmt::skip] // one line a case
fn each_day_and_month_has_its_name() {
    // 1 January 2024 was a Monday, and so on: each weekday and each month at least once.
    let all = |lang: Lang| (1..=12).map(|m| say::full(of(lang), date(&format!("2024-{m:02}-{:02}", (m % 7) + 1)).unwrap())).collect::<Vec<_>>();
    assert_eq!(all(En), [
        "Tuesday 2 January 2024", "Saturday 3 February 2024", "Monday 4 March 2024", "Friday 5 April 2024", "Monday 6 May 2024", "Friday 7 June 2024",
        "Monday 1 July 2024", "Friday 2 August 2024", "Tuesday 3 September 2024", "Friday 4 October 2024", "Tuesday 5 November 2024", "Friday 6 December 2024",
    ]);
    assert_eq!(all(Simple), all(Sv));
    let named = |day: &str| say::full(of(En), date(day).unwrap());
    assert_eq!(["2024-06-05", "2024-06-06", "2024-06-09"].map(named), ["Wednesday 5 June 2024", "Thursday 6 June 2024", "Sunday 9 June 2024"]);
    let block = |lang: Lang| say::block(of(lang), date("2024-10-18").unwrap()).join(" ");
    assert_eq!(Lang::ALL.map(block), ["fre 18 okt", "fre 18 okt", "pe 18 loka", "Fri 18 Oct"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_period_is_no_sharper_than_it_is_known() {
    let day = date("2020-10-20").unwrap();
    let edges = [Around::When(When::Date(day)), Around::Month(day), Around::Year(day)];
    let said = |lang: Lang, words: [&str; 3]| assert_eq!(edges.map(|edge| say::around(of(lang), edge)), words);
    said(Sv, ["20 oktober 2020", "oktober 2020", "2020"]);
    said(Simple, ["20 oktober 2020", "oktober 2020", "2020"]);
    said(Fi, ["20. lokakuuta 2020", "lokakuu 2020", "2020"]);
    said(En, ["20 October 2020", "October 2020", "2020"]);

    let text = |lang: Lang| [of(lang).since, of(lang).starting, of(lang).until].map(|edge| edge.with(&say::around(of(lang), Around::Month(day))));
    assert_eq!(text(Sv), ["Sedan oktober 2020", "Från oktober 2020", "Till oktober 2020"]);
    assert_eq!(text(Simple), ["Sedan oktober 2020", "Från oktober 2020", "Till oktober 2020"]);
    assert_eq!(text(Fi), ["Alkoi: lokakuu 2020", "Alkamisaika: lokakuu 2020", "Päättymisaika: lokakuu 2020"]);
    assert_eq!(text(En), ["Since October 2020", "From October 2020", "Until October 2020"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_chosen_span_of_days_is_said() {
    let spans = [("2024-06-03", ""), ("", "2024-06-05"), ("2024-06-03", "2024-06-05"), ("2024-06-03", "2024-06-03")];
    let said = |lang: Lang, words: [&str; 4]| assert_eq!(spans.map(|(from, to)| say::days(of(lang), date(from), date(to))), words);
    said(Sv, ["från 3 juni 2024", "till 5 juni 2024", "3 juni 2024–5 juni 2024", "3 juni 2024"]);
    said(Simple, ["från 3 juni 2024", "till 5 juni 2024", "3 juni 2024 till 5 juni 2024", "3 juni 2024"]);
    said(Fi, ["3. kesäkuuta 2024 alkaen", "5. kesäkuuta 2024 asti", "3. kesäkuuta 2024 – 5. kesäkuuta 2024", "3. kesäkuuta 2024"]);
    said(En, ["from 3 June 2024", "until 5 June 2024", "3 June 2024 – 5 June 2024", "3 June 2024"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn what_is_near_is_said_beside_the_date() {
    let meeting = slot("2024-06-03T16:00:00+02:00", Some("2024-06-03T18:00:00+02:00"));
    let days = ["2024-05-20", "2024-06-01", "2024-06-02", "2024-06-03"].map(|day| at(&format!("{day}T17:00:00+02:00")));
    let said = |lang: Lang, words: [&str; 4]| assert_eq!(days.map(|now| say::nearness(of(lang), meeting, now).unwrap()), words);
    said(Sv, ["Om 14 dagar", "Om 2 dagar", "I morgon", "Pågår just nu"]);
    said(Simple, ["Om 14 dagar", "Om 2 dagar", "I morgon", "Pågår just nu"]);
    said(Fi, ["14 päivän päästä", "2 päivän päästä", "Huomenna", "Käynnissä nyt"]);
    said(En, ["In 14 days", "In 2 days", "Tomorrow", "Happening now"]);
    let today = |lang: Lang| say::nearness(of(lang), meeting, at("2024-06-03T08:00:00+02:00")).unwrap();
    assert_eq!(Lang::ALL.map(today), ["I dag", "I dag", "Tänään", "Today"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_copy_says_when_it_was_fetched() {
    let days = ["2024-06-05T08:05:00+02:00", "2024-06-04T14:10:00+02:00", "2024-06-03T14:10:00+02:00"].map(at);
    let said = |lang: Lang, words: [&str; 3]| assert_eq!(days.map(|since| say::fetched(of(lang), since, at("2024-06-05T12:00:00+02:00"))), words);
    said(Sv, ["Hämtat i dag kl. 08.05", "Hämtat i går kl. 14.10", "Hämtat 3 juni 2024 kl. 14.10"]);
    said(Simple, ["Vi hämtade dialogerna i dag klockan 08.05", "Vi hämtade dialogerna i går klockan 14.10", "Vi hämtade dialogerna 3 juni 2024 klockan 14.10"]);
    said(Fi, ["Haettu tänään klo 8.05", "Haettu eilen klo 14.10", "Haettu 3. kesäkuuta 2024 klo 14.10"]);
    said(En, ["Copy from today at 08:05", "Copy from yesterday at 14:10", "Copy from 3 June 2024, 14:10"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn what_is_counted_takes_the_form_of_its_number() {
    let said = |plural: &Plural, words: [&str; 3]| assert_eq!([0, 1, 2].map(|n| plural.number(n)), words);
    said(&of(Sv).hits, ["Inga träffar", "1 träff", "2 träffar"]);
    said(&of(Simple).hits, ["Inga träffar", "1 träff", "2 träffar"]);
    said(&of(Fi).hits, ["Ei osumia", "1 osuma", "2 osumaa"]);
    said(&of(En).hits, ["No matches", "1 match", "2 matches"]);
    said(&of(Sv).dialogues, ["0 dialoger", "1 dialog", "2 dialoger"]);
    said(&of(Simple).dialogues, ["0 dialoger", "1 dialog", "2 dialoger"]);
    said(&of(Fi).dialogues, ["0 vuoropuhelua", "1 vuoropuhelu", "2 vuoropuhelua"]);
    said(&of(En).dialogues, ["0 dialogues", "1 dialogue", "2 dialogues"]);

    // These are never said of nothing.
    let said = |plural: &Plural, words: [&str; 2]| assert_eq!([1, 2].map(|n| plural.number(n)), words);
    said(&of(Simple).show_all, ["Visa den enda dialogen", "Visa alla 2 dialoger"]);
    said(&of(En).show_all, ["Show the only dialogue", "Show all 2 dialogues"]);
    said(&of(Simple).past_meetings, ["Visa 1 möte som har varit", "Visa 2 möten som har varit"]);
    said(&of(En).past_meetings, ["Show 1 past meeting", "Show 2 past meetings"]);
    said(&of(Simple).faults_title, ["Vi kunde inte visa en uppgift", "Vi kunde inte visa 2 uppgifter"]);
    said(&of(En).faults_title, ["One item could not be shown", "2 items could not be shown"]);
    said(&of(Simple).news.news_count, ["1 nyhet", "2 nyheter"]);
    said(&of(En).news.news_count, ["1 update", "2 updates"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_size_is_written_with_the_point_of_the_language() {
    let said = |lang: Lang, words: [&str; 5]| assert_eq!([0, 1, 999, 180_000, 1_249_999].map(|n| size(of(lang), n)), words);
    said(Sv, ["0 byte", "1 byte", "999 byte", "180 kB", "1,2 MB"]);
    said(Simple, ["0 byte", "1 byte", "999 byte", "180 kB", "1,2 MB"]);
    said(Fi, ["0 tavua", "1 tavu", "999 tavua", "180 kt", "1,2 Mt"]);
    said(En, ["0 bytes", "1 byte", "999 bytes", "180 kB", "1.2 MB"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn names_are_joined_as_the_language_joins_them() {
    let said = |lang: Lang, words: [&str; 3]| assert_eq!([1, 2, 3].map(|n| of(lang).join(&["a", "b", "c"][..n])), words);
    said(Sv, ["a", "a och b", "a, b och c"]);
    said(Simple, ["a", "a och b", "a, b och c"]);
    said(Fi, ["a", "a ja b", "a, b ja c"]);
    said(En, ["a", "a and b", "a, b and c"]);
    let more = |lang: Lang| of(lang).and_more.count(5);
    assert_eq!(Lang::ALL.map(more), ["och 5 till", "och 5 till", "ja 5 muuta", "and 5 more"]);
    let without = |lang: Lang| of(lang).without.with(&of(lang).quoted.with("park")) + &of(lang).hits.number(2);
    assert_eq!(Lang::ALL.map(without), ["Utan ”park”: 2 träffar", "Utan ”park”: 2 träffar", "Ilman valintaa ”park”: 2 osumaa", "Without “park”: 2 matches"]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_language_is_named_where_it_is_spoken_and_where_something_is_in_it() {
    let only = |lang: Lang, words: [&str; 5]| assert_eq!(["sv", "sv-simple", "FI", "swl", "xx"].map(|tag| of(lang).foreign_text.with(&of(lang).in_language(tag))), words);
    only(Sv, ["Finns bara på svenska", "Finns bara på lättläst svenska", "Finns bara på finska", "Finns bara på svenskt teckenspråk", "Finns bara på xx"]);
    only(Simple, ["Finns bara på vanlig svenska", "Finns bara på lättläst svenska", "Finns bara på finska", "Finns bara på svenskt teckenspråk", "Finns bara på xx"]);
    only(Fi, ["Saatavilla vain ruotsiksi", "Saatavilla vain selkoruotsiksi", "Saatavilla vain suomeksi", "Saatavilla vain ruotsalaisella viittomakielellä", "Saatavilla vain kielellä xx"]);
    only(En, ["Only available in Swedish", "Only available in easy-read Swedish", "Only available in Finnish", "Only available in Swedish Sign Language", "Only available in xx"]);
    let spoken = |lang: Lang| of(lang).spoken.with(&of(lang).join(&["sv", "fi"].map(|tag| of(lang).language_name(tag))));
    assert_eq!(Lang::ALL.map(spoken), ["Vi talar svenska och finska.", "Vi talar svenska och finska.", "Tilaisuuden kieli: ruotsi ja suomi.", "We speak Swedish and Finnish."]);
}

/// The meeting `m`, on 3 June 2024 at 16 to 18.
const M: &str = r#""id":"m","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T18:00:00+02:00""#;

/// News of one who follows the dialogue `prov`, as `heading | sentences`.
#[track_caller]
fn news(lang: Lang, before: &Feed, after: &Feed, words: &str) {
    let mut saved = Saved::default();
    saved.apply(&Change::Follow(Id::whole(&Slug::new("prov").unwrap())), Some(before));
    let told = saved
        .news(after, at("2024-05-20T12:00:00+02:00"))
        .into_iter()
        .map(|news| tell(of(lang), after, &news));
    assert_eq!(
        told.map(|told| format!("{} | {}", told.title, told.sentences.join(" "))).collect::<Vec<_>>(),
        [words]
    );
}

#[test]
#[rustfmt::skip] // one line a case
fn news_is_whole_sentences() {
    let of_meeting = |fields: &str| feed(&format!(r#""meetings":[{{{fields}}}]"#));
    let with = |more: &str| of_meeting(&format!("{M},{more}"));
    let [planned, moved, none] = [of_meeting(M), of_meeting(r#""id":"m","start":"2024-06-10T09:00:00+02:00""#), feed("")];
    let [cancelled, postponed] = [r#""status":"cancelled""#, r#""status":"postponed""#].map(with);
    let [kvarnen, online] = [r#""place":{"name":"Kvarnen"}"#, r#""status":"movedOnline""#].map(with);
    let [paused, called_off, decided] = [r#""stage":"paused""#, r#""stage":"cancelled""#, r#""results":{"decision":[{"type":"p","text":"Ja."}]}"#].map(feed);
    let gone = read(&frame(r#"{"id":"annan","title":"Annan"}"#));

    news(En, &planned, &cancelled, "Cancelled: Prov | This meeting has been cancelled: Monday 3 June 2024, 16:00–18:00.");
    news(En, &planned, &postponed, "Postponed: Prov | This meeting has been postponed: Monday 3 June 2024, 16:00–18:00. No new date has been set.");
    news(En, &cancelled, &planned, "Going ahead: Prov | This meeting is going ahead: Monday 3 June 2024, 16:00–18:00.");
    news(En, &planned, &moved, "New time: Prov | New time: Monday 10 June 2024, 09:00. Previous time: Monday 3 June 2024, 16:00–18:00.");
    news(En, &planned, &kvarnen, "New place: Prov | New place: Kvarnen. Previous place: not given.");
    news(En, &kvarnen, &online, "New place: Prov | New place: Online. Previous place: Kvarnen.");
    news(En, &none, &planned, "New meeting: Prov | A new meeting has been arranged: Monday 3 June 2024, 16:00–18:00.");
    news(En, &none, &paused, "Paused: Prov | The dialogue has been paused.");
    news(En, &paused, &none, "Continuing: Prov | The dialogue continues.");
    news(En, &none, &called_off, "Cancelled: Prov | The dialogue has been cancelled.");
    news(En, &none, &decided, "Results available: Prov | You can now read what the dialogue led to.");
    news(En, &none, &gone, "No longer in the list: Prov | The dialogue is no longer in the list. Contact Exempelstad: exempelstad.example.");

    news(Simple, &planned, &cancelled, "Inställt: Prov | Mötet måndag 3 juni 2024 klockan 16.00–18.00 är inställt.");
    news(Simple, &planned, &postponed, "Blir senare: Prov | Mötet måndag 3 juni 2024 klockan 16.00–18.00 blir senare. Ingen ny tid är bestämd än.");
    news(Simple, &cancelled, &planned, "Blir av: Prov | Mötet blir av måndag 3 juni 2024 klockan 16.00–18.00.");
    news(Simple, &planned, &moved, "Ny tid: Prov | Ny tid: måndag 10 juni 2024 klockan 09.00. Gammal tid: måndag 3 juni 2024 klockan 16.00–18.00.");
    news(Simple, &planned, &kvarnen, "Ny plats: Prov | Ny plats: Kvarnen. Gammal plats: okänd.");
    news(Simple, &kvarnen, &online, "Ny plats: Prov | Ny plats: På nätet. Gammal plats: Kvarnen.");
    news(Simple, &none, &planned, "Nytt möte: Prov | Det finns ett nytt möte: måndag 3 juni 2024 klockan 16.00–18.00.");
    news(Simple, &none, &paused, "Pausad: Prov | Dialogen är pausad.");
    news(Simple, &paused, &none, "Fortsätter: Prov | Dialogen fortsätter.");
    news(Simple, &none, &called_off, "Inställd: Prov | Dialogen är inställd.");
    news(Simple, &none, &decided, "Det finns resultat: Prov | Nu kan du läsa vad dialogen ledde till.");
    news(Simple, &none, &gone, "Finns inte längre i listan: Prov | Dialogen finns inte längre i listan. Kontakta Exempelstad: exempelstad.example.");
}

#[test]
#[rustfmt::skip] // one line a case
fn a_calendar_and_a_shared_line_say_what_was_called_off() {
    let off = dialogue(&format!(r#""meetings":[{{{M},"status":"cancelled"}}]"#));
    let shared = |lang: Lang| entry::share(of(lang), &off, off.meetings.first());
    assert_eq!(shared(Simple), "Inställt: Prov, måndag 3 juni 2024 klockan 16.00–18.00");
    assert_eq!(shared(En), "Cancelled: Prov, Monday 3 June 2024, 16:00–18:00");
    let name = |lang: Lang| entry::file_name(of(lang), &off, &off.meetings[0]);
    assert_eq!(Lang::ALL.map(name), [
        "medborgardialog-2024-06-03-prov.ics", "medborgardialog-2024-06-03-prov.ics",
        "kansalaisvuoropuhelu-2024-06-03-prov.ics", "citizen-dialogue-2024-06-03-prov.ics",
    ]);
    for name in Lang::ALL.map(|lang| of(lang).news.calendar_all_file) {
        assert!(name.strip_suffix(".ics").unwrap().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}");
    }
}

#[test]
#[rustfmt::skip] // one line a case
fn trouble_and_faults_say_what_to_do() {
    let said = |lang: Lang| trouble(of(lang), &Trouble::Status(404)).text;
    assert_eq!(said(Simple), "Filen med dialogerna finns inte på sin plats (fel 404). Felet är vårt, inte ditt. Försök igen om en stund. Du kan också kontakta kommunen.");
    assert_eq!(said(En), "The file with the dialogues is not where it should be (error 404). The fault is ours, not yours. Try again later, or contact the municipality.");
    let feed = read(&frame(r#"{"id":"x","title":"X","meetings":[{"id":"m","start":"i morgon"},{"id":"n"}]}"#));
    let said = |lang: Lang| feed.faults.iter().map(|found| fault(of(lang), found)).collect::<Vec<_>>();
    assert_eq!(said(Simple), [
        "x: dialogues[0].meetings[0].start är ”i morgon”. Det ska vara ett datum, med eller utan tid, som 2024-06-03 eller 2024-06-03T16:00:00+02:00.",
        "x: dialogues[0].meetings[1].start finns inte. Det ska vara ett datum, med eller utan tid, som 2024-06-03 eller 2024-06-03T16:00:00+02:00.",
    ]);
    assert_eq!(said(En), [
        "x: dialogues[0].meetings[0].start is “i morgon”. It must be a date, with or without a time, such as 2024-06-03 or 2024-06-03T16:00:00+02:00.",
        "x: dialogues[0].meetings[1].start is missing. It must be a date, with or without a time, such as 2024-06-03 or 2024-06-03T16:00:00+02:00.",
    ]);
}
