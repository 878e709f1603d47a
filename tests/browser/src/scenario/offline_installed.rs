//! The app on a phone's home screen: what the manifest promises, at the root of a host and below a path.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::offline::{LIVE, forget_console, goto, settle, tells};
use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::server::Server;
use medborgardialoger::domain::live::Trouble;

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    can_be_installed,
    can_be_installed_below_a_path,
    works_without_a_network_below_a_path,
];

async fn can_be_installed(browser: &Browser, server: &Server) -> Result<()> {
    installs(browser, server).await
}

async fn can_be_installed_below_a_path(browser: &Browser, _: &Server) -> Result<()> {
    installs(browser, &Server::at_path().await?).await
}

/// The manifest as the page sees it, with full addresses, and each icon's true size.
const MANIFEST: &str = "(async () => {
    const link = document.querySelector('link[rel=manifest]');
    const said = await (await fetch(link.href)).json();
    const full = address => new URL(address, link.href).href;
    const picture = address => new Promise((yes, no) => {
        const image = new Image();
        image.onload = () => yes(`${image.naturalWidth}x${image.naturalHeight}`);
        image.onerror = no;
        image.src = address;
    });
    const icons = [...said.icons, ...said.shortcuts.flatMap(shortcut => shortcut.icons)];
    const sizes = await Promise.all(icons.map(async icon => icon.sizes === await picture(full(icon.src))));
    return {
        named: [said.name, said.short_name, said.lang, said.display],
        start: full(said.start_url), scope: full(said.scope),
        icons: said.icons.map(icon => `${icon.sizes} ${icon.type} ${icon.purpose ?? 'any'}`),
        shortcuts: said.shortcuts.map(shortcut => [shortcut.name, full(shortcut.url)]),
        sizes, apple: await picture(document.querySelector('link[rel=apple-touch-icon]').href),
    };
})()";

async fn installs(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    settle(browser).await?;
    let said = browser.eval(MANIFEST).await?;
    let home = server.url("");
    let wanted = json!({
        "named": ["Medborgardialoger", "Dialoger", "sv", "standalone"],
        "start": home, "scope": home,
        "icons": ["192x192 image/png any", "512x512 image/png any", "192x192 image/png maskable", "512x512 image/png maskable"],
        "shortcuts": [["Det du följer", server.url("mina/")], ["Kommande", server.url("?group=upcoming")], ["Pågår nu", server.url("?group=ongoing")]],
        "sizes": [true, true, true, true, true, true, true], "apple": "180x180",
    });
    ensure!(said == wanted, "{said:#}");
    let scope = "navigator.serviceWorker.getRegistration().then(r => r.scope)";
    ensure!(browser.eval(scope).await? == json!(home), "another scope for the worker");
    // A shortcut leads to what it says.
    goto(browser, server, "?group=upcoming").await?;
    browser.until("document.querySelector('#group').value === 'upcoming'").await?;
    if browser.engine == Engine::Chromium {
        judged_by_chromium(browser).await?;
    }
    Ok(())
}

/// What Chromium itself finds in the manifest, and why it would not install the app.
async fn judged_by_chromium(browser: &Browser) -> Result<()> {
    let cdp = browser.driver.cdp();
    let manifest = cdp.send_raw("Page.getAppManifest", json!({})).await?;
    ensure!(manifest["errors"] == json!([]), "{}", manifest["errors"]);
    let errors = cdp.send_raw("Page.getInstallabilityErrors", json!({})).await?;
    let none: Vec<Value> = Vec::new();
    let errors: Vec<&str> = errors["installabilityErrors"]
        .as_array()
        .unwrap_or(&none)
        .iter()
        .filter_map(|error| error["errorId"].as_str())
        .collect();
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

async fn works_without_a_network_below_a_path(browser: &Browser, _: &Server) -> Result<()> {
    let server = Server::at_path().await?;
    browser.open_page(&server, "").await?;
    settle(browser).await?;
    server.stop();
    for page in ["", "dialog/torshalla-stads-namnd/", "?q=dialog", "index.html"] {
        goto(browser, &server, page).await?;
        tells(browser, &Trouble::Unreachable).await?;
    }
    let year = browser.attribute("a[href*='/arkiv/']", "href").await?;
    goto(browser, &server, year.trim_start_matches("/medborgardialoger/")).await?;
    browser.until("document.querySelectorAll('.card-title').length > 0").await?;
    browser.driver.goto("about:blank").await?;
    // Above its scope nothing is its own.
    let above = format!("{}/", server.origin());
    let foreign = browser.driver.goto(&above).await.is_err() || browser.eval(LIVE).await? == false;
    ensure!(foreign, "the worker answers above its scope");
    browser.driver.goto("about:blank").await?;
    forget_console(browser, &server).await
}
