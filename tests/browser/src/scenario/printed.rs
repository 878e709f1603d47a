//! The page that stands before the app is there, without it, and what the app keeps of it when it takes over.

use std::time::Duration;

use anyhow::{Result, ensure};
use medborgardialoger::domain::feed::FeedError;
use medborgardialoger::domain::live::Trouble;
use medborgardialoger::domain::{ics, when};
use medborgardialoger::text::date;
use medborgardialoger::text::trouble::trouble as say_trouble;
use serde_json::{Value, json};

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::feed::{self, sv};
use crate::print;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![
    Light in ALL:
        reads_without_scripts_from_the_list_to_the_calendar_file,
        reads_where_wasm_is_refused,
        reads_where_the_wasm_is_gone,
        shows_the_feed_where_nothing_is_printed,
        equals_the_print_once_the_app_is_there,
        asks_once_for_the_feed_and_once_for_the_wasm,
        keeps_what_was_typed_and_narrows_by_it,
        keeps_what_was_chosen_in_the_address_too,
        keeps_place_focus_selection_and_what_was_opened,
        narrows_by_the_address,
        waits_for_the_end_of_a_word_an_open_list_and_a_press,
        follows_what_was_tapped_before_the_app_was_there,
        keeps_to_the_fragment,
        keeps_the_print_when_the_feed_fails_and_takes_over_after_a_retry,
        keeps_the_print_when_the_feed_hangs,
        keeps_a_print_that_the_feed_no_longer_has_on_its_first_page,
        asks_again_for_a_feed_that_is_older_than_its_print;
    Light in CHROMIUM:
        shifts_nothing,
];

const PARK: &str = "dialog/park-vid-provby-strand/";
pub(super) const STANDS: &str = "document.querySelector('#app[data-print] h1') !== null";
pub(super) const LIVE: &str = "document.querySelector('#app:not([data-print]) h1') !== null";
pub(super) const HIDDEN: &str =
    "(css => [...document.querySelectorAll(css)].every(at => at.getClientRects().length === 0))";

/// Prints the example feed and shows it, with the same feed live.
pub(super) async fn print_example(server: &Server) -> Result<String> {
    let json = feed::example()?;
    print::site(server, &json).await?;
    Ok(json)
}

pub(super) async fn goto(browser: &Browser, server: &Server, page: &str) -> Result<()> {
    // Without a copy of the feed, or the app would be there at once.
    browser.forget_copies().await?;
    Ok(browser.driver.goto(server.url(page)).await?)
}

/// Opens a page whose feed takes so long that the print stands for a while.
async fn open_slowly(browser: &Browser, server: &Server, page: &str) -> Result<()> {
    server.feed(Feed::Slow(Duration::from_millis(2500)));
    goto(browser, server, page).await?;
    browser.until(STANDS).await
}

/// The list by groups, a dialogue, its calendar file and the archive, all by links.
async fn reads(browser: &Browser, server: &Server, json: &str) -> Result<()> {
    goto(browser, server, "").await?;
    ensure!(browser.eval(STANDS).await? == true, "no print stands");
    browser.until_texts("h2.group-title", &["Pågår nu", "Kommande", "Avslutade"]).await?;
    let rows = browser.texts(".card-title").await?;
    ensure!(rows.len() == 10, "{rows:?}");
    browser.click("#d-park-vid-provby-strand").await?;
    browser.until_page(&format!("/{PARK}"), "Ny park vid Provby strand").await?;
    browser.see("Så kan du vara med").await?;
    // The button is a link to a real file.
    let read = feed::read(json)?;
    let (dialogue, meeting) = feed::meeting(&read, "park-vid-provby-strand", "bibliotek")?;
    let (entry, name) = feed::entry(&read, dialogue, meeting, &server.origin(), "/");
    let href = browser.attribute(".calendar-link a.button", "href").await?;
    ensure!(href == format!("/{PARK}bibliotek.ics"), "the calendar file is at {href}");
    browser.click(".calendar-link a.button").await?;
    let saved = browser.saved(&name).await?;
    ensure!(String::from_utf8(saved)? == ics::print(&entry), "the saved file is not what the core prints");
    browser.forget_saved()?;
    browser.click(".back-link").await?;
    browser.until_page("/", "Medborgardialoger").await?;
    browser.click(".years a").await?;
    browser.until("location.pathname.startsWith('/arkiv/')").await?;
    browser.find(".card-title").await?;
    ensure!(!browser.has("#app [role=alert]").await?, "an alert over a page that can be read");
    Ok(())
}

/// Only Chromium's driver can switch scripts off. In the others the one that starts all others is lost.
async fn reads_without_scripts_from_the_list_to_the_calendar_file(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let json = print_example(server).await?;
    if browser.engine != Engine::Chromium {
        server.lose(".js");
        let read = reads(browser, server, &json).await;
        browser.console(server).await?;
        read?;
        ensure!(server.times("feed.json") == 0, "a script ran");
        return Ok(());
    }
    let switch = async |off: bool| {
        let cdp = browser.driver.cdp();
        cdp.send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": off })).await
    };
    switch(true).await?;
    let read = async {
        reads(browser, server, &json).await?;
        goto(browser, server, "").await?;
        ensure!(
            browser.eval(&format!("{HIDDEN}('.filter-bar, button, .soon, .when-where-soon')")).await? == true,
            "dead controls are shown"
        );
        browser.until_texts(".list .no-app", &[sv().no_app]).await
    };
    let read = read.await;
    switch(false).await?;
    read
}

async fn reads_where_wasm_is_refused(browser: &Browser, server: &Server) -> Result<()> {
    server.policy("default-src 'self'");
    reads_without_wasm(browser, server).await
}

async fn reads_where_the_wasm_is_gone(browser: &Browser, server: &Server) -> Result<()> {
    server.lose(".wasm");
    reads_without_wasm(browser, server).await
}

async fn reads_without_wasm(browser: &Browser, server: &Server) -> Result<()> {
    let json = print_example(server).await?;
    reads(browser, server, &json).await?;
    goto(browser, server, "").await?;
    browser.until(&format!("{HIDDEN}('.filter-bar, button, .soon, .when-where-soon')")).await?;
    browser.until_texts(".list .no-app", &[sv().no_app]).await?;
    let seen = browser.eval("document.querySelector('.list .no-app').getClientRects().length").await?;
    ensure!(seen != 0, "the line is hidden");
    // What was refused or lost is on the console, and that was meant.
    browser.console(server).await?;
    server.stopped();
    Ok(())
}

async fn shows_the_feed_where_nothing_is_printed(browser: &Browser, server: &Server) -> Result<()> {
    print::unprinted(server)?;
    browser.open_page(server, "").await?;
    browser.until_texts("#hits", &["3 dialoger"]).await?;
    ensure!((server.times("feed.json"), wasm(server)) == (1, 1), "asked: {:?}", server.asked_by_page());
    Ok(())
}

/// What a page is, in order, without what may differ: comments, the order of attributes, the address of a file that
/// the app makes itself.
const CANON: &str = "const canon = node => [...node.childNodes].map(at => {
        if (at.nodeType === 3) return at.data;
        if (at.nodeType !== 1 || at.matches('.no-app, .aloud')) return '';
        const file = at.hasAttribute('download');
        const attributes = [...at.attributes].filter(a => !(file && a.name === 'href'))
            .map(a => a.name + '=' + a.value).sort().join(' ');
        return `<${at.localName} ${attributes}>${canon(at)}</>`;
    }).join('');";

async fn equals_the_print_once_the_app_is_there(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    browser.open_page(server, "").await?;
    let archive = browser.attribute(".years a", "href").await?;
    let pages = ["", PARK, "dialog/skolans-lokaler/", "dialog/biblioteket/", archive.trim_start_matches('/')];
    for page in pages {
        browser.open_page(server, page).await?;
        let compare = format!(
            "const done = arguments[0]; {CANON}
            fetch(location.href).then(answer => answer.text()).then(html => {{
                const print = new DOMParser().parseFromString(html, 'text/html').getElementById('app');
                const [a, b] = [canon(print), canon(document.getElementById('app'))];
                let i = 0; while (i < a.length && a[i] === b[i]) i++;
                done(a === b ? null : [a.slice(Math.max(0, i - 80), i + 120), b.slice(Math.max(0, i - 80), i + 120)]);
            }});"
        );
        let found = browser.driver.execute_async(compare, vec![]).await?;
        ensure!(*found.json() == Value::Null, "{page}: print and live differ: {}", found.json());
    }
    Ok(())
}

fn wasm(server: &Server) -> usize {
    server.asked_by_page().iter().filter(|asked| asked.path.ends_with(".wasm")).count()
}

async fn asks_once_for_the_feed_and_once_for_the_wasm(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.until_texts("#hits", &["3 dialoger"]).await?;
    let asked = server.asked_by_page();
    let times = |start: &str, end: &str| {
        asked.iter().filter(|asked| asked.path.starts_with(start) && asked.path.ends_with(end)).count()
    };
    ensure!((times("/feed", ".json"), times("/", ".wasm")) == (1, 1), "asked: {asked:?}");
    ensure!(times("/no-app-", ".css") <= 1 && times("/start-", ".js") == 1, "asked: {asked:?}");
    Ok(())
}

async fn keeps_what_was_typed_and_narrows_by_it(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    open_slowly(browser, server, "").await?;
    browser.write("#q", "parken").await?;
    browser.eval("document.getElementById('q').setSelectionRange(4, 4)").await?;
    ensure!(browser.eval(STANDS).await? == true, "typed too late to tell");
    browser.until(LIVE).await?;
    browser.until_texts("#hits", &["1 träff"]).await?;
    browser.until_focus("#q").await?;
    browser.press("xx").await?;
    browser.until_query("?q=parkxxen").await?;
    browser.rewrite("#q", "").await?;
    browser.until_texts("#hits", &["10 dialoger"]).await?;
    browser.until_query("").await
}

async fn keeps_what_was_chosen_in_the_address_too(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    open_slowly(browser, server, "").await?;
    browser.write("#q", "provby").await?;
    browser.choose("district", "Provby").await?;
    browser.choose("topic", "Parker och natur").await?;
    ensure!(browser.eval(STANDS).await? == true, "chosen too late to tell");
    browser.until(LIVE).await?;
    browser.until_query("?q=provby&district=Provby&topic=Parker och natur").await?;
    let values = "['q', 'district', 'topic'].map(id => document.getElementById(id).value)";
    ensure!(browser.eval(values).await? == json!(["provby", "Provby", "Parker och natur"]));
    browser.back().await?;
    browser.until_query("?q=provby&district=Provby").await?;
    browser.until(&format!("{LIVE} && document.getElementById('topic').value === ''")).await
}

async fn keeps_place_focus_selection_and_what_was_opened(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    browser.resize(360, 500).await?;
    open_slowly(browser, server, "").await?;
    browser.eval("document.querySelector('details').open = true").await?;
    browser.eval("document.getElementById('d-simhallen').focus()").await?;
    browser.eval("document.getElementById('d-simhallen').scrollIntoView({ block: 'center' })").await?;
    let mark = "(title => getSelection().setBaseAndExtent(title.firstChild, 9, title.firstChild, 2))(document.querySelector('.lead'))";
    browser.eval(mark).await?;
    let state = "[scrollY, document.activeElement.id, getSelection().toString(), getSelection().anchorOffset, document.querySelectorAll('details[open]').length]";
    let before = browser.eval(state).await?;
    ensure!(
        before[0].as_f64() > Some(100.0) && before[2].as_str().map(str::len) >= Some(7),
        "before: {before}"
    );
    ensure!(browser.eval(STANDS).await? == true, "too late to tell");
    browser.until(LIVE).await?;
    let after = browser.eval(state).await?;
    ensure!(after == before, "before {before}, after {after}");
    // What has no id is found by its place.
    open_slowly(browser, server, PARK).await?;
    browser.eval("document.querySelector('.detail summary').focus()").await?;
    browser.until(LIVE).await?;
    browser.until("document.activeElement === document.querySelector('.detail summary')").await
}

async fn narrows_by_the_address(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    browser.open_page(server, "?district=Centrum").await?;
    browser.until_texts("#hits", &["6 träffar"]).await?;
    ensure!(browser.eval("document.getElementById('district').value").await? == "Centrum");
    Ok(())
}

async fn waits_for_the_end_of_a_word_an_open_list_and_a_press(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    print_example(server).await?;
    server.feed(Feed::Slow(Duration::from_millis(700)));
    let on = |begin: &str| format!("(q => {{ q.focus(); {begin} }})(document.getElementById('q'))");
    let word = on("q.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))");
    let list = "document.getElementById('district').focus()".to_owned();
    let cases = [
        (
            word,
            on(
                "q.value = '公園'; q.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))",
            ),
        ),
        (list, "document.activeElement.blur()".to_owned()),
    ];
    for (begin, end) in cases {
        goto(browser, server, "").await?;
        browser.until(STANDS).await?;
        browser.eval(&begin).await?;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        ensure!(browser.eval(STANDS).await? == true, "{begin} is cut short");
        browser.eval(&end).await?;
        browser.until(LIVE).await?;
        browser.forget_copies().await?;
        browser.driver.goto("about:blank").await?;
    }
    Ok(())
}

async fn follows_what_was_tapped_before_the_app_was_there(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    open_slowly(browser, server, PARK).await?;
    browser.eval("document.querySelector('.actions > button').click()").await?;
    ensure!(browser.eval(STANDS).await? == true, "the app was there already");
    browser.until(LIVE).await?;
    browser.until("document.querySelector('.actions > button').textContent.startsWith('Sluta')").await?;
    // Once, not once more at the next page.
    browser.driver.refresh().await?;
    browser.until(LIVE).await?;
    browser.until("document.querySelector('.actions > button').textContent.startsWith('Sluta')").await
}

async fn keeps_to_the_fragment(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    browser.resize(360, 500).await?;
    open_slowly(browser, server, "#upcoming").await?;
    let top = "Math.abs(document.getElementById('upcoming').getBoundingClientRect().top) < 40";
    browser.until(top).await?;
    browser.until(LIVE).await?;
    browser.until(top).await
}

/// Only Chromium measures it.
async fn shifts_nothing(browser: &Browser, server: &Server) -> Result<()> {
    print_example(server).await?;
    for (width, height) in [(360, 740), (1280, 800)] {
        browser.resize(width, height).await?;
        for page in ["", PARK, "dialog/biblioteket/"] {
            for (feed_late, wasm_late) in [(1200, 0), (0, 1200)] {
                server.feed(Feed::Slow(Duration::from_millis(feed_late)));
                server.late(".wasm", Duration::from_millis(wasm_late));
                goto(browser, server, page).await?;
                browser.until(LIVE).await?;
                tokio::time::sleep(Duration::from_millis(300)).await;
                let shifts = "const done = arguments[0]; let sum = 0, moved = [];
                    new PerformanceObserver(list => {
                        for (const entry of list.getEntries()) {
                            sum += entry.value;
                            moved.push(...entry.sources.map(s => s.node && (s.node.className || s.node.nodeName)));
                        }
                    }).observe({ type: 'layout-shift', buffered: true });
                    setTimeout(() => done([sum, moved]), 100);";
                let shifts = browser.driver.execute_async(shifts, vec![]).await?.json().clone();
                ensure!(shifts == json!([0, []]), "{width} × {height}, {page}: shifts {shifts}");
            }
        }
    }
    Ok(())
}

/// Waits for the notice over a print.
async fn tells(browser: &Browser, made: &str, trouble: &Trouble) -> Result<()> {
    let made = when::instant(made).map(|made| date::moment(sv(), when::When::Time(made))).unwrap_or_default();
    let title = format!("{}{made}", sv().stale);
    let why = sv().no_newer.with(&say_trouble(sv(), trouble).text);
    browser.until_texts(".stale h2, .stale p, .stale button", &[&title, &why, sv().retry]).await?;
    ensure!(browser.attribute(".stale section", "role").await? == "status", "not read out");
    browser.until(&format!("{HIDDEN}('.filter-bar, .list .no-app')")).await?;
    ensure!(browser.eval(&format!("{HIDDEN}('.stale button')")).await? == false, "no button");
    Ok(())
}

async fn keeps_the_print_when_the_feed_fails_and_takes_over_after_a_retry(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let built = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/feed.json"))?;
    let half = built.get(..built.len() / 2).unwrap_or_default();
    let Some(truncated) = medborgardialoger::domain::feed::parse(half).err() else {
        anyhow::bail!("half a feed is a feed")
    };
    let faults = [
        (Feed::Status(500), Trouble::Status(500)),
        (Feed::Html, Trouble::Feed(FeedError::Html)),
        (Feed::Truncated, Trouble::Feed(truncated)),
        (Feed::Cut, Trouble::Unreachable),
    ];
    for (fault, trouble) in faults {
        server.feed(fault);
        goto(browser, server, "").await?;
        tells(browser, "2024-04-17T12:00:00+02:00", &trouble).await?;
        ensure!(browser.texts(".card-title").await?.len() == 3, "the print is gone");
        // Once more in vain.
        browser.click(".stale button").await?;
        tells(browser, "2024-04-17T12:00:00+02:00", &trouble).await?;
        server.feed(Feed::AsBuilt);
        browser.click(".stale button").await?;
        browser.until(LIVE).await?;
        browser.until_texts("#hits", &["3 dialoger"]).await?;
        ensure!(!browser.has(".stale").await?, "the trouble is still told");
        browser.until("document.activeElement !== document.body").await?;
        browser.until("document.querySelector('.filter-bar').getClientRects().length > 0").await?;
        let console = browser.console(server).await?;
        ensure!(
            !console.iter().any(|line| line.contains("panic") || line.contains("unreachable")),
            "{console:?}"
        );
        browser.forget_copies().await?;
        browser.driver.goto("about:blank").await?;
    }
    Ok(())
}

async fn keeps_the_print_when_the_feed_hangs(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Status(500));
    goto(browser, server, "dialog/torshalla-stads-namnd/").await?;
    tells(browser, "2024-04-17T12:00:00+02:00", &Trouble::Status(500)).await?;
    server.feed(Feed::Hang);
    browser.click(".stale button").await?;
    browser.until_texts(".stale p", &[sv().fetching]).await?;
    tells(browser, "2024-04-17T12:00:00+02:00", &Trouble::Timeout).await?;
    browser.until_texts("h1", &["Medborgardialog med Torshälla stads nämnd"]).await?;
    browser.console(server).await?;
    Ok(())
}

async fn keeps_a_print_that_the_feed_no_longer_has_on_its_first_page(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    print_example(server).await?;
    let next = r#""next":"https://127.0.0.1:9/older.json","dialogues":[{"id":"ny","title":"Ny"}]"#;
    server.feed(Feed::Body(
        feed::of("").replacen(r#""dialogues":[]"#, next, 1).replace("@-1T12:00", "@+0T23:00"),
    ));
    goto(browser, server, "dialog/biblioteket/").await?;
    browser.find(".stale button").await?;
    ensure!(browser.texts("h1").await? != [sv().missing_title], "a good print is replaced");
    ensure!(browser.eval(STANDS).await? == true);
    // The list lacks nothing.
    browser.open_page(server, "").await?;
    browser.until_texts(".card-title", &["Ny"]).await?;
    browser.console(server).await?;
    server.stopped();
    Ok(())
}

async fn asks_again_for_a_feed_that_is_older_than_its_print(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    let old = feed::of(r#"{"id":"gammal","title":"Gammal"}"#);
    print::site(server, &feed::of(r#"{"id":"ny","title":"Ny"}"#).replace("T12:00:00", "T13:00:00")).await?;
    server.feed(Feed::Body(old));
    browser.open_page(server, "").await?;
    // What is there then holds.
    browser.until_texts(".card-title", &["Gammal"]).await?;
    ensure!(server.times("feed.json") == 2, "asked {} times", server.times("feed.json"));
    Ok(())
}
