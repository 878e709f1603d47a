//! Följ as a resident sees it: the pages drawn for somebody who follows something, natively, from the same components.
#![cfg(feature = "publish")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use leptos::prelude::*;
use medborgardialoger::{
    domain::{
        feed::Feed,
        filter::Filter,
        live::{Live, Older, Trouble},
        route::{Links, Route},
        saved::{Change, Id, Keeping},
        slug::Slug,
    },
    page,
    part::{CalendarFile, Env},
};
use std::sync::Arc;
use util::{
    at, feed, frame,
    html::{BASE, all, printed, texts, tokens},
    read, sv,
};

const NOW: &str = "2024-05-20T12:00:00+02:00";
const M: &str = r#"{"id":"m","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T18:00:00+02:00","place":{"name":"Kvarnen"}}"#;
const MOVED: &str = r#"{"id":"m","start":"2024-06-10T16:00:00+02:00","end":"2024-06-10T18:00:00+02:00","sequence":1,"place":{"name":"Kvarnen"}}"#;
const N: &str = r#"{"id":"n","title":"Andra","start":"2024-09-02T16:00:00+02:00"}"#;

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn whole() -> Id {
    Id::whole(&slug("prov"))
}

fn one(meeting: &str) -> Id {
    Id::one(&slug("prov"), &slug(meeting))
}

fn prov(meetings: &str) -> Feed {
    feed(&format!(r#""meetings":[{meetings}]"#))
}

/// What is kept after changes that were stored, made with this feed.
fn kept(feed: &Feed, changes: &[Change]) -> Keeping {
    let mut keeping = Keeping::default();
    for change in changes {
        let stored = if keeping.saved.is_empty() { String::new() } else { keeping.saved.write() };
        keeping = keeping.after(&stored, Some(change.clone()), Some(feed), at(NOW)).0;
        keeping.wrote(true);
    }
    keeping
}

/// A page as the app draws it.
fn drawn(live: Live, keeping: Keeping, path: &str) -> String {
    let links = Arc::new(Links::new("https://exempel.example", BASE));
    Owner::new().with(|| {
        let env = Env {
            text: sv(),
            links,
            now: Signal::stored(at(NOW)),
            older: Some(Signal::stored(Older::Idle)),
            told: None,
            saved: Some(RwSignal::new(Arc::new(keeping))),
            // The file's own text where its address would be, so that it can be looked into.
            calendar_href: Arc::new(|file: &CalendarFile| file.text.clone()),
        };
        let filter = Signal::stored(Filter { rows: 100, ..Filter::default() });
        let (route, live) = (Signal::stored(Route::parse(path)), Signal::stored(live));
        page::show(env, route, live, filter, Callback::new(|_| {})).to_html().replace("<!>", "")
    })
}

fn shown(feed: &Feed, keeping: &Keeping, path: &str) -> String {
    drawn(Live::Fresh(Arc::new(feed.clone())), keeping.clone(), path)
}

/// The words of the first element with a class, in one line.
#[track_caller]
fn said(html: &str, class: &str) -> String {
    texts(html, "class", class).concat()
}

/// The words of all buttons of a page.
fn buttons(html: &str) -> Vec<String> {
    let mut rest = html;
    let mut found = Vec::new();
    while let Some((_, after)) = rest.split_once("<button") {
        let (button, more) = after.split_once("</button>").unwrap();
        let (_, inside) = button.split_once('>').unwrap();
        let strip = |part: &str| part.split_once('>').map_or(part, |(_, words)| words).to_owned();
        found.push(inside.split('<').map(strip).collect::<String>());
        rest = more;
    }
    // A dialogue's others are none of this test's.
    found.retain(|button| button != "Dela" && button != "Skriv ut");
    found
}

const WHERE: &str = "Det sparas bara på den här enheten.";

#[test]
fn whoever_follows_nothing_sees_what_is_printed_so_that_nothing_jumps() {
    let feed = prov(&format!("{M},{N}"));
    for path in ["", "dialog/prov/", "arkiv/2024/"] {
        // The file's text stands in its address in this test, the line on the print in prints only.
        let plain = |html: String| {
            let marks = tokens(&html).iter().map(|t| format!("{t:?}")).collect::<Vec<_>>();
            let told = |mark: &&String| !mark.contains("href") && !mark.contains("no-app");
            marks.iter().filter(told).cloned().collect::<Vec<_>>()
        };
        let live = plain(shown(&feed, &Keeping::default(), path));
        let print = plain(printed(feed.clone(), path, NOW));
        let same = live.iter().zip(&print).take_while(|(a, b)| a == b).count();
        // At the end of a page the print says when it was made.
        let rest = print.iter().skip(same).any(|mark| mark.contains("Följ") || mark.contains("följ"));
        assert!(!rest && same > 40, "{path}: {:?} / {:?}", live.get(same), print.get(same));
    }
}

#[test]
fn a_dialogue_is_followed_by_a_button_with_a_line_on_what_that_does_and_where_it_is_kept() {
    let feed = prov(M);
    let before = shown(&feed, &Keeping::default(), "dialog/prov/");
    assert_eq!(buttons(&before), ["Följ dialogen"]);
    assert_eq!(
        said(&before, "follow-note quiet"),
        format!("Följ dialogen, så får du se på den här sidan när något ändras. {WHERE}")
    );
    let after = shown(&feed, &kept(&feed, &[Change::Follow(whole())]), "dialog/prov/");
    assert_eq!(buttons(&after), ["Sluta följa dialogen"]);
    assert_eq!(
        said(&after, "follow-note quiet"),
        format!("Du följer dialogen och får se på den här sidan när något ändras. {WHERE}")
    );
    // What has changed stands in a place that is there before and after: it is spoken, and the button keeps the focus.
    let shape = |html: &str| {
        let tags = tokens(html).into_iter().filter(|t| t.attr("class").is_some() || t.attr("role").is_some());
        tags.map(|t| format!("{:?} {:?}", t.attr("class"), t.attr("role"))).collect::<Vec<_>>()
    };
    assert_eq!(shape(&before), shape(&after));
    let line = "<p class=\"follow-note quiet\" role=\"status\">";
    assert_eq!((after.matches(line).count(), after.contains("aria-pressed")), (1, false));
}

#[test]
fn each_meeting_ahead_of_several_is_followed_by_itself_or_with_its_dialogue() {
    let past = r#"{"id":"o","start":"2024-04-01"}"#;
    let feed = prov(&format!("{past},{M},{N}"));
    let html = |changes: &[Change]| shown(&feed, &kept(&feed, changes), "dialog/prov/");
    assert_eq!(
        buttons(&html(&[])),
        [
            "Följ dialogen",
            "Följ, måndag 3 juni 2024 kl. 16.00–18.00",
            "Följ, måndag 2 september 2024 kl. 16.00"
        ]
    );
    let single = html(&[Change::Follow(one("m"))]);
    assert_eq!(
        buttons(&single),
        [
            "Följ dialogen",
            "Sluta följa, måndag 3 juni 2024 kl. 16.00–18.00",
            "Följ, måndag 2 september 2024 kl. 16.00"
        ]
    );
    assert_eq!(single.matches("Du följer mötet.").count(), 1);
    let both = html(&[Change::Follow(whole())]);
    assert_eq!(buttons(&both), ["Sluta följa dialogen"]);
    assert_eq!(both.matches(">Följs med dialogen<").count(), 2);
    // Spoken once, by the dialogue's line.
    assert_eq!(both.matches("role=\"status\"").count(), html(&[]).matches("role=\"status\"").count() - 2);
}

#[test]
fn a_meeting_in_the_calendar_is_marked_and_a_changed_file_is_offered() {
    let before = prov(&format!("{M},{N}"));
    let keeping = kept(&before, &[Change::Calendar(vec![one("m")])]);
    let detail = shown(&before, &keeping, "dialog/prov/");
    // In the box and on its row.
    assert_eq!(detail.matches(">Hämtat till kalendern<").count(), 2);
    assert_eq!(said(&shown(&before, &keeping, ""), "card-marks"), "Hämtat till kalendern");
    let after = prov(&format!("{MOVED},{N}"));
    let detail = shown(&after, &keeping, "dialog/prov/");
    assert_eq!(detail.matches(">Ändrat sedan du hämtade det till kalendern<").count(), 2);
    assert_eq!(detail.matches(">Uppdatera i kalendern<").count(), 2);
    assert_eq!(
        said(&shown(&after, &keeping, ""), "card-marks"),
        "Ändrat sedan du hämtade det till kalendern"
    );
    assert!(!shown(&after, &Keeping::default(), "").contains("card-marks"));
}

#[test]
fn news_stands_above_the_list_on_the_dialogue_and_on_its_row_until_it_is_seen() {
    let (before, after) = (prov(M), prov(MOVED));
    let keeping = kept(&before, &[Change::Follow(whole())]);
    assert!(!shown(&before, &keeping, "").contains("id=\"news\""));
    let list = shown(&after, &keeping, "");
    let detail = shown(&after, &keeping, "dialog/prov/");
    for html in [&list, &detail, &shown(&after, &keeping, "mina/")] {
        assert_eq!(
            texts(html, "class", "news").iter().filter(|t| !t.starts_with([',', ':'])).collect::<Vec<_>>(),
            [
                &"Ny tid: Prov",
                &"Ny tid: måndag 10 juni 2024 kl. 16.00–18.00. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00.",
                &"Lägg till i kalendern",
                &"Öppna den nya filen: de flesta kalendrar byter ut mötet. Ligger det gamla kvar, ta bort det.",
                &"Jag har sett det",
            ]
        );
        assert!(all(html, "href").contains(&format!("{BASE}dialog/prov/")));
    }
    assert!(list.find("id=\"news\"").unwrap() < list.find("id=\"hits\"").unwrap());
    assert_eq!(said(&list, "card-marks"), "Nytt");
    // The file is the same event at a higher revision.
    let file = |feed: &Feed, html: &str| {
        let files = all(html, "href").into_iter().filter(|href| href.starts_with("BEGIN:VCALENDAR"));
        let file: String = files.take(1).collect();
        assert!(
            file.contains(&format!("UID:{}", feed.uid(&feed.dialogues[0], &feed.dialogues[0].meetings[0])))
        );
        file.contains("SEQUENCE:1\r\n")
    };
    assert_eq!(
        (file(&before, &shown(&before, &keeping, "dialog/prov/")), file(&after, &detail)),
        (false, true)
    );
    let mut seen = keeping;
    seen.saved.apply(&Change::Seen(one("m")), Some(&after));
    for path in ["", "dialog/prov/", "mina/"] {
        let html = shown(&after, &seen, path);
        assert!(!html.contains("id=\"news\"") && !html.contains(">Nytt<"), "{path}");
    }
}

#[test]
fn a_dialogue_that_has_vanished_is_told_with_whom_to_ask_on_its_own_page_too() {
    let keeping = kept(&prov(M), &[Change::Follow(whole())]);
    let after = read(&frame(r#"{"id":"annan","title":"Annan"}"#));
    let ask = "Dialogen finns inte längre i listan. Kontakta Exempelstad: exempelstad.example.";
    for path in ["", "dialog/prov/", "mina/"] {
        assert!(shown(&after, &keeping, path).contains(ask), "{path}");
    }
    assert!(!shown(&after, &keeping, "dialog/annan/").contains("id=\"news\""), "only its own");
}

#[test]
fn the_page_of_what_is_followed_lists_it_with_one_file_for_all_that_lies_ahead() {
    let feed = prov(&format!("{M},{N}"));
    let keeping = kept(&feed, &[Change::Follow(one("n")), Change::Follow(whole())]);
    let html = shown(&feed, &keeping, "mina/");
    assert_eq!(
        texts(&html, "class", "mine").concat(),
        "Provmåndag 3 juni 2024 kl. 16.00–18.00\u{a0}· KvarnenSluta följa: Prov\
         Andramåndag 2 september 2024 kl. 16.00Sluta följa: Andra"
    );
    assert_eq!(buttons(&html), ["Sluta följa: Prov", "Sluta följa: Andra", "Glöm allt jag följer"]);
    assert!(html.contains(WHERE));
    let files = all(&html, "href");
    let file = files.iter().find(|href| href.starts_with("BEGIN:VCALENDAR")).unwrap();
    assert_eq!((file.matches("BEGIN:VEVENT").count(), file.matches("NAME:Möten du följer").count()), (2, 2));
    assert!(html.contains(r#"download="medborgardialog-mina.ics""#), "{html}");
    assert!(texts(&html, "class", "page-header").contains(&"Det du följer (2)"));
    // Only what is followed, and only what lies ahead.
    let html = shown(&feed, &kept(&feed, &[Change::Follow(one("n"))]), "mina/");
    assert_eq!(html.matches("BEGIN:VEVENT").count(), 1);
    let past = prov(r#"{"id":"o","start":"2024-04-01"}"#);
    assert!(!shown(&past, &kept(&past, &[Change::Follow(whole())]), "mina/").contains("VCALENDAR"));
}

#[test]
fn what_is_followed_is_listed_as_last_seen_when_there_is_no_feed_and_when_it_is_gone() {
    let keeping = kept(&prov(M), &[Change::Follow(one("m"))]);
    let failed = drawn(Live::Failed(Trouble::Unreachable), keeping.clone(), "mina/");
    let line = "Provmåndag 3 juni 2024 kl. 16.00–18.00";
    assert_eq!(texts(&failed, "class", "mine").concat(), format!("{line}Sluta följa: Prov"));
    assert!(failed.contains("Försök igen"));
    let gone = shown(&read(&frame(r#"{"id":"annan","title":"Annan"}"#)), &keeping, "mina/");
    let ask = "Finns inte längre i listan. Kontakta Exempelstad: exempelstad.example.";
    assert_eq!(texts(&gone, "class", "mine").concat(), format!("{line}{ask}Sluta följa: Prov"));
}

#[test]
fn whoever_follows_nothing_is_told_how_and_a_print_says_nothing_untrue() {
    let feed = prov(M);
    let html = shown(&feed, &Keeping::default(), "mina/");
    assert!(html.contains("Du följer inget än") && !html.contains("Glöm allt") && !html.contains("no-app"));
    assert!(texts(&html, "class", "page-header").contains(&"Det du följer"));
    let print = printed(feed, "mina/", NOW);
    assert!(!print.contains("Du följer inget") && !print.contains("<button"));
    assert!(print.contains("Det du följer kan inte visas just nu."));
    assert_eq!((print.matches("<h1").count(), html.matches("<h1").count()), (1, 1));
}

#[test]
fn what_cannot_be_read_or_stored_is_said_with_what_to_do() {
    let feed = prov(&format!("{M},{N}"));
    let newer = Keeping::default().after(r#"{"form":2}"#, None, Some(&feed), at(NOW)).0;
    let advice = "Det du följer är sparat av en nyare version av sidan, och finns kvar. Ladda om sidan.";
    for path in ["dialog/prov/", "mina/"] {
        let html = shown(&feed, &newer, path);
        assert_eq!((html.matches(advice).count(), buttons(&html).len()), (1, 0), "{path}");
    }
    let broken = Keeping::default().after("{", None, Some(&feed), at(NOW)).0;
    let html = shown(&feed, &broken, "mina/");
    assert!(html.contains("Det du följer kunde inte läsas"));
    assert_eq!(buttons(&html), ["Glöm allt jag följer"]);
    // Followed, but refused by the storage.
    let unkept = Keeping::default().after("", Some(Change::Follow(whole())), Some(&feed), at(NOW)).0;
    let line = "Det sparas bara tills du stänger sidan, för din webbläsare låter inte sidan spara något.";
    for path in ["dialog/prov/", "mina/"] {
        let html = shown(&feed, &unkept, path);
        assert_eq!((html.matches(line).count(), html.contains(WHERE)), (1, false), "{path}");
    }
}

#[test]
fn ids_are_unique_and_every_link_is_known_on_each_page_of_a_follower() {
    let before = prov(&format!("{M},{N}"));
    let after = prov(&format!("{MOVED},{N}"));
    let changes = [Change::Follow(whole()), Change::Calendar(vec![one("m")])];
    for path in ["", "dialog/prov/", "mina/"] {
        let html = shown(&after, &kept(&before, &changes), path);
        let mut ids = all(&html, "id");
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{path}");
    }
}

#[test]
fn a_followed_dialogue_says_that_its_meeting_is_called_off_or_on_the_net() {
    let line = |meetings: &str| {
        let feed = prov(meetings);
        let html = shown(&feed, &kept(&feed, &[Change::Follow(whole())]), "mina/");
        texts(&html, "class", "mine").concat()
    };
    let off = r#"{"id":"m","start":"2024-06-03T16:00:00+02:00","status":"cancelled"}"#;
    assert_eq!(line(off), "Inställt Provmåndag 3 juni 2024 kl. 16.00Sluta följa: Prov");
    // One that can be come to is what counts.
    let both = format!(r#"{off},{{"id":"n","start":"2024-06-10T16:00:00+02:00","status":"movedOnline"}}"#);
    assert_eq!(
        line(&both),
        "Flyttat till nätet Provmåndag 10 juni 2024 kl. 16.00\u{a0}· På nätetSluta följa: Prov"
    );
}
