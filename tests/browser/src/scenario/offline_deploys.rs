//! What a deploy that goes wrong costs, and how the worker leaves: the version at hand stays whole.

use std::fs;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;

use super::offline::{PARK, forget_console, goto, visit};
use super::offline_versions::{UPDATE, is_shown, renew};
use super::{Scenario, scenarios};
use crate::browser::{Browser, patiently};
use crate::deploy::Version;
use crate::feed;
use crate::server::Server;

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    installs_nothing_of_a_version_that_vanishes_in_the_middle,
    keeps_the_old_version_when_a_deploy_is_broken,
    shows_the_old_version_while_a_deploy_lacks_a_file,
    shows_the_old_version_where_the_network_dies_between_a_page_and_its_files,
    touches_no_cache_of_another_app_and_leaves_none_of_its_own,
];

/// The next deploy comes while one is being installed, and takes its files away.
async fn installs_nothing_of_a_version_that_vanishes_in_the_middle(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let json = feed::example()?;
    let print = |mark| Version::print(server, mark, &json, "", &[]);
    let (one, two, three) = (print("one").await?, print("two").await?, print("three").await?);
    visit(browser, server, &one).await?;
    goto(browser, server, "").await?;
    browser.press(thirtyfour::Key::Tab).await?;
    server.over(&two.name);
    server.late("_bg.wasm", Duration::from_millis(1500));
    browser.until(UPDATE).await?;
    let begun = two.file("start-")?;
    patiently("the install", async || Ok(server.times(begun) > 0)).await?;
    server.over(&three.name);
    browser.until("navigator.serviceWorker.getRegistration().then(r => !r.installing)").await?;
    let of_two = format!("caches.match(new URL({}, location.origin)).then(kept => !kept)", json!(begun));
    ensure!(browser.eval(&of_two).await? == true, "half a version is kept");
    one.makes(browser).await?;
    // The third may be there already, which is whole.
    let waits = browser.eval("navigator.serviceWorker.getRegistration().then(r => !!r.waiting)").await?;
    ensure!(waits == true || !browser.has("#new-version").await?, "half a version is offered");
    server.heal();
    // An update that is under way already takes another one in.
    let offered = async || {
        browser.until(UPDATE).await?;
        browser.has("#new-version").await
    };
    patiently("the next version", offered).await?;
    renew(browser).await?;
    is_shown(browser, &three).await?;
    server.stop();
    goto(browser, server, PARK).await?;
    three.makes(browser).await?;
    forget_console(browser, server).await
}

async fn keeps_the_old_version_when_a_deploy_is_broken(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let (one, two) = (
        Version::print(server, "one", &json, "", &[]).await?,
        Version::print(server, "two", &json, "", &[]).await?,
    );
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
    is_shown(browser, &two).await?;
    forget_console(browser, server).await
}

/// A deploy that lacks a file, with the network there: the resident has the app all the same, of the version at hand.
async fn shows_the_old_version_while_a_deploy_lacks_a_file(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    let (one, two) = (
        Version::print(server, "one", &json, "", &[]).await?,
        Version::print(server, "two", &json, "", &[]).await?,
    );
    visit(browser, server, &one).await?;
    goto(browser, server, "").await?;
    server.over(&two.name);
    for lost in ["_bg.wasm", ".js"] {
        server.lose(lost);
        goto(browser, server, PARK).await?;
        one.makes(browser).await?;
        browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
        ensure!(!browser.has("#new-version").await?, "a version without {lost} is offered");
    }
    forget_console(browser, server).await
}

/// The page of the new version is there, and nothing more.
async fn shows_the_old_version_where_the_network_dies_between_a_page_and_its_files(
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
    server.over(&two.name);
    server.late("_bg.wasm", Duration::from_secs(3));
    let go = json!(server.url(PARK));
    browser.eval(&format!("void setTimeout(() => location.href = {go})")).await?;
    let wasm = two.file("medborgardialoger-")?;
    patiently("the page of two", async || Ok(server.times(wasm) > 0)).await?;
    server.stop();
    let made = async || Ok(one.makes(browser).await.is_ok());
    patiently("the version at hand", made).await?;
    browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
    forget_console(browser, server).await
}

async fn touches_no_cache_of_another_app_and_leaves_none_of_its_own(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let json = feed::example()?;
    let (one, two) = (
        Version::print(server, "one", &json, "", &[]).await?,
        Version::print(server, "two", &json, "", &[]).await?,
    );
    let none = Version::print(server, "none", &json, "", &["--no-worker"]).await?;
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
    for page in ["", PARK] {
        goto(browser, server, page).await?;
        browser.until(&format!("{own} === 0)")).await?;
        browser.until("navigator.serviceWorker.getRegistration().then(r => !r)").await?;
        ensure!(!browser.has(".page-footer .quiet").await?, "nothing is kept, and that is as it should be");
    }
    ensure!(browser.eval(&stand).await? == true, "the page took another app's cache");
    forget_console(browser, server).await
}
