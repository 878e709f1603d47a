//! A meeting in a resident's calendar: one tap, and the very bytes that the core prints.

use anyhow::{Context as _, Result, ensure};
use medborgardialoger::domain::calendar::Service;
use medborgardialoger::domain::ics::{self, EntryStatus};
use medborgardialoger::domain::when::{self, Slot, When};
use serde_json::json;
use tokio::process::Command;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed::{self, iso, sv};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    saves_the_file_with_one_tap_and_others_read_it,
    saves_a_cancellation_too,
    saves_each_meeting_of_a_real_name_under_a_path,
    offers_google_and_outlook_beside_it,
    gives_back_the_memory_of_files_it_has_left,
];

const BUTTON: &str = ".calendar-link > a.button";

async fn saves_the_file_with_one_tap_and_others_read_it(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    server.feed(Feed::Body(json.clone()));
    browser.open_page(server, "dialog/park-vid-provby-strand/").await?;
    ensure!(browser.text(BUTTON).await?.starts_with("Lägg till i kalendern"));
    ensure!(browser.attribute(BUTTON, "type").await? == "text/calendar;charset=utf-8");
    let name = format!("medborgardialog-{}-provby.ics", iso(1));
    saves(browser, BUTTON, &json, ("park-vid-provby-strand", "bibliotek"), (&server.origin(), "/"), &name)
        .await
}

async fn saves_a_cancellation_too(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    server.feed(Feed::Body(json.clone()));
    browser.open_page(server, "dialog/park-vid-provby-strand/").await?;
    let link = "#m-promenad a[download]";
    ensure!(browser.text(link).await?.starts_with(sv().calendar_cancel));
    let name = format!("medborgardialog-{}-provby.ics", iso(9));
    saves(browser, link, &json, ("park-vid-provby-strand", "promenad"), (&server.origin(), "/"), &name)
        .await?;
    browser.forget_saved()?;
    browser.open_page(server, "dialog/skolans-lokaler/").await?;
    let name = format!("medborgardialog-{}-exempelstad.ics", iso(12));
    ensure!(browser.text(BUTTON).await?.starts_with(sv().calendar_cancel));
    saves(browser, BUTTON, &json, ("skolans-lokaler", "matsalen"), (&server.origin(), "/"), &name).await
}

/// A date without time, and names that fall back on the district and the slug.
async fn saves_each_meeting_of_a_real_name_under_a_path(browser: &Browser, _: &Server) -> Result<()> {
    let server = &Server::at_path().await?;
    let json = feed::of(
        r#"{"id":"sma-aar","title":"Små år","districts":["Östra Ängby"],"meetings":[{"id":"dag","start":"@+3"}]},
        {"id":"utan-allt","title":"Utan allt","meetings":[{"id":"m","start":"@+4T08:05"}]}"#,
    );
    server.feed(Feed::Body(json.clone()));
    let place = (server.origin(), "/medborgardialoger/");
    browser.open_page(server, "dialog/sma-aar/").await?;
    let name = format!("medborgardialog-{}-ostra-angby.ics", iso(3));
    saves(browser, BUTTON, &json, ("sma-aar", "dag"), (&place.0, place.1), &name).await?;
    browser.forget_saved()?;
    browser.open_page(server, "dialog/utan-allt/").await?;
    let name = format!("medborgardialog-{}-utan-allt.ics", iso(4));
    saves(browser, BUTTON, &json, ("utan-allt", "m"), (&place.0, place.1), &name).await
}

/// Clicks once; the saved file has the name and the core's bytes, and two parsers of other ecosystems read it as meant.
async fn saves(
    browser: &Browser,
    link: &str,
    json: &str,
    (dialogue, meeting): (&str, &str),
    (origin, base): (&str, &str),
    name: &str,
) -> Result<()> {
    browser.click(link).await?;
    let saved = browser.saved(name).await?;
    let read = feed::read(json)?;
    let (dialogue, meeting) = feed::meeting(&read, dialogue, meeting)?;
    let (entry, file_name) = feed::entry(&read, dialogue, meeting, origin, base);
    ensure!(name == file_name, "the core would name it {file_name}");
    ensure!(String::from_utf8(saved)? == ics::print(&entry), "the saved file is not what the core prints");
    let moment = |t: when::Instant| t.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let day = |date| when::machine(When::Date(date));
    let (start, end) = match entry.slot {
        Slot::Time { start, .. } => (moment(start), ics::end(&entry).map(moment)),
        Slot::Days { first, last } => (day(first), Some(day(when::next(last)))),
    };
    let status = match entry.status {
        EntryStatus::Confirmed => "CONFIRMED",
        EntryStatus::Tentative => "TENTATIVE",
        EntryStatus::Cancelled => "CANCELLED",
    };
    let expected = json!({ name.trim_end_matches(".ics"): {
        "uid": entry.uid, "start": start, "end": end, "summary": entry.summary, "description": entry.description,
        "location": entry.location, "status": status, "sequence": entry.sequence,
    }});
    judged(browser, name, &expected.to_string()).await
}

/// Has Python's icalendar and npm's ical.js read a saved file (tests/ics/judge.*) and compare it with what was meant.
async fn judged(browser: &Browser, name: &str, expected: &str) -> Result<()> {
    let table = browser.downloads().join("../expected.json");
    std::fs::write(&table, expected)?;
    let judges = concat!(env!("CARGO_MANIFEST_DIR"), "/../ics/judge");
    let python = std::env::var("MEDBORGARDIALOGER_PYTHON").context("no icalendar: run ./dev test browser")?;
    std::env::var("MEDBORGARDIALOGER_ICALJS").context("no ical.js: run ./dev test browser")?;
    for (program, judge) in [(python.as_str(), format!("{judges}.py")), ("node", format!("{judges}.mjs"))] {
        let mut command = Command::new(program);
        command.arg(judge).arg(browser.downloads().join(name)).env("MEDBORGARDIALOGER_EXPECTED", &table);
        let output =
            command.kill_on_drop(true).output().await.with_context(|| format!("{program} does not run"))?;
        let words = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{program} says of {name}: {words}");
    }
    Ok(())
}

async fn offers_google_and_outlook_beside_it(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    server.feed(Feed::Body(json.clone()));
    browser.open_page(server, "dialog/park-vid-provby-strand/").await?;
    browser.click(".calendar-more summary").await?;
    let names =
        ["Google (öppnas i ny flik)", "Outlook.com (öppnas i ny flik)", "Office 365 (öppnas i ny flik)"];
    browser.until_texts(".calendar-more a[target]", &names).await?;
    let links = "[...document.querySelectorAll('.calendar-more a[target]')].map(link => [link.href, link.target, link.rel])";
    let links = browser.eval(links).await?;
    let read = feed::read(&json)?;
    let (dialogue, meeting) = feed::meeting(&read, "park-vid-provby-strand", "bibliotek")?;
    let (entry, name) = feed::entry(&read, dialogue, meeting, &server.origin(), "/");
    let wanted: Vec<_> =
        Service::ALL.iter().map(|to| json!([to.href(&entry), "_blank", "noreferrer"])).collect();
    ensure!(links == json!(wanted), "{links}\n    not {}", json!(wanted));
    // The file for all others stands first; and what is said of copies.
    ensure!(browser.attribute(".calendar-more li:first-child a", "download").await? == name);
    browser.see("Den ändras inte av sig själv om mötet flyttas.").await?;
    // For what does not take place nothing can be filled in.
    browser.open_page(server, "dialog/skolans-lokaler/").await?;
    browser.find(BUTTON).await?;
    ensure!(!browser.has(".calendar-more").await?, "a cancelled meeting can be filled in");
    // What is over has no button.
    browser.open_page(server, "dialog/biblioteket/").await?;
    browser.until_texts(".when-where-title", &["Senaste mötet"]).await?;
    ensure!(!browser.has(".calendar-link, a[download]").await?, "what is over can be saved");
    Ok(())
}

async fn gives_back_the_memory_of_files_it_has_left(browser: &Browser, server: &Server) -> Result<()> {
    // The site's own policy would stop the page from reading its own file.
    server.policy("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:");
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, "").await?;
    browser.click("#d-park-vid-provby-strand").await?;
    browser.find(BUTTON).await?;
    let address = browser.eval(&format!("document.querySelector('{BUTTON}').href")).await?;
    ensure!(address.as_str().is_some_and(|address| address.starts_with("blob:")), "no blob: {address}");
    let ask = "const [address, done] = arguments; fetch(address).then(answer => answer.text()).then(text => done(text.slice(0, 15)), () => done('gone'));";
    let held = browser.driver.execute_async(ask, vec![address.clone()]).await?;
    ensure!(*held.json() == "BEGIN:VCALENDAR", "the file is {}", held.json());
    browser.click(".back-link").await?;
    browser.until_page("/", "Medborgardialoger").await?;
    let left = browser.driver.execute_async(ask, vec![address]).await?;
    ensure!(*left.json() == "gone", "the page is left, and the file still held");
    // Browsers complain of the address that leads nowhere, as it should.
    browser.console(server).await?;
    Ok(())
}
