//! For everybody: thumbs, forced colours, pages that hold still, the dark. Beside it stand access_axe.rs, access_keys.rs,
//! access_size.rs and aria.rs.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed;
use crate::pretend::{self, Colours};
use crate::server::{Feed, Server};
use crate::state;

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![
    Light in ALL:
        has_targets_for_thumbs;
    Light in CHROMIUM:
        holds_still_while_loading,
        keeps_its_shapes_in_forced_colours,
        shortens_motion_where_it_is_not_wanted;
    Dark in ALL:
        is_dark_indeed;
];

async fn has_targets_for_thumbs(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    // A link in a sentence is as high as its line (WCAG 2.5.8 excepts it); a row's link covers the row.
    let small = "[...document.querySelectorAll('a[href], button, input, select, summary')].filter(target => {
        if (target.closest('.visually-hidden')) return false;
        const box = (target.closest('.card') ?? target).getBoundingClientRect();
        if (box.width === 0) return false;
        const sentence = target.parentElement.textContent.trim() !== target.textContent.trim()
            && getComputedStyle(target).display === 'inline';
        return !sentence && (box.height < 43.5 || box.width < 43.5);
    }).map(target => { const box = target.getBoundingClientRect();
        return `${Math.round(box.width)} × ${Math.round(box.height)}: ${target.outerHTML.slice(0, 160)}`; })";
    let mut wrong: Vec<String> = Vec::new();
    for (width, height) in [(360, 740), (1280, 900)] {
        browser.resize(width, height).await?;
        for (name, page, there) in state::pages(feed::day(0)) {
            browser.open_page(server, &page).await?;
            browser.find(there).await?;
            browser.eval("document.querySelectorAll('details').forEach(more => more.open = true)").await?;
            let found: Vec<String> = serde_json::from_value(browser.eval(small).await?)?;
            wrong.extend(found.into_iter().map(|target| format!("{name} at {width}: {target}")));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}

/// Only Chromium measures it.
async fn holds_still_while_loading(browser: &Browser, server: &Server) -> Result<()> {
    let shifts = "const done = arguments[0], shifts = [];
        const tell = list => list.getEntries().forEach(entry => shifts.push([entry.value,
            ...entry.sources.map(source => `${source.node?.outerHTML?.slice(0, 80)} ${JSON.stringify(source.previousRect)} to ${JSON.stringify(source.currentRect)}`)]));
        new PerformanceObserver(tell).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(shifts), 300);";
    for (width, height) in [(360, 740), (1280, 800)] {
        browser.resize(width, height).await?;
        for page in ["", "dialog/torshalla-stads-namnd/"] {
            server.feed(Feed::Slow(Duration::from_millis(700)));
            browser.open_page(server, page).await?;
            browser.find(if page.is_empty() { ".cards" } else { ".when-where" }).await?;
            let seen = browser.driver.execute_async(shifts, vec![]).await?;
            ensure!(*seen.json() == json!([]), "/{page} at {width} shifts by {}", seen.json());
        }
    }
    Ok(())
}

/// Only Chromium's driver can ask for it.
async fn keeps_its_shapes_in_forced_colours(browser: &Browser, server: &Server) -> Result<()> {
    for colours in [Colours::ForcedLight, Colours::ForcedDark] {
        pretend::colours(browser, colours).await?;
        look_forced(browser, server).await?;
    }
    pretend::colours(browser, Colours::Light).await
}

async fn look_forced(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, "dialog/park-vid-provby-strand/").await?;
    browser.find(".calendar-link > .button").await?;
    ensure!(browser.eval("matchMedia('(forced-colors: active)').matches").await? == true, "not forced");
    // What is told by a background must be told by a border then.
    let border = "['.calendar-link > .button', '.when-where'].filter(css => {
        const style = getComputedStyle(document.querySelector(css));
        return style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) === 0;
    })";
    let bare = browser.eval(border).await?;
    ensure!(bare == json!([]), "without a border: {bare}");
    browser.eval("document.querySelector('.calendar-link > .button').focus({ focusVisible: true })").await?;
    let ring = browser.eval("getComputedStyle(document.activeElement).outlineStyle").await?;
    ensure!(ring != "none", "no outline around what has the focus");
    Ok(())
}

/// Only Chromium's driver can ask for it.
async fn shortens_motion_where_it_is_not_wanted(browser: &Browser, server: &Server) -> Result<()> {
    let emulate = async |motion: &str| {
        let features = json!([{ "name": "prefers-color-scheme", "value": "light" }, { "name": "prefers-reduced-motion", "value": motion }]);
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await
    };
    emulate("reduce").await?;
    let moving = "[...document.querySelectorAll('#app *')].filter(e => { const style = getComputedStyle(e);
        return [style.transitionDuration, style.animationDuration].some(time => time.split(',').some(t => parseFloat(t) > .05)); }).map(e => e.outerHTML.slice(0, 80))";
    let opened = browser.open_page(server, "").await;
    let moving = browser.eval(moving).await;
    emulate("").await?;
    opened?;
    let moving = moving?;
    ensure!(moving == json!([]), "moves: {moving}");
    Ok(())
}

async fn is_dark_indeed(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    // The first thing with a background of its own, from the inside out.
    let paper = "(() => { for (let at = document.querySelector('h1'); at; at = at.parentElement) { const c = getComputedStyle(at).backgroundColor.match(/[\\d.]+/g).map(Number);
        if (c.length < 4 || c[3] > 0) return c.slice(0, 3).reduce((a, b) => a + b) / 3; } return 255; })()";
    let paper = browser.eval(paper).await?.as_f64().unwrap_or(255.0);
    ensure!(paper < 64.0, "the paper's brightness is {paper} of 255");
    Ok(())
}
