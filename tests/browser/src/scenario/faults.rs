//! What a resident is told when something is broken, and the way on. Where a print stands: see `printed`.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use medborgardialoger::domain::feed::FeedError;
use medborgardialoger::domain::live::Trouble;
use medborgardialoger::text::fault::fault;
use medborgardialoger::text::trouble::trouble as say_trouble;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed::{self, sv};
use crate::print;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    tells_each_fault_of_the_feed_in_words_of_its_own_and_recovers,
    says_that_it_is_fetching_and_gives_up_after_ten_seconds,
    says_that_the_server_is_gone,
    tells_a_fault_on_the_page_of_a_dialogue_too,
    shows_the_rest_when_an_item_is_broken,
    says_so_when_wasm_is_refused,
    says_so_when_the_wasm_is_gone,
];

/// Waits for a trouble's whole message.
async fn tells(browser: &Browser, trouble: &Trouble) -> Result<()> {
    let advice = say_trouble(sv(), trouble);
    let words = [advice.title.as_str(), advice.text.as_str(), sv().retry];
    browser.until_texts(".notice-error h2, .notice-error p, .notice-error button", &words).await?;
    ensure!(browser.attribute(".notice-error", "role").await? == "alert", "not read out");
    ensure!(!browser.has(".loading").await?, "still fetching");
    Ok(())
}

async fn tells_each_fault_of_the_feed_in_words_of_its_own_and_recovers(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    print::unprinted(server)?;
    let built = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/feed.json"))?;
    let half = built.get(..built.len() / 2).unwrap_or_default();
    let truncated = medborgardialoger::domain::feed::parse(half).err();
    let Some(truncated @ FeedError::NotJson { .. }) = truncated else {
        anyhow::bail!("half a feed is {truncated:?}")
    };
    let with = |from: &str, to: &str| Feed::Body(feed::of("").replacen(from, to, 1));
    let faults = [
        (Feed::Status(404), Trouble::Status(404)),
        (Feed::Status(500), Trouble::Status(500)),
        (Feed::Status(503), Trouble::Status(503)),
        (Feed::Html, Trouble::Feed(FeedError::Html)),
        (Feed::Empty, Trouble::Feed(FeedError::Empty)),
        (Feed::Truncated, Trouble::Feed(truncated)),
        (Feed::Cut, Trouble::Unreachable),
        (with("\"1.0\"", "\"2.0\""), Trouble::Feed(FeedError::Version("2.0".to_owned()))),
        (
            with("Europe/Stockholm", "Europe/Berlin"),
            Trouble::Feed(FeedError::Zone("Europe/Berlin".to_owned())),
        ),
    ];
    let mut told = Vec::new();
    for (fault, trouble) in faults {
        server.feed(fault);
        browser.forget_copies().await?;
        browser.open_page(server, "").await?;
        tells(browser, &trouble).await?;
        told.push(browser.text(".notice-error p").await?);
        // The server is well again.
        server.feed(Feed::AsBuilt);
        browser.click(".notice-error button").await?;
        let well = browser.until_texts("#hits", &["3 dialoger"]).await;
        ensure!(well.is_ok(), "{trouble:?} stays, after asking {} times", server.times("feed.json"));
        browser.until("document.activeElement !== document.body").await?;
        ensure!(!browser.has(".notice-error").await?, "the trouble is still told");
        // Browsers complain of a bad answer by themselves; the app adds nothing.
        let console = browser.console(server).await?;
        ensure!(
            !console.iter().any(|line| line.contains("panic") || line.contains("unreachable")),
            "{console:?}"
        );
    }
    told.sort();
    told.dedup();
    ensure!(told.len() == 9, "some faults share their words: {told:?}");
    Ok(())
}

async fn says_that_it_is_fetching_and_gives_up_after_ten_seconds(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    print::unprinted(server)?;
    // A hanging page would hold the drivers back, so the wait begins with a click.
    server.feed(Feed::Status(500));
    browser.open_page(server, "").await?;
    browser.find(".notice-error").await?;
    // The half second of the page's own first try has to be over.
    tokio::time::sleep(Duration::from_millis(600)).await;
    server.feed(Feed::Hang);
    let watch = "window.seen = [];
        const begun = performance.now();
        const look = () => {
            const now = document.querySelector('.loading, .notice-error p')?.textContent ?? '';
            if (seen.at(-1)?.[1] !== now) seen.push([performance.now() - begun, now]);
        };
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
        document.querySelector('.notice-error button').click();";
    browser.driver.execute(watch, vec![]).await?;
    let begun = Instant::now();
    tells(browser, &Trouble::Timeout).await?;
    let waited = begun.elapsed();
    // Ten, and what a busy machine takes.
    ensure!((9..20).contains(&waited.as_secs()), "an answer after {waited:?}");
    let seen: Vec<(f64, String)> = serde_json::from_value(browser.eval("seen").await?)?;
    let advice = say_trouble(sv(), &Trouble::Timeout);
    let words: Vec<&str> = seen.iter().map(|(_, words)| words.as_str()).collect();
    ensure!(words == ["", "Hämtar…", &advice.text], "seen {seen:?}");
    ensure!((400.0..1500.0).contains(&seen[1].0), "\"Hämtar…\" after {} ms", seen[1].0);
    ensure!((9_500.0..12_000.0).contains(&seen[2].0), "an answer after {} ms", seen[2].0);
    // And then it can be tried again.
    server.feed(Feed::AsBuilt);
    browser.click(".notice-error button").await?;
    browser.until_texts("#hits", &["3 dialoger"]).await?;
    browser.console(server).await?;
    Ok(())
}

async fn says_that_the_server_is_gone(browser: &Browser, server: &Server) -> Result<()> {
    print::unprinted(server)?;
    server.feed(Feed::Status(500));
    browser.open_page(server, "").await?;
    browser.find(".notice-error").await?;
    server.stop();
    browser.click(".notice-error button").await?;
    tells(browser, &Trouble::Unreachable).await?;
    browser.console(server).await?;
    Ok(())
}

async fn tells_a_fault_on_the_page_of_a_dialogue_too(browser: &Browser, server: &Server) -> Result<()> {
    print::unprinted(server)?;
    server.feed(Feed::Status(500));
    browser.driver.goto(server.url("dialog/torshalla-stads-namnd/")).await?;
    tells(browser, &Trouble::Status(500)).await?;
    server.feed(Feed::AsBuilt);
    browser.click(".notice-error button").await?;
    browser.until_texts("h1", &["Medborgardialog med Torshälla stads nämnd"]).await?;
    browser.until("document.activeElement !== document.body").await?;
    browser.console(server).await?;
    Ok(())
}

async fn shows_the_rest_when_an_item_is_broken(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::of(
        r#"{"id":"hel","title":"Hel","meetings":[{"id":"a","start":"@+3T18:00"},{"id":"b","start":"i morgon"}]},
        {"id":"Fel Slug","title":"Utan adress"}, {"id":"utan-titel"}, {"id":"framtid","title":"Framtid","nyttFalt":{"x":1}}"#,
    );
    let read = feed::read(&json)?;
    ensure!(read.faults.len() == 3, "{:?}", read.faults);
    server.feed(Feed::Body(json));
    browser.open_page(server, "").await?;
    browser.until_texts(".card-title", &["Hel", "Framtid"]).await?;
    browser.until_texts("#faults", &["3 uppgifter kunde inte visas"]).await?;
    browser.click("details.faults summary").await?;
    let told: Vec<String> = read.faults.iter().map(|found| fault(sv(), found)).collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    browser.until_texts("details.faults li", &told).await?;
    ensure!(told[0].starts_with("hel: dialogues[0].meetings[1].start är ”i morgon”"), "{told:?}");
    Ok(())
}

async fn says_so_when_wasm_is_refused(browser: &Browser, server: &Server) -> Result<()> {
    print::unprinted(server)?;
    server.policy("default-src 'self'");
    browser.driver.goto(server.url("")).await?;
    let told = browser.text("#app [role=alert]").await?;
    ensure!(told.starts_with("Sidan kunde inte starta"), "told: {told}");
    // The policy did stop something, and that was meant.
    browser.console(server).await?;
    server.stopped();
    Ok(())
}

async fn says_so_when_the_wasm_is_gone(browser: &Browser, server: &Server) -> Result<()> {
    print::unprinted(server)?;
    server.lose(".wasm");
    browser.driver.goto(server.url("")).await?;
    let told = browser.text("#app [role=alert]").await?;
    ensure!(told.starts_with("Sidan kunde inte starta") && told.contains("Ladda om sidan"), "told: {told}");
    browser.console(server).await?;
    Ok(())
}
