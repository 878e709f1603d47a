//! Finding: words and filters, all of it in the address.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed::{self, day, iso, sv};
use crate::server::{Feed, Server};
use medborgardialoger::text::date;

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    filters_while_typing_and_replaces_the_address,
    finds_without_case_diacritics_or_the_last_letters_and_forgives_one_slip,
    pushes_each_choice_so_that_back_undoes_it,
    offers_only_what_the_feed_has_with_the_hits_that_one_gets,
    narrows_to_a_span_of_days,
    removes_each_chip_alone_and_keeps_the_focus,
    leads_out_of_no_hits_with_true_counts,
    restores_a_shared_link,
    announces_the_hits_once_after_typing_rests,
    keeps_every_key_of_a_quick_typist,
    loses_no_key_typed_just_as_the_address_follows,
    lives_through_120_keys,
    keeps_a_row_and_its_focus_while_others_go_and_come,
];

async fn open_example(browser: &Browser, server: &Server, page: &str) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, page).await?;
    browser.find("#hits").await?;
    Ok(())
}

async fn filters_while_typing_and_replaces_the_address(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.find("#q").await?;
    let entries = browser.entries().await?;
    // At once: two frames after the key, long before the address follows.
    let typed = browser
        .driver
        .execute_async(
            "const done = arguments[0], field = document.getElementById('q');
            field.value = 'vård'; field.dispatchEvent(new Event('input', { bubbles: true }));
            requestAnimationFrame(() => requestAnimationFrame(() =>
                done([document.querySelectorAll('.card').length, document.getElementById('hits').textContent, location.search])));",
            vec![],
        )
        .await?;
    ensure!(*typed.json() == json!([1, "1 träff", ""]), "after a key: {}", typed.json());
    browser.until_query("?q=vård").await?;
    // By hand too, letter by letter.
    browser.rewrite("#q", "torshälla").await?;
    browser.until_texts(".card-title", &["Medborgardialog med Torshälla stads nämnd"]).await?;
    browser.until_query("?q=torshälla").await?;
    browser.until_texts(".chip", &["Ta bort filtret ”torshälla” ×"]).await?;
    ensure!(browser.entries().await? == entries, "typing leaves entries in the history");
    // What is empty leaves no trace.
    browser.rewrite("#q", "").await?;
    browser.until_query("").await?;
    browser.until_texts("#hits", &["3 dialoger"]).await
}

async fn finds_without_case_diacritics_or_the_last_letters_and_forgives_one_slip(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    browser.open_page(server, "").await?;
    let safety = "Medborgardialog om trygghet i stadsdelarna";
    let care = "Dialogmöte om framtidens vård och omsorg";
    let near = "Inget stämde exakt. Här är det som liknar det du skrev.";
    let cases: [(&str, &str, &[&str]); 8] = [
        ("froslunda", safety, &[]),
        ("FRÖSLUNDA", safety, &[]),
        ("frösl", safety, &[]),
        ("raberstorp", safety, &[near]),
        // A district and a title's word; a participant; a place; an organiser.
        ("myrtorp trygg", safety, &[]),
        ("brostedt", care, &[]),
        ("fullmäktigesalen", care, &[]),
        ("omsorgsförvaltningen", care, &[]),
    ];
    for (words, title, note) in cases {
        browser.rewrite("#q", words).await?;
        browser.until_texts(".card-title", &[title]).await?;
        browser.until_texts(".near", note).await?;
    }
    // All words, and beginnings only.
    for words in ["trygghet torshälla", "slunda"] {
        browser.rewrite("#q", words).await?;
        browser.until_texts("#hits", &["Inga träffar"]).await?;
    }
    browser.until_query("?q=slunda").await
}

async fn pushes_each_choice_so_that_back_undoes_it(browser: &Browser, server: &Server) -> Result<()> {
    // On a phone, where the lesser filters open at a wish.
    browser.resize(360, 740).await?;
    open_example(browser, server, "").await?;
    let entries = browser.entries().await?;
    browser.choose("district", "Centrum").await?;
    browser.until_query("?district=Centrum").await?;
    browser.choose("topic", "Stadsplanering").await?;
    browser.until_query("?district=Centrum&topic=Stadsplanering").await?;
    browser.until_texts(".card-title", &["Så vill vi ha torget"]).await?;
    browser.click(".filter-more summary").await?;
    let steps = [("group", "ended"), ("attend", "in-person")];
    for (id, value) in steps {
        browser.choose(id, value).await?;
        browser.until(&format!("new URLSearchParams(location.search).get('{id}') === '{value}'")).await?;
    }
    ensure!(browser.entries().await? == entries + 4, "four choices are four entries");
    ensure!(
        browser.eval("document.querySelector('.filter-more').open").await? == true,
        "the open filters closed"
    );
    // Firefox's driver takes the focus from a select; a person's is not lost.
    browser.until("document.activeElement !== document.body").await?;
    browser.back().await?;
    browser.until("document.getElementById('attend').value === ''").await?;
    browser.back().await?;
    browser.until_query("?district=Centrum&topic=Stadsplanering").await?;
    browser.until("document.getElementById('group').value === ''").await?;
    browser.back().await?;
    browser.until_query("?district=Centrum").await?;
    browser.until("document.getElementById('topic').value === ''").await?;
    browser.until_texts("#hits", &["6 träffar"]).await?;
    browser.back().await?;
    browser.until_query("").await?;
    browser.until("document.getElementById('district').value === ''").await?;
    browser.until_texts("#hits", &["10 dialoger"]).await?;
    browser.forward().await?;
    browser.until("document.getElementById('district').value === 'Centrum'").await?;
    // An organiser, and back to all by the select itself.
    browser.choose("organiser", "Tekniska nämnden").await?;
    browser.until_texts("#hits", &["1 träff"]).await?;
    browser.choose("organiser", "").await?;
    browser.until_query("?district=Centrum").await
}

async fn offers_only_what_the_feed_has_with_the_hits_that_one_gets(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    // The real feed has no topics.
    browser.open_page(server, "").await?;
    browser.find("#district").await?;
    ensure!(!browser.has("#topic").await?, "a filter without values");
    // Every number is true: choose each value and count.
    let check = "const [id, done] = arguments, select = document.getElementById(id), wrong = [];
        const frame = () => new Promise(go => requestAnimationFrame(go));
        const choose = async value => {
            select.value = value; select.dispatchEvent(new Event('change', { bubbles: true }));
            while ((new URLSearchParams(location.search).get(id) ?? '') !== value) await frame();
            await frame();
        };
        (async () => {
            for (const value of [...select.options].map(option => option.value).slice(1)) {
                const label = [...select.options].find(option => option.value === value).textContent;
                await choose(value);
                const rows = document.querySelectorAll('.card').length, promised = Number(label.match(/\\((\\d+)\\)$/)[1]);
                if (rows !== promised || rows === 0) wrong.push(`${label}: ${rows}`);
                await choose('');
            }
            done(wrong);
        })();";
    let server = &Server::with(Feed::Body(feed::example()?)).await?;
    browser.open_page(server, "").await?;
    browser.find("#hits").await?;
    for id in ["district", "topic", "organiser", "group", "attend"] {
        ensure!(
            browser.has(&format!("#{id}")).await?,
            "no {id}, after asking {} times",
            server.times("feed.json")
        );
        let wrong = browser.driver.execute_async(check, vec![json!(id)]).await?;
        ensure!(*wrong.json() == json!([]), "{id} promises {}", wrong.json());
    }
    // Together with another filter, the numbers follow it; Swedish order.
    browser.choose("topic", "Parker och natur").await?;
    browser.until_texts("#hits", &["2 träffar"]).await?;
    browser.until_texts("#group option", &["Alla", "Pågår nu (1)", "Kommande (1)", "Avslutade (0)"]).await?;
    let districts = [
        "Alla",
        "Centrum (0)",
        "Provby (2)",
        "Zinkgruvan (0)",
        "Åkerby (0)",
        "Ängsbacken (0)",
        "Österby (0)",
        "Östra Provby (0)",
    ];
    browser.until_texts("#district option", &districts).await?;
    // A feed with nothing to filter by has a search alone.
    let server = &Server::with(Feed::Body(feed::of(r#"{"id":"a","title":"A"}"#))).await?;
    browser.open_page(server, "").await?;
    browser.find("#q").await?;
    let controls = browser.texts(".filter-bar label").await?;
    ensure!(
        !controls.iter().any(|label| ["Stadsdel", "Ämne", "Arrangör", "Från och med", "Till och med"]
            .contains(&label.as_str())),
        "{controls:?}"
    );
    Ok(())
}

async fn narrows_to_a_span_of_days(browser: &Browser, server: &Server) -> Result<()> {
    open_example(browser, server, "").await?;
    // With room for them, all filters are there at once.
    let seen = "(box => document.elementFromPoint(box.x + 9, box.y + 9).id)(document.getElementById('group').getBoundingClientRect())";
    browser.until(&format!("{seen} === 'group'")).await?;
    browser.pick("from", &iso(4)).await?;
    browser.until_query(&format!("?from={}", iso(4))).await?;
    browser.until_texts(".chip", &[&format!("Ta bort filtret från {} ×", date::plain(sv(), day(4)))]).await?;
    browser.pick("to", &iso(12)).await?;
    browser.until_query(&format!("?from={}&to={}", iso(4), iso(12))).await?;
    let titles = [
        "Playgrounds in Provby",
        "Trygghet i stadsdelarna",
        "Ny park vid Provby strand",
        "Flyttat till nätet Cykelvägar mellan Provby och Exempelstad",
        "Inställt Skolans lokaler i Centrum",
    ];
    browser.until_texts(".card-title", &titles).await?;
    let span = format!("Ta bort filtret {}–{} ×", date::plain(sv(), day(4)), date::plain(sv(), day(12)));
    browser.until_texts(".chip", &[&span]).await?;
    // Both days are one choice to remove, and the fields are empty again.
    browser.click(".chip").await?;
    browser.until_query("").await?;
    browser.until("document.getElementById('from').value + document.getElementById('to').value === ''").await
}

async fn removes_each_chip_alone_and_keeps_the_focus(browser: &Browser, server: &Server) -> Result<()> {
    open_example(browser, server, "?q=provby&district=Provby&topic=Parker+och+natur&group=ongoing").await?;
    let chip = |words: &str| format!("Ta bort filtret {words} ×");
    let chips = [chip("”provby”"), chip("Provby"), chip("Parker och natur"), chip("Pågår nu")];
    let chips: Vec<&str> = chips.iter().map(String::as_str).collect();
    browser.until_texts("ul.chips[role=list] .chip", &chips).await?;
    browser.click(".chips li:nth-child(2) a").await?;
    browser.until_query("?q=provby&topic=Parker och natur&group=ongoing").await?;
    browser.until("document.activeElement !== document.body").await?;
    browser.until("document.getElementById('district').value === ''").await?;
    browser.click(".chips li:nth-child(3) a").await?;
    browser.until_query("?q=provby&topic=Parker och natur").await?;
    browser.until("document.activeElement !== document.body").await?;
    browser.until_texts(".filter-clear", &["Rensa alla filter"]).await?;
    browser.click(".filter-clear").await?;
    browser.until_query("").await?;
    browser.until_texts(".chip, .filter-clear", &[]).await?;
    browser
        .until("document.activeElement !== document.body && document.getElementById('q').value === ''")
        .await?;
    browser.until_texts("#hits", &["10 dialoger"]).await?;
    // Each removal is undone by Back.
    browser.back().await?;
    browser.until_query("?q=provby&topic=Parker och natur").await?;
    browser.until("document.getElementById('q').value === 'provby'").await
}

async fn leads_out_of_no_hits_with_true_counts(browser: &Browser, server: &Server) -> Result<()> {
    open_example(browser, server, "?district=Zinkgruvan&topic=Skola").await?;
    browser.until_texts("#nothing-found", &[sv().no_hits_title]).await?;
    browser.until_texts(".ways a", &["Utan Zinkgruvan: 1 träff", "Utan Skola: 1 träff"]).await?;
    browser.until_texts(".notice a.button", &["Visa alla 10 dialoger"]).await?;
    browser.click(".ways li:nth-child(1) a").await?;
    browser.until_query("?topic=Skola").await?;
    browser.until_texts(".card-title", &["Inställt Skolans lokaler i Centrum"]).await?;
    browser.until("document.activeElement !== document.body").await?;
    browser.back().await?;
    browser.until_texts("#hits", &["Inga träffar"]).await?;
    browser.click(".notice a.button").await?;
    browser.until_texts("#hits", &["10 dialoger"]).await?;
    // Where no single choice helps, all are to be dropped.
    open_example(browser, server, "?q=qqqq&district=Qqqq").await?;
    browser.see(sv().no_hits_clear).await?;
    browser.until_texts(".ways a", &[]).await
}

async fn restores_a_shared_link(browser: &Browser, server: &Server) -> Result<()> {
    let query = format!(
        "?q=provby&district=Provby&topic=Parker+och+natur&organiser=Stadsbyggnadsn%C3%A4mnden&group=upcoming&attend=in-person&from={}&to={}",
        iso(0),
        iso(5)
    );
    open_example(browser, server, &query).await?;
    browser.until_texts(".card-title", &["Ny park vid Provby strand"]).await?;
    let values = "['q', 'district', 'topic', 'organiser', 'group', 'attend', 'from', 'to'].map(id => document.getElementById(id).value)";
    let values = browser.eval(values).await?;
    let wanted = json!([
        "provby",
        "Provby",
        "Parker och natur",
        "Stadsbyggnadsnämnden",
        "upcoming",
        "in-person",
        iso(0),
        iso(5)
    ]);
    ensure!(values == wanted, "the controls say {values}");
    ensure!(browser.texts(".chip").await?.len() == 7);
    // Typed by hand, without case and diacritics; and nonsense is passed over.
    open_example(browser, server, "?district=ostra+provby&group=x&from=igår&rows=-1&utm=1").await?;
    browser.until_texts("#hits", &["1 träff"]).await?;
    ensure!(browser.eval("document.getElementById('district').value").await? == "Östra Provby");
    Ok(())
}

async fn announces_the_hits_once_after_typing_rests(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.find("#q").await?;
    let region = ".list-hits [role=status]";
    browser.until_texts(region, &[""]).await?;
    browser
        .eval(&format!(
            "(window.said = [], new MutationObserver(() => said.push(...[document.querySelector('{region}').textContent].filter(words => words)))
            .observe(document.querySelector('{region}'), {{ childList: true, characterData: true, subtree: true }}))"
        ))
        .await?;
    for letter in ["t", "r", "y", "g", "g"] {
        browser.write("#q", letter).await?;
    }
    ensure!(browser.eval("said.length").await? == 0, "spoken while typing: {}", browser.eval("said").await?);
    browser.until("said.length > 0").await?;
    tokio::time::sleep(std::time::Duration::from_millis(1000)).await;
    let said = browser.eval("said").await?;
    ensure!(said == json!(["1 träff"]), "spoken: {said}");
    Ok(())
}

async fn keeps_every_key_of_a_quick_typist(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::many(60)));
    browser.open_page(server, "").await?;
    browser.write("#q", "dialog abcdefghij klmnopqrstu").await?;
    browser.write("#q", "v").await?;
    browser.until_query("?q=dialog abcdefghij klmnopqrstuv").await?;
    ensure!(browser.eval("document.getElementById('q').value").await? == "dialog abcdefghij klmnopqrstuv");
    browser.until_focus("#q").await?;
    // In the middle of a word too: the cursor stays where it is.
    browser.eval("document.getElementById('q').setSelectionRange(3, 3)").await?;
    browser.press("xyz").await?;
    browser.until_query("?q=diaxyzlog abcdefghij klmnopqrstuv").await
}

async fn loses_no_key_typed_just_as_the_address_follows(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.find("#q").await?;
    // The address follows 400 ms after a key.
    let type_all = "const done = arguments[0], field = document.getElementById('q'), lost = [];
        const pause = ms => new Promise(go => setTimeout(go, ms));
        const key = letter => { field.value += letter; field.dispatchEvent(new Event('input', { bubbles: true })); };
        (async () => {
            for (const wait of [399, 400, 401, 402, 404, 408, 412, 416, 420, 430]) {
                field.value = ''; key('a'); await pause(wait); key('b'); await pause(600);
                if (field.value !== 'ab' || location.search !== '?q=ab') lost.push([wait, field.value, location.search]);
            }
            done(lost);
        })();";
    let lost = browser.driver.execute_async(type_all, vec![]).await?;
    ensure!(*lost.json() == json!([]), "lost: {}", lost.json());
    Ok(())
}

/// Safari refuses more than 100 changes of the address in 30 seconds.
async fn lives_through_120_keys(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "").await?;
    browser.find("#q").await?;
    let type_all = "const done = arguments[0], field = document.getElementById('q');
        let keys = 0;
        const key = () => {
            field.value += 'abc '[keys % 4]; field.dispatchEvent(new Event('input', { bubbles: true }));
            if (++keys < 120) setTimeout(key, 15); else done(field.value.length);
        };
        key();";
    let length = browser.driver.execute_async(type_all, vec![]).await?;
    ensure!(*length.json() == 120, "the field holds {}", length.json());
    // And it still works.
    browser.rewrite("#q", "vård").await?;
    browser.until_texts("#hits", &["1 träff"]).await?;
    browser.until_query("?q=vård").await?;
    browser.click(".card-link").await?;
    browser
        .until_page("/dialog/framtidens-vard-och-omsorg/", "Dialogmöte om framtidens vård och omsorg")
        .await
}

async fn keeps_a_row_and_its_focus_while_others_go_and_come(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    open_example(browser, server, "").await?;
    browser
        .eval("document.querySelectorAll('.card-link').forEach(link => link.closest('.card').was = link.id)")
        .await?;
    let row = browser.eval("[...document.querySelectorAll('.card-link')].at(-1).id").await?;
    let words = browser.eval("[...document.querySelectorAll('.card-link')].at(-1).textContent").await?;
    browser.eval(&format!("document.getElementById({row}).focus()")).await?;
    let itself = format!(
        "document.getElementById({row}).closest('.card').was === {row} && document.activeElement.id === {row}"
    );
    for (query, rows) in [(&words, "< 10"), (&json!(""), "=== 10")] {
        browser
            .eval(&format!(
                "(q => {{ q.value = {query}; q.dispatchEvent(new Event('input', {{ bubbles: true }})); }})(document.getElementById('q'))"
            ))
            .await?;
        browser.until(&format!("document.querySelectorAll('.card').length {rows}")).await?;
        ensure!(browser.eval(&itself).await? == true, "{query}: the row was made anew");
    }
    // None stands under another's name.
    let own = "[...document.querySelectorAll('.card-link')].every(link => [undefined, link.id].includes(link.closest('.card').was))";
    ensure!(browser.eval(own).await? == true, "a row became another");
    Ok(())
}
