//! The way through the pages: addresses, Back and Forward, title, focus and scroll.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::{Scenario, scenarios};
use crate::browser::{Browser, patiently};
use crate::feed;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    opens_a_dialogue_by_its_address_and_again_after_a_reload,
    puts_title_focus_and_scroll_right_after_a_link,
    comes_back_to_the_same_place_and_focus,
    leads_back_from_unknown_addresses,
    skips_to_the_content,
    leads_to_the_contact_from_what_is_not_stated,
    keeps_a_search_when_a_row_is_tapped_at_once,
    leaves_clicks_with_a_modifier_to_the_browser,
    works_under_a_path,
    keeps_address_and_list_together_after_forward,
    keeps_address_and_page_together_where_frames_are_late,
    leads_to_the_top_where_one_stood_lower_before,
    shares_the_page_that_is_shown,
];

const PARK: &str = "Ny park vid Provby strand";

async fn open_example(browser: &Browser, server: &Server, page: &str) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, page).await
}

async fn opens_a_dialogue_by_its_address_and_again_after_a_reload(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    browser.open_page(server, "dialog/torshalla-stads-namnd/").await?;
    let title = "Medborgardialog med Torshälla stads nämnd";
    for _ in 0..2 {
        browser.until_page("/dialog/torshalla-stads-namnd/", title).await?;
        browser
            .until(&format!("document.title === '{title} – Medborgardialoger, Eskilstuna kommun'"))
            .await?;
        browser.see("Kvarnen, Storgatan 26, Torshälla").await?;
        browser.driver.refresh().await?;
    }
    // Without its last slash too.
    browser.open_page(server, "dialog/torshalla-stads-namnd").await?;
    browser.until_texts("h1", &[title]).await
}

async fn puts_title_focus_and_scroll_right_after_a_link(browser: &Browser, server: &Server) -> Result<()> {
    open_example(browser, server, "").await?;
    browser.click("#d-simhallen").await?;
    browser.until_page("/dialog/simhallen/", "Simhallens öppettider").await?;
    browser.until("document.title.startsWith('Simhallens öppettider – ')").await?;
    browser.until("document.activeElement === document.querySelector('h1')").await?;
    ensure!(browser.eval("scrollY").await? == 0, "scrolled to {}", browser.eval("scrollY").await?);
    ensure!(server.times("") == 1 && server.times("feed.json") == 1, "a link loads nothing anew");
    browser.click(".back-link").await?;
    browser.until_page("/", "Medborgardialoger").await?;
    browser.until("document.activeElement === document.querySelector('h1') && scrollY === 0").await?;
    browser.until("document.title === 'Medborgardialoger, Exempelstads kommun'").await
}

async fn comes_back_to_the_same_place_and_focus(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(1280, 600).await?;
    open_example(browser, server, "?group=upcoming").await?;
    for id in ["aldres-vardag", "simhallen"] {
        browser.find(&format!("#d-{id}")).await?;
        browser
            .eval(&format!("document.getElementById('d-{id}').scrollIntoView({{ block: 'center' }})"))
            .await?;
        // Even the quickest thumb leaves a page a frame to be told that it scrolled.
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        let stood = browser.eval("scrollY").await?.as_f64().unwrap_or_default();
        ensure!(stood > 100.0, "the page is too short to tell: {stood}");
        browser.click(&format!("#d-{id}")).await?;
        browser.until(&format!("location.pathname === '/dialog/{id}/' && scrollY === 0")).await?;
        browser.back().await?;
        browser
            .until(&format!(
                "location.search === '?group=upcoming' && document.activeElement.id === 'd-{id}'"
            ))
            .await?;
        let near = async || {
            let stands = browser.eval("scrollY").await?.as_f64().unwrap_or_default();
            Ok((stands - stood).abs() <= 5.0)
        };
        let waited = patiently("the old place", near).await;
        ensure!(waited.is_ok(), "stood at {stood}, stands at {}", browser.eval("scrollY").await?);
        browser.forward().await?;
        browser.until(&format!("location.pathname === '/dialog/{id}/'")).await?;
        let there =
            browser.until("document.activeElement === document.querySelector('h1') && scrollY === 0").await;
        ensure!(
            there.is_ok(),
            "Forward leads to {} and {}",
            browser.focus().await?,
            browser.eval("scrollY").await?
        );
        browser.back().await?;
        browser.until(&format!("document.activeElement.id === 'd-{id}'")).await?;
    }
    Ok(())
}

async fn leads_back_from_unknown_addresses(browser: &Browser, server: &Server) -> Result<()> {
    for page in ["dialog/finns-inte/", "dialog/Ett%20två/", "nagot/helt/annat", "dialog/"] {
        browser.open_page(server, page).await?;
        browser.until_texts("h1", &["Sidan finns inte"]).await?;
        browser.until("document.title === 'Sidan finns inte – Medborgardialoger, Eskilstuna kommun'").await?;
        browser.see("Adressen kan vara felskriven, eller så har dialogen tagits bort.").await?;
        browser.until_texts("main a.button", &["Visa alla medborgardialoger"]).await?;
        browser.click("main a.button").await?;
        browser.until_page("/", "Medborgardialoger").await?;
        browser.find("#d-trygghet-i-stadsdelarna").await?;
        // Chromium tells the console of each 404.
        browser.console(server).await?;
    }
    Ok(())
}

async fn skips_to_the_content(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.find("#hits").await?;
    browser.press(Key::Tab).await?;
    browser.until_focus("a.skip-link").await?;
    // Seen once it has the focus.
    let shown = browser.find(".skip-link").await?.rect().await?;
    ensure!(shown.height >= 40.0 && shown.y >= 0.0, "the skip link is not to be seen: {shown:?}");
    browser.press(Key::Enter).await?;
    browser.until_focus("#content").await?;
    browser.until_page("/", "Medborgardialoger").await
}

async fn leads_to_the_contact_from_what_is_not_stated(browser: &Browser, server: &Server) -> Result<()> {
    open_example(browser, server, "dialog/park-vid-provby-strand/").await?;
    browser.until_texts("h1", &[PARK]).await?;
    browser.see("Behöver du något mer? Fråga oss").await?;
    browser.click(".when-where a[href='#contact']").await?;
    browser.until("location.hash === '#contact'").await?;
    let in_view = "(box => box.top >= 0 && box.bottom <= innerHeight)(document.getElementById('contact').getBoundingClientRect())";
    browser.until(in_view).await?;
    browser.until_page("/dialog/park-vid-provby-strand/", PARK).await?;
    // The same address, opened from a mail.
    browser.driver.goto("about:blank").await?;
    browser.open_page(server, "dialog/park-vid-provby-strand/#contact").await?;
    browser.until(in_view).await
}

async fn keeps_a_search_when_a_row_is_tapped_at_once(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.find("#q").await?;
    // Within 100 ms, when the address has not followed yet.
    browser
        .driver
        .execute(
            "const field = document.getElementById('q');
            field.value = 'trygg'; field.dispatchEvent(new Event('input', { bubbles: true }));
            setTimeout(() => document.querySelector('.card-link').click(), 80);",
            vec![],
        )
        .await?;
    browser
        .until_page("/dialog/trygghet-i-stadsdelarna/", "Medborgardialog om trygghet i stadsdelarna")
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    browser
        .until_page("/dialog/trygghet-i-stadsdelarna/", "Medborgardialog om trygghet i stadsdelarna")
        .await?;
    browser.back().await?;
    browser.until_query("?q=trygg").await?;
    browser.until("document.getElementById('q')?.value === 'trygg'").await?;
    browser.until_texts("#hits", &["1 träff"]).await
}

async fn leaves_clicks_with_a_modifier_to_the_browser(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.find("#d-trygghet-i-stadsdelarna").await?;
    // This listener hears after the app's, and keeps the new tab from opening.
    let clicks = "const taken = [];
        for (const how of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, {}]) {
            window.addEventListener('click', event => { taken.push(event.defaultPrevented); event.preventDefault(); }, { once: true });
            document.querySelector('#d-trygghet-i-stadsdelarna')
                ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
        }
        return taken;";
    let taken = browser.driver.execute(clicks, vec![]).await?;
    ensure!(*taken.json() == json!([false, false, false, false, true]), "taken by the app: {}", taken.json());
    Ok(())
}

async fn works_under_a_path(browser: &Browser, _: &Server) -> Result<()> {
    let server = &Server::at_path().await?;
    server.feed(Feed::Body(feed::example()?));
    let base = "/medborgardialoger/";
    browser.open_page(server, "").await?;
    browser.choose("district", "Provby").await?;
    browser.until_query("?district=Provby").await?;
    browser.click("#d-park-vid-provby-strand").await?;
    let park = format!("{base}dialog/park-vid-provby-strand/");
    browser.until_page(&park, PARK).await?;
    browser.driver.refresh().await?;
    browser.until_page(&park, PARK).await?;
    browser.click(".when-where a[href='#contact']").await?;
    browser.until_page(&park, PARK).await?;
    browser.back().await?;
    browser.back().await?;
    browser.until_page(base, "Medborgardialoger").await?;
    browser.until_query("?district=Provby").await?;
    browser.until("document.getElementById('district').value === 'Provby'").await?;
    browser.click(".chip").await?;
    browser.until(&format!("location.href.endsWith('{base}')")).await?;
    browser.open_page(server, "finns/inte").await?;
    browser.until_texts("h1", &["Sidan finns inte"]).await?;
    browser.click("main a.button").await?;
    browser.until_page(base, "Medborgardialoger").await?;
    ensure!(browser.has(&format!(".page-footer a[href='{base}feed.json']")).await?);
    let console = browser.console(server).await?;
    ensure!(console.is_empty(), "on the console: {console:?}");
    let stopped = server.stopped();
    ensure!(stopped.is_empty(), "the policy {stopped:?}");
    Ok(())
}

/// The router takes an address that its own list of visits ends in for the one at hand, and writes nothing.
async fn keeps_address_and_list_together_after_forward(browser: &Browser, server: &Server) -> Result<()> {
    open_example(browser, server, "").await?;
    browser.choose("district", "Provby").await?;
    browser.until_query("?district=Provby").await?;
    browser.choose("topic", "Trafik").await?;
    browser.until_query("?district=Provby&topic=Trafik").await?;
    browser.back().await?;
    browser.until_query("?district=Provby").await?;
    browser.forward().await?;
    browser.until_query("?district=Provby&topic=Trafik").await?;
    browser.click(".chips li:nth-child(2) .chip").await?;
    browser.until_query("?district=Provby").await?;
    browser.until_texts("#hits", &["4 träffar"]).await?;
    browser.driver.refresh().await?;
    browser.until_texts("#hits", &["4 träffar"]).await
}

/// As in a window that is hidden, or on a phone that is busy.
async fn keeps_address_and_page_together_where_frames_are_late(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    open_example(browser, server, "").await?;
    browser.eval("(window.requestAnimationFrame = draw => setTimeout(draw, 700), 0)").await?;
    browser.eval("document.getElementById('d-biblioteket').click()").await?;
    browser.until_page("/dialog/biblioteket/", "Bibliotekets nya rum").await?;
    browser.back().await?;
    browser.until_page("/", "Medborgardialoger").await?;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    browser.until_page("/", "Medborgardialoger").await
}

async fn leads_to_the_top_where_one_stood_lower_before(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(1280, 600).await?;
    open_example(browser, server, "").await?;
    browser.find("#d-biblioteket").await?;
    browser.eval("document.getElementById('d-biblioteket').scrollIntoView({ block: 'center' })").await?;
    browser.until("scrollY > 300").await?;
    // A page is told in its next frame that it scrolled.
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    browser.click("#d-biblioteket").await?;
    browser.until_page("/dialog/biblioteket/", "Bibliotekets nya rum").await?;
    browser.click(".back-link").await?;
    browser.until_page("/", "Medborgardialoger").await?;
    // By script, since a driver scrolls what it clicks; and so the link gets no focus, as under a thumb in Safari.
    browser.eval("document.getElementById('d-lekplatser').click()").await?;
    browser.until("location.pathname === '/dialog/lekplatser/'").await?;
    browser.back().await?;
    browser.until_focus("#d-lekplatser").await?;
    ensure!(browser.eval("scrollY").await? == 0, "scrolled to {}", browser.eval("scrollY").await?);
    Ok(())
}

async fn shares_the_page_that_is_shown(browser: &Browser, server: &Server) -> Result<()> {
    crate::print::site(server, &feed::example()?).await?;
    let told = "(tell => [tell('link[rel=canonical]', 'href'), tell('meta[property=\"og:url\"]', 'content'),
            tell('meta[property=\"og:title\"]', 'content') === document.title,
            document.querySelectorAll('[name=description], [property=\"og:description\"], [type=\"application/ld+json\"]').length])
        ((css, name) => document.querySelector(css)?.getAttribute(name))";
    let is = async |page: &str, printed: usize| {
        let wanted = json!([server.url(page), server.url(page), true, printed]);
        let same = patiently(page, async || Ok(browser.eval(told).await? == wanted)).await;
        ensure!(same.is_ok(), "{page}: it says {}, not {wanted}", browser.eval(told).await?);
        anyhow::Ok(())
    };
    browser.open_page(server, "").await?;
    is("", 3).await?;
    browser.rewrite("#q", "park").await?;
    browser.until_query("?q=park").await?;
    is("", 3).await?;
    let park = "dialog/park-vid-provby-strand/";
    browser.click("#d-park-vid-provby-strand").await?;
    browser.until_page(&format!("/{park}"), PARK).await?;
    // What the print said of the list is no longer said.
    is(park, 0).await?;
    browser.back().await?;
    is("", 0).await?;
    browser.open_page(server, park).await?;
    is(park, 3).await
}
