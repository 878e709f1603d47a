//! The keyboard alone: every action in the order of the page, always seen where one is, and no way in without a way out.

use anyhow::{Context as _, Result, ensure};
use medborgardialoger::domain::lang::Lang;
use serde::Deserialize;
use thirtyfour::Key;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed;
use crate::server::{Feed, Server};
use crate::state::Walk;

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![
    Light in ALL:
        is_walked_by_keyboard,
        reaches_every_action_in_the_order_of_the_page,
        reaches_every_action_beside_a_box_that_stays,
        hides_no_focus_behind_the_offer_of_another_language,
        opens_and_closes_by_enter_and_space,
];

/// All that one can do on a page, in its order.
const ACTIONS: &str = "[...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
    at => !at.disabled && at.tabIndex >= 0 && at.getClientRects().length && getComputedStyle(at).visibility === 'visible')";

/// Where the focus is among them (-1 for none of them), what that is called, and what is wrong with how it is seen: no ring
/// around it, out of the window, or under something else (WCAG 2.4.7, 2.4.11, 2.4.12).
const STOP: &str = "(() => {
    const at = document.activeElement, here = ACTIONS.indexOf(at);
    const name = one => one && `${one.tagName.toLowerCase()}.${one.className}#${one.id} ${(one.textContent || one.name || '').trim().slice(0, 30)}`;
    const stop = { here, name: name(at), inside: document.hasFocus() && at !== document.body, wrong: [] };
    if (here < 0) return stop;
    const styles = [null, '::before', '::after'].map(part => getComputedStyle(at, part));
    if (!document.hasFocus()) stop.wrong.push('a window without the keyboard');
    if (!styles.some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none')) stop.wrong.push('no ring');
    const { clientWidth, clientHeight } = document.documentElement;
    const rects = [...at.getClientRects()].filter(box => box.width && box.height);
    const inside = box => box.left < clientWidth && box.right > 0 && box.top < clientHeight && box.bottom > 0;
    if (!rects.some(inside)) stop.wrong.push('out of the window');
    for (const { left, right, top, bottom } of rects) {
        const across = [left + 2, (left + right) / 2, right - 2], down = [top + 2, (top + bottom) / 2, bottom - 2];
        for (const x of across) for (const y of down) {
            const hit = document.elementFromPoint(x, y);
            if (hit && !at.contains(hit) && !hit.contains(at)) stop.wrong.push(`under ${name(hit)}`);
        }
    }
    stop.wrong = [...new Set(stop.wrong)];
    return stop;
})()";

/// A field of several parts, such as a date, keeps the focus for as many keys.
const PARTS: usize = 6;

#[derive(Debug, Deserialize)]
struct Stop {
    here: i64,
    name: String,
    inside: bool,
    wrong: Vec<String>,
}

/// Walks from the top of the page by Tab until the page is left or begins anew.
async fn walk(browser: &Browser, page: &str) -> Result<()> {
    let stop = STOP.replace("ACTIONS", ACTIONS);
    let actions =
        usize::try_from(browser.eval(&format!("{ACTIONS}.length")).await?.as_i64().context("a number")?)?;
    ensure!(actions > 3, "{page} has no more than {actions} actions");
    let mut next = 0;
    let mut stays = 0;
    let mut wrong = Vec::new();
    loop {
        browser.press(Key::Tab).await?;
        let at: Stop = serde_json::from_value(browser.eval(&stop).await?)?;
        match usize::try_from(at.here) {
            Ok(here) if here == next => {
                wrong.extend(at.wrong.iter().map(|fault| format!("{page}: {}: {fault}", at.name)));
                (next, stays) = (next + 1, 0);
            }
            // The browser's own buttons come now, or the first action again.
            _ if next == actions && (!at.inside || at.here <= 0 || stays > 0) => break,
            Ok(here) if here + 1 == next && stays < PARTS => stays += 1,
            // A box that scrolls is a stop of its own in some browsers.
            Err(_) if at.inside && stays < PARTS => stays += 1,
            _ => anyhow::bail!("{page}: after {next} of {actions} actions on {at:?}"),
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
    let wanted = [
        "a.skip-link",
        "a.page-owner",
        // "Det du följer", and three languages.
        "a.tap",
        "a.tap",
        "a.tap",
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
    for _ in wanted {
        browser.press(Key::Tab).await?;
        walk.push(browser.focus().await?);
    }
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

async fn reaches_every_action_in_the_order_of_the_page(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(360, 740).await?;
    server.feed(Feed::Body(feed::example()?));
    let pages = Walk { browser, lang: Lang::Sv, today: feed::day(0) };
    for (page, there) in
        [("?q=provby&district=Provby", ".chip"), ("dialog/park-vid-provby-strand/", ".phases")]
    {
        pages.open(server, page, there).await?;
        walk(browser, page).await?;
    }
    pages
        .followed(server, &mut async |name: &str| {
            if name == "mine-news" { walk(browser, name).await } else { Ok(()) }
        })
        .await
}

async fn reaches_every_action_beside_a_box_that_stays(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(1280, 600).await?;
    server.feed(Feed::Body(feed::example()?));
    let pages = Walk { browser, lang: Lang::Sv, today: feed::day(0) };
    for (page, there) in [("", ".cards"), ("dialog/park-vid-provby-strand/", ".phases")] {
        pages.open(server, page, there).await?;
        walk(browser, page).await?;
    }
    Ok(())
}

async fn hides_no_focus_behind_the_offer_of_another_language(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    let pages = Walk { browser, lang: Lang::Fi, today: feed::day(0) };
    for (width, height) in [(360, 740), (1280, 600)] {
        browser.resize(width, height).await?;
        pages.open(server, "", ".cards").await?;
        browser.find(".offer").await?;
        walk(browser, "fi/").await?;
    }
    Ok(())
}

async fn opens_and_closes_by_enter_and_space(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(360, 740).await?;
    server.feed(Feed::Body(feed::example()?));
    for (page, all) in [
        ("", [".intro", ".filter-more"]),
        ("dialog/park-vid-provby-strand/", [".calendar-more", ".meetings-past"]),
    ] {
        browser.open_page(server, page).await?;
        for details in all {
            browser.find(&format!("{details} > summary")).await?.focus().await?;
            for (key, open) in [(Key::Enter.value().to_string(), true), (" ".to_owned(), false)] {
                browser.press(key).await?;
                browser.until(&format!("document.querySelector('{details}').open === {open}")).await?;
                browser.until_focus("summary").await?;
            }
        }
    }
    Ok(())
}
