//! The page while its app is slow, hangs or is too young for the browser: what a resident does meanwhile is not lost.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use serde_json::json;

use super::printed::{HIDDEN, LIVE, STANDS, goto, print_example};
use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::feed::sv;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![
    Light in ALL:
        keeps_the_filters_and_what_is_typed_on_a_slow_line,
        waits_no_longer_than_ten_seconds_for_a_list_that_stands_closed,
        hides_dead_filters_where_the_browser_is_too_old;
    Light in CHROMIUM:
        gives_up_on_an_app_that_hangs_without_taking_a_field_from_under_a_typing_hand,
];

const SHIFTS: &str = "const done = arguments[0]; let sum = 0;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 100);";

/// Opens the list by the page's own move. Drivers wait for all that is preloaded after a move of theirs, and after one
/// that comes while they ask: so nothing is asked meanwhile.
async fn go_by_itself(browser: &Browser, server: &Server) -> Result<()> {
    browser.eval(&format!("void setTimeout(() => location.href = {}, 10)", json!(server.url("")))).await?;
    tokio::time::sleep(Duration::from_millis(800)).await;
    Ok(())
}

async fn keeps_the_filters_and_what_is_typed_on_a_slow_line(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    print_example(server).await?;
    browser.resize(360, 740).await?;
    // Longer than the ten seconds after which a page without a print says so.
    server.late(".wasm", Duration::from_secs(12));
    browser.driver.goto("about:blank").await?;
    go_by_itself(browser, server).await?;
    browser.until(STANDS).await?;
    browser.write("#q", "parken").await?;
    let standing = format!("{STANDS} && document.getElementById('q').getClientRects().length > 0
        && document.activeElement.id === 'q' && document.querySelector('.list .no-app').getClientRects().length === 0");
    let mut stood = Duration::ZERO;
    while browser.eval(LIVE).await? != true {
        let now: f64 = serde_json::from_value(browser.eval("performance.now()").await?)?;
        let stands = browser.eval(&standing).await? == true || browser.eval(LIVE).await? == true;
        ensure!(stands, "after {now} ms the field or its focus is gone");
        stood = Duration::from_millis(now as u64);
        ensure!(stood < Duration::from_secs(30), "the app never comes");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    ensure!(stood > Duration::from_millis(11_000), "the app came after {stood:?}: too early to tell");
    browser.until_focus("#q").await?;
    if browser.engine == Engine::Chromium {
        let shifts = browser.driver.execute_async(SHIFTS, vec![]).await?.json().clone();
        ensure!(shifts == json!(0), "the page shifts by {shifts}");
    }
    browser.until_texts("#hits", &["1 träff"]).await?;
    browser.until_query("?q=parken").await
}

/// Only Chromium's driver can make a page's minutes short.
async fn gives_up_on_an_app_that_hangs_without_taking_a_field_from_under_a_typing_hand(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    print_example(server).await?;
    server.late(".wasm", Duration::from_secs(80));
    let cdp = browser.driver.cdp();
    let short = "{ const own = setTimeout; window.setTimeout = (call, ms, ...rest) => own(call, ms === 60000 ? 6000 : ms, ...rest); }";
    let script = cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": short })).await?;
    let gives_up = async {
        for (width, height) in [(360, 740), (1280, 800)] {
            browser.resize(width, height).await?;
            browser.driver.goto("about:blank").await?;
            go_by_itself(browser, server).await?;
            browser.until(STANDS).await?;
            browser.write("#q", "parken").await?;
            let line = "document.querySelector('.list .no-app').getClientRects().length > 0";
            browser.until(line).await?;
            browser.until_texts(".list .no-app", &[sv().no_app]).await?;
            browser.until_focus("#q").await?;
            browser.press("s").await?;
            ensure!(browser.eval("document.getElementById('q').value").await? == "parkens");
            // The list stays where it was, beside them or below.
            let beside = "(list => list.getBoundingClientRect().left)(document.querySelector('.list-hits'))";
            let left = browser.eval(beside).await?;
            browser.eval("document.activeElement.blur()").await?;
            browser.until(&format!("{HIDDEN}('.filter-bar, button, .soon')")).await?;
            ensure!(browser.eval(beside).await? == left, "the list moves sideways");
        }
        Ok(())
    };
    let gave_up: Result<()> = gives_up.await;
    let id = script["identifier"].clone();
    cdp.send_raw("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": id })).await?;
    gave_up
}

async fn waits_no_longer_than_ten_seconds_for_a_list_that_stands_closed(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    print_example(server).await?;
    server.feed(Feed::Slow(Duration::from_millis(700)));
    goto(browser, server, "").await?;
    browser.until(STANDS).await?;
    browser.eval("document.getElementById('district').focus()").await?;
    browser.press(" ").await?;
    let begun = Instant::now();
    browser.until(LIVE).await?;
    let waited = begun.elapsed();
    // Ten, and what a busy machine takes: whoever waits for the list to close waits for ever.
    ensure!((8..30).contains(&waited.as_secs()), "after {waited:?}");
    browser.until_focus("#district").await
}

/// None of the engines is; so the page is told what its own style says of those that are.
async fn hides_dead_filters_where_the_browser_is_too_old(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    server.lose(".js");
    goto(browser, server, "").await?;
    let dead = ".filter-bar, button, .soon, .when-where-soon";
    ensure!(browser.eval(&format!("{HIDDEN}('{dead}')")).await? == false, "nothing to hide");
    let told = browser
        .eval(
            "(() => {
                const sheets = [...document.styleSheets].filter(sheet => !sheet.disabled);
                const old = sheets.flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.conditionText?.startsWith('not'));
                const rules = old.flatMap(rule => [...rule.cssRules]);
                for (const rule of rules) sheets[0].insertRule(rule.cssText, sheets[0].cssRules.length);
                return [old.length, rules.length, old.map(rule => CSS.supports(rule.conditionText.slice(4)))];
            })()",
        )
        .await?;
    ensure!(told == json!([1, 1, [true]]), "the style says: {told}");
    ensure!(browser.eval(&format!("{HIDDEN}('{dead}')")).await? == true, "dead controls are shown");
    browser.console(server).await?;
    Ok(())
}
