//! What holds a page together for who does not see it: one first heading, no level left out, and lists that count.

use anyhow::{Result, ensure};
use medborgardialoger::domain::lang::Lang;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed;
use crate::server::{Feed, Server};
use crate::state::Walk;

/// This topic's table. Engines can't differ in it.
pub const ALL: &[Scenario] = scenarios![
    Light in CHROMIUM:
        has_one_first_heading_no_gap_in_levels_and_lists_that_count,
        gives_each_name_one_way,
];

/// What is wrong with headings, lists and regions of the page as it stands.
const FAULTS: &str = "(() => {
    const faults = [], all = css => [...document.querySelectorAll(css)].filter(at => at.checkVisibility());
    const headings = all('h1, h2, h3, h4, h5, h6'), level = at => +at.tagName[1];
    const firsts = headings.filter(at => level(at) === 1);
    if (firsts.length !== 1) faults.push(`${firsts.length} first headings`);
    headings.forEach((at, i) => {
        if (!at.textContent.trim()) faults.push('an empty heading');
        if (i && level(at) > level(headings[i - 1]) + 1) faults.push(`a gap before ${at.outerHTML}`);
    });
    for (const list of all('ul, ol')) {
        // VoiceOver goes by the look.
        if (getComputedStyle(list).listStyleType === 'none' && list.getAttribute('role') !== 'list') faults.push(`counts for nobody: ${list.outerHTML.slice(0, 90)}`);
        const items = [...list.children];
        if (!items.length || items.some(at => at.tagName !== 'LI')) faults.push(`not of items alone: ${list.outerHTML.slice(0, 90)}`);
    }
    // What is changed must have been there, and is spoken by one region only.
    for (const region of all('[role=status], [role=alert], [aria-live]')) {
        if (region.querySelector('[role=status], [role=alert], [aria-live]')) faults.push(`spoken twice: ${region.outerHTML.slice(0, 90)}`);
    }
    return faults;
})()";

/// Names that lead to more than one place (WCAG 2.4.9). A calendar file has another address each time that it is made, so
/// that its own name must do: meetings that share day and town share it too.
const WAYS: &str = "(() => {
    const faults = [], ways = new Map();
    for (const link of [...document.querySelectorAll('a[href]')].filter(at => at.checkVisibility())) {
        const name = link.textContent.trim(), way = link.download || link.href;
        if (ways.has(name) && ways.get(name) !== way) faults.push(`${name}: ${ways.get(name)} and ${way}`);
        ways.set(name, way);
    }
    return faults;
})()";

async fn has_one_first_heading_no_gap_in_levels_and_lists_that_count(
    browser: &Browser,
    _: &Server,
) -> Result<()> {
    nowhere(browser, FAULTS).await
}

async fn gives_each_name_one_way(browser: &Browser, server: &Server) -> Result<()> {
    let meeting = |id: &str, clock: u32| {
        format!(
            r#"{{"id":"{id}","start":"@+3T{clock}:00","end":"@+3T{}:30","mode":"hybrid",
                "place":{{"name":"Biblioteket","street":"{id}gatan 1","locality":"{id}"}},
                "online":{{"url":"https://exempel.example/{id}/mote"}},
                "registration":{{"required":true,"url":"https://exempel.example/{id}/anmalan"}}}}"#,
            clock + 1
        )
    };
    let meetings = [meeting("a", 14), meeting("b", 18)].join(",");
    server.feed(Feed::Body(feed::of(&format!(r#"{{"id":"x","title":"Park","meetings":[{meetings}]}}"#))));
    browser.open_page(server, "dialog/x/").await?;
    browser.eval("(document.querySelectorAll('details').forEach(at => at.open = true), true)").await?;
    let ways = "document.querySelectorAll('a[href*=mote], a[href*=anmalan], a[href*=openstreetmap]').length";
    ensure!(browser.eval(ways).await?.as_i64() >= Some(6), "too few ways");
    let found = browser.eval(WAYS).await?;
    ensure!(found == serde_json::json!([]), "two meetings: {found}");
    nowhere(browser, WAYS).await
}

/// What a script finds wrong on any page and in any state.
async fn nowhere(browser: &Browser, faults: &str) -> Result<()> {
    let mut wrong = Vec::new();
    let walk = Walk { browser, lang: Lang::Sv, today: feed::day(0) };
    walk.all(&mut async |name: &str| {
        let found: Vec<String> = serde_json::from_value(browser.eval(faults).await?)?;
        wrong.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
        Ok(())
    })
    .await?;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n    "));
    Ok(())
}
