//! A dialogue handed on: by the device's sheet, by its link, on paper and on the notice board.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::{Scenario, scenarios};
use crate::browser::{Browser, WCAG};
use crate::engine::Engine;
use crate::feed;
use crate::print;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    hands_on_title_and_address_by_the_devices_sheet,
    copies_the_link_where_there_is_no_sheet_and_says_so,
    shows_the_address_where_nothing_can_be_copied,
    prints_the_page_on_paper_with_its_address_and_code,
    has_a_poster_whose_code_a_phone_reads,
];

const SHARE: &str = ".actions > button:nth-of-type(2)";
const PRINT: &str = ".actions > button:nth-of-type(3)";
const PARK: &str = "dialog/park-vid-provby-strand/";

async fn open(browser: &Browser, server: &Server, script: &str) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, PARK).await?;
    ensure!(browser.text(SHARE).await? == "Dela");
    browser.eval(&format!("({script}, true)")).await?;
    Ok(())
}

/// Stands in for the device's own, which no driver can press.
fn replace(of: &str, name: &str, by: &str) -> String {
    format!("Object.defineProperty({of}, '{name}', {{ value: {by}, configurable: true }})")
}

async fn hands_on_title_and_address_by_the_devices_sheet(browser: &Browser, server: &Server) -> Result<()> {
    let sheet = replace("navigator", "share", "what => { window.shared = what; return Promise.resolve(); }");
    open(browser, server, &sheet).await?;
    browser.click(SHARE).await?;
    browser.until("!!window.shared").await?;
    let shared = browser.eval("window.shared").await?;
    ensure!(shared.get("url") == Some(&json!(server.url(PARK))), "{shared}");
    ensure!(shared.get("title") == Some(&browser.eval("document.title").await?), "{shared}");
    let words = shared.get("text").and_then(Value::as_str).unwrap_or_default();
    ensure!(words.starts_with("Ny park vid Provby strand, "), "{words}");
    // Who closes the sheet is told nothing, and nothing is copied.
    let closed = replace("navigator", "share", "() => Promise.reject(new DOMException('', 'AbortError'))");
    let clipboard = replace(
        "navigator",
        "clipboard",
        "{ writeText: text => { window.copied = text; return Promise.resolve(); } }",
    );
    browser.eval(&format!("({closed}, {clipboard}, true)")).await?;
    browser.click(SHARE).await?;
    browser.eval("new Promise(resolve => setTimeout(resolve, 200))").await?;
    ensure!(
        browser.text(".share-told").await?.is_empty() && browser.eval("window.copied ?? ''").await? == ""
    );
    Ok(())
}

async fn copies_the_link_where_there_is_no_sheet_and_says_so(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let clipboard = "{ writeText: text => { window.copied = text; return Promise.resolve(); } }";
    let script = format!(
        "{}, {}",
        replace("navigator", "share", "undefined"),
        replace("navigator", "clipboard", clipboard)
    );
    open(browser, server, &script).await?;
    // The line that is read out is there before it says something.
    ensure!(browser.attribute(".share-told", "role").await? == "status");
    browser.click(SHARE).await?;
    browser.until_texts(".share-told", &["Länken är kopierad"]).await?;
    ensure!(browser.eval("window.copied").await? == server.url(PARK).as_str());
    // Another page has not been copied.
    browser.click(".back-link a, a.back-link").await?;
    browser.click("[id^=d-]").await?;
    browser.find(".share-told").await?;
    ensure!(browser.text(".share-told").await?.is_empty());
    Ok(())
}

async fn shows_the_address_where_nothing_can_be_copied(browser: &Browser, server: &Server) -> Result<()> {
    let script = format!(
        "{}, {}",
        replace("navigator", "share", "undefined"),
        replace("navigator", "clipboard", "undefined")
    );
    open(browser, server, &script).await?;
    browser.click(SHARE).await?;
    browser.until_texts(".share-address", &[&server.url(PARK)]).await?;
    let violations = browser.axe(WCAG).await?;
    ensure!(violations.is_empty(), "{violations:?}");
    Ok(())
}

async fn prints_the_page_on_paper_with_its_address_and_code(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    print::site(server, &feed::example()?).await?;
    let slug = "dialog/skolans-lokaler/";
    browser.open_page(server, slug).await?;
    browser.eval("(window.print = () => (window.printed = true), true)").await?;
    browser.click(PRINT).await?;
    browser.until("window.printed === true").await?;
    browser.until("document.querySelector('.qr img').naturalWidth > 0").await?;
    ensure!(
        browser.eval("document.querySelector('.qr span').textContent").await? == server.url(slug).as_str()
    );
    if browser.engine == Engine::Chromium {
        ensure!(pages(browser).await? == 1, "more than one A4");
    }
    Ok(())
}

/// How many pages of A4 the page is on paper. Chromium only: the others' drivers pack what they print.
async fn pages(browser: &Browser) -> Result<u64> {
    let print = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let printed = browser.driver.cdp().send_raw("Page.printToPDF", print).await?;
    let data = printed.get("data").and_then(Value::as_str).context("nothing is printed")?.to_owned();
    // "/Type /Page", but not "/Type /Pages".
    let count = "(text => text.split(/\\/Type \\/Page\\b(?!s)/).length - 1)(atob(arguments[0]))";
    let count = browser.driver.execute(format!("return {count}"), vec![json!(data)]).await?;
    count.json().as_u64().context("no number")
}

async fn has_a_poster_whose_code_a_phone_reads(browser: &Browser, server: &Server) -> Result<()> {
    print::site(server, &feed::example()?).await?;
    browser.open_page(server, PARK).await?;
    browser.click(".poster-link a").await?;
    browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
    ensure!(browser.eval("location.pathname").await? == format!("/{PARK}affisch/").as_str());
    ensure!(!browser.has("script[data-js]").await?, "it needs none of ours");
    browser.until("document.querySelector('img.code').naturalWidth > 0").await?;
    let violations = browser.axe(WCAG).await?;
    ensure!(violations.is_empty(), "{violations:?}");
    // As a phone does: from what is drawn.
    browser.eval("document.querySelector('img.code').scrollIntoView({ block: 'center' })").await?;
    // Of the whole window: WebKit's driver gives a black picture of an element alone.
    let picture = browser.driver.screenshot_as_png().await?;
    ensure!(read(&picture)? == server.url(PARK), "another address");
    if browser.engine == Engine::Chromium {
        ensure!(pages(browser).await? == 1, "more than one A4");
    }
    for (width, height) in [(320, 640), (1280, 800)] {
        browser.resize(width, height).await?;
        browser.until("document.documentElement.scrollWidth <= innerWidth").await?;
    }
    browser.click("nav.tools a").await?;
    browser.until_page(&format!("/{PARK}"), "Ny park vid Provby strand").await?;
    Ok(())
}

/// What a QR code in a picture says.
fn read(png: &[u8]) -> Result<String> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("a picture without end")?];
    let info = reader.next_frame(&mut bytes)?;
    let (width, height) = (info.width as usize, info.height as usize);
    let step = info.color_type.samples();
    let grey = |x: usize, y: usize| bytes.get((y * width + x) * step).copied().unwrap_or_default();
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = picture.detect_grids();
    Ok(grids.first().context("no code")?.decode()?.1)
}
