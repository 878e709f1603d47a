//! The app in a frame, where a page's editor may use no scripts.

use anyhow::{Result, ensure};

use super::{Scenario, scenarios};
use crate::browser::{Browser, WCAG};
use crate::feed;
use crate::host::{Host, Inside, is_first};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    is_as_high_as_what_is_in_it_where_our_script_is,
    scrolls_where_no_script_is,
    listens_to_nobody_but_the_frame,
    shows_an_editor_the_very_code_to_copy,
];

const HEIGHT: &str = "document.querySelector('iframe').getBoundingClientRect().height";

async fn open(browser: &Browser, server: &Server, case: &str) -> Result<Host> {
    server.feed(Feed::Body(feed::example()?));
    let host = Host::of(case, server).await?;
    browser.driver.goto(host.url("")).await?;
    Ok(host)
}

async fn is_as_high_as_what_is_in_it_where_our_script_is(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "frame").await?;
    browser.until(&format!("{HEIGHT} > 1200")).await?;
    let list = browser.eval(HEIGHT).await?.as_f64().unwrap_or_default();
    browser.driver.enter_frame(0).await?;
    browser.until("document.querySelector('#app:not([data-print]) h1') !== null").await?;
    browser.until("document.documentElement.scrollHeight <= innerHeight + 1").await?;
    for gone in [".page-header", ".page-footer"] {
        ensure!(
            browser.eval(&format!("document.querySelector('{gone}').getClientRects().length")).await? == 0
        );
    }
    // Not by the driver: WebKit's misses in a frame that has grown.
    browser.eval("document.querySelector('#d-simhallen').click()").await?;
    browser.until_texts("h1", &["Simhallens öppettider"]).await?;
    ensure!(browser.eval("document.querySelector('.poster-link a').rel").await? == "external");
    browser.driver.enter_default_frame().await?;
    browser
        .until(&format!(
            "{HEIGHT} !== {list} && document.querySelector('iframe').getBoundingClientRect().top >= -1"
        ))
        .await?;
    host.leave(browser, server).await
}

async fn scrolls_where_no_script_is(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "frame-alone").await?;
    browser.driver.enter_frame(0).await?;
    browser.until("document.querySelector('#app:not([data-print]) h1') !== null").await?;
    browser.until("document.documentElement.scrollHeight > innerHeight").await?;
    browser.click("#d-simhallen").await?;
    browser.until_texts("h1", &["Simhallens öppettider"]).await?;
    browser.driver.enter_default_frame().await?;
    ensure!(browser.eval(HEIGHT).await? == 600);
    host.leave(browser, server).await
}

async fn listens_to_nobody_but_the_frame(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "frame").await?;
    browser.until(&format!("{HEIGHT} > 1200")).await?;
    browser.eval("(postMessage({ medborgardialoger: 77 }, '*'), true)").await?;
    let forged = "(frame => dispatchEvent(Object.defineProperty(new MessageEvent('message', { origin: 'https://evil.example', data: { medborgardialoger: 77 } }), 'source', { value: frame.contentWindow })))(document.querySelector('iframe'))";
    browser.eval(forged).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    ensure!(browser.eval(HEIGHT).await? != 77);
    host.leave(browser, server).await
}

/// The page for editors: what is chosen is in the code and in the preview.
async fn shows_an_editor_the_very_code_to_copy(browser: &Browser, server: &Server) -> Result<()> {
    crate::print::site(server, &feed::example()?).await?;
    browser.driver.goto(server.url("badda-in/")).await?;
    for preview in [".phone", ".column"] {
        Inside::of(browser, preview).see("#d-simhallen").await?;
    }
    for (id, value) in [("district", "Provby"), ("layout", "compact"), ("accent", "#aa0000")] {
        let choose = format!(
            "(at => {{ at.value = '{value}'; at.dispatchEvent(new Event('input')); return true; }})(document.getElementById('{id}'))"
        );
        browser.eval(&choose).await?;
    }
    let home = server.url("");
    let code = format!(
        "<script type=\"module\" src=\"{home}embed.js\"></script>\n<medborgar-dialoger district=\"Provby\" layout=\"compact\" accent=\"#aa0000\"><a href=\"{home}\">Medborgardialoger</a></medborgar-dialoger>"
    );
    ensure!(browser.eval("document.getElementById('snippet').value").await? == code.as_str());
    let column = Inside::of(browser, ".column");
    column.until(".embed", "!!it && !it.querySelector('#d-simhallen')").await?;
    column.until(".card-link", "!!it && getComputedStyle(it).color === 'rgb(170, 0, 0)'").await?;
    ensure!(browser.eval("document.getElementById('low').textContent").await? == "");
    browser.eval("(at => { at.value = '#ffff00'; at.dispatchEvent(new Event('input')); return true; })(document.getElementById('accent'))").await?;
    browser.see("Text i den färgen blir för svår").await?;
    browser.eval("(at => { at.value = '#0b4a6f'; at.dispatchEvent(new Event('input')); return true; })(document.getElementById('accent'))").await?;
    if is_first(browser) {
        let violations = browser.axe(WCAG).await?;
        ensure!(violations.is_empty(), "{violations:?}");
    }
    Ok(())
}
