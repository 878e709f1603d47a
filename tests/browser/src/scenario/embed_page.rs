//! The app in the municipality's page: the page's address, its own links, several embeds, and how one is set up.

use anyhow::{Result, ensure};
use medborgardialoger::domain::lang::Lang;
use medborgardialoger::text::of;
use serde_json::json;

use super::embed::{TAG, open};
use super::{Scenario, scenarios};
use crate::browser::{Browser, WCAG};
use crate::feed;
use crate::host::{Host, Inside, is_first};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    keeps_all_else_that_stands_in_the_address,
    leaves_links_router_and_history_of_the_page_alone,
    keeps_two_on_a_page_apart,
    loads_when_it_comes_near_if_lazy,
    fits_a_column_of_280_px,
    takes_theme_and_colours_from_the_page,
    changes_with_its_attributes,
    keeps_its_state_when_it_is_moved,
    tells_the_page_what_is_opened_and_saved,
    frees_all_that_it_held_when_it_is_removed,
];

async fn keeps_all_else_that_stands_in_the_address(browser: &Browser, server: &Server) -> Result<()> {
    let theirs = "?sv.target=12.abc&sv.12.abc.route=/x/%20y&tom&sv.z=%C3%A5+1";
    let host = open(browser, server, "query", &format!("{theirs}&dialog=simhallen#own")).await?;
    let inside = Inside::of(browser, TAG);
    inside.until_text(".heading-title", "Simhallens öppettider").await?;
    inside.click(".back-link").await?;
    browser.until(&format!("location.search + location.hash === {}", json!(format!("{theirs}#own")))).await?;
    inside.choose("#district", "Provby").await?;
    let narrowed = format!("{theirs}&dialog=%3Fdistrict%3DProvby#own");
    browser.until(&format!("location.search + location.hash === {}", json!(narrowed))).await?;
    // A reload and a shared link show the same.
    browser.driver.refresh().await?;
    inside.until("#district", "it?.value === 'Provby'").await?;
    inside.click("#d-park-vid-provby-strand").await?;
    let detail = format!("{theirs}&dialog=park-vid-provby-strand#own");
    browser.until(&format!("location.search + location.hash === {}", json!(detail))).await?;
    // A link is whole by itself, for a new tab.
    ensure!(inside.eval(".back-link", "it.href").await? == host.url(theirs).as_str());
    browser.back().await?;
    inside.until("#district", "it?.value === 'Provby'").await?;
    browser.back().await?;
    inside.until("#district", "it?.value === ''").await?;
    host.leave(browser, server).await
}

async fn leaves_links_router_and_history_of_the_page_alone(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "router", "").await?;
    let inside = Inside::of(browser, TAG);
    inside.click("#d-simhallen").await?;
    inside.until_text(".heading-title", "Simhallens öppettider").await?;
    inside.click(".back-link").await?;
    inside.see("#d-simhallen").await?;
    ensure!(browser.eval("window.routed").await? == json!([]), "the router took a link of ours");
    // Its own links are its own: within the page,
    browser.click("#down").await?;
    browser.until("location.hash === '#own'").await?;
    inside.see("#d-simhallen").await?;
    // and to another page.
    browser.click("#away").await?;
    browser.until("window.routed.length === 1 && location.pathname === '/annan-sida'").await?;
    ensure!(browser.eval("history.state.mine").await? == "/annan-sida");
    inside.click("#d-simhallen").await?;
    browser.until("location.pathname + location.search === '/annan-sida?dialog=simhallen'").await?;
    browser.back().await?;
    inside.see("#d-simhallen").await?;
    // The page hears of Back, and finds its own state.
    browser.until("window.popped > 0 && history.state.mine === '/annan-sida'").await?;
    host.leave(browser, server).await
}

async fn keeps_two_on_a_page_apart(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "two", "?mote=simhallen").await?;
    let (first, second) = (Inside::of(browser, "#first"), Inside::of(browser, "#second"));
    second.until_text(".heading-title", "Simhallens öppettider").await?;
    first.see("#d-park-vid-provby-strand").await?;
    ensure!(first.eval("#d-simhallen", "it ?? null").await?.is_null(), "Simhallen is not in Provby");
    ensure!(first.eval(".heading-title", "it.tagName").await? == "H2");
    ensure!(second.eval(".heading-title", "it.tagName").await? == "H3");
    first.click("#d-park-vid-provby-strand").await?;
    browser.until("location.search === '?mote=simhallen&dialog=park-vid-provby-strand'").await?;
    second.until_text(".heading-title", "Simhallens öppettider").await?;
    browser.back().await?;
    first.see("#d-park-vid-provby-strand").await?;
    second.until_text(".heading-title", "Simhallens öppettider").await?;
    // One app and one feed for both.
    for end in [".wasm", "feed.json", ".css"] {
        let times = server.asked().iter().filter(|asked| asked.path.ends_with(end)).count();
        ensure!(times == 1, "{end}: asked for {times} times");
    }
    host.leave(browser, server).await
}

async fn loads_when_it_comes_near_if_lazy(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    let host = Host::of("lazy", server).await?;
    browser.driver.goto(host.url("")).await?;
    browser.until("!!customElements.get('medborgar-dialoger')").await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let asked = |end: &str| server.asked().iter().any(|asked| asked.path.ends_with(end));
    ensure!(!asked(".wasm") && !asked("feed.json"), "loaded before it is near");
    browser.eval("document.querySelector('medborgar-dialoger').scrollIntoView()").await?;
    Inside::of(browser, TAG).see("#d-simhallen").await?;
    host.leave(browser, server).await
}

async fn fits_a_column_of_280_px(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "column", "").await?;
    let inside = Inside::of(browser, TAG);
    let narrow = "it.getBoundingClientRect().width === 280 && [...it.querySelectorAll('*')].every(at => at.getBoundingClientRect().right <= it.getBoundingClientRect().right + 1)";
    inside.see("#d-simhallen").await?;
    inside.until(".embed", narrow).await?;
    inside.until(".date-block", "getComputedStyle(it).display === 'none'").await?;
    inside.click("#d-park-vid-provby-strand").await?;
    inside.until_text(".heading-title", "Ny park vid Provby strand").await?;
    inside.until(".embed", narrow).await?;
    let next = Inside::of(browser, "#next");
    next.until(".embed", &format!("{narrow} && it.querySelectorAll('.card').length === 1")).await?;
    next.until_text(".card-title", "Ny park vid Provby strand").await?;
    ensure!(next.eval(".filter-bar", "it.getClientRects().length").await? == 0);
    let compact = Inside::of(browser, "#compact");
    compact.until(".embed", &format!("{narrow} && it.querySelectorAll('.card').length === 3")).await?;
    if is_first(browser) {
        let violations = browser.axe(WCAG).await?;
        ensure!(violations.is_empty(), "{violations:?}");
    }
    host.leave(browser, server).await
}

async fn takes_theme_and_colours_from_the_page(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "theme", "").await?;
    let inside = Inside::of(browser, TAG);
    let looks = async |css: &str, name: &str| inside.eval(css, &format!("getComputedStyle(it).{name}")).await;
    ensure!(looks(".medborgardialoger", "backgroundColor").await? == "rgb(22, 24, 26)");
    inside.see(".card-link").await?;
    ensure!(looks(".card-link", "color").await? == "rgb(255, 216, 77)");
    ensure!(looks(".card-facts", "fontFamily").await? == "\"Courier New\", monospace");
    ensure!(looks(".heading-title", "textDecorationLine").await? == "underline", "a part can be styled");
    if is_first(browser) {
        let violations = browser.axe(WCAG).await?;
        ensure!(violations.is_empty(), "{violations:?}");
    }
    browser.eval("document.querySelector('medborgar-dialoger').setAttribute('theme', 'light')").await?;
    inside
        .until(".medborgardialoger", "getComputedStyle(it).backgroundColor === 'rgb(255, 255, 255)'")
        .await?;
    browser.eval("document.querySelector('medborgar-dialoger').setAttribute('font', 'inherit')").await?;
    inside.until(".card-facts", "getComputedStyle(it).fontFamily.startsWith('Georgia')").await?;
    host.leave(browser, server).await
}

async fn changes_with_its_attributes(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "strict", "").await?;
    let inside = Inside::of(browser, TAG);
    let set = async |name: &str, value: &str| {
        let set = format!("document.querySelector('{TAG}').setAttribute({}, {})", json!(name), json!(value));
        browser.eval(&set).await
    };
    let cards = |count: usize| format!("it.querySelectorAll('.card').length === {count}");
    inside.until(".embed", &cards(10)).await?;
    set("district", "Provby").await?;
    inside
        .until(
            ".embed",
            "!it.querySelector('#d-simhallen') && !!it.querySelector('#d-park-vid-provby-strand')",
        )
        .await?;
    set("limit", "2").await?;
    inside.until(".embed", &cards(2)).await?;
    set("district", "").await?;
    set("group", "ended").await?;
    inside
        .until(
            ".embed",
            "[...it.querySelectorAll('.group-title')].map(at => at.innerText).join() === 'Avslutade'",
        )
        .await?;
    set("group", "").await?;
    set("layout", "next").await?;
    inside.until(".embed", &cards(1)).await?;
    set("heading-level", "5").await?;
    inside.until(".heading-title", "it?.tagName === 'H5'").await?;
    set("layout", "list").await?;
    set("limit", "").await?;
    inside.until(".embed", &cards(10)).await?;
    for (tag, lang) in [("fi", Lang::Fi), ("sv-simple", Lang::Simple), ("EN-GB", Lang::En), ("ar", Lang::Sv)]
    {
        set("lang", tag).await?;
        inside.until(".medborgardialoger", &format!("it?.lang === {}", json!(lang.tag()))).await?;
        inside.until_text("label[for=q]", of(lang).search).await?;
    }
    inside.until(".embed", &cards(10)).await?;
    set("param", "annan").await?;
    inside.click("#d-simhallen").await?;
    browser.until("location.search === '?annan=simhallen'").await?;
    // Another feed.
    server.feed(Feed::Body(feed::many(3)));
    set("feed", &server.url("feed.json?annan")).await?;
    browser.back().await?;
    inside.until(".embed", "it?.querySelector('#d-nr-1')?.innerText === 'Dialog 1'").await?;
    host.leave(browser, server).await
}

async fn keeps_its_state_when_it_is_moved(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "strict", "").await?;
    let inside = Inside::of(browser, TAG);
    inside.write("#q", "simhall").await?;
    inside.until_text("#hits", "1 träff").await?;
    inside.eval(".embed", "(window.before = it, true)").await?;
    let moves = ["append", "prepend"].into_iter().chain(is_first(browser).then_some("moveBefore"));
    for how in moves {
        let to = if how == "moveBefore" { "moveBefore(at, null)".to_owned() } else { format!("{how}(at)") };
        browser.eval(&format!("(at => {{ document.querySelector('main').{to}; return true; }})(document.querySelector('{TAG}'))")).await?;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        ensure!(inside.eval(".embed", "it === window.before").await? == true, "made anew by {how}");
        inside.until("#q", "it.value === 'simhall'").await?;
    }
    host.leave(browser, server).await
}

async fn tells_the_page_what_is_opened_and_saved(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "strict", "").await?;
    let hear = "(window.heard = [], ['open', 'calendar'].forEach(what => document.addEventListener('medborgar-dialoger:' + what, event => heard.push([what, event.target.localName, event.detail]))), true)";
    browser.eval(hear).await?;
    let inside = Inside::of(browser, TAG);
    inside.click("#d-simhallen").await?;
    inside.until_text(".heading-title", "Simhallens öppettider").await?;
    inside.click(".calendar-link > a.button").await?;
    browser.until("heard.length === 2").await?;
    let file = inside.eval(".calendar-link > a.button", "it.download").await?;
    let wanted = json!([["open", TAG, { "id": "simhallen" }], ["calendar", TAG, { "file": file }]]);
    ensure!(browser.eval("heard").await? == wanted, "{}", browser.eval("heard").await?);
    host.leave(browser, server).await
}

/// 200 times: the memory of the app's wasm grows while the first of them come, a page or two of 64 KB, and then no more.
async fn frees_all_that_it_held_when_it_is_removed(browser: &Browser, server: &Server) -> Result<()> {
    let host = open(browser, server, "strict", "").await?;
    Inside::of(browser, TAG).see("#d-simhallen").await?;
    let script = "(at => { at.type = 'module'; at.src = 'memory.js'; document.head.append(at); return true; })(document.createElement('script'))";
    browser.eval(script).await?;
    for _ in 0..3 {
        // Some 10 s, where two engines share a core.
        if browser.until("!!window.pages").await.is_ok() {
            break;
        }
    }
    let pages = browser.eval("window.pages ?? null").await?;
    let at = |i: usize| pages.get(i).and_then(serde_json::Value::as_f64);
    // One page (64 KB) for what lies scattered; words that were read anew at each mount took some twenty.
    let grown = at(199).zip(at(99)).map(|(end, middle)| end - middle);
    ensure!(grown.is_some_and(|pages| pages <= 1.0), "pages of memory: {pages}");
    host.leave(browser, server).await
}
