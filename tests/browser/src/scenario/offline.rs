//! The app without a network, and how a new version of it comes.

use std::fs;
use std::time::Duration;

use anyhow::{Result, ensure};
use medborgardialoger::domain::doubt::Doubt;
use medborgardialoger::domain::feed::FeedError;
use medborgardialoger::domain::ics;
use medborgardialoger::domain::live::Trouble;
use medborgardialoger::text::date;
use serde_json::json;

use super::{Scenario, scenarios};
use crate::browser::{Browser, patiently};
use crate::deploy::Version;
use crate::engine::Engine;
use crate::feed::{self, sv};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light:
    works_without_a_network_after_one_visit,
    keeps_the_copy_through_every_fault_and_says_so,
    is_louder_about_a_copy_older_than_a_week,
    refreshes_by_itself_when_the_network_returns_and_keeps_focus_and_place,
    shows_one_version_when_a_deploy_comes_in_the_middle_of_a_visit,
    offers_a_new_version_and_takes_it_when_asked,
    takes_a_new_version_at_once_when_nothing_was_touched,
    keeps_the_old_version_when_a_deploy_is_broken,
    touches_no_cache_of_another_app,
    works_as_online_where_nothing_can_be_kept,
];

const PARK: &str = "dialog/park-vid-provby-strand/";
const LIVE: &str = "document.querySelector('#app:not([data-print]) h1') !== null";

/// Visits the list, until worker and copy are in place.
async fn visit(browser: &Browser, server: &Server, version: &Version) -> Result<()> {
    server.over(&version.name);
    browser.open_page(server, "").await?;
    settle(browser).await
}

/// Waits until a worker is in charge of the scope and a copy of the feed is kept.
async fn settle(browser: &Browser) -> Result<()> {
    let active = "navigator.serviceWorker.getRegistration().then(r => !!r && !!r.active && r.active.state === 'activated' && !r.installing)";
    browser.until(active).await?;
    browser.until("caches.match(new URL('feed.json', document.querySelector('script[data-js]').src)).then(kept => !!kept)").await
}

/// Loads the page anew, and waits until the app shows it.
async fn reload(browser: &Browser) -> Result<()> {
    browser.eval("window.old = true").await?;
    // Not by the driver: Firefox's goes past the worker.
    browser.eval("setTimeout(() => location.reload())").await?;
    browser.until(&format!("!window.old && {LIVE}")).await
}

async fn goto(browser: &Browser, server: &Server, page: &str) -> Result<()> {
    browser.driver.goto("about:blank").await?;
    browser.driver.goto(server.url(page)).await?;
    browser.until(LIVE).await
}

/// What a lost network leaves on the console.
async fn forget_console(browser: &Browser, server: &Server) -> Result<()> {
    browser.console(server).await?;
    Ok(())
}

fn today() -> String {
    let now = feed::now();
    // Without the minute, which may turn.
    date::fetched(sv(), now, now).split("kl.").next().unwrap_or_default().to_owned() + "kl."
}

/// Waits until the page says from when its copy is, and why there is nothing newer.
async fn tells(browser: &Browser, trouble: &Trouble) -> Result<()> {
    let why = (sv().no_newer)(&(sv().trouble)(trouble).text);
    browser.see(&today()).await?;
    browser.see(&why).await
}

async fn works_without_a_network_after_one_visit(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let version = Version::print(server, "one", &json, "", &[])?;
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
    let version = Version::print(server, "one", &json, "", &[])?;
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

async fn is_louder_about_a_copy_older_than_a_week(browser: &Browser, server: &Server) -> Result<()> {
    let version = Version::print(server, "one", &feed::example()?, "", &[])?;
    visit(browser, server, &version).await?;
    let since = feed::now() - chrono::TimeDelta::days(8);
    let aged = format!(
        "caches.keys().then(names => caches.open(names.find(name => name.endsWith(' feed')))).then(cache => cache.keys().then(([key]) =>
            cache.match(key).then(kept => kept.text()).then(text => cache.put(key, new Response(text, {{ headers: {{ fetched: {} }} }}))))).then(() => true)",
        since.timestamp_millis()
    );
    browser.until(&aged).await?;
    server.feed(Feed::Status(503));
    goto(browser, server, "").await?;
    browser.until_texts("h2#copy", &[&date::fetched(sv(), since, feed::now())]).await?;
    browser.see(sv().offline.old_copy).await?;
    let violations = browser.axe(crate::browser::WCAG).await?;
    ensure!(violations.is_empty(), "{}", violations.join("\n"));
    forget_console(browser, server).await
}

async fn refreshes_by_itself_when_the_network_returns_and_keeps_focus_and_place(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let json = feed::example()?;
    let version = Version::print(server, "one", &json, "", &[])?;
    visit(browser, server, &version).await?;
    server.stop();
    goto(browser, server, "").await?;
    tells(browser, &Trouble::Unreachable).await?;
    browser.write("#q", "par").await?;
    browser.until_query("?q=par").await?;
    browser.eval("window.row = document.querySelector('.card-title')").await?;
    let changed = json.replacen("Ny park vid Provby strand", "Ny park vid stranden", 1);
    ensure!(changed != json, "nothing to change");
    server.feed(Feed::Body(changed));
    server.resume().await?;
    browser.eval("dispatchEvent(new Event('online'))").await?;
    browser.until("document.querySelector('.copy') === null").await?;
    browser.see("Ny park vid stranden").await?;
    browser.until_focus("#q").await?;
    browser.press("k").await?;
    browser.until_query("?q=park").await?;
    ensure!(browser.eval("window.row.isConnected").await? == true, "rows are drawn anew");
    forget_console(browser, server).await
}

async fn shows_one_version_when_a_deploy_comes_in_the_middle_of_a_visit(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let json = feed::example()?;
    let (one, two) =
        (Version::print(server, "one", &json, "", &[])?, Version::print(server, "two", &json, "", &[])?);
    visit(browser, server, &one).await?;
    goto(browser, server, "").await?;
    one.makes(browser).await?;
    // In the middle of the visit.
    server.over(&two.name);
    browser.click("#d-park-vid-provby-strand").await?;
    browser.until_page(&format!("/{PARK}"), "Ny park vid Provby strand").await?;
    one.makes(browser).await?;
    goto(browser, server, PARK).await?;
    two.makes(browser).await?;
    // It was of the new version already, so that its worker takes over unseen.
    let keys = format!(
        "caches.keys().then(names => names.length === 2 && caches.match(new URL({}, location.origin + '/')).then(kept => !!kept))",
        json!(two.file("start-")?)
    );
    browser.until(&keys).await?;
    ensure!(!browser.has("#new-version").await?, "what is shown already is offered");
    // In the middle of an install the network goes.
    server.over(&one.name);
    server.late("_bg.wasm", Duration::from_secs(2));
    goto(browser, server, "?q=park").await?;
    browser
        .eval("navigator.serviceWorker.getRegistration().then(r => { r.update().catch(() => {}) })")
        .await?;
    server.stop();
    goto(browser, server, "").await?;
    two.makes(browser).await?;
    // And the next one comes whole.
    server.heal();
    server.resume().await?;
    goto(browser, server, "").await?;
    one.makes(browser).await?;
    forget_console(browser, server).await
}

const UPDATE: &str =
    "navigator.serviceWorker.getRegistration().then(r => { r.update().catch(() => {}); return true })";

/// Takes the new version. Not by the driver's pointer, which misses windows in the background.
async fn renew(browser: &Browser) -> Result<()> {
    browser
        .eval("document.querySelector('#new-version').parentElement.querySelector('button').click()")
        .await?;
    Ok(())
}

async fn offers_a_new_version_and_takes_it_when_asked(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let (one, two) =
        (Version::print(server, "one", &json, "", &[])?, Version::print(server, "two", &json, "", &[])?);
    visit(browser, server, &one).await?;
    goto(browser, server, "").await?;
    let first = browser.driver.window().await?;
    let second = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(second).await?;
    browser.driver.goto(server.url(PARK)).await?;
    browser.until(LIVE).await?;
    browser.eval("window.mine = true").await?;
    browser.press(thirtyfour::Key::Tab).await?;
    browser.driver.switch_to_window(first.clone()).await?;
    browser.press(thirtyfour::Key::Tab).await?;
    browser.eval("window.mine = true").await?;
    server.over(&two.name);
    browser.until(UPDATE).await?;
    browser.until_texts("#new-version", &[sv().offline.new_version_title]).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    ensure!(browser.eval("window.mine === true").await? == true, "reloaded without consent");
    one.makes(browser).await?;
    let violations = browser.axe(crate::browser::WCAG).await?;
    ensure!(violations.is_empty(), "{}", violations.join("\n"));
    renew(browser).await?;
    browser.until(&format!("!window.mine && {LIVE}")).await?;
    two.makes(browser).await?;
    ensure!(!browser.has("#new-version").await?, "offered again");
    // The other window is left as it is, and learns of it.
    let windows = browser.driver.windows().await?;
    let other = windows.iter().find(|window| **window != first);
    let Some(other) = other.cloned() else { anyhow::bail!("one window") };
    browser.driver.switch_to_window(other).await?;
    ensure!(browser.eval("window.mine === true").await? == true, "another window is reloaded");
    one.makes(browser).await?;
    browser.until_texts("#new-version", &[sv().offline.new_version_title]).await?;
    renew(browser).await?;
    browser.until(&format!("!window.mine && {LIVE}")).await?;
    two.makes(browser).await?;
    browser.driver.close_window().await?;
    browser.driver.switch_to_window(first).await?;
    Ok(())
}

async fn takes_a_new_version_at_once_when_nothing_was_touched(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let json = feed::example()?;
    let (one, two) =
        (Version::print(server, "one", &json, "", &[])?, Version::print(server, "two", &json, "", &[])?);
    visit(browser, server, &one).await?;
    server.over(&two.name);
    // So slow that the old version's page stands in; then the new one is found.
    server.late("/", Duration::from_millis(4000));
    goto(browser, server, "").await?;
    let version =
        format!("document.querySelector('script[src$=\"{}\"]') !== null && {LIVE}", two.file("start-")?);
    browser.until(&version).await?;
    two.makes(browser).await?;
    // Once, and no more.
    browser.eval("window.mine = true").await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    ensure!(
        browser.eval("window.mine === true && performance.getEntriesByType('navigation')[0].type").await?
            == "reload"
    );
    forget_console(browser, server).await
}

async fn keeps_the_old_version_when_a_deploy_is_broken(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let (one, two) =
        (Version::print(server, "one", &json, "", &[])?, Version::print(server, "two", &json, "", &[])?);
    visit(browser, server, &one).await?;
    goto(browser, server, "").await?;
    let asked = || server.times("sw.js");
    let stays = async |what: &str| -> Result<()> {
        let before = asked();
        // An update that is under way already takes another one in.
        let again = async || {
            browser.until(UPDATE).await?;
            Ok(asked() > before)
        };
        patiently("the worker's file", again).await?;
        browser.until("navigator.serviceWorker.getRegistration().then(r => !r.installing)").await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let kept = "caches.keys().then(names => names.length === 2) && navigator.serviceWorker.getRegistration().then(r => !r.installing && !r.waiting)";
        browser.until(kept).await?;
        server.stop();
        goto(browser, server, PARK).await?;
        one.makes(browser).await?;
        browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
        server.resume().await?;
        ensure!(!browser.has("#new-version").await?, "{what} is offered");
        forget_console(browser, server).await
    };
    // A file is missing.
    server.over(&two.name);
    server.lose("_bg.wasm");
    stays("a version without its wasm").await?;
    server.heal();
    // Another is not what was published.
    let file = two.folder.join(two.file("no-app-")?);
    let whole = fs::read(&file)?;
    fs::write(&file, [whole.as_slice(), b" "].concat())?;
    for packed in ["css.br", "css.gz"] {
        fs::remove_file(file.with_extension(packed))?;
    }
    stays("a version with a wrong file").await?;
    // The worker itself is a page that says something friendly.
    fs::rename(two.folder.join("sw.js"), two.folder.join("sw.kept"))?;
    for packed in ["sw.js.br", "sw.js.gz"] {
        fs::remove_file(two.folder.join(packed))?;
    }
    stays("a page").await?;
    // Mended, it comes.
    fs::rename(two.folder.join("sw.kept"), two.folder.join("sw.js"))?;
    fs::write(&file, whole)?;
    goto(browser, server, "").await?;
    two.makes(browser).await?;
    forget_console(browser, server).await
}

async fn touches_no_cache_of_another_app(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let (one, two) =
        (Version::print(server, "one", &json, "", &[])?, Version::print(server, "two", &json, "", &[])?);
    let none = Version::print(server, "none", &json, "", &["--no-worker"])?;
    visit(browser, server, &one).await?;
    // Another app, and this one below another path.
    let others = ["annat 1", "medborgardialoger http://x.example/ old", "medborgardialoger"];
    let make = format!(
        "Promise.all({}.map(name => caches.open(name).then(cache => cache.put('/annat', new Response('x'))))).then(() => true)",
        json!(others)
    );
    browser.until(&make).await?;
    let own = "caches.keys().then(names => names.filter(name => name.includes(location.origin)).length";
    browser.until(&format!("{own} === 2)")).await?;
    let stand = format!("caches.keys().then(names => {}.every(name => names.includes(name)))", json!(others));
    server.over(&two.name);
    goto(browser, server, "").await?;
    two.makes(browser).await?;
    browser.until(&format!("caches.match('/{}').then(kept => !!kept)", two.file("start-")?)).await?;
    browser.until(&format!("{own} === 2)")).await?;
    ensure!(browser.eval(&stand).await? == true, "an update took another app's cache");
    // The site gives up its worker.
    server.over(&none.name);
    goto(browser, server, "").await?;
    browser.until("navigator.serviceWorker.getRegistration().then(r => !r)").await?;
    ensure!(browser.eval(&stand).await? == true, "the end took another app's cache");
    let left = browser.eval(&format!("{own})")).await?;
    ensure!(left == 0 || left == 1, "{left} are left");
    goto(browser, server, "").await?;
    browser.until("navigator.serviceWorker.getRegistration().then(r => !r)").await?;
    forget_console(browser, server).await
}

async fn works_as_online_where_nothing_can_be_kept(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let blocked = "Object.defineProperty(window, 'caches', { get() { throw new DOMException('no', 'SecurityError'); } });
        Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let full = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));";
    for (name, script) in [("blocked", blocked), ("full", full)] {
        // Imports come first in a module, so that this runs before all else in it.
        let version = Version::print(server, name, &json, script, &[])?;
        server.over(&version.name);
        for page in ["", PARK] {
            goto(browser, server, page).await?;
            browser.until_texts(".page-footer .quiet", &[sv().offline.unkept]).await?;
            ensure!(!browser.has(".copy").await?, "a copy is shown");
        }
        browser.click(".back-link a, a.back-link").await?;
        browser.until("document.querySelectorAll('.card-title').length > 3").await?;
    }
    // WebKit's driver keeps no console, and others have said nothing.
    let console = browser.console(server).await?;
    ensure!(console.is_empty() || browser.engine == Engine::WebKit, "{console:?}");
    Ok(())
}
