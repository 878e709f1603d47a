//! What a follower is told when a feed changes: each kind of news as a feed before and a feed after, in whole words.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::{
    domain::{
        doubt::{Doubt, doubt},
        feed::Feed,
        saved::{Change, Id, Saved},
        slug::Slug,
    },
    text::news::tell,
};
use util::{at, feed, frame, read, real, sv};

const NOW: &str = "2024-05-20T12:00:00+02:00";
/// The meeting `m`, on 3 June 2024 at 16 to 18.
const M: &str = r#""id":"m","start":"2024-06-03T16:00:00+02:00","end":"2024-06-03T18:00:00+02:00""#;
/// The same, half a year ago.
const PAST: &str = r#""id":"m","start":"2023-10-18T17:30:00+02:00""#;
const ROOM: &str = r#""place":{"name":"Kvarnen","street":"Storgatan 26","locality":"Exempelstad"}"#;
const ASK: &str = "Kontakta Exempelstad: exempelstad.example.";

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn whole() -> Id {
    Id::whole(&slug("prov"))
}

fn one() -> Id {
    Id::one(&slug("prov"), &slug("m"))
}

#[track_caller]
fn following(feed: &Feed, id: Id) -> Saved {
    let mut saved = Saved::default();
    saved.apply(&Change::Follow(id), Some(feed));
    saved
}

/// News as `heading | sentences`.
fn news(saved: &Saved, feed: &Feed, now: &str) -> Vec<String> {
    let told = saved.news(feed, at(now)).into_iter().map(|news| tell(sv(), feed, &news));
    told.map(|told| format!("{} | {}", told.title, told.sentences.join(" "))).collect()
}

/// What a follower of the dialogue, and a follower of its meeting `m`, hears; and that nothing is heard after it was
/// seen, nor from the same feed.
#[track_caller]
fn heard(before: &Feed, after: &Feed, now: &str, of_dialogue: &[&str], of_meeting: &[&str]) {
    for (id, expected) in [(whole(), of_dialogue), (one(), of_meeting)] {
        let mut saved = following(before, id.clone());
        if saved.is_empty() {
            continue;
        }
        assert_eq!(news(&saved, before, now), [""; 0], "{id:?}, before");
        assert_eq!(news(&saved, after, now), expected, "{id:?}");
        saved = Saved::read(&saved.write()).unwrap();
        assert_eq!(news(&saved, after, now), expected, "{id:?}, stored");
        for item in saved.news(after, at(now)) {
            saved.apply(&Change::Seen(item.id), Some(after));
        }
        assert_eq!(news(&saved, after, now), [""; 0], "{id:?}, seen");
    }
}

/// The same for both, of a dialogue with one meeting.
#[track_caller]
fn meeting(before: &str, after: &str, expected: &[&str]) {
    let feed = |fields: &str| feed(&format!(r#""meetings":[{{{fields}}}]"#));
    heard(&feed(before), &feed(after), NOW, expected, expected);
}

fn with(more: &str) -> String {
    format!("{M},{more}")
}

#[test]
#[rustfmt::skip] // one line a case
fn a_new_time_is_told_with_the_old_one_beside_it() {
    meeting(M, M, &[]);
    meeting(M, r#""id":"m","start":"2024-06-10T16:00:00+02:00","end":"2024-06-10T18:00:00+02:00","status":"rescheduled""#,
        &["Ny tid: Prov | Ny tid: måndag 10 juni 2024 kl. 16.00–18.00. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00."]);
    meeting(M, r#""id":"m","start":"2024-06-03T15:00:00+02:00""#,
        &["Ny tid: Prov | Ny tid: måndag 3 juni 2024 kl. 15.00. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00."]);
    meeting(M, r#""id":"m","start":"2024-06-03T14:00:00Z","end":"2024-06-03T17:00:00Z""#,
        &["Ny tid: Prov | Ny tid: måndag 3 juni 2024 kl. 16.00–19.00. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00."]);
    meeting(r#""id":"m","start":"2024-06-03""#, M, &["Ny tid: Prov | Ny tid: måndag 3 juni 2024 kl. 16.00–18.00. Tidigare tid: måndag 3 juni 2024."]);
    meeting(r#""id":"m","start":"2024-06-04""#, M,
        &["Ny tid: Prov | Ny tid: måndag 3 juni 2024 kl. 16.00–18.00. Tidigare tid: tisdag 4 juni 2024."]);
    // Moved into the past before it was seen: still told. From the past into the future too.
    meeting(M, PAST, &["Ny tid: Prov | Ny tid: onsdag 18 oktober 2023 kl. 17.30. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00."]);
    meeting(PAST, M, &["Ny tid: Prov | Ny tid: måndag 3 juni 2024 kl. 16.00–18.00. Tidigare tid: onsdag 18 oktober 2023 kl. 17.30."]);
}

#[test]
#[rustfmt::skip] // one line a case
fn what_is_called_off_put_off_or_taken_up_again_is_told() {
    let [cancelled, postponed] = ["cancelled", "postponed"].map(|s| with(&format!(r#""status":"{s}""#)));
    const OFF: &str = "Inställt: Prov | Mötet måndag 3 juni 2024 kl. 16.00–18.00 är inställt.";
    meeting(M, &cancelled, &[OFF]);
    meeting(&postponed, &cancelled, &[OFF]);
    meeting(M, &postponed, &["Uppskjutet: Prov | Mötet måndag 3 juni 2024 kl. 16.00–18.00 är uppskjutet. En ny tid är inte bestämd."]);
    meeting(&cancelled, M, &["Blir av: Prov | Mötet blir av måndag 3 juni 2024 kl. 16.00–18.00."]);
    meeting(&postponed, M, &["Blir av: Prov | Mötet blir av måndag 3 juni 2024 kl. 16.00–18.00."]);
    meeting(&postponed, r#""id":"m","start":"2024-09-02T16:00:00+02:00","status":"rescheduled""#,
        &["Blir av: Prov | Mötet blir av måndag 2 september 2024 kl. 16.00. Ny tid: måndag 2 september 2024 kl. 16.00. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00."]);
    meeting(&cancelled, r#""id":"m","start":"2024-09-02T16:00:00+02:00""#,
        &["Blir av: Prov | Mötet blir av måndag 2 september 2024 kl. 16.00. Ny tid: måndag 2 september 2024 kl. 16.00. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00."]);
    // A cancelled meeting's other facts concern nobody; its old time is the one that is known.
    meeting(M, r#""id":"m","start":"2024-07-01","status":"cancelled""#, &[OFF]);
    meeting(&cancelled, &format!(r#"{cancelled},{ROOM}"#), &[]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_new_place_is_told_with_the_old_one_beside_it() {
    const HERE: &str = "Kvarnen, Storgatan 26, Exempelstad";
    let (room, net) = (with(ROOM), with(r#""online":{}"#));
    let told = |after: &str, before: &str| format!("Ny plats: Prov | Ny plats: {after}. Tidigare plats: {before}.");
    meeting(&room, &with(r#""place":{"name":"Stadshuset","room":"A"}"#), &[&told("Stadshuset, A", HERE)]);
    meeting(M, &room, &[&told(HERE, "inte angiven")]);
    meeting(&room, M, &[&told("inte angiven", HERE)]);
    meeting(&room, &format!(r#"{room},"status":"movedOnline""#), &[&told("På nätet", HERE)]);
    meeting(&room, &net, &[&told("På nätet", HERE)]);
    meeting(&net, &room, &[&told(HERE, "På nätet")]);
    meeting(M, &net, &[&told("På nätet", "inte angiven")]);
    // Told more exactly, or how to join as well: nobody goes astray.
    meeting(&with(r#""place":{"name":"Kvarnen"}"#), &room, &[]);
    meeting(&room, &with(&ROOM.replace("{", r#"{"postalCode":"644 30","#)), &[]);
    meeting(&room, &format!(r#"{room},"online":{{}}"#), &[]);
    // Time and place at once.
    meeting(&room, r#""id":"m","start":"2024-06-04","place":{"name":"Slussen"}"#,
        &["Ny tid: Prov | Ny tid: tisdag 4 juni 2024. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00. Ny plats: Slussen. Tidigare plats: Kvarnen, Storgatan 26, Exempelstad."]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_changed_title_text_or_revision_is_no_news_and_neither_is_what_is_over() {
    meeting(M, &with(r#""title":"Ny titel","theme":"Nytt tema","sequence":7,"updated":"2024-05-01T12:00:00Z""#), &[]);
    meeting(PAST, &format!(r#"{PAST},"status":"cancelled",{ROOM}"#), &[]);
    meeting(PAST, r#""id":"m","start":"2023-11-01""#, &[]);
}

#[test]
fn a_new_meeting_is_told_to_those_who_follow_the_dialogue() {
    let feed = |meetings: &str| feed(&format!(r#""meetings":[{meetings}]"#));
    let (one, next) =
        (format!("{{{M}}}"), r#"{"id":"n","title":"Fortsättning","start":"2024-09-02T16:00:00+02:00"}"#);
    let told = ["Nytt möte: Fortsättning | Ett nytt möte är bestämt: måndag 2 september 2024 kl. 16.00."];
    heard(&feed(&one), &feed(&format!("{one},{next}")), NOW, &told, &[]);
    heard(&feed(""), &feed(next), NOW, &told, &[]);
    for quiet in
        [r#"{"id":"n","start":"2024-05-01"}"#, r#"{"id":"n","start":"2024-06-05","status":"cancelled"}"#]
    {
        heard(&feed(&one), &feed(&format!("{one},{quiet}")), NOW, &[], &[]);
    }
}

#[test]
fn results_are_told_to_all_who_follow_anything_of_the_dialogue() {
    let [before, after] = ["[]", r#"[{"type":"p","text":"Fler lampor"}]"#].map(|heard| {
        feed(&format!(r#""meetings":[{{{PAST}}}],"results":{{"published":"2024-05-01","heard":{heard}}}"#))
    });
    let told = ["Resultat finns: Prov | Nu kan du läsa vad dialogen ledde till."];
    heard(&before, &after, NOW, &told, &told);
    heard(&after, &after, NOW, &[], &[]);
}

#[test]
fn a_dialogue_that_stops_or_goes_on_is_told_of_it_and_of_its_meetings_ahead() {
    let stage = |stage: &str, meetings: &str| feed(&format!(r#""stage":"{stage}","meetings":[{meetings}]"#));
    heard(&stage("open", ""), &stage("cancelled", ""), NOW, &["Inställd: Prov | Dialogen är inställd."], &[]);
    heard(&stage("open", ""), &stage("paused", ""), NOW, &["Pausad: Prov | Dialogen är pausad."], &[]);
    heard(&stage("paused", ""), &stage("open", ""), NOW, &["Fortsätter: Prov | Dialogen fortsätter."], &[]);
    heard(&stage("open", ""), &stage("reported", ""), NOW, &[], &[]);
    let m = format!("{{{M}}}");
    let off = "Inställt: Prov | Mötet måndag 3 juni 2024 kl. 16.00–18.00 är inställt.";
    let both = [off, "Inställd: Prov | Dialogen är inställd."];
    heard(&stage("open", &m), &stage("cancelled", &m), NOW, &both, &[off]);
}

const OTHER: &str = r#"{"id":"annan","title":"Annan"}"#;

fn others(more: &str, frame_fields: &str) -> Feed {
    let comma = if more.is_empty() { "" } else { "," };
    let text = frame(&format!("{OTHER}{comma}{more}"));
    read(&text.replacen('{', &format!("{{{frame_fields}"), 1))
}

#[test]
fn what_has_vanished_is_told_with_whom_to_ask() {
    let with_m = feed(&format!(r#""meetings":[{{{M}}}]"#));
    let gone = format!("Mötet måndag 3 juni 2024 kl. 16.00–18.00 finns inte längre i listan. {ASK}");
    let meeting = format!("Finns inte längre i listan: Prov | {gone}");
    let dialogue = format!("Finns inte längre i listan: Prov | Dialogen finns inte längre i listan. {ASK}");
    heard(&with_m, &feed(""), NOW, &[&meeting], &[&meeting]);
    heard(&with_m, &others("", ""), NOW, &[&dialogue], &[&meeting]);
    // A postponed one is still waited for, whatever its first time was.
    let late = format!("Mötet onsdag 18 oktober 2023 kl. 17.30 finns inte längre i listan. {ASK}");
    let late = format!("Finns inte längre i listan: Prov | {late}");
    let postponed = feed(&format!(r#""meetings":[{{{PAST},"status":"postponed"}}]"#));
    heard(&postponed, &feed(""), NOW, &[&late], &[&late]);
    // A meeting ahead can't be on a page of ended dialogues.
    let paged = others("", r#""next":"https://exempelstad.example/2.json","#);
    heard(&with_m, &paged, NOW, &[&dialogue], &[&meeting]);
    heard(&feed(""), &others("", ""), NOW, &[&dialogue], &[]);
    let ask = |publisher: &str| {
        let ours = r#"{"name":"Exempelstad","url":"https://exempelstad.example/"}"#;
        read(&frame(OTHER).replace(ours, publisher))
    };
    let both =
        ask(r#"{"name":"Ex","url":"https://e.example/","email":"a@e.example","phone":"016-710 10 00"}"#);
    let said =
        |ask: &str| format!("Finns inte längre i listan: Prov | Dialogen finns inte längre i listan. {ask}");
    heard(&feed(""), &both, NOW, &[&said("Kontakta Ex: a@e.example eller 016-710 10 00.")], &[]);
    heard(&feed(""), &ask(r#"{"name":"Ex"}"#), NOW, &[&said("Kontakta Ex.")], &[]);
    heard(&feed(""), &ask("null"), NOW, &[&said("Kontakta kommunen.")], &[]);
}

#[test]
fn nothing_has_vanished_that_is_over_called_off_on_an_older_page_or_left_out_as_broken() {
    let paged = others("", r#""next":"https://exempelstad.example/2.json","#);
    let past = feed(&format!(r#""meetings":[{{{PAST}}}]"#));
    let ahead = feed(&format!(r#""meetings":[{{{M}}}]"#));
    let cancelled = feed(&format!(r#""meetings":[{{{M},"status":"cancelled"}}]"#));
    heard(&past, &paged, NOW, &[], &[]);
    heard(&past, &feed(""), NOW, &[], &[]);
    heard(&cancelled, &feed(""), NOW, &[], &[]);
    heard(&ahead, &others(r#"{"id":"prov","title":7}"#, ""), NOW, &[], &[]);
    heard(&ahead, &others(r#"{"id":"Prov!","title":"Prov"}"#, ""), NOW, &[], &[]);
    for meetings in [r#"[{"id":"m","start":"i morgon"}]"#, "7"] {
        let after = others(&format!(r#"{{"id":"prov","title":"Prov","meetings":{meetings}}}"#), "");
        heard(&ahead, &after, NOW, &[], &[]);
    }
    heard(&ahead, &read(&frame("")), NOW, &[], &[]);
}

#[test]
fn a_slip_elsewhere_in_the_feed_does_not_hide_that_something_has_vanished() {
    let after = others(
        r#"{"id":"prov","title":"Prov","url":"ftp://x"},{"id":"tredje","title":"T","meetings":[{"id":"n","start":"x"}]}"#,
        r#""license":7,"#,
    );
    assert_eq!(after.faults.len(), 3);
    let meeting = format!(
        "Finns inte längre i listan: Prov | Mötet måndag 3 juni 2024 kl. 16.00–18.00 finns inte längre i listan. {ASK}"
    );
    heard(&feed(&format!(r#""meetings":[{{{M}}}]"#)), &after, NOW, &[&meeting], &[&meeting]);
}

#[test]
fn what_comes_back_is_told_and_what_has_changed_meanwhile() {
    let before = feed(&format!(r#""meetings":[{{{M}}}]"#));
    let moved = feed(r#""meetings":[{"id":"m","start":"2024-06-04"}]"#);
    let away = others("", "");
    for (id, expected) in [
        (
            whole(),
            vec![
                "Ny tid: Prov | Ny tid: tisdag 4 juni 2024. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00.",
                "Finns i listan igen: Prov | Dialogen finns i listan igen.",
            ],
        ),
        (
            one(),
            vec![
                "Finns i listan igen: Prov | Mötet tisdag 4 juni 2024 finns i listan igen. Ny tid: tisdag 4 juni 2024. Tidigare tid: måndag 3 juni 2024 kl. 16.00–18.00.",
            ],
        ),
    ] {
        let mut saved = following(&before, id.clone());
        saved.apply(&Change::Seen(id), Some(&away));
        assert_eq!(news(&saved, &away, NOW), [""; 0]);
        assert_eq!(news(&saved, &moved, NOW), expected);
    }
}

#[test]
fn an_older_feed_than_the_one_seen_gives_no_news() {
    let before = feed(&format!(r#""meetings":[{{{M}}}]"#));
    let old = frame(&format!(r#"{{"id":"prov","title":"Prov","meetings":[{{{PAST}}}]}}"#));
    let old = read(&old.replace("2024-04-17T12", "2024-04-17T11"));
    let mut saved = following(&before, whole());
    assert_eq!(news(&saved, &old, NOW), [""; 0]);
    // Nor does a tab that still shows it put back what was seen.
    let kept = saved.clone();
    saved.apply(&Change::Seen(one()), Some(&old));
    saved.apply(&Change::Seen(whole()), Some(&old));
    assert_eq!(saved, kept);
}

#[test]
fn what_is_not_followed_gives_no_news() {
    let before = feed(&format!(r#""meetings":[{{{M}}}]"#));
    let mut saved = Saved::default();
    saved.apply(&Change::Calendar(vec![one()]), Some(&before));
    assert_eq!(news(&saved, &feed(&format!(r#""meetings":[{{{PAST}}}]"#)), NOW), [""; 0]);
}

#[test]
fn a_feed_emptied_by_mistake_or_older_than_the_one_at_hand_is_doubted() {
    let (none, one, broken) = (read(&frame("")), read(&frame(OTHER)), read(&frame(r#"{"id":7}"#)));
    let mut later = real();
    later.generated_at = Some(at("2024-04-17T12:00:01+02:00"));
    let cases = [
        (real(), none.clone(), Some(Doubt::Emptied)),
        (real(), broken.clone(), Some(Doubt::Emptied)),
        (one.clone(), broken, Some(Doubt::Emptied)),
        (one.clone(), none.clone(), None),
        (none.clone(), none, None),
        (real(), one, None),
        (real(), real(), None),
        (real(), later.clone(), None),
        (later, real(), Some(Doubt::Older)),
    ];
    for (old, new, expected) in cases {
        assert_eq!(doubt(&old, &new), expected, "{} then {}", old.dialogues.len(), new.dialogues.len());
    }
}
