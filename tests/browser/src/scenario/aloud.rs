//! A dialogue read aloud, by a device that says what it is told to say (voices.js).

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::embed::{self, TAG};
use super::printed::{LIVE, STANDS, goto};
use super::{Scenario, scenarios};
use crate::browser::{Browser, WCAG};
use crate::feed;
use crate::host::Inside;
use crate::print;
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    is_not_there_without_a_voice_of_the_device_in_the_language,
    moves_nothing_when_the_voices_come_late,
    reads_pauses_goes_on_and_stops,
    reads_all_that_is_text_and_nothing_else,
    reads_each_text_in_its_language_or_passes_it_over,
    follows_the_reading_until_the_reader_scrolls,
    stops_when_another_page_comes,
    reads_a_print_without_its_app,
    goes_on_when_the_app_takes_the_prints_place,
    reads_in_anothers_page;
    Dark in ALL: marks_what_is_read_so_that_it_can_be_read,
];

const PARK: &str = "dialog/park-vid-provby-strand/";
const ALVA: (&str, &str, bool) = ("Alva", "sv-SE", true);
const SATU: (&str, &str, bool) = ("Satu", "fi_FI", true);
const CLOUD: (&str, &str, bool) = ("Cloud", "sv-SE", false);
const BUTTONS: &str = "medborgar-aloud > button";
const PLAY: &str = "medborgar-aloud > button:first-child";
const STOP: &str = "medborgar-aloud > button:last-child";
const STILL: &[&str] = &["Läs upp"];
const READS: &[&str] = &["Pausa uppläsningen", "Sluta läsa upp"];
const WAITS: &[&str] = &["Fortsätt läsa upp", "Sluta läsa upp"];
const PLACE: &str = "document.querySelector('medborgar-aloud')";

type Voice = (&'static str, &'static str, bool);

/// The script that gives a device its voices.
fn script(voices: &[Voice]) -> String {
    format!("const VOICES = {};\n{}", json!(voices), include_str!("../voices.js"))
}

/// The site printed from a feed, for a device with these voices.
async fn print_for(server: &Server, json: &str, voices: &[Voice]) -> Result<()> {
    print::site(server, json).await?;
    print::begin_with(server, &script(voices))
}

async fn open(browser: &Browser, server: &Server, voices: &[Voice]) -> Result<()> {
    print_for(server, &feed::example()?, voices).await?;
    browser.open_page(server, PARK).await
}

/// The device has said its sentence.
async fn end(browser: &Browser) -> Result<()> {
    browser.eval("(speechSynthesis.end(), true)").await?;
    Ok(())
}

/// What it was told to say so far: of each the field.
async fn said(browser: &Browser, field: &str) -> Result<Vec<String>> {
    let all = browser.eval(&format!("speechSynthesis.said.map(said => said[{}])", json!(field))).await?;
    Ok(serde_json::from_value(all)?)
}

/// Lets it read to its end.
async fn read_on(browser: &Browser) -> Result<Vec<String>> {
    for _ in 0..300 {
        if browser.eval("speechSynthesis.speaks()").await? == false {
            return said(browser, "text").await;
        }
        end(browser).await?;
    }
    anyhow::bail!("it never ends: {:?}", said(browser, "text").await?)
}

async fn is_not_there_without_a_voice_of_the_device_in_the_language(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    open(browser, server, &[]).await?;
    browser.until("customElements.get('medborgar-aloud') !== undefined").await?;
    for voices in [&[][..], &[CLOUD], &[SATU, CLOUD]] {
        have(browser, voices).await?;
        ensure!(browser.texts(BUTTONS).await?.is_empty(), "buttons with {voices:?}");
        ensure!(browser.eval(&format!("{PLACE}.offsetHeight")).await? == 0, "it takes room");
    }
    have(browser, &[CLOUD, ALVA]).await?;
    browser.until_texts(BUTTONS, STILL).await?;
    browser.click(PLAY).await?;
    ensure!(said(browser, "voice").await? == ["Alva"]);
    Ok(())
}

async fn moves_nothing_when_the_voices_come_late(browser: &Browser, server: &Server) -> Result<()> {
    print_for(server, &feed::example()?, &[]).await?;
    for (page, words) in [(PARK.to_owned(), "Läs upp"), (format!("fi/{PARK}"), "Kuuntele")] {
        browser.open_page(server, &page).await?;
        browser.until("customElements.get('medborgar-aloud') !== undefined").await?;
        for width in [320, 1280] {
            browser.resize(width, 800).await?;
            have(browser, &[]).await?;
            browser.until_texts(BUTTONS, &[]).await?;
            let before = browser.eval(PLACES).await?;
            have(browser, &[ALVA, SATU]).await?;
            browser.until_texts(BUTTONS, &[words]).await?;
            ensure!(browser.eval(PLACES).await? == before, "something moved at {width}");
            let size = browser.eval("(at => Math.min(at.width, at.height))(document.querySelector('.aloud').getBoundingClientRect())").await?;
            ensure!(size.as_f64().is_some_and(|size| size >= 44.0), "{size} px at {width}");
            ensure!(browser.eval(FREE).await? == true, "{words} lies over the way back at {width}");
            ensure!(browser.eval("document.documentElement.scrollWidth <= innerWidth").await? == true);
        }
    }
    Ok(())
}

/// Where all lies but the buttons, and the way back beside them, which makes room in its own height.
const PLACES: &str = "JSON.stringify([...document.querySelectorAll('#app :not(.aloud, medborgar-aloud, .back-link, .back-link *)')].map(
    at => { const { x, y, width, height } = at.getBoundingClientRect(); return [at.tagName, x, y, width, height]; }))";

/// Whether the button lies over nothing that can be tapped.
const FREE: &str = "(([a, b]) => a.right <= b.left || a.bottom <= b.top)(
    ['.back-link', '.aloud'].map(css => document.querySelector(css).getBoundingClientRect()))";

/// The device has these voices from now on, and says so.
async fn have(browser: &Browser, voices: &[Voice]) -> Result<()> {
    let come = "speechSynthesis.dispatchEvent(new Event('voiceschanged'))";
    browser.eval(&format!("(speechSynthesis.voices = {}, {come}, true)", json!(voices))).await?;
    Ok(())
}

async fn reads_pauses_goes_on_and_stops(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, &[ALVA]).await?;
    browser.until_texts(BUTTONS, STILL).await?;
    // By keyboard: the focus stays where it is, whatever the button says.
    browser.eval(&format!("(document.querySelector('{PLAY}').focus(), true)")).await?;
    browser.press(Key::Enter).await?;
    browser.until_texts(BUTTONS, READS).await?;
    browser.until_focus("button.button-plain").await?;
    let violations = browser.axe(WCAG).await?;
    ensure!(violations.is_empty(), "{violations:?}");
    end(browser).await?;
    end(browser).await?;
    let texts = said(browser, "text").await?;
    ensure!(
        texts.get(1..)
            == Some(
                &[
                    "Ny park vid Provby strand".to_owned(),
                    "Var med och diskutera hur den nya parken vid Provby strand ska se ut.".to_owned()
                ][..]
            ),
        "{texts:?}"
    );
    if browser.eval("'Highlight' in window").await? == true {
        ensure!(said(browser, "marked").await?.get(1..) == texts.get(1..), "other words are marked");
    }
    browser.press(Key::Enter).await?;
    browser.until_texts(BUTTONS, WAITS).await?;
    // What the engine tells of a sentence that was broken off is heard of nobody.
    browser.eval("new Promise(go => setTimeout(go, 100))").await?;
    browser.until_texts(BUTTONS, WAITS).await?;
    ensure!(browser.eval("speechSynthesis.speaks()").await? == false, "it speaks on");
    browser.press(Key::Enter).await?;
    browser.until_texts(BUTTONS, READS).await?;
    let again = said(browser, "text").await?;
    ensure!(again.len() == 4 && again.get(3) == again.get(2), "{again:?}");
    browser.click(STOP).await?;
    stopped(browser).await?;
    ensure!(
        browser.eval(&format!("document.activeElement === document.querySelector('{PLAY}')")).await? == true
    );
    // And from the beginning.
    browser.press(Key::Enter).await?;
    browser.until_texts(BUTTONS, READS).await?;
    let texts = said(browser, "text").await?;
    ensure!(texts.len() == 5 && texts.first() == texts.last(), "{texts:?}");
    browser.press(Key::Escape).await?;
    stopped(browser).await
}

/// Nothing is said, marked or offered but to begin.
async fn stopped(browser: &Browser) -> Result<()> {
    browser.until_texts(BUTTONS, STILL).await?;
    ensure!(browser.eval("speechSynthesis.speaks()").await? == false, "it speaks on");
    ensure!(browser.eval("speechSynthesis.marked()").await? == "", "something is marked");
    Ok(())
}

async fn reads_all_that_is_text_and_nothing_else(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, &[ALVA]).await?;
    browser.click(PLAY).await?;
    let texts = read_on(browser).await?;
    stopped(browser).await?;
    let said = |words: &str| texts.iter().filter(|text| text.contains(words)).count();
    for (words, times) in [
        ("Exempelgatan 1", 1),
        ("Nu finns tre förslag.", 1),
        ("vilka träd och växter som planteras", 1),
        ("Anna Provsson", 1),
        ("Inställt", 1),
        ("kl. 18.00–19.30", 2),
        ("Lägg till i kalendern", 0),
        ("Alla dialoger", 0),
        ("Första mötet", 0),
        ("Följ", 0),
        ("Dela", 0),
        ("Läs upp", 0),
        ("·", 0),
    ] {
        ensure!(said(words) == times, "{words} is said {} times: {texts:?}", said(words));
    }
    let of = |words: &str| texts.iter().position(|text| text.starts_with(words));
    ensure!(
        of("Kommunen ska bygga") < of("Nu finns tre") && of("Nu finns tre") < of("Politikerna i"),
        "{texts:?}"
    );
    // What is opened is read too.
    browser.click(".meetings-past > summary").await?;
    browser.click(PLAY).await?;
    let more = read_on(browser).await?;
    ensure!(more.iter().any(|text| text == "Första mötet"), "{more:?}");
    Ok(())
}

async fn reads_each_text_in_its_language_or_passes_it_over(browser: &Browser, server: &Server) -> Result<()> {
    let dialogue = r#"{"id":"torg","title":"Nytt torg","summary":{"fi":"Tervetuloa torille. Kaikki voivat osallistua."},
        "body":[{"type":"p","text":{"ar":"مرحبا بكم في الساحة."}},{"type":"p","text":"Vi ses kl. 18. Välkommen!"}]}"#;
    print_for(server, &feed::of(dialogue), &[ALVA, SATU]).await?;
    browser.open_page(server, "dialog/torg/").await?;
    browser.click(PLAY).await?;
    let texts = read_on(browser).await?;
    let spoken = said(browser, "lang").await?;
    let of = |lang: &str| -> Vec<&str> {
        texts
            .iter()
            .zip(&spoken)
            .filter(|(_, spoken)| *spoken == lang)
            .map(|(text, _)| text.as_str())
            .collect()
    };
    ensure!(of("fi-FI") == ["Tervetuloa torille.", "Kaikki voivat osallistua."], "{texts:?} {spoken:?}");
    ensure!(!texts.iter().any(|text| text.contains("مرحبا")), "{texts:?}");
    ensure!(of("sv-SE").windows(2).any(|two| two == ["Vi ses kl. 18.", "Välkommen!"]), "{texts:?}");
    Ok(())
}

async fn follows_the_reading_until_the_reader_scrolls(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, &[ALVA]).await?;
    browser.resize(360, 500).await?;
    browser.click(PLAY).await?;
    if browser.eval("'Highlight' in window").await? != true {
        return Ok(());
    }
    let seen = "(range => { const { top, bottom } = range.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })([...CSS.highlights.get('medborgar-aloud')][0])";
    for _ in 0..25 {
        end(browser).await?;
        ensure!(browser.eval(seen).await? == true, "out of sight: {:?}", said(browser, "text").await?.last());
    }
    ensure!(browser.eval("scrollY > 500").await? == true);
    // The buttons are at hand wherever it reads.
    let at_hand =
        format!("{PLACE}.getBoundingClientRect().top >= 0 && {PLACE}.getBoundingClientRect().bottom <= 150");
    ensure!(browser.eval(&at_hand).await? == true);
    browser.eval("(scrollTo(0, 0), new Promise(go => setTimeout(go, 200)))").await?;
    end(browser).await?;
    ensure!(browser.eval("scrollY").await? == 0, "the reader is pulled away");
    // Whoever goes on wants to see it again.
    browser.click(PLAY).await?;
    browser.click(PLAY).await?;
    ensure!(browser.eval(seen).await? == true);
    Ok(())
}

async fn stops_when_another_page_comes(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, &[ALVA]).await?;
    browser.click(PLAY).await?;
    browser.until("speechSynthesis.speaks()").await?;
    browser.click(".back-link").await?;
    browser.until_page("/", "Medborgardialoger").await?;
    browser.until("!speechSynthesis.speaks() && speechSynthesis.marked() === ''").await?;
    browser.click("#d-simhallen").await?;
    browser.until_texts(BUTTONS, STILL).await?;
    // And when the page is left altogether.
    browser.click(PLAY).await?;
    browser.until("speechSynthesis.speaks()").await?;
    browser.eval("(dispatchEvent(new Event('pagehide')), true)").await?;
    stopped(browser).await
}

async fn reads_a_print_without_its_app(browser: &Browser, server: &Server) -> Result<()> {
    print_for(server, &feed::example()?, &[ALVA]).await?;
    server.lose(".wasm");
    goto(browser, server, PARK).await?;
    browser.until("document.getElementById('no-app').media === 'all'").await?;
    browser.until_texts(BUTTONS, STILL).await?;
    ensure!(browser.eval("document.querySelector('.actions').getClientRects().length").await? == 0);
    browser.click(PLAY).await?;
    browser.until_texts(BUTTONS, READS).await?;
    let texts = read_on(browser).await?;
    ensure!(texts.iter().any(|text| text == "Nu finns tre förslag."), "{texts:?}");
    // What was lost is on the console, and that was meant.
    browser.console(server).await?;
    Ok(())
}

async fn goes_on_when_the_app_takes_the_prints_place(browser: &Browser, server: &Server) -> Result<()> {
    print_for(server, &feed::example()?, &[ALVA]).await?;
    server.feed(Feed::Slow(Duration::from_millis(4000)));
    goto(browser, server, PARK).await?;
    browser.until_texts(BUTTONS, STILL).await?;
    browser.click(PLAY).await?;
    end(browser).await?;
    ensure!(browser.eval(STANDS).await? == true, "begun too late to tell");
    browser.until(LIVE).await?;
    browser.until_texts(BUTTONS, READS).await?;
    ensure!(
        browser.eval(&format!("document.activeElement === document.querySelector('{PLAY}')")).await? == true
    );
    end(browser).await?;
    let texts = said(browser, "text").await?;
    ensure!(
        texts.len() == 3 && texts.get(1).is_some_and(|text| text == "Ny park vid Provby strand"),
        "{texts:?}"
    );
    ensure!(texts.get(2).is_some_and(|text| text.starts_with("Var med")), "{texts:?}");
    browser.press(Key::Escape).await?;
    stopped(browser).await
}

/// The script comes after the page's here, so only where the engine has a speech of its own to stand in for.
async fn reads_in_anothers_page(browser: &Browser, server: &Server) -> Result<()> {
    let host = embed::open(browser, server, "strict", "").await?;
    let inside = Inside::of(browser, TAG);
    if browser.eval("'speechSynthesis' in window").await? == true {
        browser.until("customElements.get('medborgar-aloud') !== undefined").await?;
        browser.driver.execute(script(&[ALVA]), vec![]).await?;
        inside.click("#d-park-vid-provby-strand").await?;
        inside.until_text(PLAY, "Läs upp").await?;
        inside.click(PLAY).await?;
        inside.until_text(PLAY, "Pausa uppläsningen").await?;
        end(browser).await?;
        let texts = said(browser, "text").await?;
        ensure!(texts.get(1).is_some_and(|text| text == "Ny park vid Provby strand"), "{texts:?}");
        inside.click(".back-link").await?;
        inside.see("#d-simhallen").await?;
        browser.until("!speechSynthesis.speaks()").await?;
    }
    host.leave(browser, server).await
}

/// The words of the accent's ground on the accent (tests/contrast.rs holds the two apart), in the page's own colours.
async fn marks_what_is_read_so_that_it_can_be_read(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, &[ALVA]).await?;
    browser.click(PLAY).await?;
    if browser.eval("'Highlight' in window").await? == true {
        let colours = "(style => [style.color, style.backgroundColor])(getComputedStyle(document.querySelector('h1'), '::highlight(medborgar-aloud)'))";
        let wanted = json!(["rgb(12, 26, 36)", "rgb(159, 208, 242)"]);
        let colours: Value = browser.eval(colours).await?;
        // Only Chromium tells.
        ensure!(browser.engine != crate::engine::Engine::Chromium || colours == wanted, "{colours}");
    }
    let violations = browser.axe(WCAG).await?;
    ensure!(violations.is_empty(), "{violations:?}");
    Ok(())
}
