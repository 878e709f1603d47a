//! What a broken network or a browser that throws away its copies costs a resident: nothing.

use std::time::Duration;

use anyhow::{Result, ensure};
use medborgardialoger::domain::doubt::Doubt;
use medborgardialoger::domain::feed::FeedError;
use medborgardialoger::domain::live::Trouble;

use super::offline::{LIVE, PARK, forget_console, goto, settle, tells, visit};
use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::deploy::Version;
use crate::engine::Engine;
use crate::feed::{self, sv};
use crate::server::{Portal, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    loses_nothing_to_a_portal_that_wants_a_login,
    loses_nothing_to_a_portal_at_another_origin,
    works_as_online_where_nothing_can_be_kept,
    works_as_online_when_its_copies_are_thrown_away_and_keeps_them_anew,
    leaves_posters_and_files_to_the_server,
    keeps_its_copy_when_the_site_is_printed_from_an_emptied_feed,
];

async fn loses_nothing_to_a_portal_that_wants_a_login(browser: &Browser, server: &Server) -> Result<()> {
    loses_nothing_to(browser, server, Portal::Page, &Trouble::Feed(FeedError::Html)).await
}

async fn loses_nothing_to_a_portal_at_another_origin(browser: &Browser, server: &Server) -> Result<()> {
    let login = Server::at_root().await?;
    login.portal(Some(Portal::Page));
    let portal = Portal::Elsewhere(login.origin());
    loses_nothing_to(browser, server, portal, &Trouble::Unreachable).await?;
    // The policy lets no script ask there.
    server.stopped();
    Ok(())
}

/// A page that is open goes on and says why there is nothing newer; a new one is the portal's, which is the way out.
async fn loses_nothing_to(
    browser: &Browser,
    server: &Server,
    portal: Portal,
    trouble: &Trouble,
) -> Result<()> {
    let version = Version::print(server, "one", &feed::example()?, "", &[]).await?;
    visit(browser, server, &version).await?;
    goto(browser, server, "").await?;
    server.portal(Some(portal));
    browser.eval("dispatchEvent(new Event('online'))").await?;
    tells(browser, trouble).await?;
    browser.click("#d-park-vid-provby-strand").await?;
    browser.until_page(&format!("/{PARK}"), "Ny park vid Provby strand").await?;
    version.makes(browser).await?;
    let update =
        "navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true, () => true)";
    browser.until(update).await?;
    browser.driver.goto(server.url(PARK)).await?;
    browser.until_texts("h1", &["Logga in"]).await?;
    // Later without any network: all is as it was.
    server.portal(None);
    server.stop();
    goto(browser, server, "").await?;
    tells(browser, &Trouble::Unreachable).await?;
    version.makes(browser).await?;
    server.resume().await?;
    goto(browser, server, PARK).await?;
    browser.until("document.querySelector('.copy') === null").await?;
    forget_console(browser, server).await
}

async fn works_as_online_when_its_copies_are_thrown_away_and_keeps_them_anew(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let version = Version::print(server, "one", &feed::example()?, "", &[]).await?;
    visit(browser, server, &version).await?;
    goto(browser, server, "").await?;
    browser.forget_copies().await?;
    goto(browser, server, PARK).await?;
    version.makes(browser).await?;
    browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
    ensure!(!browser.has(".copy").await?, "a copy is told of that is not there");
    settle(browser).await?;
    let whole = format!("caches.match('/{}').then(kept => !!kept)", version.file("medborgardialoger-")?);
    browser.until(&whole).await?;
    server.stop();
    goto(browser, server, "").await?;
    version.makes(browser).await?;
    browser.until("document.querySelectorAll('.card-title').length > 3").await?;
    forget_console(browser, server).await
}

/// However slowly it answers; and what is no page goes past the worker.
async fn leaves_posters_and_files_to_the_server(browser: &Browser, server: &Server) -> Result<()> {
    let version = Version::print(server, "one", &feed::example()?, "", &[]).await?;
    visit(browser, server, &version).await?;
    let poster = format!("{PARK}affisch/");
    goto(browser, server, "").await?;
    server.late("affisch/", Duration::from_millis(3600));
    browser.driver.goto(server.url(&poster)).await?;
    browser.find("main.poster").await?;
    server.heal();
    let asks = async |init: &str, path: &str| -> Result<String> {
        let ask = format!(
            "fetch('/{path}', {init}).then(answer => answer.status + ' ' + answer.headers.get('content-type'), String)"
        );
        Ok(browser.eval(&ask).await?.as_str().unwrap_or_default().to_owned())
    };
    let file = version.file("start-")?;
    asks("{ method: 'POST' }", file).await?;
    let post = crate::server::Asked { method: "POST".to_owned(), path: format!("/{file}") };
    ensure!(server.asked().contains(&post), "a POST is answered by the worker");
    ensure!(asks("{}", &format!("{PARK}bibliotek.ics")).await? == "200 text/calendar; charset=utf-8");
    let times = server.times("feed.json");
    ensure!(asks("{ cache: 'reload' }", "feed.json").await? == "200 application/json");
    ensure!(server.times("feed.json") > times, "the feed is answered by the worker");
    server.stop();
    // Without a network there is at least the dialogue.
    browser.driver.goto("about:blank").await?;
    browser.driver.goto(server.url(&poster)).await?;
    browser.until(LIVE).await?;
    browser.until(&format!("location.pathname === '/{PARK}'")).await?;
    browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
    forget_console(browser, server).await
}

async fn works_as_online_where_nothing_can_be_kept(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let blocked = "Object.defineProperty(window, 'caches', { get() { throw new DOMException('no', 'SecurityError'); } });
        Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let full = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));";
    for (name, script) in [("blocked", blocked), ("full", full)] {
        // Imports come first in a module, so that this runs before all else in it.
        let version = Version::print(server, name, &json, script, &[]).await?;
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

async fn keeps_its_copy_when_the_site_is_printed_from_an_emptied_feed(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let version = Version::print(server, "one", &feed::example()?, "", &[]).await?;
    visit(browser, server, &version).await?;
    let rows = browser.texts(".card-title").await?;
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let emptied = feed::of("").replacen(&feed::iso(-1), &feed::iso(0), 1).replacen("T12:00", "T00:01", 1);
    server.over(&Version::print(server, "two", &emptied, "", &[]).await?.name);
    // The page is of the new print, and the one after it too.
    for _ in 0..2 {
        goto(browser, server, "").await?;
        browser.until_texts(".card-title", &rows).await?;
        tells(browser, &Trouble::Doubt(Doubt::Emptied)).await?;
    }
    forget_console(browser, server).await
}
