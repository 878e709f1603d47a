//! What is wrong in a feed: every kind of fault in its own words, the rest alive; and feeds that can't be read at all.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    feed::parse,
    link::Link,
    live::Trouble,
    when::{Around, date},
};
use medborgardialoger::text::trouble::trouble;
use util::{dialogue, frame, ids, read, spoken, sv};

/// One broken dialogue among sound ones: what is said of it, and that the rest lives.
#[track_caller]
fn broken(item: &str, sentence: &str) {
    let feed =
        read(&frame(&format!(r#"{{"id":"forst","title":"Först"}},{item},{{"id":"sist","title":"Sist"}}"#)));
    assert_eq!(spoken(&feed), [sentence], "{item}");
    assert_eq!((ids(&feed)[0], *ids(&feed).last().unwrap()), ("forst", "sist"), "{item}");
}

/// One broken field of a dialogue that stays.
#[track_caller]
fn field(field: &str, sentence: &str) {
    broken(&format!(r#"{{"id":"x","title":"X",{field}}}"#), sentence);
    let feed = read(&frame(&format!(r#"{{"id":"x","title":"X",{field}}}"#)));
    assert_eq!(ids(&feed), ["x"], "{field}");
}

#[test]
#[rustfmt::skip] // one line a case
fn a_broken_dialogue_is_left_out_with_its_reason() {
    broken("7", "dialogues[1] är 7. Det ska vara ett objekt.");
    broken("null", "dialogues[1] saknas. Det ska vara ett objekt.");
    broken("[]", "dialogues[1] är en lista. Det ska vara ett objekt.");
    broken(r#"{"title":"X"}"#, "dialogues[1].id saknas. Det ska vara små bokstäver a–z, siffror och bindestreck, som torshalla-2024.");
    broken(r#"{"id":"Å b","title":"X"}"#, "dialogues[1].id är ”Å b”. Det ska vara små bokstäver a–z, siffror och bindestreck, som torshalla-2024.");
    broken(r#"{"id":"x"}"#, "x: dialogues[1].title saknas. Det ska vara en text.");
    broken(r#"{"id":"x","title":" "}"#, "x: dialogues[1].title är ” ”. Det ska vara en text.");
    broken(r#"{"id":"x","title":{}}"#, "x: dialogues[1].title är ett objekt. Det ska vara en text.");
    broken(r#"{"id":"forst","title":"Igen"}"#, "forst: dialogues[1].id är ”forst”. Det ska vara ett id som inget annat har.");
}

#[test]
#[rustfmt::skip] // one line a case
fn a_broken_field_is_left_out_and_its_dialogue_stays() {
    field(r#""summary":3"#, "x: dialogues[1].summary är 3. Det ska vara en text.");
    field(r#""summary":{"fi":true}"#, "x: dialogues[1].summary.fi är true. Det ska vara en text.");
    field(r#""body":"text""#, "x: dialogues[1].body är ”text”. Det ska vara en lista.");
    field(r#""body":[{"type":"html","text":"x"}]"#, "x: dialogues[1].body[0].type är ”html”. Det ska vara något av p, h, link, ul.");
    field(r#""body":[{"type":"ul","items":[]}]"#, "x: dialogues[1].body[0].items[0] saknas. Det ska vara en text.");
    field(r#""body":[{"type":"ul"}]"#, "x: dialogues[1].body[0].items[0] saknas. Det ska vara en text.");
    field(r#""level":"hög""#, "x: dialogues[1].level är ”hög”. Det ska vara något av information, consultation, dialogue, influence, codecision.");
    field(r#""stage":"done""#, "x: dialogues[1].stage är ”done”. Det ska vara något av planned, open, summarising, deciding, reported, closed, paused, cancelled.");
    field(r#""period":{}"#, "x: dialogues[1].period.start saknas. Det ska vara ett datum, en månad eller ett år, som 2024-06-03, 2024-06 eller 2024.");
    field(r#""period":{"start":"våren"}"#, "x: dialogues[1].period.start är ”våren”. Det ska vara ett datum, en månad eller ett år, som 2024-06-03, 2024-06 eller 2024.");
    field(r#""topics":["Trafik",5]"#, "x: dialogues[1].topics[1] är 5. Det ska vara en text.");
    field(r#""organisers":[{"name":"N","kind":"nämnd"}]"#, "x: dialogues[1].organisers[0].kind är ”nämnd”. Det ska vara något av board, department, council, partner.");
    field(r#""contacts":[{"email":"kim at exempel"}]"#, "x: dialogues[1].contacts[0].email är ”kim at exempel”. Det ska vara en e-postadress.");
    field(r#""contacts":[{"name":"Kim","phones":["ring!"]}]"#, "x: dialogues[1].contacts[0].phones[0] är ”ring!”. Det ska vara ett telefonnummer.");
    field(r#""contacts":[{}]"#, "x: dialogues[1].contacts[0].name saknas. Det ska vara en text.");
    field(r#""phases":[{"id":"a","title":"A"}]"#, "x: dialogues[1].phases[0].state saknas. Det ska vara något av coming, now, done.");
    field(r#""documents":[{"title":"D","url":"https://a.example","bytes":-1}]"#, "x: dialogues[1].documents[0].bytes är -1. Det ska vara ett heltal från 0 och uppåt.");
    field(r#""documents":[{"title":"D","url":"https://a.example","language":"svenska språket"}]"#, "x: dialogues[1].documents[0].language är ”svenska språket”. Det ska vara en språkkod, som sv eller fi.");
    field(r#""results":{"heard":{}}"#, "x: dialogues[1].results.heard är ett objekt. Det ska vara en lista.");
    field(r#""takePart":[{"kind":"phone","url":"tel:ja"}]"#, "x: dialogues[1].takePart[0].url är ”tel:ja”. Det ska vara ett telefonnummer.");
    field(r#""updated":"igår""#, "x: dialogues[1].updated är ”igår”. Det ska vara ett datum, med eller utan tid, som 2024-06-03 eller 2024-06-03T16:00:00+02:00.");
}

#[track_caller]
fn meeting(fields: &str, sentence: &str, left: usize) {
    let item =
        format!(r#"{{"id":"x","title":"X","meetings":[{{"id":"m1","start":"2024-06-01"}},{{{fields}}}]}}"#);
    broken(&item, sentence);
    assert_eq!(read(&frame(&item)).dialogues[0].meetings.len(), left, "{fields}");
}

#[test]
#[rustfmt::skip] // one line a case
fn a_broken_meeting_is_left_out_and_a_broken_field_of_it_alone() {
    meeting(r#""id":"m""#, "x: dialogues[1].meetings[1].start saknas. Det ska vara ett datum, med eller utan tid, som 2024-06-03 eller 2024-06-03T16:00:00+02:00.", 1);
    meeting(r#""start":"2024-06-03""#, "x: dialogues[1].meetings[1].id saknas. Det ska vara små bokstäver a–z, siffror och bindestreck, som torshalla-2024.", 1);
    meeting(r#""id":"m","start":"i morgon""#, "x: dialogues[1].meetings[1].start är ”i morgon”. Det ska vara ett datum, med eller utan tid, som 2024-06-03 eller 2024-06-03T16:00:00+02:00.", 1);
    meeting(r#""id":"m1","start":"2024-06-03""#, "x: dialogues[1].meetings[1].id är ”m1”. Det ska vara ett id som inget annat har.", 1);
    meeting(r#""id":"m","start":"2024-06-03","status":"flyttat""#, "x: dialogues[1].meetings[1].status är ”flyttat”. Det ska vara något av scheduled, rescheduled, postponed, movedOnline, cancelled.", 2);
    meeting(r#""id":"m","start":"2024-06-03","previousStart":"2024-06-01""#, "x: dialogues[1].meetings[1].previousStart är ”2024-06-01”. Det ska vara datum och tid med tidszon, som 2024-06-03T16:00:00+02:00.", 2);
    meeting(r#""id":"m","start":"2024-06-03","mode":"zoom""#, "x: dialogues[1].meetings[1].mode är ”zoom”. Det ska vara något av inPerson, online, hybrid.", 2);
    meeting(r#""id":"m","start":"2024-06-03","place":{"name":"P","geo":{"lat":91,"lon":0}}"#, "x: dialogues[1].meetings[1].place.geo.lat är 91. Det ska vara grader, latitud −90 till 90 och longitud −180 till 180.", 2);
    meeting(r#""id":"m","start":"2024-06-03","registration":{"required":"ja"}"#, "x: dialogues[1].meetings[1].registration.required är ”ja”. Det ska vara true eller false.", 2);
    meeting(r#""id":"m","start":"2024-06-03","participants":[{"name":5}]"#, "x: dialogues[1].meetings[1].participants[0].name är 5. Det ska vara en text.", 2);
    meeting(r#""id":"m","start":"2024-06-03","participants":[{"party":"X"}]"#, "x: dialogues[1].meetings[1].participants[0].name saknas. Det ska vara en text.", 2);
}

#[test]
#[rustfmt::skip] // one line a case
fn an_end_before_its_start_is_dropped_alone() {
    const KIND: &str = "Det ska vara senare än starten och av samma slag: tid till tid, datum till datum.";
    let end = |start: &str, end: &str| {
        meeting(
            &format!(r#""id":"m","start":"{start}","end":"{end}""#),
            &format!("x: dialogues[1].meetings[1].end är ”{end}”. {KIND}"),
            2,
        )
    };
    end("2024-06-03T16:00:00+02:00", "2024-06-03T15:59:00+02:00");
    end("2024-06-03T16:00:00+02:00", "2024-06-03T16:00:00+02:00");
    end("2024-06-03T16:00:00+02:00", "2024-06-03T16:30:00+03:00");
    end("2024-06-03", "2024-06-02");
    end("2024-06-03", "2024-06-04T10:00:00+02:00");
    end("2024-06-03T16:00:00+02:00", "2024-06-04");
    field(r#""period":{"start":"2024","end":"2023-12"}"#, &format!("x: dialogues[1].period.end är ”2023-12”. {KIND}"));
    field(r#""phases":[{"id":"a","title":"A","state":"now","start":"2024-06","end":"2024-05"}]"#, &format!("x: dialogues[1].phases[0].end är ”2024-05”. {KIND}"));
    let d = dialogue(r#""period":{"start":"2024-06","end":"2024-06"}"#);
    assert_eq!(d.period.as_ref().unwrap().end, Some(Around::Month(date("2024-06-01").unwrap())));
}

#[test]
#[rustfmt::skip] // one line a case
fn only_safe_links_are_kept() {
    for bad in [
        "javascript:alert(1)",
        "http://exempelstad.example/",
        "data:text/html,x",
        "https://exempelstad.example@evil.example/",
        "https://u:p@exempelstad.example/",
        "https://exempel stad.example/",
        "https://exempelstad.example/a b",
        "https://",
        "https:///a",
        "//exempelstad.example",
        "ftp://exempelstad.example",
        "https://a.example\\@b",
        "https://a.example/\\u0000",
        "vbscript:x",
        "mailto:",
        "tel:",
        "JAVASCRIPT:alert(1)",
    ] {
        let shown = bad.replace("\\u0000", "\0");
        let bad = bad.replace("\\@", "\\\\@");
        field(
            &format!(r#""body":[{{"type":"link","text":"T","url":"{bad}"}}]"#),
            &format!(
                "x: dialogues[1].body[0].url är ”{shown}”. Det ska vara en länk som börjar med https://, mailto: eller tel:."
            ),
        );
        assert_eq!(Link::https(&shown), None, "{bad}");
    }
    field(r#""url":"mailto:a@b.example""#, "x: dialogues[1].url är ”mailto:a@b.example”. Det ska vara en länk som börjar med https://.");
    for good in [
        "https://exempelstad.example",
        "https://å.example:8443/b?c=d@e#f",
        "mailto:a@b.example",
        "tel:+46123",
    ] {
        assert_eq!(Link::new(good).unwrap().as_str(), good);
    }
}

#[test]
fn the_feeds_own_fields_are_reported_without_an_item() {
    let said = |json: &str| spoken(&read(json));
    assert_eq!(
        said(r#"{"version":"1.9","dialogues":[]}"#),
        [
            "publisher saknas. Det ska vara ett objekt.",
            "generatedAt saknas. Det ska vara datum och tid med tidszon, som 2024-06-03T16:00:00+02:00.",
            "language saknas. Det ska vara en språkkod, som sv eller fi.",
            "timeZone saknas. Det ska vara Europe/Stockholm.",
        ]
    );
    assert_eq!(
        said(&frame("").replacen('{', r#"{"uidHost":"a b","#, 1)),
        ["uidHost är ”a b”. Det ska vara ett värdnamn, som eskilstuna.se."]
    );
}

/// A feed that can't be read at all, in words.
#[track_caller]
fn unreadable(bytes: &[u8], title: &str, text: &str) {
    let advice = trouble(sv(), &Trouble::Feed(parse(bytes).unwrap_err()));
    assert_eq!((advice.title.as_str(), advice.text.as_str()), (title, text));
}

#[test]
#[rustfmt::skip] // one line a case
fn a_feed_that_cannot_be_read_says_why_and_what_to_do() {
    const CANT: &str = "Det gick inte att hämta dialogerna";
    let cant = |json: &[u8], what: &str| {
        unreadable(
            json,
            CANT,
            &format!(
                "{what} Felet ligger hos oss, inte hos dig. Försök igen om en stund, eller kontakta kommunen."
            ),
        )
    };
    cant(b"", "Filen med dialogerna är tom.");
    cant(b" \r\n", "Filen med dialogerna är tom.");
    cant(b"\xef\xbb\xbf", "Filen med dialogerna är tom.");
    cant(br#"{"version":"1.0","dialogues":["#, "Filen med dialogerna är trasig eller avbruten (rad 1, tecken 30).");
    cant(b"{\n  \"version\": nej}", "Filen med dialogerna är trasig eller avbruten (rad 2, tecken 15).");
    cant(b"{\"version\":\"\xe5\"}", "Filen med dialogerna är trasig eller avbruten (rad 1, tecken 13).");
    cant(b"[]", "Filen med dialogerna är felskriven. Hela filen är en lista. Det ska vara ett objekt.");
    cant(b"{}", "Filen med dialogerna är felskriven. version saknas. Det ska vara 1.0.");
    cant(br#"{"version":1.0}"#, "Filen med dialogerna är felskriven. version är 1.0. Det ska vara 1.0.");
    cant(br#"{"version":"1.0"}"#, "Filen med dialogerna är felskriven. dialogues saknas. Det ska vara en lista.");
    cant(br#"{"version":"1.0","dialogues":{}}"#, "Filen med dialogerna är felskriven. dialogues är ett objekt. Det ska vara en lista.");
    cant(br#"{"version":"1.0","timeZone":"Europe/Helsinki","dialogues":[]}"#, "Filen med dialogerna har en tidszon som sidan inte känner till (Europe/Helsinki).");
    unreadable(b"<!doctype html><title>Logga in</title>", CANT, "Vi fick en webbsida i stället för dialogerna. Är du på ett öppet nät, till exempel på ett bibliotek, kan du behöva logga in på nätet först. Försök sedan igen.");
    for version in ["2.0", "10.0"] {
        let json = frame("").replace("1.0", version);
        unreadable(
            json.as_bytes(),
            "Den här sidan behöver laddas om",
            &format!(
                "Dialogerna har ett format ({version}) som sidan inte kan läsa. Ladda om sidan. Hjälper inte det, kontakta kommunen."
            ),
        );
    }
}
