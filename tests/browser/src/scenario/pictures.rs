//! The pictures in the README: made by Chromium, as a resident sees the pages. They land in target/pictures.

use std::path::Path;

use anyhow::Result;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] =
    scenarios![Light in CHROMIUM: takes_pictures_in_the_light; Dark in CHROMIUM: takes_pictures_in_the_dark];

async fn takes_pictures_in_the_light(browser: &Browser, server: &Server) -> Result<()> {
    take(browser, server, "light").await
}

async fn takes_pictures_in_the_dark(browser: &Browser, server: &Server) -> Result<()> {
    take(browser, server, "dark").await
}

async fn take(browser: &Browser, server: &Server, scheme: &str) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pictures");
    std::fs::create_dir_all(&folder)?;
    for (size, width, height) in [("phone", 360, 740), ("desktop", 1280, 800)] {
        browser.resize(width, height).await?;
        let pages = [
            ("list", Feed::AsBuilt, "", "#nothing-ahead"),
            ("detail", Feed::Body(feed::example()?), "dialog/park-vid-provby-strand/", ".phases"),
        ];
        for (name, feed, page, there) in pages {
            server.feed(feed);
            // The example is newer than what is built, which would be doubted.
            browser.forget_copies().await?;
            browser.open_page(server, page).await?;
            browser.find(there).await?;
            browser.screenshot(&folder.join(format!("{name}-{size}-{scheme}.png"))).await?;
        }
    }
    Ok(())
}
