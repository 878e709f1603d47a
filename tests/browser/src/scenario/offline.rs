//! The app without a network, and what it says of its copy. How a new version comes: `offline_versions`; what a broken
//! network, server or store does: `offline_faults`; installed on a phone: `offline_installed`.

use anyhow::{Result, ensure};
use medborgardialoger::domain::doubt::Doubt;
use medborgardialoger::domain::feed::FeedError;
use medborgardialoger::domain::ics;
use medborgardialoger::domain::live::Trouble;
use medborgardialoger::domain::when::Instant;
use medborgardialoger::text::date;
use medborgardialoger::text::trouble::trouble as say_trouble;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::deploy::Version;
use crate::engine::Engine;
use crate::feed::{self, sv};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    works_without_a_network_after_one_visit,
    keeps_the_copy_through_every_fault_and_says_so,
    says_yesterday_and_is_louder_about_a_copy_older_than_a_week,
    refreshes_by_itself_when_the_network_returns_and_keeps_focus_and_place,
];

pub(super) const PARK: &str = "dialog/park-vid-provby-strand/";
pub(super) const LIVE: &str = "document.querySelector('#app:not([data-print]) h1') !== null";

/// Visits the list, until worker and copy are in place.
pub(super) async fn visit(browser: &Browser, server: &Server, version: &Version) -> Result<()> {
    server.over(&version.name);
    browser.open_page(server, "").await?;
    settle(browser).await
}

/// Waits until a worker is in charge of the scope and a copy of the feed is kept.
pub(super) async fn settle(browser: &Browser) -> Result<()> {
    let active = "navigator.serviceWorker.getRegistration().then(r => !!r && !!r.active && r.active.state === 'activated' && !r.installing)";
    browser.until(active).await?;
    browser.until("caches.match(new URL('feed.json', document.querySelector('script[data-js]').src)).then(kept => !!kept)").await
}

/// Loads the page anew, and waits until the app shows it.
pub(super) async fn reload(browser: &Browser) -> Result<()> {
    browser.eval("window.old = true").await?;
    // Not by the driver: Firefox's goes past the worker.
    browser.eval("setTimeout(() => location.reload())").await?;
    browser.until(&format!("!window.old && {LIVE}")).await
}

pub(super) async fn goto(browser: &Browser, server: &Server, page: &str) -> Result<()> {
    browser.driver.goto("about:blank").await?;
    browser.driver.goto(server.url(page)).await?;
    browser.until(LIVE).await
}

/// What a lost network leaves on the console.
pub(super) async fn forget_console(browser: &Browser, server: &Server) -> Result<()> {
    browser.console(server).await?;
    Ok(())
}

fn today() -> String {
    let now = feed::now();
    // Without the minute, which may turn.
    date::fetched(sv(), now, now).split("kl.").next().unwrap_or_default().to_owned() + "kl."
}

/// Waits until the page says from when its copy is, and why there is nothing newer.
pub(super) async fn tells(browser: &Browser, trouble: &Trouble) -> Result<()> {
    let why = sv().no_newer.with(&say_trouble(sv(), trouble).text);
    browser.see(&today()).await?;
    browser.see(&why).await
}

async fn works_without_a_network_after_one_visit(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let version = Version::print(server, "one", &json, "", &[]).await?;
    visit(browser, server, &version).await?;
    let rows = browser.texts(".card-title").await?;
    server.stop();

    goto(browser, server, "").await?;
    let wanted: Vec<&str> = rows.iter().map(String::as_str).collect();
    browser.until_texts(".card-title", &wanted).await?;
    version.makes(browser).await?;
    tells(browser, &Trouble::Unreachable).await?;
    // Search and filter.
    browser.write("#q", "park").await?;
    browser.until_query("?q=park").await?;
    browser.until("document.querySelectorAll('.card-title').length < 4").await?;
    // A dialogue that was never opened, and its calendar file.
    browser.click("#d-park-vid-provby-strand").await?;
    browser.until_page(&format!("/{PARK}"), "Ny park vid Provby strand").await?;
    let read = feed::read(&json)?;
    let (dialogue, meeting) = feed::meeting(&read, "park-vid-provby-strand", "bibliotek")?;
    let (entry, name) = feed::entry(&read, dialogue, meeting, &server.origin(), "/");
    browser.click(&format!("a[download=\"{name}\"]")).await?;
    ensure!(browser.saved(&name).await? == ics::print(&entry).as_bytes(), "another calendar file");
    // A reload, a deep link with a filter, a year of the archive, and an address that means nothing.
    reload(browser).await?;
    browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
    goto(browser, server, "?q=park").await?;
    browser.until("document.querySelector('#q').value === 'park'").await?;
    goto(browser, server, "").await?;
    let year = browser.attribute("a[href*='/arkiv/']", "href").await?;
    goto(browser, server, year.trim_start_matches('/')).await?;
    browser.until("document.querySelectorAll('.card-title').length > 0").await?;
    goto(browser, server, "dialog/finns-inte/").await?;
    browser.until_texts("h1", &[sv().missing_title]).await?;
    // A cold start in a window of its own.
    let first = browser.driver.window().await?;
    let second = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(second).await?;
    browser.driver.goto(server.url("")).await?;
    browser.until(LIVE).await?;
    browser.until_texts(".card-title", &wanted).await?;
    version.makes(browser).await?;
    browser.driver.close_window().await?;
    browser.driver.switch_to_window(first).await?;
    forget_console(browser, server).await
}

async fn keeps_the_copy_through_every_fault_and_says_so(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let version = Version::print(server, "one", &json, "", &[]).await?;
    visit(browser, server, &version).await?;
    let rows = browser.texts(".card-title").await?;
    let made = feed::read(&json)?.generated_at;
    ensure!(made.is_some(), "the example says when it was made");
    let truncated =
        json.get(..json.len() / 2).map(|half| medborgardialoger::domain::feed::parse(half.as_bytes()).err());
    let Some(Some(truncated)) = truncated else { anyhow::bail!("half a feed can be read") };
    let old = feed::of(r#"{"id":"x","title":"Gammal"},{"id":"y","title":"Äldre"}"#).replacen(
        &format!("\"generatedAt\":\"{}", feed::iso(-1)),
        "\"generatedAt\":\"2020-01-01",
        1,
    );
    let emptied = feed::of("").replacen(
        &format!("\"generatedAt\":\"{}", feed::iso(-1)),
        &format!("\"generatedAt\":\"{}", feed::iso(1)),
        1,
    );
    for (fault, trouble) in [
        (Feed::Status(500), Trouble::Status(500)),
        (Feed::Status(404), Trouble::Status(404)),
        (Feed::Html, Trouble::Feed(FeedError::Html)),
        (Feed::Empty, Trouble::Feed(FeedError::Empty)),
        (Feed::Body(json.get(..json.len() / 2).unwrap_or_default().to_owned()), Trouble::Feed(truncated)),
        (Feed::Cut, Trouble::Unreachable),
        (Feed::Body(old), Trouble::Doubt(Doubt::Older)),
        (Feed::Body(emptied), Trouble::Doubt(Doubt::Emptied)),
        (Feed::Hang, Trouble::Timeout),
    ] {
        server.feed(fault);
        for page in ["", PARK] {
            if page == PARK && trouble == Trouble::Timeout {
                continue;
            }
            goto(browser, server, page).await?;
            tells(browser, &trouble).await?;
            if page.is_empty() {
                let wanted: Vec<&str> = rows.iter().map(String::as_str).collect();
                browser.until_texts(".card-title", &wanted).await?;
            } else {
                browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
            }
        }
        server.feed(Feed::AsBuilt);
        browser.click(".copy button").await?;
        browser.until("document.querySelector('.copy') === null").await?;
        forget_console(browser, server).await?;
    }
    Ok(())
}

/// Makes the copy of the feed as old as if it had been fetched so long ago; answers when that was.
async fn age(browser: &Browser, age: chrono::TimeDelta) -> Result<Instant> {
    let since = feed::now() - age;
    let aged = format!(
        "caches.keys().then(names => caches.open(names.find(name => name.endsWith(' feed')))).then(cache => cache.keys().then(([key]) =>
            cache.match(key).then(kept => kept.text()).then(text => cache.put(key, new Response(text, {{ headers: {{ fetched: {} }} }}))))).then(() => true)",
        since.timestamp_millis()
    );
    browser.until(&aged).await?;
    Ok(since)
}

async fn says_yesterday_and_is_louder_about_a_copy_older_than_a_week(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let version = Version::print(server, "one", &feed::example()?, "", &[]).await?;
    visit(browser, server, &version).await?;
    server.feed(Feed::Status(503));
    let since = age(browser, chrono::TimeDelta::days(1)).await?;
    goto(browser, server, PARK).await?;
    let said = date::fetched(sv(), since, feed::now());
    ensure!(said.starts_with("Hämtat i går kl. "), "{said}");
    let line = format!("{said}. {}", sv().no_newer.with(&say_trouble(sv(), &Trouble::Status(503)).text));
    browser.until_texts(".copy.quiet p", &[&line]).await?;
    let since = age(browser, chrono::TimeDelta::days(8)).await?;
    goto(browser, server, "").await?;
    browser.until_texts("h2#copy", &[&date::fetched(sv(), since, feed::now())]).await?;
    browser.see(sv().offline.old_copy).await?;
    ensure!(!browser.has(".copy.quiet").await?, "said twice");
    let violations = browser.axe(crate::browser::WCAG).await?;
    ensure!(violations.is_empty(), "{}", violations.join("\n"));
    forget_console(browser, server).await
}

async fn refreshes_by_itself_when_the_network_returns_and_keeps_focus_and_place(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let json = feed::example()?;
    let version = Version::print(server, "one", &json, "", &[]).await?;
    visit(browser, server, &version).await?;
    server.stop();
    goto(browser, server, "").await?;
    tells(browser, &Trouble::Unreachable).await?;
    browser.write("#q", "par").await?;
    browser.until_query("?q=par").await?;
    // So low a window that the page can be scrolled past the line that is about to go.
    browser.resize(1280, 300).await?;
    browser.eval("window.row = document.querySelector('.card-title')").await?;
    let top = "Math.round(row.getBoundingClientRect().top)";
    browser.eval(&format!("scrollBy(0, {top} - 60)")).await?;
    browser.until(&format!("scrollY > 100 && {top} === 60")).await?;
    let changed = json.replacen("Ny park vid Provby strand", "Ny park vid stranden", 1);
    ensure!(changed != json, "nothing to change");
    server.feed(Feed::Body(changed));
    server.resume().await?;
    browser.eval("dispatchEvent(new Event('online'))").await?;
    browser.until("document.querySelector('.copy') === null").await?;
    browser.see("Ny park vid stranden").await?;
    browser.until_focus("#q").await?;
    // WebKit holds no place when what stands above goes.
    if browser.engine != Engine::WebKit {
        browser.until(&format!("{top} === 60")).await?;
    }
    browser.press("k").await?;
    browser.until_query("?q=park").await?;
    ensure!(browser.eval("window.row.isConnected").await? == true, "rows are drawn anew");
    forget_console(browser, server).await
}
