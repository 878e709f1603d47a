//! "Följ": what has happened since, told until it is seen, on this device only.

use anyhow::{Context as _, Result, ensure};
use medborgardialoger::domain::ics;
use medborgardialoger::domain::saved::{FORM, Saved, Unread};
use medborgardialoger::text::news::{Words, tell, why_unread};
use serde_json::json;

use super::{Scenario, scenarios};
use crate::browser::{Browser, WCAG};
use crate::engine::Engine;
use crate::feed::{self, sv};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    tells_what_has_changed_until_it_is_seen,
    tells_of_a_meeting_put_off_another_place_and_results,
    tells_of_what_is_gone_and_whom_to_ask,
    marks_what_is_in_the_calendar_and_offers_the_changed_file,
    shows_what_is_followed_with_one_file_for_all_and_forgets_it,
    agrees_with_another_tab,
    loses_nothing_to_a_fault_of_the_feed,
    leaves_what_a_newer_version_stored,
    puts_aside_what_is_broken,
    follows_until_the_page_is_closed_where_nothing_can_be_stored,
];

const STORED: &str = "localStorage.getItem('medborgardialoger / saved')";
const FOLLOW: &str = ".actions > button";
const PARK: &str = "dialog/park/";

fn swedish() -> &'static Words {
    &sv().news
}

/// Two meetings of a park, made on a day; each meeting as its fields.
fn park(made: &str, meetings: &[&str]) -> String {
    let meetings = meetings.join(",");
    let json = feed::of(&format!(
        r#"{{"id":"park","title":"En ny park","meetings":[{meetings}]}},{{"id":"buss","title":"Bussar","meetings":[{{"id":"m","start":"@+5T18:00"}}]}}"#
    ));
    json.replacen(&feed::iso(-1), made, 1)
}

fn before() -> String {
    park(&feed::iso(-2), &[WALK, TALK])
}

const WALK: &str =
    r#"{"id":"promenad","title":"Promenad","start":"@+3T18:00","end":"@+3T19:00","place":{"name":"Torget"}}"#;
const TALK: &str = r#"{"id":"samtal","title":"Samtal","start":"@+9T18:00","place":{"name":"Skolan"}}"#;
const WALK_MOVED: &str = r#"{"id":"promenad","title":"Promenad","start":"@+4T17:00","end":"@+4T18:00","status":"rescheduled","previousStart":"@+3T18:00","sequence":2,"place":{"name":"Torget"}}"#;
const TALK_OFF: &str = r#"{"id":"samtal","title":"Samtal","start":"@+9T18:00","status":"cancelled","sequence":1,"place":{"name":"Skolan"}}"#;
const NEW: &str = r#"{"id":"nytt","title":"Ett till","start":"@+12T18:00"}"#;

fn after() -> String {
    park(&feed::iso(-1), &[WALK_MOVED, TALK_OFF, NEW])
}

/// Follows the park from its page, and waits until that is stored.
async fn follow_park(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(before()));
    browser.open_page(server, PARK).await?;
    ensure!(browser.eval(STORED).await?.is_null(), "nothing is stored before a tap");
    browser.click(FOLLOW).await?;
    browser.see(swedish().note_followed).await?;
    browser.until(&format!("{STORED} !== null")).await
}

/// What the core says is new, from what the browser has stored and what the server answers.
async fn wanted(browser: &Browser, json: &str) -> Result<Vec<(String, Vec<String>)>> {
    let stored = browser.eval(STORED).await?;
    let saved = Saved::read(stored.as_str().unwrap_or_default()).map_err(|u| anyhow::anyhow!("{u:?}"))?;
    let feed = feed::read(json)?;
    let news = saved.news(&feed, feed::now());
    Ok(news.iter().map(|news| tell(sv(), &feed, news)).map(|told| (told.title, told.sentences)).collect())
}

/// Waits until the page tells just this.
async fn tells(browser: &Browser, json: &str) -> Result<usize> {
    let wanted = wanted(browser, json).await?;
    let titles: Vec<&str> = wanted.iter().map(|(title, _)| title.as_str()).collect();
    browser.until_texts(".news-title", &titles).await?;
    for sentence in wanted.iter().flat_map(|(_, sentences)| sentences) {
        browser.see(sentence).await?;
    }
    Ok(wanted.len())
}

async fn tells_what_has_changed_until_it_is_seen(browser: &Browser, server: &Server) -> Result<()> {
    follow_park(browser, server).await?;
    // Safari gives a pressed button no focus.
    if browser.engine != Engine::WebKit {
        ensure!(browser.eval("document.activeElement.textContent").await? == "Sluta följa dialogen");
    }
    let json = after();
    server.feed(Feed::Body(json.clone()));
    browser.open_page(server, "").await?;
    ensure!(tells(browser, &json).await? == 3, "moved, called off, and a new one");
    ensure!(browser.texts(".card-marks").await? == [swedish().news_here], "the row says so too");
    let violations = browser.axe(WCAG).await?;
    ensure!(violations.is_empty(), "{violations:?}");
    // The changed file: the same UID, a higher SEQUENCE.
    let read = feed::read(&json)?;
    let (dialogue, meeting) = feed::meeting(&read, "park", "promenad")?;
    let (entry, name) = feed::entry(&read, dialogue, meeting, &server.origin(), "/");
    browser.click(&format!(".news a[download=\"{name}\"]")).await?;
    let saved = browser.saved(&name).await?;
    ensure!(saved == ics::print(&entry).as_bytes(), "another calendar file");
    let old = feed::read(&before())?;
    let (dialogue, meeting) = feed::meeting(&old, "park", "promenad")?;
    let (old, _) = feed::entry(&old, dialogue, meeting, &server.origin(), "/");
    ensure!(old.uid == entry.uid && old.sequence < entry.sequence, "{} {}", old.sequence, entry.sequence);
    browser.see(swedish().calendar_takes).await?;
    // On its own page too, and until it is seen.
    browser.open_page(server, PARK).await?;
    for left in (0..3).rev() {
        browser.click(".news button").await?;
        browser.until(&format!("document.querySelectorAll('.news > li').length === {left}")).await?;
    }
    browser.open_page(server, "").await?;
    browser.find(".card-title").await?;
    ensure!(!browser.has(".news").await?, "it has been seen");
    // The one file that was saved.
    ensure!(browser.texts(".card-marks").await? == [swedish().in_calendar]);
    Ok(())
}

async fn tells_of_a_meeting_put_off_another_place_and_results(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    follow_park(browser, server).await?;
    let off = WALK.replacen("\"title\"", "\"status\":\"postponed\",\"title\"", 1);
    let elsewhere = TALK.replacen("Skolan", "Folkets hus", 1);
    let json = park(&feed::iso(-1), &[&off, &elsewhere]);
    let json = json.replacen(
        "\"title\":\"En ny park\"",
        "\"title\":\"En ny park\",\"results\":{\"heard\":[{\"type\":\"p\",\"text\":\"Fler träd.\"}]}",
        1,
    );
    server.feed(Feed::Body(json.clone()));
    for page in ["", PARK, "mina/"] {
        browser.open_page(server, page).await?;
        ensure!(tells(browser, &json).await? == 3, "put off, elsewhere, results");
    }
    Ok(())
}

async fn tells_of_what_is_gone_and_whom_to_ask(browser: &Browser, server: &Server) -> Result<()> {
    follow_park(browser, server).await?;
    let json = feed::of(r#"{"id":"buss","title":"Bussar","meetings":[{"id":"m","start":"@+5T18:00"}]}"#);
    server.feed(Feed::Body(json.clone()));
    for page in ["", PARK, "mina/"] {
        browser.open_page(server, page).await?;
        ensure!(tells(browser, &json).await? == 1, "gone");
    }
    browser.see("www.exempelstad.example").await
}

async fn marks_what_is_in_the_calendar_and_offers_the_changed_file(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    server.feed(Feed::Body(before()));
    browser.open_page(server, PARK).await?;
    browser.click(".calendar-link > a.button").await?;
    browser.until_texts(".calendar-link .state", &[swedish().in_calendar]).await?;
    browser.open_page(server, "").await?;
    browser.until_texts(".card-marks", &[swedish().in_calendar]).await?;
    server.feed(Feed::Body(after()));
    browser.open_page(server, "").await?;
    browser.until_texts(".card-marks", &[swedish().in_calendar_changed]).await?;
    browser.open_page(server, PARK).await?;
    browser.until_texts(".calendar-link .state", &[swedish().in_calendar_changed]).await?;
    ensure!(browser.text(".calendar-link > a.button").await?.starts_with(sv().calendar_update));
    ensure!(!browser.has(".news").await?, "nothing is followed");
    Ok(())
}

async fn shows_what_is_followed_with_one_file_for_all_and_forgets_it(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    follow_park(browser, server).await?;
    browser.click(".page-header > a.tap").await?;
    browser.until_page("/mina/", swedish().mine).await?;
    browser.until_texts(".page-header > a.tap", &[&swedish().mine_count.count(1)]).await?;
    browser.until_texts(".mine-title", &["En ny park"]).await?;
    let violations = browser.axe(WCAG).await?;
    ensure!(violations.is_empty(), "{violations:?}");
    browser.click("main a.button").await?;
    let saved = String::from_utf8(browser.saved("medborgardialog-mina.ics").await?)?;
    ensure!(saved.matches("BEGIN:VEVENT").count() == 2, "{saved}");
    browser.see(swedish().kept).await?;
    browser.click(".forget > summary").await?;
    browser.see(swedish().forget_text).await?;
    browser.click(".forget button").await?;
    browser.until_texts("#none", &[swedish().mine_none_title]).await?;
    ensure!(browser.eval("localStorage.length").await? == 0, "nothing is left");
    Ok(())
}

async fn agrees_with_another_tab(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(before()));
    browser.open_page(server, PARK).await?;
    let first = browser.driver.window().await?;
    let second = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(second).await?;
    browser.open_page(server, "dialog/buss/").await?;
    browser.click(FOLLOW).await?;
    browser.see(swedish().note_followed).await?;
    browser.driver.switch_to_window(first.clone()).await?;
    browser.until_texts(".page-header > a.tap", &[&swedish().mine_count.count(1)]).await?;
    browser.click(FOLLOW).await?;
    browser.until_texts(".page-header > a.tap", &[&swedish().mine_count.count(2)]).await?;
    let second = browser.driver.windows().await?.into_iter().find(|window| *window != first);
    browser.driver.switch_to_window(second.context("a second window")?).await?;
    browser.until_texts(".page-header > a.tap", &[&swedish().mine_count.count(2)]).await?;
    browser.driver.close_window().await?;
    Ok(browser.driver.switch_to_window(first).await?)
}

async fn loses_nothing_to_a_fault_of_the_feed(browser: &Browser, server: &Server) -> Result<()> {
    follow_park(browser, server).await?;
    let stored = browser.eval(STORED).await?;
    for fault in [Feed::Status(500), Feed::Html, Feed::Empty, Feed::Cut, Feed::Body(feed::of(""))] {
        server.feed(fault);
        browser.open_page(server, "mina/").await?;
        browser.until_texts(".mine-title", &["En ny park"]).await?;
        ensure!(browser.eval(STORED).await? == stored, "it has been written to");
    }
    browser.console(server).await?;
    Ok(())
}

async fn leaves_what_a_newer_version_stored(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(before()));
    browser.open_page(server, "").await?;
    let newer = format!(r#"{{"form":{},"dialogues":"of another kind"}}"#, FORM + 1);
    browser.eval(&format!("localStorage.setItem('medborgardialoger / saved', {})", json!(newer))).await?;
    browser.open_page(server, PARK).await?;
    browser.see(&why_unread(sv(), Unread::Newer).text).await?;
    ensure!(
        !browser
            .texts(".actions > button")
            .await?
            .iter()
            .any(|name| name.contains("följ") || name.contains("Följ"))
    );
    browser.click(".calendar-link > a.button").await?;
    browser.open_page(server, "mina/").await?;
    browser.until_texts("#unread", &[&why_unread(sv(), Unread::Newer).title]).await?;
    ensure!(browser.eval(STORED).await? == newer.as_str(), "it has been written over");
    Ok(())
}

async fn puts_aside_what_is_broken(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(before()));
    browser.open_page(server, "").await?;
    browser.eval("localStorage.setItem('medborgardialoger / saved', '{\"form\":')").await?;
    browser.open_page(server, "mina/").await?;
    browser.until_texts("#unread", &[&why_unread(sv(), Unread::Broken).title]).await?;
    browser.open_page(server, PARK).await?;
    browser.click(FOLLOW).await?;
    browser.see(swedish().note_followed).await?;
    let aside = browser.eval("localStorage.getItem('medborgardialoger / saved broken')").await?;
    ensure!(aside == "{\"form\":", "{aside}");
    browser.open_page(server, "mina/").await?;
    browser.until_texts(".mine-title", &["En ny park"]).await
}

async fn follows_until_the_page_is_closed_where_nothing_can_be_stored(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    server.feed(Feed::Body(before()));
    browser.open_page(server, PARK).await?;
    browser.eval("(Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }, true)").await?;
    browser.click(FOLLOW).await?;
    browser.see(swedish().kept_not).await?;
    browser.click(".page-header > a.tap").await?;
    browser.until_texts(".mine-title", &["En ny park"]).await?;
    ensure!(browser.eval(STORED).await?.is_null());
    Ok(())
}
