//! Small windows, large text, wide spacing: nothing moves sideways, is cut off, lies over something else or sticks out
//! (WCAG 1.4.4, 1.4.10, 1.4.12).

use anyhow::{Result, ensure};
use medborgardialoger::domain::lang::Lang;
use serde_json::json;

use super::embed::TAG;
use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::feed;
use crate::host::{Host, Inside};
use crate::print;
use crate::server::{Feed, Server};
use crate::state::{self, Walk};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![
    Light in ALL:
        fits_a_page_of_320_pixels,
        keeps_all_text_at_twice_its_size,
        keeps_all_text_in_the_spacing_that_a_reader_sets;
    Light in CHROMIUM:
        keeps_all_text_in_an_embed_of_280_pixels,
        keeps_all_text_of_posters_and_for_editors;
];

/// 1280 px at 400 %.
const SMALL: (i64, i64) = (320, 640);
const DESKTOP: (i64, i64) = (1280, 900);
const TWICE: &str = ":root, main, .column { font-size: 32px !important }";
/// The four measures of WCAG 1.4.12.
const SPACING: &str =
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }";

/// What is wrong with how the page's text is laid out, shadow trees included.
const FAULTS: &str = "(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].map(at => at.shadowRoot).filter(root => root)];
    const name = at => `${at.tagName.toLowerCase()}.${at.className}#${at.id} \"${at.textContent.trim().slice(0, 40)}\"`;
    // What lies over the page on purpose, or is the host's own, is none of ours here; nor what a box scrolls.
    const shown = at => at.checkVisibility() && !at.closest('.visually-hidden, script, style, select, textarea, .offer');
    const clipped = (at, top, bottom) => { const box = at.closest('.when-where')?.getBoundingClientRect(); return !!box && (bottom > box.bottom || top < box.top); };
    const faults = [], texts = [], page = document.documentElement;
    if (page.scrollWidth > innerWidth) faults.push(`${page.scrollWidth} px wide`);
    for (const at of roots.flatMap(root => [...root.querySelectorAll('*')]).filter(shown)) {
        const style = getComputedStyle(at), [wide, high] = [at.scrollWidth > at.clientWidth + 1, at.scrollHeight > at.clientHeight + 1];
        if (style.display === 'inline' || at === page || at === document.body) continue;
        const cuts = over => /hidden|clip/.test(over);
        if (wide && cuts(style.overflowX) || high && cuts(style.overflowY)) faults.push(`cut off: ${name(at)}`);
        if (wide && /auto|scroll/.test(style.overflowX)) faults.push(`scrolls sideways: ${name(at)}`);
    }
    for (const root of roots) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), range = document.createRange();
        while (walker.nextNode()) {
            const node = walker.currentNode, at = node.parentElement;
            if (!at || !node.data.trim() || !shown(at)) continue;
            range.selectNodeContents(node);
            for (const { left, right, top, bottom } of range.getClientRects()) {
                if (right - left < 2 || bottom - top < 2 || clipped(at, top, bottom)) continue;
                // The middle of the line: letters of two lines may well touch.
                const quarter = (bottom - top) / 4;
                texts.push({ node, at, left, right, top: top + quarter, bottom: bottom - quarter });
            }
        }
    }
    texts.forEach((a, i) => {
        if (a.left < -1 || a.right > innerWidth + 1) faults.push(`beside the page: ${name(a.at)}`);
        const box = a.at.closest('button, .button, .button-plain, .chip, summary, .notice, .card, .fact, .field')?.getBoundingClientRect();
        if (box && (a.left < box.left - 2 || a.right > box.right + 2 || a.top < box.top || a.bottom > box.bottom)) faults.push(`sticks out: ${name(a.at)}`);
        for (const b of texts.slice(i + 1)) {
            if (a.node !== b.node && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
                faults.push(`one over the other: ${name(a.at)} and ${name(b.at)}`);
        }
    });
    return [...new Set(faults)].slice(0, 12);
})()";

/// A reader's own style, which no policy of the page stops.
async fn dress(browser: &Browser, css: &str) -> Result<()> {
    let dress = "for (const root of [document, ...[...document.querySelectorAll('*')].map(at => at.shadowRoot).filter(root => root)]) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(arguments[0]);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }";
    browser.driver.execute(dress, vec![json!(css)]).await?;
    Ok(())
}

async fn faults(browser: &Browser, name: &str) -> Result<Vec<String>> {
    let found: Vec<String> = serde_json::from_value(browser.eval(FAULTS).await?)?;
    Ok(found.into_iter().map(|fault| format!("{name}: {fault}")).collect())
}

/// All pages of the example feed in windows of these sizes, in a reader's own style; in Chromium in all languages.
async fn fits(browser: &Browser, server: &Server, sizes: &[(i64, i64)], css: &str) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    let first = browser.engine == Engine::Chromium;
    let mut wrong = Vec::new();
    for lang in Lang::ALL.into_iter().filter(|lang| first || *lang == Lang::Sv) {
        let walk = Walk { browser, lang, today: feed::day(0) };
        for (name, page, there) in state::pages(walk.today) {
            walk.open(server, &page, there).await?;
            dress(browser, css).await?;
            for (width, height) in sizes {
                browser.resize(*width, *height).await?;
                wrong.extend(faults(browser, &format!("{name} in {lang:?} at {width}")).await?);
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}

async fn fits_a_page_of_320_pixels(browser: &Browser, server: &Server) -> Result<()> {
    fits(browser, server, &[SMALL], "").await
}

async fn keeps_all_text_at_twice_its_size(browser: &Browser, server: &Server) -> Result<()> {
    fits(browser, server, &[DESKTOP, (360, 740)], TWICE).await
}

async fn keeps_all_text_in_the_spacing_that_a_reader_sets(browser: &Browser, server: &Server) -> Result<()> {
    fits(browser, server, &[DESKTOP, SMALL], SPACING).await
}

async fn keeps_all_text_in_an_embed_of_280_pixels(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    let host = Host::of("column", server).await?;
    browser.resize(SMALL.0, SMALL.1).await?;
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for page in ["", "?dialog=park-vid-provby-strand"] {
            for css in ["", TWICE, SPACING] {
                browser.driver.goto(host.url(page)).await?;
                let speak =
                    format!("document.querySelectorAll('{TAG}').forEach(at => at.lang = '{}')", lang.tag());
                browser.eval(&speak).await?;
                for embed in [TAG, "#next", "#compact"] {
                    let inside = Inside::of(browser, embed);
                    inside.until(".medborgardialoger", &format!("it?.lang === '{}'", lang.tag())).await?;
                    inside.see(".page-footer").await?;
                }
                // The page's own is none of ours.
                browser.eval("document.querySelectorAll('#own, .own').forEach(at => at.remove())").await?;
                let open = "it.querySelectorAll('details').forEach(more => more.open = true)";
                Inside::of(browser, TAG).eval(".embed", open).await?;
                dress(browser, css).await?;
                let found = faults(browser, &format!("{page} in {lang:?} {css}")).await?;
                // The page around it grows with its own margins.
                wrong.extend(found.into_iter().filter(|fault| !fault.ends_with("px wide")));
            }
        }
    }
    host.leave(browser, server).await?;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}

async fn keeps_all_text_of_posters_and_for_editors(browser: &Browser, server: &Server) -> Result<()> {
    print::site(server, &feed::example()?).await?;
    browser.resize(SMALL.0, SMALL.1).await?;
    let mut wrong = Vec::new();
    let poster =
        |lang: &Lang| (format!("{}dialog/park-vid-provby-strand/affisch/", lang.folder()), ".poster");
    let pages = Lang::ALL.iter().map(poster).chain([("badda-in/".to_owned(), ".editor")]);
    for (page, there) in pages {
        for css in ["", TWICE, SPACING] {
            browser.driver.goto(server.url(&page)).await?;
            browser.find(there).await?;
            dress(browser, css).await?;
            let found = faults(browser, &format!("{page} {css}")).await?;
            // A preview is a window of its own, and scrolls.
            let preview = there == ".editor";
            wrong
                .extend(found.into_iter().filter(|fault| !(preview && fault.contains("one over the other"))));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}
