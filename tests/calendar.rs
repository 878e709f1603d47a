//! Links that fill in a meeting at Google, Outlook.com and Office 365: whole addresses, and what a long text does to them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::{
    domain::{calendar::Service, ics::Entry, route::Links},
    text::entry::entry,
};
use util::{feed, file, read, sv};

#[track_caller]
fn of(json: &str) -> Entry {
    let feed = read(json);
    let d = &feed.dialogues[0];
    entry(sv(), &Links::new("https://dialog.exempelstad.example", "/"), &feed, d, &d.meetings[0])
}

fn fixture(name: &str) -> Entry {
    of(&file(&format!("tests/fixture/ics/{name}.json")))
}

/// A parameter of a link, decoded.
fn value(href: &str, name: &str) -> Option<String> {
    let (_, query) = href.split_once('?')?;
    form_urlencoded::parse(query.as_bytes()).find(|(n, _)| n == name).map(|(_, v)| v.into_owned())
}

#[test]
fn each_service_gets_its_own_address() {
    let winter = fixture("winter");
    assert_eq!(
        Service::Google.href(&winter),
        "https://calendar.google.com/calendar/render?action=TEMPLATE&text=Dialog+om+skolan\
        &dates=20240117T163000Z%2F20240117T183000Z&details=Vad+beh%C3%B6ver+skolan%3F%0A%0ADu+beh%C3%B6ver+inte+anm%C3%A4la+dig%0A%0A\
        L%C3%A4s+mer%3A+https%3A%2F%2Fdialog.exempelstad.example%2Fdialog%2Fskolan%2F\
        &location=Medborgarhuset%2C+Stora+salen%2C+Torget+2%2C+123+45+Exempelstad"
    );
    assert_eq!(
        Service::Outlook.href(&fixture("several-days")),
        "https://outlook.live.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose\
        &rru=addevent&subject=Dialog+om+klockan&startdt=2024-03-30&allday=true\
        &body=L%C3%A4s+mer%3A+https%3A%2F%2Fdialog.exempelstad.example%2Fdialog%2Fklockan%2F&location=&enddt=2024-04-02"
    );
    assert_eq!(
        Service::Office365.href(&fixture("autumn-night")),
        "https://outlook.office.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose\
        &rru=addevent&subject=Dialog+om+klockan&startdt=2024-10-27T01%3A30%2B02%3A00&allday=false\
        &body=L%C3%A4s+mer%3A+https%3A%2F%2Fdialog.exempelstad.example%2Fdialog%2Fklockan%2F&location=&enddt=2024-10-27T03%3A30%2B01%3A00"
    );
    assert_eq!(Service::ALL.map(Service::name), ["Google", "Outlook.com", "Office 365"]);
}

#[track_caller]
fn times(name: &str, google: &str, start: &str, end: Option<&str>, all_day: &str) {
    let entry = fixture(name);
    assert_eq!(value(&Service::Google.href(&entry), "dates").as_deref(), Some(google), "{name}");
    for service in [Service::Outlook, Service::Office365] {
        let href = service.href(&entry);
        assert_eq!(value(&href, "startdt").as_deref(), Some(start), "{name}");
        assert_eq!(value(&href, "enddt").as_deref(), end, "{name}");
        assert_eq!(value(&href, "allday").as_deref(), Some(all_day), "{name}");
    }
}

#[test]
#[rustfmt::skip] // one line a case
fn times_are_right_around_the_clock_changes_and_without_an_end() {
    times("summer", "20240610T140000Z/20240610T160000Z", "2024-06-10T16:00+02:00", Some("2024-06-10T18:00+02:00"), "false");
    times("spring-night", "20240331T003000Z/20240331T013000Z", "2024-03-31T01:30+01:00", Some("2024-03-31T03:30+02:00"), "false");
    times("date-only", "20240603/20240604", "2024-06-03", Some("2024-06-04"), "true");
    times("no-end-assumed", "20240603T153000Z/20240603T170000Z", "2024-06-03T17:30+02:00", Some("2024-06-03T19:00+02:00"), "false");
    // Google wants an end: it gets none of its own, and the text says why.
    times("no-end", "20240603T153000Z/20240603T153000Z", "2024-06-03T17:30+02:00", None, "false");
    for service in Service::ALL {
        assert!(service.href(&fixture("no-end")).contains("Sluttiden+%C3%A4r+inte+angiven."), "{service:?}");
    }
}

#[test]
fn a_long_text_is_cut_and_its_link_survives() {
    let long = fixture("long");
    for (service, field) in
        [(Service::Google, "details"), (Service::Outlook, "body"), (Service::Office365, "body")]
    {
        let href = service.href(&long);
        let start: String = long.description.chars().take(1_000).collect();
        assert_eq!(
            value(&href, field).unwrap(),
            format!("{start}…\n\nhttps://dialog.exempelstad.example/dialog/lang/"),
            "{service:?}"
        );
        assert!(href.len() < 2_000, "{service:?}: {} octets", href.len());
    }
}

#[test]
fn nothing_in_a_text_gets_out_of_its_parameter() {
    let feed = feed(
        r#""meetings":[{"id":"m","title":"A&text=B#c?d=e\"><script>","start":"2024-06-03","place":{"name":"å & ö"}}]"#,
    );
    let entry = entry(
        sv(),
        &Links::new("https://a.example", "/"),
        &feed,
        &feed.dialogues[0],
        &feed.dialogues[0].meetings[0],
    );
    for (service, field) in
        [(Service::Google, "text"), (Service::Outlook, "subject"), (Service::Office365, "subject")]
    {
        let href = service.href(&entry);
        assert_eq!(value(&href, field).as_deref(), Some("A&text=B#c?d=e\"><script>"));
        assert_eq!(value(&href, "location").as_deref(), Some("å & ö"));
        assert!(!href.contains(['"', '<', '#', ' ']), "{href}");
    }
}

#[test]
fn no_contact_is_sent_to_a_service() {
    for service in Service::ALL {
        let href = service.href(&fixture("winter")).to_lowercase();
        assert!(!href.contains("kim") && !href.contains("0123") && !href.contains("planerare"), "{href}");
    }
}

#[test]
fn a_mail_address_to_register_at_stays_on_the_page() {
    for url in ["mailto:kim@exempelstad.example", "tel:0123456"] {
        let feed = feed(&format!(
            r#""meetings":[{{"id":"m","start":"2024-06-10T18:00:00+02:00","registration":{{"required":true,"url":"{url}"}}}}]"#
        ));
        let links = Links::new("https://exempelstad.example", "/");
        let d = &feed.dialogues[0];
        let entry = entry(sv(), &links, &feed, d, &d.meetings[0]);
        assert_eq!(
            entry.description,
            "Sluttiden är inte angiven.\n\nDu behöver anmäla dig\n\nLäs mer: https://exempelstad.example/dialog/prov/"
        );
    }
}
