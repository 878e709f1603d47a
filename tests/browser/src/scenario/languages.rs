//! Four languages, each at an address of its own; the ways between them.

use anyhow::{Result, ensure};
use medborgardialoger::text::{Lang, of};
use serde_json::json;

use super::offline::{goto, settle};
use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::deploy::Version;
use crate::feed::{self, sv};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    shows_each_at_its_own_address,
    leads_to_the_same_page_in_another_and_keeps_what_is_chosen,
    offers_the_one_that_the_browser_wishes_for_and_takes_no_for_an_answer,
    speaks_each_without_a_network,
    says_what_the_feed_has_only_in_another,
    sorts_and_names_choices_in_the_words_of_the_reader,
    saves_a_calendar_file_in_its_words,
];

const PARK: &str = "dialog/park-vid-provby-strand/";
/// The app has taken the print's place.
const LIVE: &str = "document.querySelector('#app:not([data-print]) h1') !== null";

async fn shows_each_at_its_own_address(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    for lang in Lang::ALL {
        let (text, folder) = (of(lang), lang.folder());
        browser.open_page(server, folder).await?;
        browser.until(&format!("{LIVE} && document.documentElement.lang === '{}'", lang.tag())).await?;
        browser.see(text.groups.of(medborgardialoger::domain::dialogue::Group::Upcoming)).await?;
        // Within it the app goes on without loading anything.
        browser.click("#d-simhallen").await?;
        browser.until_page(&format!("/{folder}dialog/simhallen/"), "Simhallens öppettider").await?;
        browser.see(text.back_to_list).await?;
        browser.click(".back-link").await?;
        browser.until(&format!("location.pathname === '/{folder}'")).await?;
        // What nobody has printed is said in the page's language too.
        browser.open_page(server, &format!("{folder}dialog/finns-inte/")).await?;
        browser.until_texts("h1", &[text.missing_title]).await?;
        browser.until(&format!("document.documentElement.lang === '{}'", lang.tag())).await?;
    }
    Ok(())
}

async fn leads_to_the_same_page_in_another_and_keeps_what_is_chosen(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, "?q=park&district=Provby").await?;
    browser.until(LIVE).await?;
    for (tag, folder) in [("fi", "fi/"), ("en", "en/"), ("sv-simple", "lattlast/"), ("sv", "")] {
        browser.click(&format!(".languages [hreflang='{tag}']")).await?;
        browser
            .until(&format!(
                "document.documentElement.lang === '{tag}' && location.pathname === '/{folder}' && {LIVE}"
            ))
            .await?;
        browser.until_query("?q=park&district=Provby").await?;
        browser.until("document.querySelector('#q').value === 'park'").await?;
        ensure!(!browser.has(".offer").await?, "who has just chosen {tag} is offered another");
    }
    // And a dialogue that was reached without loading a page.
    browser.open_page(server, "").await?;
    browser.until(LIVE).await?;
    browser.click("#d-simhallen").await?;
    browser.until_page("/dialog/simhallen/", "Simhallens öppettider").await?;
    browser.click(".languages [hreflang='fi']").await?;
    browser.until_page("/fi/dialog/simhallen/", "Simhallens öppettider").await?;
    Ok(())
}

async fn offers_the_one_that_the_browser_wishes_for_and_takes_no_for_an_answer(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    // The tests' browsers wish for Swedish.
    for page in ["", "lattlast/", PARK] {
        browser.driver.goto("about:blank").await?;
        browser.open_page(server, page).await?;
        browser.until(LIVE).await?;
        ensure!(!browser.has(".offer").await?, "/{page} offers what it is");
    }
    browser.driver.goto("about:blank").await?;
    browser.open_page(server, "fi/?group=upcoming").await?;
    browser.until(LIVE).await?;
    browser.until_texts(".offer > *", &[sv().offer, sv().offer_no]).await?;
    browser.until("document.querySelector('.offer').lang === 'sv'").await?;
    browser.click(".offer a").await?;
    browser.until("location.pathname === '/' && location.search === '?group=upcoming'").await?;
    browser.until(LIVE).await?;
    // Asked once: whoever comes back has been told.
    let kept = "JSON.stringify({ ...localStorage }) === '{\"medborgardialoger / offer\":\"sv\"}'";
    browser.until(kept).await?;
    browser.driver.goto("about:blank").await?;
    browser.open_page(server, "fi/").await?;
    browser.until(LIVE).await?;
    browser.see(of(Lang::Fi).search).await?;
    ensure!(!browser.has(".offer").await?, "asked after a yes");
    // A no holds, here and on the next page, and nothing else is kept.
    browser.eval("(localStorage.clear(), true)").await?;
    browser.driver.goto("about:blank").await?;
    browser.open_page(server, "en/").await?;
    browser.find(".offer").await?;
    browser.click(".offer button").await?;
    browser.until("!document.querySelector('.offer')").await?;
    browser.until(kept).await?;
    browser.until("document.activeElement === document.getElementById('content')").await?;
    browser.driver.goto("about:blank").await?;
    browser.open_page(server, "fi/").await?;
    browser.until(LIVE).await?;
    // It would be there by now: its script is asked for before the app's.
    browser.see(of(Lang::Fi).search).await?;
    ensure!(!browser.has(".offer").await?, "asked once more");
    Ok(())
}

async fn speaks_each_without_a_network(browser: &Browser, server: &Server) -> Result<()> {
    let version = Version::print(server, "one", &feed::example()?, "", &[]).await?;
    server.over(&version.name);
    browser.open_page(server, "").await?;
    settle(browser).await?;
    server.stop();
    for lang in Lang::ALL {
        goto(browser, server, &format!("{}{PARK}", lang.folder())).await?;
        browser.until(&format!("document.documentElement.lang === '{}'", lang.tag())).await?;
        browser.see(of(lang).back_to_list).await?;
    }
    browser.console(server).await?;
    Ok(())
}

async fn says_what_the_feed_has_only_in_another(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::of(
        r#"{"id":"a","title":{"ar":"حوار حول الحديقة","fi":"Puisto"},"summary":{"ar":"تعال وتحدث معنا 16.00"},
            "topics":["Park"],"meetings":[{"id":"m","title":{"ar":"لقاء"},"start":"@+3T16:00","end":"@+3T18:00"}]},
           {"id":"b","title":"Skola","stage":"open"}"#,
    )));
    browser.open_page(server, "en/dialog/a/").await?;
    browser.until(LIVE).await?;
    let only = |lang: Lang, tag: &str| of(lang).foreign_text.with(&of(lang).in_language(tag));
    browser.see(&only(Lang::En, "ar")).await?;
    let spans = "[...document.querySelectorAll('main [lang=ar]')].map(at => [at.dir, getComputedStyle(at).unicodeBidi, at.textContent])";
    let found = browser.eval(spans).await?;
    let all = found.as_array().map_or(&[][..], |all| all);
    ensure!(all.len() >= 2 && all.iter().all(|at| at[0] == "rtl" && at[1] == "isolate"), "{found}");
    // A language that the feed has is shown in it, without a word.
    browser.open_page(server, "fi/dialog/a/").await?;
    browser.until_texts("h1", &["Puisto"]).await?;
    ensure!(
        !browser.eval("document.querySelector('h1 [lang]')").await?.is_object(),
        "marked in its own language"
    );
    // But not all of it is in Finnish.
    let fi = of(Lang::Fi);
    browser.see(&fi.foreign_part.with(&fi.in_language("ar"))).await?;
    // What is chosen from, what is chosen and what could be dropped, each in the language that it has.
    browser.open_page(server, "fi/?topic=Park&q=skola").await?;
    browser.until(LIVE).await?;
    for at in ["#topic option:last-child", ".chip [lang]", ".ways [lang]"] {
        browser.until(&format!("document.querySelector('{at}')?.lang === 'sv'")).await?;
        browser.until(&format!("document.querySelector('{at}').textContent.startsWith('Park')")).await?;
    }
    Ok(())
}

async fn sorts_and_names_choices_in_the_words_of_the_reader(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    server.feed(Feed::Body(feed::of(
        r#"{"id":"a","title":"A","topics":[{"sv":"Öar","fi":"Asuminen"},{"sv":"Ande","fi":"Öljy"}],"stage":"open"},
           {"id":"b","title":"B","topics":[{"sv":"Ande","fi":"Öljy"}],"stage":"open"}"#,
    )));
    let options = "[...document.querySelectorAll('#topic option')].slice(1).map(at => at.textContent)";
    for (folder, wanted) in [("", ["Ande (2)", "Öar (1)"]), ("fi/", ["Asuminen (1)", "Öljy (2)"])] {
        browser.open_page(server, folder).await?;
        browser.until(LIVE).await?;
        browser.until(&format!("JSON.stringify({options}) === JSON.stringify({})", json!(wanted))).await?;
    }
    browser.choose("topic", "Öar").await?;
    browser.until_query("?topic=Öar").await?;
    browser.until("document.querySelector('.chip').textContent.includes('Asuminen')").await
}

async fn saves_a_calendar_file_in_its_words(browser: &Browser, server: &Server) -> Result<()> {
    let json = feed::example()?;
    server.feed(Feed::Body(json.clone()));
    let mut uids = Vec::new();
    for lang in Lang::ALL {
        browser.forget_saved()?;
        browser.open_page(server, &format!("{}{PARK}", lang.folder())).await?;
        browser.until(LIVE).await?;
        let link = ".calendar-link a[download]";
        let name = browser.attribute(link, "download").await?;
        ensure!(name.starts_with(of(lang).entry.file_prefix), "{name}");
        browser.click(link).await?;
        let file = String::from_utf8(browser.saved(&name).await?)?;
        let unfolded = file.replace("\r\n ", "");
        let origin = server.origin();
        ensure!(unfolded.contains(&format!("URL:{origin}/{}{PARK}", lang.folder())), "{file}");
        ensure!(unfolded.contains("DTSTART;TZID=Europe/Stockholm:"), "{file}");
        uids.extend(unfolded.lines().find(|line| line.starts_with("UID:")).map(str::to_owned));
    }
    // Whoever changes language gets no second entry.
    uids.dedup();
    ensure!(matches!(uids.as_slice(), [one] if one.contains("park-vid-provby-strand")), "{uids:?}");
    Ok(())
}
