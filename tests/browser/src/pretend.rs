//! What only Chromium's driver can pretend: other colours than the session's, and another time.

use anyhow::{Context as _, Result};
use medborgardialoger::domain::when::Instant;
use serde_json::json;

use crate::browser::Browser;

/// The colours of a page: the app's own, or those that a reader's system forces on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The system's, dark on light.
    ForcedLight,
    /// The system's, light on dark.
    ForcedDark,
}

impl Colours {
    /// All four; first that of a light session, which stands again after the last.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::ForcedLight, Self::ForcedDark];
}

/// Shows the page in these colours from now on.
pub async fn colours(browser: &Browser, colours: Colours) -> Result<()> {
    let dark = matches!(colours, Colours::Dark | Colours::ForcedDark);
    let forced = matches!(colours, Colours::ForcedLight | Colours::ForcedDark);
    let features = json!([
        { "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } },
        { "name": "forced-colors", "value": if forced { "active" } else { "none" } },
    ]);
    browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    Ok(())
}

/// Lets every page that is opened meanwhile begin at this time. A session that fails is given up with its clock.
pub async fn time(browser: &Browser, now: Instant, doing: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
    let millis = now.timestamp_millis();
    let script =
        format!("{{ const now = Date.now, begun = now(); Date.now = () => {millis} + now() - begun; }}");
    let cdp = browser.driver.cdp();
    let set = cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    let id = set.get("identifier").context("no clock is set")?.clone();
    doing().await?;
    cdp.send_raw("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": id })).await?;
    Ok(())
}
