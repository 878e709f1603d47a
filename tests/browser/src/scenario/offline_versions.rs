//! How a new version of the app comes: whole, unseen or by the resident's own tap, and never two at once.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;

use super::offline::{LIVE, PARK, forget_console, goto, reload, visit};
use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::deploy::Version;
use crate::feed::{self, sv};
use crate::server::Server;

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    shows_one_version_when_a_deploy_comes_in_the_middle_of_a_visit,
    offers_a_new_version_and_takes_it_when_asked,
    takes_a_new_version_at_once_when_nothing_was_touched,
    lets_two_windows_live_with_two_versions,
];

async fn shows_one_version_when_a_deploy_comes_in_the_middle_of_a_visit(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let json = feed::example()?;
    let (one, two) = (
        Version::print(server, "one", &json, "", &[]).await?,
        Version::print(server, "two", &json, "", &[]).await?,
    );
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

/// Asks whether there is a new version.
pub(super) const UPDATE: &str =
    "navigator.serviceWorker.getRegistration().then(r => { r.update().catch(() => {}); return true })";

/// Waits until the app is shown in this version, and in no other.
pub(super) async fn is_shown(browser: &Browser, version: &Version) -> Result<()> {
    let start = version.file("start-")?;
    browser.until(&format!("document.querySelector('script[src$=\"{start}\"]') !== null && {LIVE}")).await?;
    version.makes(browser).await
}

/// Takes the new version. Not by the driver's pointer, which misses windows in the background.
pub(super) async fn renew(browser: &Browser) -> Result<()> {
    browser
        .eval("document.querySelector('#new-version').parentElement.querySelector('button').click()")
        .await?;
    Ok(())
}

async fn offers_a_new_version_and_takes_it_when_asked(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let (one, two) = (
        Version::print(server, "one", &json, "", &[]).await?,
        Version::print(server, "two", &json, "", &[]).await?,
    );
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
    let (one, two) = (
        Version::print(server, "one", &json, "", &[]).await?,
        Version::print(server, "two", &json, "", &[]).await?,
    );
    visit(browser, server, &one).await?;
    server.over(&two.name);
    // So slow that the old version's page stands in; then the new one is found.
    server.late("/", Duration::from_millis(4000));
    goto(browser, server, "").await?;
    is_shown(browser, &two).await?;
    // Once, and no more.
    browser.eval("window.mine = true").await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    ensure!(
        browser.eval("window.mine === true && performance.getEntriesByType('navigation')[0].type").await?
            == "reload"
    );
    forget_console(browser, server).await
}

/// Two windows, two versions: each goes on with its own, also without a network.
async fn lets_two_windows_live_with_two_versions(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let print = |mark| Version::print(server, mark, &json, "", &[]);
    let (one, two) = (print("one").await?, print("two").await?);
    visit(browser, server, &one).await?;
    goto(browser, server, "").await?;
    browser.press(thirtyfour::Key::Tab).await?;
    let first = browser.driver.window().await?;
    server.over(&two.name);
    let second = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(second.clone()).await?;
    browser.driver.goto(server.url(PARK)).await?;
    browser.until(LIVE).await?;
    two.makes(browser).await?;
    // Its worker takes over, since this page is of it.
    let taken = format!(
        "caches.keys().then(names => names.length === 2 && caches.match('/{}').then(kept => !!kept))",
        two.file("start-")?
    );
    browser.until(&taken).await?;
    server.stop();
    browser.driver.switch_to_window(first.clone()).await?;
    one.makes(browser).await?;
    browser.until_texts("#new-version", &[sv().offline.new_version_title]).await?;
    browser.eval("document.querySelector('#d-park-vid-provby-strand').click()").await?;
    browser.until_page(&format!("/{PARK}"), "Ny park vid Provby strand").await?;
    one.makes(browser).await?;
    browser.driver.switch_to_window(second).await?;
    browser.eval("document.querySelector('.back-link a, a.back-link').click()").await?;
    browser.until("document.querySelectorAll('.card-title').length > 3").await?;
    two.makes(browser).await?;
    reload(browser).await?;
    two.makes(browser).await?;
    browser.driver.close_window().await?;
    browser.driver.switch_to_window(first).await?;
    reload(browser).await?;
    two.makes(browser).await?;
    forget_console(browser, server).await
}
