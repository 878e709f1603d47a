//! What a resident is told when something is broken.

use anyhow::{Result, ensure};

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::server::Server;

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light: says_so_when_wasm_is_refused];

async fn says_so_when_wasm_is_refused(browser: &Browser, server: &Server) -> Result<()> {
    server.policy("default-src 'self'");
    browser.driver.goto(server.url("")).await?;
    let told = browser.text("#app [role=alert]").await?;
    ensure!(told.starts_with("Sidan kunde inte starta"), "told: {told}");
    // The policy did stop something, and that was meant.
    server.stopped();
    Ok(())
}
