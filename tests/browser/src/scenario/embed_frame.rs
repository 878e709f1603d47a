//! The app in a frame, where a page's editor may use no scripts.

use anyhow::{Result, ensure};

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed;
use crate::host::Host;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light:
    is_as_high_as_what_is_in_it_where_our_script_is,
    scrolls_where_no_script_is,
    listens_to_nobody_but_the_frame,
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
    browser.click("#d-simhallen").await?;
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
    let before = browser.eval(HEIGHT).await?;
    browser.eval("(postMessage({ medborgardialoger: 77 }, '*'), true)").await?;
    let forged = "(frame => dispatchEvent(new MessageEvent('message', { source: frame.contentWindow, origin: 'https://evil.example', data: { medborgardialoger: 77 } })))(document.querySelector('iframe'))";
    browser.eval(forged).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    ensure!(browser.eval(HEIGHT).await? == before);
    host.leave(browser, server).await
}
