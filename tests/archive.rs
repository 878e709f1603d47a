//! The list that does not grow with the archive, and the archive that loses nothing: as they are printed.
#![cfg(feature = "publish")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use leptos::prelude::{Callback, RenderHtml};
use medborgardialoger::{
    domain::{
        archive::archive,
        feed::Feed,
        filter::Filter,
        lang::Lang,
        live::Live,
        route::{Links, Route},
    },
    page::title,
    part::{el::pieces, filter_bar::filter_bar},
};
use std::{collections::BTreeMap, sync::Arc};
use util::{
    at, frame, full,
    html::{BASE, Token, all, printed, texts, tokens},
    read, real, sv,
};

const NOW: &str = "2024-06-03T12:00:00+02:00";

/// `ended` dialogues, a day apart, the latest yesterday; then `ahead` of them, a day apart, the first tomorrow.
fn many(ended: u64, ahead: u64) -> Feed {
    let today = at(NOW).date_naive();
    let one = |id: String, day: chrono::NaiveDate| {
        format!(r#"{{"id":"{id}","title":"Dialog {id}","meetings":[{{"id":"m","start":"{day}"}}]}}"#)
    };
    let before = (1..=ended).map(|i| one(format!("e{i}"), today - chrono::Days::new(i)));
    let after = (1..=ahead).map(|i| one(format!("a{i}"), today + chrono::Days::new(i)));
    read(&frame(&before.chain(after).collect::<Vec<_>>().join(",")))
}

/// The ids of the rows of a page, in their order.
fn rows(html: &str) -> Vec<String> {
    all(html, "id").iter().filter_map(|id| id.strip_prefix("d-")).map(str::to_owned).collect()
}

fn numbered(letter: char, numbers: std::ops::RangeInclusive<u64>) -> Vec<String> {
    numbers.map(|i| format!("{letter}{i}")).collect()
}

/// Every page of a feed, with a year that has nothing and an address that means nothing.
fn pages(feed: &Feed) -> Vec<String> {
    let years = archive(feed, at(NOW)).into_iter().map(|y| format!("arkiv/{}/", y.year));
    let dialogues = feed.dialogues.iter().map(|d| format!("dialog/{}/", d.id));
    let others = ["", "mina/", "arkiv/1999/", "dialog/okand/", "annat/"].map(str::to_owned);
    others.into_iter().chain(years).chain(dialogues).collect()
}

#[test]
fn the_list_holds_all_that_is_not_ended_and_the_ten_that_ended_last() {
    let html = printed(many(300, 230), "", NOW);
    assert_eq!(rows(&html), [numbered('a', 1..=230), numbered('e', 1..=10)].concat());
    assert_eq!(texts(&html, "id", "hits"), ["530 dialoger"]);
    assert_eq!(rows(&printed(many(9, 0), "", NOW)), numbered('e', 1..=9));
}

#[test]
fn below_the_ended_the_list_leads_to_every_year_with_its_count() {
    let html = printed(many(300, 5), "", NOW);
    assert_eq!(texts(&html, "class", "years"), ["Arkiv, år för år", "2024 (154)", "2023 (146)"]);
    let links: Vec<String> = all(&html, "href").into_iter().filter(|h| h.contains("arkiv")).collect();
    assert_eq!(links, ["/medborgardialoger/arkiv/2024/", "/medborgardialoger/arkiv/2023/"]);
    assert!(!printed(many(0, 5), "", NOW).contains("Arkiv"), "no ended one, no archive");
}

#[test]
fn the_archive_holds_every_ended_dialogue_once_the_newest_first() {
    let feed = many(1200, 5);
    let list = printed(feed.clone(), "", NOW);
    let years: Vec<String> = all(&list, "href")
        .into_iter()
        .filter_map(|href| {
            href.strip_prefix(BASE).filter(|path| path.starts_with("arkiv")).map(str::to_owned)
        })
        .collect();
    assert_eq!(years, ["arkiv/2024/", "arkiv/2023/", "arkiv/2022/", "arkiv/2021/"]);
    let held: Vec<Vec<String>> = years.iter().map(|y| rows(&printed(feed.clone(), y, NOW))).collect();
    assert_eq!(held.concat(), numbered('e', 1..=1200));
    assert_eq!(held.iter().map(Vec::len).collect::<Vec<_>>(), [154, 365, 365, 316]);
}

#[test]
fn a_year_of_the_archive_says_what_it_holds_and_leads_back_and_to_the_other_years() {
    let html = printed(many(160, 0), "arkiv/2023/", NOW);
    assert_eq!(
        texts(&html, "id", "content")[..4],
        ["‹\u{a0}", "Alla dialoger", "Medborgardialoger som avslutades 2023", "6 dialoger"]
    );
    assert_eq!(texts(&html, "class", "years"), ["Arkiv, år för år", "2024 (154)", "2023 (6)"]);
    let here: Vec<&str> = all(&html, "aria-current").iter().map(|_| "2023").collect();
    assert_eq!(here, ["2023"]);
    assert!(
        html.contains(r#"href="/medborgardialoger/arkiv/2023/" aria-current="page">2023 (6)</a>"#),
        "{html}"
    );
    assert_eq!(rows(&html), numbered('e', 155..=160));
}

#[test]
fn a_year_without_any_says_so_and_leads_on() {
    assert_eq!(
        texts(&printed(many(2, 1), "arkiv/1999/", NOW), "id", "content"),
        [
            "‹\u{a0}",
            "Alla dialoger",
            "Medborgardialoger som avslutades 1999",
            "Inga dialoger avslutades 1999",
            "Kommunens underlag innehåller inga dialoger som tog slut det året.",
            "Visa alla medborgardialoger",
            "Arkiv, år för år",
            "2024 (2)",
        ]
    );
}

#[test]
fn a_year_has_a_title_of_its_own() {
    let live = Live::Fresh(Arc::new(real()));
    assert_eq!(
        title(sv(), &Route::Archive(2023), &live),
        "Medborgardialoger som avslutades 2023 – Medborgardialoger, Eskilstuna kommun"
    );
    assert_eq!(
        title(sv(), &Route::Archive(2023), &Live::Loading),
        "Medborgardialoger som avslutades 2023 – Medborgardialoger"
    );
}

#[test]
fn in_print_no_button_is_dead_but_those_that_the_app_wakes() {
    let mut feed = many(30, 230);
    feed.next = real().url;
    assert!(feed.next.is_some());
    for path in ["", "arkiv/2024/", "arkiv/1999/", "dialog/e1/", "dialog/okand/", "mina/", "annat/"] {
        let html = printed(feed.clone(), path, NOW);
        // "Följ", "Dela" and "Skriv ut"; without the app public/no-app.css hides them.
        let of_a_dialogue = if path.starts_with("dialog/e1") { 3 } else { 0 };
        assert_eq!(html.matches("<button").count(), of_a_dialogue, "{path}");
        assert!(!html.contains("Hämta äldre") && !html.contains("hämtad"), "{path}");
    }
}

#[test]
fn every_link_inside_the_site_leads_to_something_that_is_printed() {
    let links = Links::new("https://exempel.example", BASE);
    for feed in [real(), full(), many(30, 3)] {
        let pages_of_feed = pages(&feed);
        let printed_paths: Vec<String> =
            pages_of_feed.iter().filter(|p| !p.contains("okand")).cloned().collect();
        let meetings =
            feed.dialogues.iter().flat_map(|d| d.meetings.iter().map(|m| links.calendar(&d.id, &m.id)));
        let posters = feed.dialogues.iter().map(|d| links.poster(&d.id));
        let files: Vec<String> =
            meetings.chain(posters).chain([links.file("feed.json"), links.statement()]).collect();
        for path in &pages_of_feed {
            let html = printed(feed.clone(), path, NOW);
            let ids = all(&html, "id");
            for href in all(&html, "href") {
                let known = match href.strip_prefix(BASE) {
                    None => match href.strip_prefix('#') {
                        Some(id) => ids.iter().any(|i| i == id),
                        None => {
                            ["https://", "mailto:", "tel:", "webcal://"].iter().any(|s| href.starts_with(s))
                        }
                    },
                    Some(_) if files.contains(&href) => true,
                    Some(inside) => {
                        // The same page in another language.
                        let folders = ["lattlast/", "fi/", "en/"];
                        let own = folders.into_iter().find_map(|f| inside.strip_prefix(f)).unwrap_or(inside);
                        // What is missing in one is so in all.
                        own == path && own != inside
                            || links.route(&format!("{BASE}{own}")) != Route::Missing
                                && printed_paths.iter().any(|p| p == own)
                    }
                };
                assert!(known, "{path} leads to {href}");
            }
        }
    }
}

#[test]
fn a_calendar_link_keeps_its_friendly_name_and_has_a_stable_address() {
    let html = printed(real(), "dialog/torshalla-stads-namnd/", "2024-06-02T12:00:00+02:00");
    let tokens = tokens(&html);
    let files: Vec<_> = tokens
        .iter()
        .filter(|t| t.attr("download").is_some())
        .map(|t| (t.attr("href"), t.attr("download")))
        .collect();
    let one = (
        Some("/medborgardialoger/dialog/torshalla-stads-namnd/2024-06-03.ics"),
        Some("medborgardialog-2024-06-03-torshalla.ics"),
    );
    assert_eq!(files, [one, one]);
}

#[test]
fn headings_go_down_a_level_at_a_time() {
    for feed in [real(), full(), many(30, 3)] {
        for path in pages(&feed) {
            let html = printed(feed.clone(), &path, NOW);
            let levels: Vec<u32> = tokens(&html)
                .iter()
                .filter_map(|t| match t {
                    Token::Open(tag, _) => tag.strip_prefix('h').and_then(|n| n.parse().ok()),
                    _ => None,
                })
                .collect();
            assert_eq!(levels.first(), Some(&1), "{path}");
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
        }
    }
}

#[test]
fn ids_are_unique_and_labels_lead_to_them_on_every_page() {
    for feed in [real(), full(), many(30, 3)] {
        for path in pages(&feed) {
            let html = printed(feed.clone(), &path, NOW);
            let mut count: BTreeMap<String, usize> = BTreeMap::new();
            all(&html, "id").into_iter().for_each(|id| *count.entry(id).or_default() += 1);
            let twice: Vec<_> = count.iter().filter(|(_, n)| **n > 1).collect();
            assert!(twice.is_empty(), "{path}: {twice:?}");
            for name in ["aria-labelledby", "for"] {
                let lost: Vec<_> =
                    all(&html, name).into_iter().filter(|id| !count.contains_key(id)).collect();
                assert_eq!(lost, [""; 0], "{path}: {name}");
            }
        }
    }
}

#[test]
fn without_the_app_one_line_stands_where_the_filters_would() {
    let html = printed(real(), "", NOW);
    assert_eq!(
        texts(&html, "class", "no-app"),
        [
            "Det går inte att söka och filtrera just nu. Den delen av sidan är avstängd i din webbläsare eller har inte \
             kunnat laddas. Allt annat fungerar."
        ]
    );
    let bar = html.find("filter-bar").unwrap();
    let line = html.find("no-app").unwrap();
    assert!(bar < line && line < html.find("list-hits").unwrap());
}

#[test]
fn a_print_ends_with_the_day_it_was_made() {
    for path in ["", "dialog/torshalla-stads-namnd/", "arkiv/2023/"] {
        let html = printed(real(), path, "2026-11-18T23:59:00+01:00");
        let line = "<p class=\"no-app\">Sidan gjordes den <time datetime=\"2026-11-18\">18 november 2026</time>. Vad som är kommande eller avslutat kan ha \
                    ändrats sedan dess.</p></footer></div>";
        assert!(html.ends_with(line), "{path}: {html}");
    }
}

#[test]
fn nothing_is_printed_where_the_app_shows_nothing_yet() {
    let html = printed(real(), "", NOW);
    assert_eq!(texts(&html, "role", "status"), [""; 0]);
}

#[test]
fn what_grows_stale_can_be_hidden_whole_and_nothing_else_with_it() {
    let hidden = |id: &str, now: &str| {
        let html = printed(full(), id, now);
        let tokens = tokens(&html);
        let at = tokens.iter().enumerate().filter(|(_, t)| t.attr("class") == Some("soon"));
        at.map(|(i, _)| format!("{:?}", tokens[i + 1])).collect::<Vec<_>>()
    };
    let soon = [r#"Text("\u{a0}·")"#, r#"Text("Om 12 dagar")"#];
    assert_eq!(hidden("", "2024-05-10T12:00:00+02:00"), soon);
    // Of the dialogue, the row of the meeting; its box says it in a line of its own.
    let detail = "dialog/ny-park/";
    assert_eq!(hidden(detail, "2024-05-10T12:00:00+02:00"), soon);
    let own = r#"<p class="when-where-soon"><strong>Om 12 dagar</strong></p>"#;
    assert!(printed(full(), detail, "2024-05-10T12:00:00+02:00").contains(own));
    assert!(
        printed(full(), "", "2024-05-10T12:00:00+02:00")
            .contains("· <strong>Ny tid är inte bestämd</strong>")
    );
}

#[test]
fn the_list_offers_to_subscribe_and_says_what_that_does() {
    let html = printed(real(), "", NOW);
    assert_eq!(
        texts(&html, "aria-labelledby", "subscribe"),
        [
            "Alla möten i din kalender",
            "Din kalender hämtar mötena och frågar sedan själv efter nyheter. Möten som flyttas eller ställs in ändras då av sig själva.",
            "Prenumerera på alla möten i din kalender",
            "Om länken inte fungerar",
            "Lägg till en kalender från internet i ditt kalenderprogram och klistra in den här adressen:",
            "https://exempel.example/medborgardialoger/alla.ics",
        ]
    );
    let links: Vec<_> = all(&html, "href").into_iter().filter(|h| h.contains("alla.ics")).collect();
    assert_eq!(
        links,
        [
            "webcal://exempel.example/medborgardialoger/alla.ics",
            "https://exempel.example/medborgardialoger/alla.ics"
        ]
    );
}

#[track_caller]
fn held(query: &str, values: &[&str]) {
    let filter = Filter::parse(query);
    let feed = full();
    let choices = filter.apply(&feed, at(NOW), Lang::Sv).choices;
    let html =
        pieces(filter_bar(sv(), &filter, &choices, Callback::new(|_| {}))).to_html().replace("<!>", "");
    let tokens = tokens(&html);
    let says = |t: &&Token| match t {
        Token::Open("input", _) => t.attr("value").is_some(),
        Token::Open("option", _) => t.attr("selected").is_some(),
        Token::Open("select", _) => {
            assert_eq!(t.attr("value"), None, "a select has no such attribute");
            false
        }
        _ => false,
    };
    let found: Vec<_> = tokens.iter().filter(says).filter_map(|t| t.attr("value")).collect();
    assert_eq!(found, values, "{query}");
}

#[test]
fn a_printed_control_holds_what_is_chosen() {
    held("", &[]);
    held("q=a%26%22b", &["a&amp;&quot;b"]);
    held(
        "q=x&district=%C3%A5by&topic=Trafik&group=ended&attend=online&from=2024-01-01&to=2024-12-31",
        &["x", "Åby", "Trafik", "ended", "online", "2024-01-01", "2024-12-31"],
    );
}
