//! The list: what a resident sees first.

use anyhow::{Result, ensure};

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::server::Server;

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light: opens_and_loads_everything_once, opens_under_a_path];

async fn opens_and_loads_everything_once(browser: &Browser, server: &Server) -> Result<()> {
    opens(browser, server).await
}

async fn opens_under_a_path(browser: &Browser, _: &Server) -> Result<()> {
    opens(browser, &Server::at_path().await?).await
}

async fn opens(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    let mut asked = server.asked();
    asked.sort();
    for pair in asked.windows(2) {
        ensure!(pair[0] != pair[1], "loaded twice: {}", pair[0].path);
    }
    ensure!(server.times("feed.json") == 1, "the feed was not asked for");
    let foreign = browser.foreign().await?;
    ensure!(foreign.is_empty(), "loaded from elsewhere: {foreign:?}");
    let console = browser.console(server).await?;
    ensure!(console.is_empty(), "on the console: {console:?}");
    Ok(())
}
