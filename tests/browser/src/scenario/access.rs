//! For everybody: WCAG 2.2 at A and AA, keyboards, thumbs, small screens, forced colours, pages that hold still.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{Scenario, scenarios};
use crate::browser::{Browser, WCAG};
use crate::engine::Engine;
use crate::feed;
use crate::print;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![
    Light:
        satisfies_axe_on_every_page,
        satisfies_axe_on_a_phone,
        fits_a_page_of_320_pixels,
        has_targets_for_thumbs,
        is_walked_by_keyboard,
        holds_still_while_loading,
        keeps_its_shapes_in_forced_colours,
        shortens_motion_where_it_is_not_wanted;
    Dark:
        satisfies_axe_in_the_dark,
        is_dark_indeed;
];

/// Every kind of page, by the example feed.
const PAGES: [(&str, &str, &str); 7] = [
    ("the list", "", ".cards"),
    ("the list with chips", "?q=provby&district=Provby&group=upcoming", ".chip"),
    ("no hits", "?district=Zinkgruvan&topic=Skola", "#nothing-found"),
    ("a dialogue", "dialog/park-vid-provby-strand/", ".phases"),
    ("a process", "dialog/trygghet/", ".when-where"),
    ("a cancelled meeting", "dialog/skolans-lokaler/", ".when-where"),
    ("a missing page", "dialog/finns-inte/", "main a.button"),
];

async fn satisfies_axe_on_every_page(browser: &Browser, server: &Server) -> Result<()> {
    axe(browser, server).await
}

async fn satisfies_axe_on_a_phone(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(360, 740).await?;
    axe(browser, server).await
}

async fn satisfies_axe_in_the_dark(browser: &Browser, server: &Server) -> Result<()> {
    axe(browser, server).await
}

async fn axe(browser: &Browser, server: &Server) -> Result<()> {
    let mut wrong = Vec::new();
    let mut look = async |name: &str| -> Result<()> {
        // All that can be opened is open, so that what it hides is judged too.
        browser.eval("document.querySelectorAll('details').forEach(more => more.open = true)").await?;
        for violation in browser.axe(WCAG).await? {
            wrong.push(format!("{name}: {violation}"));
        }
        Ok(())
    };
    server.feed(Feed::Body(feed::example()?));
    for (name, page, there) in PAGES {
        browser.open_page(server, page).await?;
        browser.find(there).await?;
        look(name).await?;
    }
    let server = &Server::at_root().await?;
    browser.open_page(server, "").await?;
    browser.find("#nothing-ahead").await?;
    look("the real list").await?;
    let server = &Server::with(Feed::Empty).await?;
    browser.driver.goto(server.url("")).await?;
    browser.find(".stale").await?;
    look("a print without a feed").await?;
    let server = &Server::with(Feed::Empty).await?;
    print::unprinted(server)?;
    browser.open_page(server, "").await?;
    browser.find(".notice-error").await?;
    look("a failure").await?;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    browser.console(server).await?;
    Ok(())
}

async fn fits_a_page_of_320_pixels(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(320, 640).await?;
    server.feed(Feed::Body(feed::example()?));
    for (name, page, there) in PAGES {
        browser.open_page(server, page).await?;
        browser.find(there).await?;
        browser.eval("document.querySelectorAll('details').forEach(more => more.open = true)").await?;
        let wide = "[...document.querySelectorAll('#app *')].filter(e => !e.closest('.visually-hidden') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.outerHTML.slice(0, 80))";
        let width = browser.eval("[document.documentElement.scrollWidth, innerWidth]").await?;
        ensure!(
            width[0].as_i64() <= width[1].as_i64(),
            "{name} is {width} wide: {}",
            browser.eval(wide).await?
        );
    }
    Ok(())
}

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
        for (name, page, there) in PAGES {
            browser.open_page(server, page).await?;
            browser.find(there).await?;
            browser.eval("document.querySelectorAll('details').forEach(more => more.open = true)").await?;
            let found: Vec<String> = serde_json::from_value(browser.eval(small).await?)?;
            wrong.extend(found.into_iter().map(|target| format!("{name} at {width}: {target}")));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}

async fn is_walked_by_keyboard(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(360, 740).await?;
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, "").await?;
    browser.find(".cards").await?;
    let mut walk = Vec::new();
    for _ in 0..13 {
        browser.press(Key::Tab).await?;
        walk.push(browser.focus().await?);
        // Whatever has the focus shows it. On a screen without a window manager, WebKit's window has no focus itself.
        if browser.eval("!document.hasFocus()").await? == true {
            continue;
        }
        let ring = "(at => [at, ...['::before', '::after']].some((one, i) => { const style = getComputedStyle(at instanceof Element && i ? at : one, i ? one : null);
            return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }))(document.activeElement)";
        let ring = ring
            .replace("[at, ...['::before', '::after']]", "[document.activeElement, '::before', '::after']");
        ensure!(browser.eval(&ring).await? == true, "no ring around {}", browser.focus().await?);
    }
    let wanted = [
        "a.skip-link",
        "a.page-owner",
        // "Det du följer".
        "a.tap",
        "summary",
        "#q",
        "#district",
        "#topic",
        "summary",
        "#d-lekplatser",
        "#d-trygghet",
        "#d-park-vid-provby-strand",
        "#d-cykelvagar",
        "#d-skolans-lokaler",
    ];
    ensure!(walk == wanted, "walked {walk:?}");
    browser
        .driver
        .action_chain()
        .key_down(Key::Shift)
        .send_keys(Key::Tab)
        .key_up(Key::Shift)
        .perform()
        .await?;
    browser.until_focus("#d-cykelvagar").await?;
    browser.press(Key::Enter).await?;
    browser.until_page("/dialog/cykelvagar/", "Cykelvägar mellan Provby och Exempelstad").await
}

/// Only Chromium measures it.
async fn holds_still_while_loading(browser: &Browser, server: &Server) -> Result<()> {
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
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
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
    let emulate = async |features: Value| {
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await
    };
    let light = json!([{ "name": "prefers-color-scheme", "value": "light" }]);
    emulate(json!([{ "name": "forced-colors", "value": "active" }])).await?;
    let looked = look_forced(browser, server).await;
    emulate(light).await?;
    looked
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
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
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
