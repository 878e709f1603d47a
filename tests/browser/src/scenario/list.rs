//! The list: what a resident sees first.

use anyhow::{Result, ensure};
use medborgardialoger::text::date;
use thirtyfour::By;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed::{self, day, sv};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    opens_and_loads_everything_once,
    opens_and_loads_everything_once_under_a_path,
    shows_the_three_real_dialogues_and_leads_on_when_no_meeting_is_ahead,
    groups_and_orders_by_the_clock,
    says_today_and_tomorrow_beside_the_date,
    marks_what_is_off_and_keeps_it_in_its_place,
    answers_a_tap_anywhere_in_a_row,
    shows_25_of_60_and_25_more_at_a_wish,
    says_that_there_are_no_dialogues_yet,
    shows_a_newer_feed_when_it_is_opened_again,
];

async fn opens_and_loads_everything_once(browser: &Browser, server: &Server) -> Result<()> {
    opens(browser, server).await
}

async fn opens_and_loads_everything_once_under_a_path(browser: &Browser, _: &Server) -> Result<()> {
    opens(browser, &Server::at_path().await?).await
}

async fn opens(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.find("#ongoing").await?;
    let mut asked = server.asked_by_page();
    asked.sort();
    for pair in asked.windows(2) {
        ensure!(pair[0] != pair[1], "loaded twice: {}", pair[0].path);
    }
    ensure!(server.times("feed.json") == 1, "the feed was not asked for");
    let console = browser.console(server).await?;
    ensure!(console.is_empty(), "on the console: {console:?}");
    let stopped = server.stopped();
    ensure!(stopped.is_empty(), "the policy {stopped:?}");
    Ok(())
}

async fn shows_the_three_real_dialogues_and_leads_on_when_no_meeting_is_ahead(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    browser.open_page(server, "").await?;
    browser
        .until_texts(
            "h1, .list-hits h2",
            &[
                "Medborgardialoger",
                "Inget nytt möte är bestämt",
                "Pågår nu",
                "Avslutade",
                "Alla möten i din kalender",
            ],
        )
        .await?;
    let titles = [
        "Medborgardialog om trygghet i stadsdelarna",
        "Medborgardialog med Torshälla stads nämnd",
        "Dialogmöte om framtidens vård och omsorg",
    ];
    browser.until_texts(".card-title", &titles).await?;
    let whens =
        ["Sedan oktober 2020", "måndag 3 juni 2024 kl. 16.00–18.00", "onsdag 18 oktober 2023 kl. 17.30"];
    browser.until_texts(".card-when", &whens).await?;
    let times = "[...document.querySelectorAll('.card time')].map(time => time.dateTime)";
    let times = browser.eval(times).await?;
    ensure!(
        times == serde_json::json!(["2020-10", "2024-06-03T16:00+02:00", "2023-10-18T17:30+02:00"]),
        "times {times}"
    );
    browser.until_texts("#hits", &["3 dialoger"]).await?;
    ensure!(browser.eval("document.title").await? == "Medborgardialoger, Eskilstuna kommun");
    // Where it leads, the heading of the group is in view.
    browser.resize(1280, 400).await?;
    browser.click(".notice a[href='#ended']").await?;
    browser.until("(box => box.top > -1 && box.bottom < innerHeight + 1)(document.querySelector('#ended').getBoundingClientRect())").await?;
    ensure!(browser.eval("location.hash").await? == "#ended");
    browser.click(".notice a[href='#ongoing']").await?;
    browser.until("(box => box.top > -1 && box.bottom < innerHeight + 1)(document.querySelector('#ongoing').getBoundingClientRect())").await
}

async fn groups_and_orders_by_the_clock(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, "").await?;
    browser.until_texts(".group-title", &["Pågår nu", "Kommande", "Avslutade"]).await?;
    let group = |name: &str| format!("section[aria-labelledby={name}] .card-title");
    // A cancelled, postponed or moved meeting stays in its place, its state before its title.
    let upcoming = [
        "Ny park vid Provby strand",
        "Flyttat till nätet Cykelvägar mellan Provby och Exempelstad",
        "Inställt Skolans lokaler i Centrum",
        "Öppet hus om översiktsplanen",
        "Uppskjutet Äldres vardag",
        "Flyttat Simhallens öppettider",
    ];
    browser.until_texts(&group("ongoing"), &["Playgrounds in Provby", "Trygghet i stadsdelarna"]).await?;
    browser.until_texts(&group("upcoming"), &upcoming).await?;
    browser.until_texts(&group("ended"), &["Bibliotekets nya rum", "Så vill vi ha torget"]).await?;
    // Real lists, counted by a screen reader.
    let lists = "[...document.querySelectorAll('.cards')].map(list => [list.getAttribute('role'), list.tagName, list.children.length])";
    let lists = browser.eval(lists).await?;
    let wanted = serde_json::json!([["list", "UL", 2], ["list", "UL", 6], ["list", "UL", 2]]);
    ensure!(lists == wanted, "lists {lists}");
    browser.until_texts("#nothing-ahead", &[]).await?;
    // What, when, where, for whom, whether to register.
    let facts =
        format!("Provby bibliotek, stora salen, Provby\u{a0}· Anmäl dig senast {}", date::full(sv(), day(1)));
    let park = browser.text(".card:has(#d-park-vid-provby-strand) .card-facts").await?;
    ensure!(park == facts, "{park:?} is not {facts:?}");
    let bikes = browser.text(".card:has(#d-cykelvagar) .card-facts").await?;
    ensure!(bikes == "På nätet\u{a0}· Provby, Centrum, Östra Provby\u{a0}· Fullbokat", "{bikes:?}");
    let ended = browser.texts("section[aria-labelledby=ended] .card-facts").await?;
    ensure!(ended[0].contains(sv().no_results_yet) && ended[1].contains(sv().results_here), "{ended:?}");
    Ok(())
}

async fn says_today_and_tomorrow_beside_the_date(browser: &Browser, server: &Server) -> Result<()> {
    let one = |id: &str, start: &str| {
        format!(r#"{{"id":"{id}","title":"{id}","meetings":[{{"id":"m","start":"{start}"}}]}}"#)
    };
    let dialogues = [
        one("a", "@+0"),
        one("b", "@+0T23:59"),
        one("c", "@+1T18:00"),
        one("d", "@+9T17:00"),
        one("e", "@+30T17:00"),
    ];
    server.feed(Feed::Body(feed::of(&dialogues.join(","))));
    browser.open_page(server, "").await?;
    let line = |days, rest: &str| format!("{}{rest}", date::full(sv(), day(days)));
    let lines = [
        line(0, "\u{a0}· I dag"),
        line(0, " kl. 23.59\u{a0}· I dag"),
        line(1, " kl. 18.00\u{a0}· I morgon"),
        line(9, " kl. 17.00\u{a0}· Om 9 dagar"),
        line(30, " kl. 17.00"),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    browser.until_texts(".card-when", &lines).await
}

async fn marks_what_is_off_and_keeps_it_in_its_place(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, "").await?;
    // The word, not the colour alone; and the title struck through.
    browser
        .until_texts(
            "#d-skolans-lokaler .state, #d-skolans-lokaler s",
            &["Inställt", "Skolans lokaler i Centrum"],
        )
        .await?;
    let line = "getComputedStyle(document.querySelector('#d-skolans-lokaler s')).textDecorationLine";
    ensure!(browser.eval(line).await? == "line-through");
    let when = format!("{} kl. 17.30", date::full(sv(), day(12)));
    browser.until_texts(".card:has(#d-skolans-lokaler) .card-when", &[&when]).await?;
    let postponed = format!("{} kl. 13.00–15.00\u{a0}· Ny tid är inte bestämd", date::full(sv(), day(25)));
    browser.until_texts(".card:has(#d-aldres-vardag) .card-when", &[&postponed]).await
}

async fn answers_a_tap_anywhere_in_a_row(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    let row = browser.find(".card:has(#d-torshalla-stads-namnd)").await?;
    row.scroll_into_view().await?;
    // The row's lower right corner, where nothing stands.
    let size = row.rect().await?;
    let (x, y) = ((size.width / 2.0) as i64 - 12, (size.height / 2.0) as i64 - 8);
    let bare = "(box => document.elementFromPoint(box.right - 12, box.bottom - 8).className)(document.querySelector('.card:has(#d-torshalla-stads-namnd)').getBoundingClientRect())";
    ensure!(browser.eval(bare).await? == "card-link", "no link there, but {}", browser.eval(bare).await?);
    browser.driver.action_chain().move_to_element_with_offset(&row, x, y).click().perform().await?;
    browser.until_page("/dialog/torshalla-stads-namnd/", "Medborgardialog med Torshälla stads nämnd").await
}

async fn shows_25_of_60_and_25_more_at_a_wish(browser: &Browser, server: &Server) -> Result<()> {
    // Whoever narrows the list gets it in parts; what has not ended is else shown whole.
    server.feed(Feed::Body(feed::many(60)));
    browser.open_page(server, "?q=dialog").await?;
    let rows = async |wanted: usize| {
        browser.until(&format!("document.querySelectorAll('.card').length === {wanted}")).await
    };
    rows(25).await?;
    browser.until_texts("#hits", &["60 träffar"]).await?;
    browser.until_texts(".group-more button", &["Visa 25 till"]).await?;
    browser.click(".group-more button").await?;
    rows(50).await?;
    browser.until_query("?q=dialog&rows=50").await?;
    browser.until_texts(".group-more button", &["Visa 10 till"]).await?;
    let at = browser.focus().await?;
    ensure!(at != "body", "the focus is lost");
    browser.back().await?;
    rows(25).await?;
    browser.until_query("?q=dialog").await?;
    browser.forward().await?;
    rows(50).await?;
    browser.click(".group-more button").await?;
    rows(60).await?;
    ensure!(browser.driver.find_all(By::Css(".group-more")).await?.is_empty(), "there is nothing more");
    // The shared address shows as many.
    browser.open_page(server, "?q=dialog&rows=50").await?;
    rows(50).await
}

async fn says_that_there_are_no_dialogues_yet(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::of("")));
    browser.open_page(server, "").await?;
    browser.until_texts(".list-hits h2", &[sv().nothing_at_all_title]).await?;
    browser.see(sv().nothing_at_all_text).await
}

async fn shows_a_newer_feed_when_it_is_opened_again(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.until_texts("#hits", &["3 dialoger"]).await?;
    server.feed(Feed::Body(feed::example()?));
    browser.driver.refresh().await?;
    browser.until_texts("#hits", &["10 dialoger"]).await?;
    server.feed(Feed::Body(feed::many(60)));
    browser.open_page(server, "dialog/nr-7/").await?;
    browser.until_texts("h1", &["Dialog 7"]).await
}
