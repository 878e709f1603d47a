//! What the validator says of a feed, in the words an editor reads: `E` an error, `W` a warning, whole sentences.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::{
    domain::check::{Finding, Kind, Severity, check},
    text::check::{dates, finding, unreadable},
};
use serde_json::{Value, json};
use util::{at, file, frame, read, spoken, sv, walk};

const NOW: &str = "2024-04-17T12:00:00+02:00";

#[track_caller]
fn findings(json: &str, now: &str, previous: Option<&str>) -> Vec<Finding> {
    check(json.as_bytes(), at(now), previous.map(str::as_bytes), &dates(sv()))
        .unwrap_or_else(|e| panic!("{e:?}"))
}

fn say(found: &Finding) -> String {
    let severity = if found.severity() == Severity::Error { 'E' } else { 'W' };
    format!("{severity} {}", finding(sv(), found))
}

/// What is said of a feed.
#[track_caller]
fn said(json: &str, now: &str, previous: Option<&str>) -> Vec<String> {
    findings(json, now, previous).iter().map(say).collect()
}

/// What is said of a dialogue with these fields.
#[track_caller]
fn case(now: &str, fields: &str, sentences: &[&str]) {
    let json = frame(&format!(r#"{{"id":"x","title":"X",{fields}}}"#));
    assert_eq!(said(&json, now, None), sentences, "{fields}");
}

/// What is said of a dialogue with a meeting and this text.
#[track_caller]
fn text(text: &str, sentences: &[&str]) {
    let text = serde_json::to_string(text).unwrap();
    let meetings = r#"[{"id":"a","start":"2024-06-03T16:00:00+02:00"},{"id":"b","start":"2024-12-30","end":"2025-01-02"}]"#;
    case(NOW, &format!(r#""summary":{text},"meetings":{meetings}"#), sentences);
}

#[test]
fn the_real_page_is_told_that_its_care_meeting_is_over() {
    let care = "framtidens-vard-och-omsorg: dialogues[0]";
    let town = "W torshalla-stads-namnd: dialogues[2]";
    let way_in = "place.accessNote saknas, och access säger inget heller. Skriv hur man kommer in: trappsteg, hiss, hörslinga, toalett, parkering.";
    let said = |now| said(&file("public/feed.json"), now, None);
    assert_eq!(
        said(NOW),
        [
            format!(
                "W {care}.stage saknas, och alla möten är över. Det senaste var onsdag 18 oktober 2023. Är dialogen slut, skriv closed. Fortsätter den, lägg till nästa möte eller skriv hur långt den har kommit."
            ),
            format!(
                "W {care}.results har inget att läsa, fast dialogen tog slut onsdag 18 oktober 2023, för 182 dagar sedan. Skriv vad ni hörde (heard), vad ni gör (next) eller vad som är beslutat (decision), eller när besked kommer (nextUpdate)."
            ),
            format!("{town}.meetings[0].{way_in}"),
        ]
    );
    // On its own day, before midnight, the meeting may still go on.
    assert_eq!(
        said("2023-10-18T23:59:00+02:00"),
        [format!("W {care}.meetings[0].{way_in}"), format!("{town}.meetings[0].{way_in}")]
    );
}

#[test]
#[rustfmt::skip] // one line a case
fn the_full_fixture_has_five_things_to_mend() {
    assert_eq!(
        said(&file("tests/fixture/full.json"), NOW, None),
        [
            "W ny-park: dialogues[0].meetings[0].statusNote säger ”20 maj” utan år. Skriv ut året efter månaden.",
            "W ny-park: dialogues[0].results.documents[0].mediaType saknas. Skriv filens typ, som application/pdf.",
            "W ny-park: dialogues[0].results.documents[0].bytes saknas. Skriv filens storlek i byte, som 180000.",
            "W ny-park: dialogues[0].meetings[2].place.accessNote saknas, och access säger inget heller. Skriv hur man kommer in: trappsteg, hiss, hörslinga, toalett, parkering.",
            "W skolan: dialogues[2].results har inget att läsa, fast dialogen tog slut torsdag 1 februari 2024, för 76 dagar sedan. Skriv vad ni hörde (heard), vad ni gör (next) eller vad som är beslutat (decision), eller när besked kommer (nextUpdate).",
        ]
    );
}

#[test]
#[rustfmt::skip] // one line a case
fn what_the_reader_leaves_out_is_an_error_in_its_words() {
    case(NOW, r#""url":"http://a.example/""#, &["E x: dialogues[0].url är ”http://a.example/”. Det ska vara en länk som börjar med https://."]);
    case(NOW, r#""body":[{"type":"link","text":"T","url":"javascript:x"}]"#, &["E x: dialogues[0].body[0].url är ”javascript:x”. Det ska vara en länk som börjar med https://, mailto: eller tel:."]);
    case(NOW, r#""meetings":[{"id":"m","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T15:00:00+02:00"}]"#, &["E x: dialogues[0].meetings[0].end är ”2024-06-03T15:00:00+02:00”. Det ska vara senare än starten och av samma slag: tid till tid, datum till datum."]);
    case(NOW, r#""meetings":[{"id":"m","start":"2024-06-03"},{"id":"m","start":"2024-06-04"}]"#, &["E x: dialogues[0].meetings[1].id är ”m”. Det ska vara ett id som inget annat har."]);
    case(NOW, r#""meetings":[{"id":"m","start":"<p>"}]"#, &["E x: dialogues[0].meetings[0].start är ”<p>”. Det ska vara ett datum, med eller utan tid, som 2024-06-03 eller 2024-06-03T16:00:00+02:00."]);
    // Its offset is wrong as well, but of one place one thing is said.
    case(NOW, r#""meetings":[{"id":"m","start":"2024-06-03","end":"2024-06-03T15:00:00Z"}]"#, &["E x: dialogues[0].meetings[0].end är ”2024-06-03T15:00:00Z”. Det ska vara senare än starten och av samma slag: tid till tid, datum till datum."]);
    case(NOW, r#""stage":"klar","meetings":[{"id":"m","start":"2024-04-01"}]"#, &["E x: dialogues[0].stage är ”klar”. Det ska vara något av planned, open, summarising, deciding, reported, closed, paused, cancelled."]);
    let twice = frame(r#"{"id":"x","title":"X"},{"id":"x","title":"Y"}"#);
    assert_eq!(said(&twice, NOW, None), ["E x: dialogues[1].id är ”x”. Det ska vara ett id som inget annat har."]);
    // A dialogue that is left out is still read for its writing.
    let untitled = frame(r#"{"id":"x","summary":"A<br>B"},7"#);
    assert_eq!(said(&untitled, NOW, None), [
        "E x: dialogues[0].title saknas. Det ska vara en text.",
        "E x: dialogues[0].summary innehåller HTML-koden ”<br>”, och den visas som den står. Ta bort koden och skriv bara text.",
        "E dialogues[1] är 7. Det ska vara ett objekt.",
    ]);
}

/// A meeting's time whose offset is wrong: what stands there, and the right one.
#[track_caller]
fn offset(time: &str, wrong: Option<(&str, &str)>) {
    let sentence = wrong.map(|(written, right)| {
        format!("E x: dialogues[0].period.start är ”{time}”, men då gäller {right} i Sverige, inte {written}. Skriv svensk tid med {right}.")
    });
    let sentences: Vec<&str> = sentence.iter().map(String::as_str).collect();
    case(NOW, &format!(r#""period":{{"start":"{time}"}}"#), &sentences);
}

#[test]
#[rustfmt::skip] // one line a case
fn an_offset_must_be_swedens_at_that_instant() {
    offset("2024-06-03T16:00:00+02:00", None);
    offset("2024-06-03T16:00:00+01:00", Some(("+01:00", "+02:00")));
    offset("2024-06-03T16:00:00Z", Some(("Z", "+02:00")));
    offset("2024-01-15T16:00:00+01:00", None);
    offset("2024-01-15T16:00:00+02:00", Some(("+02:00", "+01:00")));
    offset("2024-01-15T16:00:00Z", Some(("Z", "+01:00")));
    offset("2024-01-15T16:00:00-03:30", Some(("-03:30", "+01:00")));
    // The clocks change on 31 March and 27 October 2024 at 01:00 UTC; between 2 and 3 in October both offsets hold.
    offset("2024-03-31T01:59:59+01:00", None);
    offset("2024-03-31T02:30:00+01:00", Some(("+01:00", "+02:00")));
    offset("2024-03-31T03:00:00+02:00", None);
    offset("2024-10-27T02:30:00+02:00", None);
    offset("2024-10-27T02:30:00+01:00", None);
    offset("2024-10-27T03:00:00+02:00", Some(("+02:00", "+01:00")));
    offset("2024-06-03", None);
    offset("2024-06", None);
    let json = frame("").replace("12:00:00+02:00", "10:00:00Z");
    assert_eq!(said(&json, NOW, None), ["E generatedAt är ”2024-04-17T10:00:00Z”, men då gäller +02:00 i Sverige, inte Z. Skriv svensk tid med +02:00."]);
}

#[test]
fn a_character_that_nobody_sees_is_told_and_a_line_s_end_is_none() {
    for (c, name) in [('\u{0}', "U+0000"), ('\u{b}', "U+000B"), ('\u{7f}', "U+007F"), ('\u{9f}', "U+009F")] {
        let sentence = format!(
            "W x: dialogues[0].summary innehåller ett styrtecken ({name}), som inte syns och visas som ett blanksteg. Skriv om texten utan det; ofta har det följt med från ett annat program."
        );
        text(&format!("Om{c}parken"), &[&sentence]);
    }
    text("Om\tparken\r\noch\nsjön, 5 å\u{a0}6", &[]);
}

#[test]
fn markup_is_told_and_a_lone_sign_is_none() {
    let markup = |words: &str, code: &str| {
        let sentence = format!(
            "E x: dialogues[0].summary innehåller HTML-koden ”{code}”, och den visas som den står. Ta bort koden och skriv bara text."
        );
        text(words, &[&sentence]);
    };
    markup("<p>Välkommen</p>", "<p>");
    markup("Rad<br/>rad", "<br/>");
    markup("Rad <BR /> rad", "<BR />");
    markup("En <a href=\"https://a.example\">länk</a>", "<a href=\"https://a.example\">");
    markup("<o:p>Från Word", "<o:p>");
    markup("slut</strong", "</strong");
    markup("<!-- dolt -->", "<!-- dolt -->");
    markup("hårt&nbsp;blank", "&nbsp;");
    markup("&#229;", "&#229;");
    markup("&#xE5;", "&#xE5;");
    markup("5 < 7 <b>fet</b>", "<b>");
    for fine in [
        "5 < 7",
        "a<b",
        "7 > 5",
        "x <- y -> z",
        "Skriv till <kim@a.example>",
        "Se <https://a.example/b>",
        "Skriv <ditt namn>",
        "H&M; A & B; C",
        "Frukt & fika; välkommen",
        "<",
        "</",
        "&",
        "&#;",
        "&#x;",
        "<3",
    ] {
        text(fine, &[]);
    }
}

/// A meeting that was `old` and is `new`.
#[track_caller]
fn moved(old: &str, new: &str, sentences: &[&str]) {
    let [old, new] =
        [old, new].map(|m| frame(&format!(r#"{{"id":"x","title":"X","meetings":[{{"id":"m",{m}}}]}}"#)));
    assert_eq!(said(&new, NOW, Some(&old)), sentences, "{new}");
}

#[test]
#[rustfmt::skip] // one line a case
fn a_time_that_changes_asks_for_a_higher_sequence() {
    const THIRD: &str = r#""start":"2024-06-03T16:00:00+02:00""#;
    const FOURTH: &str = r#""start":"2024-06-04T16:00:00+02:00""#;
    let told = |n: &str| format!("W x: dialogues[0].meetings[0].sequence är inte högre än förut, fast mötets tid är ändrad: från måndag 3 juni 2024 kl. 16.00 till tisdag 4 juni 2024 kl. 16.00. Skriv {n}, annars står den gamla tiden kvar i kalendrar.");
    let with = |start: &str, more: &str| format!("{start},{more}");
    moved(THIRD, THIRD, &[]);
    moved(THIRD, FOURTH, &[&told("1")]);
    moved(&with(THIRD, r#""sequence":2"#), &with(FOURTH, r#""sequence":2"#), &[&told("3")]);
    moved(&with(THIRD, r#""sequence":2"#), FOURTH, &[&told("3")]);
    moved(&with(THIRD, r#""sequence":2"#), &with(FOURTH, r#""sequence":3"#), &[]);
    moved(THIRD, &with(FOURTH, r#""updated":"2024-04-16T12:00:00+02:00""#), &[]);
    moved(&with(THIRD, r#""updated":"2024-04-16T12:00:00+02:00""#), &with(FOURTH, r#""updated":"2024-04-16T12:00:00+02:00""#), &[&told("28554361")]);
    moved(&with(THIRD, r#""title":"A""#), &with(THIRD, r#""title":"B""#), &[]);
    moved(THIRD, &with(THIRD, r#""end":"2024-06-03T17:00:00+02:00""#), &["W x: dialogues[0].meetings[0].sequence är inte högre än förut, fast mötets tid är ändrad: från måndag 3 juni 2024 kl. 16.00 till måndag 3 juni 2024 kl. 16.00–17.00. Skriv 1, annars står den gamla tiden kvar i kalendrar."]);
    // The same instant, written in another zone, has not moved.
    moved(THIRD, r#""start":"2024-06-03T14:00:00Z""#, &["E x: dialogues[0].meetings[0].start är ”2024-06-03T14:00:00Z”, men då gäller +02:00 i Sverige, inte Z. Skriv svensk tid med +02:00."]);
    let new = frame(r#"{"id":"x","title":"X","meetings":[{"id":"m","start":"2024-06-03"}]}"#);
    assert_eq!(said(&new, NOW, Some(&frame(r#"{"id":"y","title":"Y","meetings":[{"id":"m","start":"2024-06-04"}]}"#))), [""; 0]);
    assert_eq!(said(&new, NOW, Some("[")), ["W Den förra filen kunde inte jämföras med den nya. Filen är inte hel JSON: felet är på rad 1, tecken 1. Rätta det, ofta saknas ett kommatecken, ett citattecken eller filens slut. Kontrollera själv att flyttade möten har fått högre sequence."]);
}

#[test]
fn a_weekday_must_be_that_of_its_date() {
    let wrong = |words: &str, written: &str, right: &str| {
        let sentence = format!(
            "W x: dialogues[0].summary säger ”{written}”, men rätt är {right}. Ändra veckodagen eller datumet."
        );
        text(words, &[&sentence]);
    };
    wrong("Kom torsdag 18 oktober 2023!", "torsdag 18 oktober 2023", "onsdag 18 oktober 2023");
    wrong("TORSDAGEN DEN 18:E OKTOBER 2023", "TORSDAGEN DEN 18:E OKTOBER 2023", "onsdag 18 oktober 2023");
    wrong("tors 18 okt. 2023", "tors 18 okt. 2023", "onsdag 18 oktober 2023");
    wrong("fredag, den 18\u{a0}oktober 2023", "fredag, den 18\u{a0}oktober 2023", "onsdag 18 oktober 2023");
    wrong(
        "onsdag 18 oktober och torsdag 18 oktober 2023",
        "torsdag 18 oktober 2023",
        "onsdag 18 oktober 2023",
    );
    // Without a year the dialogue's meeting tells the date: 3 June 2024, 30 December 2024 to 2 January 2025.
    wrong("tisdag 3 juni", "tisdag 3 juni", "måndag 3 juni 2024");
    wrong("lördag 2 januari", "lördag 2 januari", "torsdag 2 januari 2025");
    for fine in [
        "onsdag 18 oktober 2023",
        "Onsdagen den 18 oktober 2023 kl. 17.30",
        "ons 18 okt 2023",
        "måndag–onsdag 3–5 juni 2024",
        "onsdag 18 oktober–torsdag 19 oktober 2023",
        "onsdag 18 oktober och torsdag 19 oktober 2023",
        "söndag 31 december 2023–måndag 1 januari 2024",
        "söndag 31 december–måndag 1 januari 2024",
        "onsdag 31 februari 2024",
        "På onsdag. 18 personer kom i oktober 2023.",
        "onsdagar i oktober",
        "Vi ses på torsdag. 18 oktober 2023 är för sent.",
        "Vi ses på torsdag. Den 18 oktober 2023 är för sent.",
    ] {
        text(fine, &[]);
    }
    // A meeting that has moved may be named by its earlier day.
    case(
        NOW,
        r#""meetings":[{"id":"m","start":"2024-05-22","previousStart":"2024-05-20T17:30:00+02:00","statusNote":"Det ska regna onsdag 20 maj."}]"#,
        &[
            "W x: dialogues[0].meetings[0].statusNote säger ”onsdag 20 maj”, men rätt är måndag 20 maj 2024. Ändra veckodagen eller datumet.",
        ],
    );
}

#[test]
fn a_date_needs_its_year() {
    let yearless = |words: &str, written: &[&str]| {
        let sentence =
            |w: &&str| format!("W x: dialogues[0].summary säger ”{w}” utan år. Skriv ut året efter månaden.");
        let sentences: Vec<String> = written.iter().map(sentence).collect();
        text(words, &sentences.iter().map(String::as_str).collect::<Vec<_>>());
    };
    yearless("Kom 18 oktober!", &["18 oktober"]);
    yearless("den 18:e oktober kl. 17.30", &["18:e oktober"]);
    yearless("3–5 juni", &["5 juni"]);
    yearless("måndag 3 juni", &["måndag 3 juni"]);
    yearless("onsdag 1 januari", &["onsdag 1 januari"]);
    yearless("tisdag 4 juni", &["tisdag 4 juni"]);
    yearless("18 okt, 19 okt", &["18 okt", "19 okt"]);
    yearless("3 juni. 4 juni 2024", &["3 juni"]);
    yearless("3 juni är första och 4 juni 2024 andra dagen", &["3 juni"]);
    yearless("3 juni, 2024 personer kom", &["3 juni"]);
    yearless("Sista dag är den 3 juni. 2024 börjar vi", &["3 juni"]);
    for fine in [
        "18 oktober 2023",
        "i oktober",
        "Uppehåll i juli",
        "18/10",
        "Vi var 18. Oktober var kall.",
        "32 maj",
        "kl. 17.30 maj",
        "0 maj",
        "180 maj",
    ] {
        yearless(fine, &[]);
    }
    // Other languages write dates in their own way.
    case(NOW, r#""summary":{"sv":"Möte","da":"den 18 oktober"}"#, &[]);
    case(
        NOW,
        r#""summary":{"sv":"Möte","sv-simple":"18 oktober"}"#,
        &["W x: dialogues[0].summary.sv-simple säger ”18 oktober” utan år. Skriv ut året efter månaden."],
    );
}

#[test]
#[rustfmt::skip] // one line a case
fn an_open_dialogue_needs_a_meeting_ahead() {
    const PAST: &str = r#""meetings":[{"id":"a","start":"2024-04-15T18:00:00+02:00","end":"2024-04-15T20:00:00+02:00"},{"id":"b","start":"2024-04-16"}]"#;
    let told = |fields: &str, stage: &str| {
        let sentence = format!("W x: dialogues[0].stage {stage} alla möten är över. Det senaste var tisdag 16 april 2024. Är dialogen slut, skriv closed. Fortsätter den, lägg till nästa möte eller skriv hur långt den har kommit.");
        case(NOW, &format!("{PAST}{fields}"), &[&sentence]);
    };
    told("", "saknas, och");
    told(r#","period":{"start":"2024"}"#, "saknas, och");
    told(r#","stage":"open""#, "är ”open”, men");
    told(r#","stage":"open","period":{"start":"2024-04","end":"2024-04-16"}"#, "är ”open”, men");
    told(r#","stage":"open","results":{"heard":[{"type":"p","text":"Bra."}]}"#, "är ”open”, men");
    for fine in [
        r#","results":{"heard":[{"type":"p","text":"Bra."}]}"#,
        r#","period":{"start":"2024-04","end":"2024-04-16"}"#,
        r#","period":{"start":"2024-04","end":"2024-04-17"}"#,
        r#","stage":"open","period":{"start":"2024-04","end":"2024-05"}"#,
        r#","stage":"planned""#,
        r#","stage":"summarising""#,
        r#","stage":"deciding""#,
        r#","stage":"reported""#,
        r#","stage":"closed""#,
        r#","stage":"paused""#,
        r#","stage":"cancelled""#,
    ] {
        case(NOW, &format!("{PAST}{fine}"), &[]);
    }
    case(NOW, r#""stage":"open""#, &[]);
    case("2024-04-16T23:59:59+02:00", PAST, &[]);
    case(NOW, r#""stage":"open","meetings":[{"id":"a","start":"2024-04-15"},{"id":"b","start":"2024-04-18"}]"#, &[]);
}

#[test]
#[rustfmt::skip] // one line a case
fn sixty_days_after_its_end_a_dialogue_has_results() {
    const MET: &str = r#""stage":"closed","meetings":[{"id":"a","start":"2024-02-01T18:00:00+01:00"},{"id":"b","start":"2024-03-01","status":"cancelled"}]"#;
    let told = |now: &str, fields: &str, ended: &str| {
        let sentence = format!("W x: dialogues[0].results har inget att läsa, fast dialogen tog slut {ended} dagar sedan. Skriv vad ni hörde (heard), vad ni gör (next) eller vad som är beslutat (decision), eller när besked kommer (nextUpdate).");
        case(now, fields, &[&sentence]);
    };
    told("2024-04-02T00:00:00+02:00", MET, "torsdag 1 februari 2024, för 61");
    told(NOW, &format!(r#"{MET},"results":{{"published":"2024-03-01"}}"#), "torsdag 1 februari 2024, för 76");
    told(NOW, &format!(r#"{MET},"results":{{"nextUpdate":"2024-04-16"}}"#), "torsdag 1 februari 2024, för 76");
    told(NOW, &format!(r#"{MET},"period":{{"start":"2023","end":"2024-02-10"}}"#), "lördag 10 februari 2024, för 67");
    told(NOW, &format!(r#"{MET},"period":{{"start":"2023","end":"2024-12"}}"#), "torsdag 1 februari 2024, för 76");
    told(NOW, r#""period":{"start":"2023","end":"2023"}"#, "söndag 31 december 2023, för 108");
    told(NOW, r#""stage":"reported","period":{"start":"2023","end":"2023"}"#, "söndag 31 december 2023, för 108");
    case("2024-04-01T23:59:59+02:00", MET, &[]);
    for fine in [r#""results":{"nextUpdate":"2024-04-17"}"#, r#""results":{"decision":[{"type":"p","text":"Ja."}]}"#] {
        case(NOW, &format!("{MET},{fine}"), &[]);
    }
    for stage in ["planned", "open", "summarising", "deciding", "paused", "cancelled"] {
        case(NOW, &format!(r#""stage":"{stage}","period":{{"start":"2023","end":"2023"}}"#), &[]);
    }
    case(NOW, r#""stage":"closed""#, &[]);
    case(NOW, r#""stage":"closed","meetings":[{"id":"b","start":"2024-01-01","status":"cancelled"}]"#, &[]);
    case(NOW, r#""period":{"start":"2020"}"#, &[]);
    case(NOW, r#""meetings":[{"id":"a","start":"2023-06-03"},{"id":"b","start":"2024-06-03"}]"#, &[]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_text_is_in_swedish_too() {
    case(NOW, r#""topics":[{"fi":"Puisto"},{"en":"Park","fi":"Puisto"},{"sv":"Park"},{"sv-simple":"Park"},{"SV":"Park"}]"#, &[
        "W x: dialogues[0].topics[0] finns bara på finska. Lägg till texten på svenska (sv).",
        "W x: dialogues[0].topics[1] finns bara på engelska och finska. Lägg till texten på svenska (sv).",
    ]);
    case(NOW, r#""topics":[{"sv":7,"fi":"Puisto"},{}]"#, &[
        "E x: dialogues[0].topics[0].sv är 7. Det ska vara en text.",
        "E x: dialogues[0].topics[1] är ett objekt. Det ska vara en text.",
    ]);
    let finnish = frame(r#"{"id":"x","title":"Puisto","topics":["A","B"]},{"id":"y","title":"Tie"}"#).replace(r#""sv""#, r#""fi""#);
    assert_eq!(said(&finnish, NOW, None), ["W language är ”fi”, så texter utan språkkod räknas som finska. Skriv sv om de är på svenska. Lägg annars till svenska (sv) i varje text."]);
    let both = frame(r#"{"id":"x","title":{"fi":"Puisto","SV":"Park"}}"#).replace(r#""language":"sv""#, r#""language":"fi""#);
    assert_eq!(said(&both, NOW, None), [""; 0]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_contact_is_the_publishers() {
    let told = |email: &str| {
        let sentence = format!("W x: dialogues[0].contacts[0].email är ”{email}”, utanför kommunens egen domän exempelstad.example. Kontrollera adressen, och skriv helst en hos kommunen.");
        case(NOW, &format!(r#""contacts":[{{"email":"{email}"}}]"#), &[&sentence]);
    };
    told("kim@annan.example");
    told("kim@minexempelstad.example");
    told("kim@exempelstad.example.evil.example");
    case(NOW, r#""contacts":[{"email":"kim@exempelstad.example"},{"email":"Kim@Skola.Exempelstad.Example"},{"name":"Kim"}]"#, &[]);
    let feed = |publisher: &str, email: &str| {
        let json = frame(&format!(r#"{{"id":"x","title":"X","contacts":[{{"email":"{email}"}}]}}"#));
        said(&json.replace("https://exempelstad.example/\"", publisher), NOW, None).len()
    };
    assert_eq!(feed("https://WWW.exempelstad.example/\"", "a@exempelstad.example"), 0);
    assert_eq!(feed("https://dialog.exempelstad.example:443/\"", "a@exempelstad.example"), 0);
    assert_eq!(feed("https://exempelstad.example/\",\"email\":\"b@kommun.example\"", "a@kommun.example"), 0);
    assert_eq!(feed("https://exempelstad.example/\",\"email\":\"b@kommun.example\"", "a@annan.example"), 1);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_document_tells_its_type_and_size_and_a_place_how_one_gets_in() {
    const NO_TYPE: &str = "W x: dialogues[0].documents[0].mediaType saknas. Skriv filens typ, som application/pdf.";
    const NO_SIZE: &str = "W x: dialogues[0].documents[0].bytes saknas. Skriv filens storlek i byte, som 180000.";
    let document = |fields: &str, sentences: &[&str]| {
        case(NOW, &format!(r#""documents":[{{"title":"D","url":"https://a.example/d.pdf"{fields}}}]"#), sentences);
    };
    document("", &[NO_TYPE, NO_SIZE]);
    document(r#","bytes":1"#, &[NO_TYPE]);
    document(r#","mediaType":"application/pdf","bytes":null"#, &[NO_SIZE]);
    document(r#","mediaType":"application/pdf","bytes":1"#, &[]);
    document(r#","mediaType":"application/pdf","bytes":-1"#, &["E x: dialogues[0].documents[0].bytes är -1. Det ska vara ett heltal från 0 och uppåt."]);

    const WAY_IN: &str = "W x: dialogues[0].meetings[0].place.accessNote saknas, och access säger inget heller. Skriv hur man kommer in: trappsteg, hiss, hörslinga, toalett, parkering.";
    let meeting = |place: &str, fields: &str, sentences: &[&str]| {
        case(NOW, &format!(r#""stage":"planned","meetings":[{{"id":"m","start":"2024-04-17","place":{{"name":"P"{place}}}{fields}}}]"#), sentences);
    };
    meeting("", "", &[WAY_IN]);
    meeting(r#","access":[]"#, r#","status":"rescheduled","online":{}"#, &[WAY_IN]);
    meeting(r#","access":["lift"]"#, "", &[]);
    meeting(r#","accessNote":"Ring på.""#, "", &[]);
    meeting("", r#","mode":"online""#, &[]);
    for status in ["cancelled", "postponed", "movedOnline"] {
        meeting("", &format!(r#","status":"{status}""#), &[]);
    }
    case("2024-04-18T00:00:00+02:00", r#""stage":"planned","meetings":[{"id":"m","start":"2024-04-17","place":{"name":"P"}}]"#, &[]);
    for stage in ["paused", "cancelled"] {
        case(NOW, &format!(r#""stage":"{stage}","meetings":[{{"id":"m","start":"2024-04-17","place":{{"name":"P"}}}}]"#), &[]);
    }
}

#[test]
#[rustfmt::skip] // one line a case
fn a_feed_that_cannot_be_read_says_what_to_do() {
    let cant = |json: &[u8], sentence: &str| {
        let error = check(json, at(NOW), None, &dates(sv())).unwrap_err();
        assert_eq!(unreadable(sv(), &error), sentence);
    };
    cant(b" ", "Filen är tom. Skapa den på nytt.");
    cant(b"<html>", "Filen är en webbsida och inte JSON. Kontrollera adressen till filen.");
    cant(b"{\n 7}", "Filen är inte hel JSON: felet är på rad 2, tecken 2. Rätta det, ofta saknas ett kommatecken, ett citattecken eller filens slut.");
    cant(frame("").replace("1.0", "2.0").as_bytes(), "version är ”2.0”, men appen läser format 1. Skriv filen i format 1.0, eller byt till en nyare app.");
    cant(frame("").replace("Stockholm", "Helsinki").as_bytes(), "timeZone är ”Europe/Helsinki”, men appen kan bara Europe/Stockholm. Skriv tiderna i svensk tid.");
    cant(b"[]", "Hela filen är en lista. Det ska vara ett objekt.");
}

#[test]
fn errors_come_first_and_then_the_dialogues_in_their_order() {
    let mut dialogues = String::from(r#"{"id":"a0","title":"18 maj"}"#);
    for i in 1..12 {
        dialogues += &format!(r#",{{"id":"a{i}","title":"<i>19 maj","level":"x"}}"#);
    }
    let found = findings(&frame(&dialogues), NOW, None);
    let order: Vec<(Severity, String)> = found.iter().map(|f| (f.severity(), f.item.clone())).collect();
    let each = |severity, from: usize, times: usize| {
        (from..12).flat_map(move |i| vec![(severity, format!("a{i}")); times])
    };
    assert_eq!(order, each(Severity::Error, 1, 2).chain(each(Severity::Warning, 0, 1)).collect::<Vec<_>>());
    // A byte order mark and blanks around the feed change nothing.
    assert_eq!(findings(&format!("\u{feff}\u{c} {}\n", frame(&dialogues)), NOW, None), found);
}

/// The pointer of a path: `dialogues[0].title` → `/dialogues/0/title`.
fn pointer(path: &str) -> String {
    format!("/{}", path.replace('[', "/").replace(']', "").replace('.', "/"))
}

/// Every string of the full fixture is either read by the rules for texts and times or is none.
#[test]
fn no_text_and_no_time_of_the_format_is_forgotten() {
    let full: Value = serde_json::from_str(&file("tests/fixture/full.json")).unwrap();
    let mut unread = Vec::new();
    for place in walk::nodes(&full) {
        let Some(old) = full.pointer(&place).and_then(Value::as_str) else { continue };
        let time = old.len() >= 4 && old.bytes().take(4).all(|b| b.is_ascii_digit());
        let new = if time { "2024-07-01T10:00:00Z".to_owned() } else { format!("{old}&nbsp;") };
        let mut feed = full.clone();
        *feed.pointer_mut(&place).unwrap() = json!(new);
        let Ok(found) = check(feed.to_string().as_bytes(), at(NOW), None, &dates(sv())) else { continue };
        let told = found.iter().any(|f| pointer(&f.path) == place && f.severity() == Severity::Error);
        if !told {
            unread.push(place);
        }
    }
    let last = |place: &String| {
        let mut names = place.split('/').filter(|name| name.parse::<usize>().is_err());
        names.next_back().unwrap_or_default().to_owned()
    };
    let mut names: Vec<String> = unread.iter().map(last).collect();
    names.sort();
    names.dedup();
    // Links and addresses may hold a `&`; the others are no text that is shown as it stands.
    assert_eq!(names, ["ics", "inferred", "license", "mediaType", "next", "url", "version"]);
}

#[test]
fn nothing_in_a_feed_stops_the_check_and_no_fault_is_lost_or_told_twice() {
    let full: Value = serde_json::from_str(&file("tests/fixture/full.json")).unwrap();
    let odd = [
        json!(null),
        json!([]),
        json!({}),
        json!([[["<p>"]]]),
        json!(-1),
        json!(""),
        json!("9999-12-31"),
        json!("0000-01-01T00:00:00Z"),
        json!({"sv": {"sv": []}}),
    ];
    for place in walk::nodes(&full) {
        for odd in &odd {
            let mut feed = full.clone();
            *feed.pointer_mut(&place).unwrap() = odd.clone();
            let feed = feed.to_string();
            let Ok(found) = check(feed.as_bytes(), at(NOW), Some(feed.as_bytes()), &dates(sv())) else {
                continue;
            };
            let faults: Vec<&Finding> =
                found.iter().filter(|f| matches!(f.kind, Kind::Unusable { .. })).collect();
            let mut words: Vec<String> = faults.iter().map(|f| finding(sv(), f)).collect();
            let mut expected = spoken(&read(&feed));
            words.sort();
            expected.sort();
            assert_eq!(words, expected, "{place} {odd}");
            for fault in faults {
                assert!(
                    found.iter().all(|f| f.path != fault.path || f == fault),
                    "{place} {odd} {}",
                    fault.path
                );
            }
        }
    }
}
