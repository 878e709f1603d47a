//! What a screen reader is given of each page and state, as it stands in tests/browser/aria and is read like code.
//! `ARIA=write ./dev test browser aria` writes the files anew.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use chrono::NaiveDate;
use medborgardialoger::domain::lang::Lang;
use medborgardialoger::domain::when;

use super::embed::TAG;
use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed;
use crate::host::{Host, Inside};
use crate::server::{Feed, Server};
use crate::state::{self, Walk};
use crate::{pretend, print, tree};

/// This topic's table. Only Chromium's driver hands out its tree.
pub const ALL: &[Scenario] = scenarios![
    Light in CHROMIUM:
        reads_every_page_as_it_was_reviewed,
        reads_the_other_languages_as_they_were_reviewed,
        reads_the_embed_as_it_was_reviewed,
        reads_a_poster_and_the_page_for_editors_as_they_were_reviewed,
];

/// The day of all files: a Wednesday, long after the real feed.
const TODAY: &str = "2030-05-15";
/// What of it the clock says.
const NOON: &str = "2030-05-15T12:00:00+02:00";

fn today() -> Result<NaiveDate> {
    when::date(TODAY).context("no day")
}

/// Looks at noon of that day.
async fn at_noon(browser: &Browser, look: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
    pretend::time(browser, when::instant(NOON).context("no time")?, look).await
}

/// Compares the page as it stands with the file of this name, or writes it.
async fn compare(browser: &Browser, name: &str) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("aria");
    let file = folder.join(format!("{name}.txt"));
    let found = tree::read(browser).await?;
    if std::env::var_os("ARIA").is_some_and(|asked| asked == "write") {
        std::fs::create_dir_all(&folder)?;
        return Ok(std::fs::write(&file, found)?);
    }
    let wanted = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    ensure!(found == wanted, "{name} is read otherwise:\n{}", difference(&wanted, &found));
    Ok(())
}

/// The lines that are gone and those that are new, in their order (by the longest common run of lines).
fn difference(wanted: &str, found: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (wanted.lines().collect(), found.lines().collect());
    let wide = new.len() + 1;
    // How many lines are common to what follows on both sides.
    let mut common = vec![0_usize; (old.len() + 1) * wide];
    let at = |common: &[usize], i: usize, j: usize| common.get(i * wide + j).copied().unwrap_or_default();
    for (i, line) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let longest = if line == other {
                at(&common, i + 1, j + 1) + 1
            } else {
                at(&common, i + 1, j).max(at(&common, i, j + 1))
            };
            if let Some(cell) = common.get_mut(i * wide + j) {
                *cell = longest;
            }
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    loop {
        match (old.get(i), new.get(j)) {
            (Some(line), Some(other)) if line == other => (i, j) = (i + 1, j + 1),
            (Some(line), other) if other.is_none() || at(&common, i + 1, j) >= at(&common, i, j + 1) => {
                lines.push(format!("    -{line}"));
                i += 1;
            }
            (_, Some(other)) => {
                lines.push(format!("    +{other}"));
                j += 1;
            }
            _ => return lines.join("\n"),
        }
    }
}

async fn reads_every_page_as_it_was_reviewed(browser: &Browser, _: &Server) -> Result<()> {
    let walk = Walk { browser, lang: Lang::Sv, today: today()? };
    at_noon(browser, async || walk.all(&mut async |name: &str| compare(browser, name).await).await).await
}

async fn reads_the_other_languages_as_they_were_reviewed(browser: &Browser, server: &Server) -> Result<()> {
    let today = today()?;
    server.feed(Feed::Body(feed::fill_on(&feed::template()?, today)));
    at_noon(browser, async || {
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::Sv) {
            let walk = Walk { browser, lang, today };
            for (name, page, there) in
                state::pages(today).into_iter().filter(|(name, ..)| ["list", "dialogue"].contains(name))
            {
                walk.open(server, &page, there).await?;
                // Easy-read Swedish is what a browser that wishes for Swedish has already.
                if lang != Lang::Simple {
                    browser.find(".offer").await?;
                }
                compare(browser, &format!("{name}-{}", lang.name())).await?;
            }
        }
        Ok(())
    })
    .await
}

async fn reads_the_embed_as_it_was_reviewed(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::fill_on(&feed::template()?, today()?)));
    let host = Host::of("strict", server).await?;
    at_noon(browser, async || {
        for (name, page) in [("embed-list", ""), ("embed-dialogue", "?dialog=park-vid-provby-strand")] {
            browser.driver.goto(host.url(page)).await?;
            Inside::of(browser, TAG).see(".page-footer").await?;
            compare(browser, name).await?;
        }
        host.leave(browser, server).await
    })
    .await
}

async fn reads_a_poster_and_the_page_for_editors_as_they_were_reviewed(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    at_noon(browser, async || {
        print::site_at(server, &feed::fill_on(&feed::template()?, today()?), Some(NOON)).await?;
        browser.driver.goto(server.url("dialog/park-vid-provby-strand/affisch/")).await?;
        browser.find(".poster").await?;
        compare(browser, "poster").await?;
        browser.driver.goto(server.url("badda-in/")).await?;
        for column in [".phone", ".column"] {
            Inside::of(browser, column).see(".card").await?;
        }
        compare(browser, "editor").await
    })
    .await
}
