//! The app in the municipality's page: a resident's whole way, on each page of tests/host.

use anyhow::{Context as _, Result, ensure};
use medborgardialoger::domain::ics;
use serde_json::Value;

use super::{Scenario, scenarios};
use crate::browser::{Browser, WCAG};
use crate::feed::{self, iso};
use crate::host::{Host, Inside, is_first};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    works_under_a_strict_policy,
    works_among_rules_for_everything,
    works_with_another_base,
    works_as_a_classic_script_loaded_three_times,
    works_among_old_libraries,
    works_where_nothing_may_be_kept,
    works_when_the_page_fetches_its_parts_late,
    leaves_an_element_of_another_version_alone,
    shows_what_stands_in_the_tag_where_there_is_no_webassembly,
    shows_what_stands_in_the_tag_where_a_file_is_missing,
    begins_again_once_a_wrong_address_is_mended,
    is_hidden_with_what_is_around_it;
    Dark in ALL: stays_light_in_a_light_page,
];

/// The element.
pub const TAG: &str = "medborgar-dialoger";
/// How a page looks without the app: the computed styles of all that is not around it.
const LOOKS: &str = "JSON.stringify([...document.querySelectorAll('h1, h2, header *, .own, .own *, footer *')].map(
    at => { const style = getComputedStyle(at); return [at.tagName, ...[...style].map(name => name + style.getPropertyValue(name))]; }))";

/// Opens the page of a case with the example feed; it looks as it does without the app.
pub async fn open(browser: &Browser, server: &Server, case: &str, page: &str) -> Result<Host> {
    server.feed(Feed::Body(feed::example()?));
    let host = Host::of(case, server).await?;
    browser.driver.goto(host.url("?without")).await?;
    let before = browser.eval(LOOKS).await?;
    browser.driver.goto(host.url(page)).await?;
    if case != "late" {
        let inside = Inside::of(browser, TAG);
        inside.see(".heading-title").await.with_context(|| format!("in {case}"))?;
        let after = browser.eval(LOOKS).await?;
        ensure!(before == after, "the page looks another: {}", difference(&before, &after));
    }
    Ok(host)
}

fn difference(before: &Value, after: &Value) -> String {
    let parts =
        |of: &Value| of.as_str().unwrap_or_default().split("\",\"").map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (parts(before), parts(after));
    let other = before.iter().zip(&after).filter(|(a, b)| a != b).take(3);
    other.map(|(a, b)| format!("{a} → {b}")).collect::<Vec<_>>().join("; ")
}

/// What a resident does: reads, searches, opens a dialogue, saves its meeting, comes back.
async fn journey(browser: &Browser, server: &Server, host: &Host) -> Result<()> {
    let inside = Inside::of(browser, TAG);
    inside.see("#d-simhallen").await?;
    ensure!(
        browser.eval("document.querySelector('medborgar-dialoger > a').getClientRects().length").await? == 0
    );
    for text in [".card-link", ".card-facts", "label", "select"] {
        let size = inside.eval(text, "parseFloat(getComputedStyle(it).fontSize)").await?;
        ensure!(size.as_f64().is_some_and(|size| size >= 16.0), "{text} has {size} px");
    }
    ensure!(inside.eval(".card-title", "it.tagName").await? == "H4", "a level below the page's own heading");
    inside.write("#q", "simhall").await?;
    inside.until_text("#hits", "1 träff").await?;
    browser.until("location.search.includes('dialog=%3Fq%3Dsimhall')").await?;
    inside.click(".chip").await?;
    inside.until_text("#hits", "10 dialoger").await?;
    inside.click("#d-park-vid-provby-strand").await?;
    inside.until_text(".heading-title", "Ny park vid Provby strand").await?;
    browser.until("location.search.endsWith('dialog=park-vid-provby-strand')").await?;
    inside.until(".heading-title", "it.getRootNode().activeElement === it").await?;
    let violations = if is_first(browser) { browser.axe(WCAG).await? } else { Vec::new() };
    ensure!(violations.is_empty(), "{violations:?}");
    save(browser, server, &inside).await?;
    browser.back().await?;
    inside.see("#d-park-vid-provby-strand").await?;
    // A page that draws itself anew has lost the focus already.
    if browser.eval("!document.getElementById('go')").await? == true {
        inside.until("#d-park-vid-provby-strand", "it.getRootNode().activeElement === it").await?;
    }
    host.leave(browser, server).await
}

/// One tap saves the very bytes that the core prints.
async fn save(browser: &Browser, server: &Server, inside: &Inside<'_>) -> Result<()> {
    browser.forget_saved()?;
    inside.click(".calendar-link > a.button").await?;
    let saved = browser.saved(&format!("medborgardialog-{}-provby.ics", iso(1))).await?;
    let feed = feed::read(&feed::example()?)?;
    let (dialogue, meeting) = feed::meeting(&feed, "park-vid-provby-strand", "bibliotek")?;
    let (entry, _) = feed::entry(&feed, dialogue, meeting, &server.origin(), "/");
    ensure!(String::from_utf8(saved)? == ics::print(&entry), "another file");
    Ok(())
}

async fn works_under_a_strict_policy(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "strict", "").await?;
    let violations = if is_first(browser) { browser.axe(WCAG).await? } else { Vec::new() };
    ensure!(violations.is_empty(), "{violations:?}");
    journey(browser, server, &host).await
}

async fn works_among_rules_for_everything(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "hostile", "").await?;
    let inside = Inside::of(browser, TAG);
    let looks = |css: &'static str, name: &'static str| {
        let inside = Inside::of(browser, TAG);
        async move { inside.eval(css, &format!("getComputedStyle(it).{name}")).await }
    };
    for (css, name, wanted) in [
        (".card-link", "color", "rgb(11, 74, 111)"),
        (".card-link", "textDecorationLine", "underline"),
        (".card-facts", "textIndent", "0px"),
        (".card-facts", "letterSpacing", "normal"),
        (".card-facts", "textTransform", "none"),
        (".card-facts", "whiteSpace", "normal"),
        (".card-facts", "fontFamily", "system-ui, sans-serif"),
        (".card-facts", "display", "block"),
        ("#q", "boxSizing", "border-box"),
    ] {
        inside.see(css).await?;
        let found = looks(css, name).await?;
        ensure!(found == wanted, "{css} has {name} {found}");
    }
    journey(browser, server, &host).await
}

async fn works_with_another_base(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "base", "").await?;
    journey(browser, server, &host).await
}

async fn works_as_a_classic_script_loaded_three_times(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "classic", "").await?;
    ensure!(server.asked().iter().filter(|asked| asked.path.ends_with(".wasm")).count() == 1);
    journey(browser, server, &host).await
}

async fn works_among_old_libraries(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "old", "").await?;
    let inside = Inside::of(browser, TAG);
    inside.write("#q", "x").await?;
    inside.eval("#q", "(it.value = '', it.dispatchEvent(new Event('input')))").await?;
    inside.until_text("#hits", "10 dialoger").await?;
    inside.click("#d-simhallen").await?;
    inside.until_text(".heading-title", "Simhallens öppettider").await?;
    inside.click(".back-link").await?;
    let heard = browser.eval("[window.boxed, window.counted, window.shortcut].map(it => it ?? null)").await?;
    ensure!(heard == serde_json::json!([null, null, null]), "the page's own scripts took {heard}");
    // What the page's own links do stays.
    browser.click(".box > p a").await?;
    browser.until("window.boxed === true && window.counted === 1").await?;
    browser.driver.goto(host.url("")).await?;
    journey(browser, server, &host).await
}

async fn works_where_nothing_may_be_kept(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "blocked", "").await?;
    journey(browser, server, &host).await
}

async fn works_when_the_page_fetches_its_parts_late(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "late", "").await?;
    for _ in 0..2 {
        browser.click("#go").await?;
        Inside::of(browser, TAG).see("#d-simhallen").await?;
        browser.click("#home").await?;
        browser.until("document.querySelector('medborgar-dialoger') === null").await?;
    }
    browser.click("#go").await?;
    journey(browser, server, &host).await
}

async fn leaves_an_element_of_another_version_alone(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    let host = Host::of("version", server).await?;
    browser.driver.goto(host.url("")).await?;
    Inside::of(browser, TAG).until_text("p", "Den första versionen").await?;
    browser
        .until("performance.getEntriesByType('resource').some(at => /element-.*js/.test(at.name))")
        .await?;
    host.leave(browser, server).await
}

/// The link in the tag stays, nothing is said but on the console, and to whom the page asks to tell.
async fn shows_what_stands_in_the_tag_where_there_is_no_webassembly(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let host = Host::of("no-wasm", server).await?;
    browser.driver.goto(host.url("")).await?;
    let mut told = Vec::new();
    crate::browser::patiently("a report", async || {
        told.extend(host.told(browser, server).await?);
        Ok(told.iter().any(|line| line.starts_with("medborgar-dialoger medborgardialoger-")))
    })
    .await?;
    browser.until("document.querySelector('medborgar-dialoger > a').getClientRects().length > 0").await?;
    let violations = if is_first(browser) { browser.axe(WCAG).await? } else { Vec::new() };
    ensure!(violations.is_empty(), "{violations:?}");
    browser.driver.goto("about:blank").await?;
    Ok(())
}

async fn shows_what_stands_in_the_tag_where_a_file_is_missing(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let servers = [server, &Server::at_root().await?, &Server::at_root().await?];
    for (server, lost) in servers.into_iter().zip(["_bg.wasm", ".css", ".js"]) {
        let host = Host::of("strict", server).await?;
        server.lose(lost);
        browser.driver.goto(host.url("")).await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        browser.until("document.querySelector('medborgar-dialoger > a').getClientRects().length > 0").await?;
        host.told(browser, server).await?;
    }
    browser.driver.goto("about:blank").await?;
    Ok(())
}

async fn begins_again_once_a_wrong_address_is_mended(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "strict", "").await?;
    let set = |name: &str, value: &str| {
        format!("(document.querySelector('medborgar-dialoger').setAttribute('{name}', '{value}'), 0)")
    };
    browser.eval(&set("report-url", "https://[")).await?;
    browser.eval(&set("feed", "https://[")).await?;
    browser.until("document.querySelector('medborgar-dialoger > a').getClientRects().length > 0").await?;
    // It has warned of the address, and nothing was thrown.
    let told = host.told(browser, server).await?;
    ensure!(told.iter().all(|line| !line.contains("ncaught")), "on the console: {told:?}");
    // A field that an editor has emptied is one that was never there.
    browser.eval(&set("feed", "")).await?;
    Inside::of(browser, TAG).see("#d-simhallen").await?;
    host.leave(browser, server).await
}

async fn is_hidden_with_what_is_around_it(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "strict", "").await?;
    let seen = "getComputedStyle(it).visibility + ' ' + it.getClientRects().length";
    let inside = Inside::of(browser, TAG);
    let around = |style: &str| format!("(document.querySelector('main').style.cssText = '{style}', 0)");
    for (style, looks) in [("visibility: hidden", "hidden 1"), ("", "visible 1")] {
        browser.eval(&around(style)).await?;
        let now = inside.eval(".heading-title", seen).await?;
        ensure!(now == looks, "{style}: {now}");
    }
    browser.eval("(document.querySelector('medborgar-dialoger').style.display = 'none', 0)").await?;
    let now = inside.eval(".heading-title", seen).await?;
    ensure!(now == "visible 0", "{now}");
    host.leave(browser, server).await
}

async fn stays_light_in_a_light_page(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "strict", "").await?;
    let paper = "getComputedStyle(it).backgroundColor";
    ensure!(Inside::of(browser, TAG).eval(".medborgardialoger", paper).await? == "rgb(255, 255, 255)");
    let violations = if is_first(browser) { browser.axe(WCAG).await? } else { Vec::new() };
    ensure!(violations.is_empty(), "{violations:?}");
    host.leave(browser, server).await
}
