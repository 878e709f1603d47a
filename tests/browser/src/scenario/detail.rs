//! One dialogue, whole: every section of the feed has its place, and what is not stated is said.

use anyhow::{Result, ensure};
use medborgardialoger::text::date;
use serde_json::json;
use thirtyfour::Key;

use super::{Scenario, scenarios};
use crate::browser::Browser;
use crate::feed::{self, day, iso, sv};
use crate::server::{Feed, Server};

/// This topic's table.
pub const ALL: &[Scenario] = scenarios![Light in ALL:
    has_every_section_in_order,
    tells_when_where_and_how_to_come,
    lists_meetings_documents_and_ways_to_take_part,
    marks_the_present_step_and_tells_what_came_of_it,
    shows_a_process_without_meetings,
    shows_the_real_page_word_for_word,
    says_what_has_changed_about_a_meeting,
    marks_a_foreign_language_and_a_writing_from_right_to_left,
    closes_by_escape_what_was_opened,
];

async fn open(browser: &Browser, server: &Server, slug: &str) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    browser.open_page(server, &format!("dialog/{slug}/")).await?;
    browser.find(".when-where").await?;
    Ok(())
}

async fn closes_by_escape_what_was_opened(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, "park-vid-provby-strand").await?;
    browser.click(".calendar-more summary").await?;
    browser.until("document.querySelector('.calendar-more').open").await?;
    // From within it too: the focus is not lost with what it closes.
    browser.eval("document.querySelector('.calendar-more a').focus()").await?;
    browser.press(Key::Escape).await?;
    browser.until("!document.querySelector('.calendar-more').open").await?;
    browser.until("document.activeElement === document.querySelector('.calendar-more summary')").await?;
    // Nothing else that is open closes.
    browser.click(".meetings-past summary").await?;
    browser.eval("document.querySelector('.calendar-more summary').focus()").await?;
    browser.press(Key::Escape).await?;
    ensure!(browser.eval("document.querySelector('.meetings-past').open").await? == true);
    Ok(())
}

/// The descriptions of a term in the box.
async fn fact(browser: &Browser, term: &str) -> Result<Vec<String>> {
    let facts = "[...document.querySelectorAll('.when-where .fact')].find(fact => fact.querySelector('dt').textContent === TERM)";
    // Some engines have a blank before what is heard alone.
    let facts = format!(
        "[...({})?.querySelectorAll('dd') ?? []].map(dd => [...dd.querySelectorAll('.visually-hidden')].reduce(
            (words, {{ textContent }}) => words.replace(' ' + textContent, textContent), dd.innerText.trim().replace(/[ \\n]+/g, ' ')))",
        facts.replace("TERM", &json!(term).to_string())
    );
    Ok(serde_json::from_value(browser.eval(&facts).await?)?)
}

async fn says(browser: &Browser, term: &str, wanted: &[&str]) -> Result<()> {
    let met = fact(browser, term).await?;
    ensure!(met == wanted, "{term}: {met:?}\n    not {wanted:?}");
    Ok(())
}

async fn has_every_section_in_order(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, "park-vid-provby-strand").await?;
    browser.until_texts("h1", &["Ny park vid Provby strand"]).await?;
    browser.until_texts(".heading-stage", &["Kommande\u{a0}· Öppen för synpunkter"]).await?;
    let headings = [
        "Nästa möte",
        "Vad det handlar om",
        sv().take_part,
        "Alla möten",
        "Medverkande",
        "Steg för steg",
        "Resultat",
        "Dokument",
        "Bakgrund",
        "Kontakt",
    ];
    browser.until_texts("main h2", &headings).await?;
    // No level is left out on the way down.
    let levels = browser
        .eval("[...document.querySelectorAll('h1, h2, h3, h4')].map(h => Number(h.tagName[1]))")
        .await?;
    let levels: Vec<i64> = serde_json::from_value(levels)?;
    ensure!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1) && levels.first() == Some(&1), "{levels:?}");
    browser
        .until_texts(
            "[aria-labelledby=about] li",
            &[
                "var lekplatsen och sittplatserna ska ligga",
                "vilka träd och växter som planteras",
                "hur stranden lyses upp på kvällen",
            ],
        )
        .await?;
    browser.until_texts("[aria-labelledby=about] h3", &["Det här kan du påverka"]).await?;
    ensure!(
        browser.attribute("[aria-labelledby=about] a", "href").await?
            == "https://www.exempelstad.example/park"
    );
    let people = [
        "Eva Exempelsson (X) ordförande, stadsbyggnadsnämnden",
        "Nils Provsson landskapsarkitekt",
        "Ledamöter från stadsbyggnadsnämnden",
    ];
    browser.until_texts(".participant", &people).await?;
    browser
        .until_texts(
            ".contact-name, .contact-role, .contact a",
            &["Anna Provsson", "projektledare", "anna.provsson@exempelstad.example", "0123-45 60 10"],
        )
        .await?;
    let hrefs = browser
        .eval("[...document.querySelectorAll('.contact a')].map(link => link.getAttribute('href'))")
        .await?;
    ensure!(hrefs == json!(["mailto:anna.provsson@exempelstad.example", "tel:+46123456010"]), "{hrefs}");
    browser.see(&format!("Uppdaterad {}", date::full(sv(), day(-2)))).await
}

async fn tells_when_where_and_how_to_come(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, "park-vid-provby-strand").await?;
    let when = format!("{} kl. 18.00–19.30", date::full(sv(), day(1)));
    browser.until_texts(".when-where-time, .when-where-soon", &[&when, "I morgon"]).await?;
    ensure!(
        browser
            .attribute(".when-where-time time", "datetime")
            .await?
            .starts_with(&format!("{}T18:00+0", iso(1)))
    );
    let place = "Provby bibliotek, stora salen, Exempelgatan 1, 123 45 Provby (ingång från torget)";
    says(
        browser,
        "Plats",
        &[place, "Visa på karta (OpenStreetMap, öppnas i ny flik), Provby bibliotek, stora salen, Provby"],
    )
    .await?;
    let by = format!("Anmäl dig senast {}\u{a0}· Antal platser: 40", date::full(sv(), day(1)));
    says(browser, "Anmälan", &[&by, &format!("Anmäl dig, {when}")]).await?;
    says(
        browser,
        "Tillgänglighet",
        &["Utan trappsteg Hiss Hörslinga", "Ring på klockan vid hissen.", "Behöver du något mer? Fråga oss"],
    )
    .await?;
    says(
        browser,
        "Språk",
        &["Vi talar svenska.", "Vi tolkar till svenskt teckenspråk, finska och arabiska."],
    )
    .await?;
    says(browser, "Bra att veta", &["Vi bjuder på frukt och fika."]).await?;
    says(browser, "Så kan du påverka", &["Du är med och tar fram förslag"]).await?;
    says(browser, "Arrangör", &["Stadsbyggnadsnämnden"]).await?;
    says(browser, "Stadsdel", &["Provby"]).await?;
    says(browser, "Ämne", &["Parker och natur"]).await?;
    ensure!(
        browser.attribute(".fact a[href*=anmalan]", "href").await?
            == "https://www.exempelstad.example/anmalan"
    );
    let map = browser
        .eval("(map => [map.href, map.target, map.rel])(document.querySelector('.when-where a[target]'))")
        .await?;
    ensure!(map[0].as_str().is_some_and(|to| to.starts_with("https://www.openstreetmap.org/")), "{map}");
    ensure!(map[1] == "_blank" && map[2] == "noreferrer", "{map}");
    Ok(())
}

async fn lists_meetings_documents_and_ways_to_take_part(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, "park-vid-provby-strand").await?;
    let ahead = ["Dialogmöte på biblioteket", "Inställt Promenad längs stranden"];
    browser.until_texts("[aria-labelledby=meetings] > ul > li .meeting-title", &ahead).await?;
    let walk = browser.text("#m-promenad").await?;
    ensure!(walk.contains("Vi hoppas kunna ordna en ny promenad till våren."), "{walk}");
    browser.until_texts(".meetings-past summary", &["Visa 1 tidigare möte"]).await?;
    browser.click(".meetings-past summary").await?;
    let first = format!(
        "Första mötet {} kl. 18.00–20.00 Avslutat\u{a0}· Provby bibliotek, Provby",
        date::full(sv(), day(-40))
    );
    browser.until_texts("#m-forsta .meeting-body", &[&first]).await?;
    let documents = [
        "Tre förslag till park vid Provby strand PDF, 1,2 MB".to_owned(),
        format!(
            "Minnesanteckningar från första mötet PDF, 180 kB, publicerat {}",
            date::plain(sv(), day(-30))
        ),
    ];
    browser
        .until_texts("[aria-labelledby=documents] .document", &documents.each_ref().map(String::as_str))
        .await?;
    ensure!(
        browser.attribute(".document-link", "href").await? == "https://www.exempelstad.example/forslag.pdf"
    );
    let ways = [
        format!("Svara på enkäten senast {}", date::full(sv(), day(20))),
        "Mejla park@exempelstad.example".to_owned(),
        "Ring 0123-45 60 10".to_owned(),
    ];
    browser.until_texts(".way", &ways.each_ref().map(String::as_str)).await?;
    let hrefs = browser
        .eval("[...document.querySelectorAll('.way a')].map(link => link.getAttribute('href'))")
        .await?;
    let wanted = json!([
        "https://www.exempelstad.example/enkat",
        "mailto:park@exempelstad.example",
        "tel:+46123456010"
    ]);
    ensure!(hrefs == wanted, "{hrefs}");
    Ok(())
}

async fn marks_the_present_step_and_tells_what_came_of_it(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, "park-vid-provby-strand").await?;
    let steps = [
        "Förslagen tas fram",
        "Dialog med dig som bor i Provby",
        "Sammanställning",
        "Beslut i stadsbyggnadsnämnden",
    ];
    browser.until_texts("ol.phases[role=list] .phase-title", &steps).await?;
    browser.until_texts(".phase-state", &["Klart", "Här är vi nu", "Kommer", "Kommer"]).await?;
    browser.until_texts("[aria-current=step] .phase-title", &["Dialog med dig som bor i Provby"]).await?;
    browser.until_texts("[aria-labelledby=results] h3", &["Vad ni sa", "Vad vi gör", "Nästa besked"]).await?;
    browser.see("Många vill ha fler bänkar med ryggstöd.").await?;
    browser.see(&format!("Senast {}", date::full(sv(), day(60)))).await?;
    open(browser, server, "torget").await?;
    browser.until_texts("[aria-labelledby=results] h3", &["Vad ni sa", "Beslut"]).await?;
    browser.see(&format!("Publicerat {}", date::plain(sv(), day(-60)))).await?;
    // That there is nothing is said too.
    open(browser, server, "biblioteket").await?;
    browser.until_texts("[aria-labelledby=results] p", &[sv().results_none]).await?;
    open(browser, server, "cykelvagar").await?;
    browser.until_texts("[aria-labelledby=results] p", &[sv().results_none]).await
}

async fn shows_a_process_without_meetings(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, "trygghet").await?;
    browser.until_texts(".when-where h2", &["När och var"]).await?;
    says(browser, "Period", &["Sedan oktober 2020"]).await?;
    says(browser, "Möten", &[sv().no_meetings]).await?;
    says(browser, "Stadsdelar", &["Centrum, Provby, Åkerby, Ängsbacken och Österby"]).await?;
    ensure!(
        !browser.has("#meetings, .calendar-link, [aria-labelledby=phases], #documents, #take-part").await?,
        "a section of nothing"
    );
    browser.until_texts(".contact-name", &["Malin Exempel"]).await?;
    // Without a contact, the municipality answers.
    open(browser, server, "torget").await?;
    browser.until_texts("#contact", &["Kontakt"]).await?;
    browser.see("Ingen kontaktperson är angiven. Kontakta Exempelstads kommun.").await?;
    ensure!(browser.has("[aria-labelledby=contact] a[href='mailto:kontakt@exempelstad.example']").await?);
    ensure!(browser.has("[aria-labelledby=contact] a[href='tel:+46123456000']").await?);
    Ok(())
}

async fn shows_the_real_page_word_for_word(browser: &Browser, server: &Server) -> Result<()> {
    browser.open_page(server, "dialog/framtidens-vard-och-omsorg/").await?;
    browser
        .until_texts(
            ".when-where h2, .when-where-time",
            &["Senaste mötet", "onsdag 18 oktober 2023 kl. 17.30"],
        )
        .await?;
    says(browser, "Plats", &["Stadshuset, fullmäktigesalen"]).await?;
    says(browser, "Anmälan", &["Du behöver inte anmäla i förväg om du kommer!"]).await?;
    says(browser, "Bra att veta", &["Vi bjuder på frukt och fika under kvällen"]).await?;
    browser.see("Majo Brostedt (S)").await?;
    browser.see("Verksamhetsplanen är ett styrdokument").await?;
    browser.see("Det här står inte i kommunens text, utan är tolkat: rubriken och arrangören.").await?;
    browser.open_page(server, "dialog/trygghet-i-stadsdelarna/").await?;
    browser.until_texts("#background", &["Bakgrund till medborgardialogen om trygghet"]).await?;
    browser.see("Att inte behöva bevittna våld eller själv bli utsatt.").await?;
    let hrefs = browser
        .eval("[...document.querySelectorAll('.contact a')].map(link => link.getAttribute('href'))")
        .await?;
    ensure!(
        hrefs == json!(["mailto:malin.sturk@eskilstuna.se", "tel:+46167103227", "tel:+46700893979"]),
        "{hrefs}"
    );
    browser.open_page(server, "dialog/torshalla-stads-namnd/").await?;
    says(
        browser,
        "Plats",
        &[
            "Kvarnen, Storgatan 26, Torshälla (samma byggnad som Torshälla bibliotek)",
            "Visa på karta (OpenStreetMap, öppnas i ny flik), Kvarnen, Torshälla",
        ],
    )
    .await?;
    says(browser, "Hur ofta", &["Några gånger per år"]).await?;
    browser
        .see("Det här står inte i kommunens text, utan är tolkat: rubriken, stadsdelen och mötets år.")
        .await
}

async fn says_what_has_changed_about_a_meeting(browser: &Browser, server: &Server) -> Result<()> {
    open(browser, server, "skolans-lokaler").await?;
    browser.until_texts(".when-where .state", &["Inställt"]).await?;
    browser.until_texts(".when-where-time s", &[&format!("{} kl. 17.30", date::full(sv(), day(12)))]).await?;
    ensure!(browser.text(".calendar-link .button").await?.starts_with(sv().calendar_cancel));
    open(browser, server, "aldres-vardag").await?;
    browser.until_texts(".when-where .state", &["Uppskjutet"]).await?;
    ensure!(browser.text(".calendar-link .button").await?.starts_with("Uppdatera i kalendern"));
    open(browser, server, "simhallen").await?;
    let moved = format!("Flyttat Tidigare tid: {} kl. 18.00", date::full(sv(), day(26)));
    browser.until_texts(".when-where-state", &[&moved]).await?;
    says(browser, "På nätet", &["Länken till mötet kommer senare."]).await?;
    ensure!(fact(browser, "Plats").await?[0] == "Simhallen, Badgatan 2, Exempelstad");
    let registration = fact(browser, "Anmälan").await?;
    let unknown = format!("{} {}", sv().registration_unknown, sv().ask);
    ensure!(registration == [unknown.as_str()], "{registration:?}");
    open(browser, server, "cykelvagar").await?;
    browser.until_texts(".when-where-state", &["Flyttat till nätet"]).await?;
    let take_part = format!("Delta på nätet, {} kl. 18.00–20.00", date::full(sv(), day(5)));
    says(browser, "På nätet", &[&take_part, "Du behöver inget konto."]).await?;
    says(browser, "Anmälan", &["Fullbokat"]).await?;
    says(browser, "Plats", &[]).await?;
    ensure!(
        browser.attribute(".fact a[href*=mote]", "href").await? == "https://www.exempelstad.example/mote"
    );
    // A day without a time, in the municipality's own words.
    open(browser, server, "oppet-hus").await?;
    browser.until_texts(".when-where-time", &[&date::full(sv(), day(16))]).await?;
    says(browser, "Tider", &["Kom när du vill mellan klockan 10 och 15."]).await?;
    says(browser, "Anmälan", &["Du behöver inte anmäla dig"]).await
}

async fn marks_a_foreign_language_and_a_writing_from_right_to_left(
    browser: &Browser,
    server: &Server,
) -> Result<()> {
    open(browser, server, "lekplatser").await?;
    browser.until_texts("h1 [lang=en]", &["Playgrounds in Provby"]).await?;
    browser.until_texts(".heading .quiet", &["Finns bara på engelska"]).await?;
    ensure!(browser.eval("document.documentElement.lang").await? == "sv");
    let server =
        &Server::with(Feed::Body(feed::of(r#"{"id":"a","title":{"ar":"حوار"},"period":{"start":"2020"}}"#)))
            .await?;
    browser.open_page(server, "").await?;
    browser.until_texts(".card-link [lang=ar][dir=rtl]", &["حوار"]).await?;
    browser.see("på arabiska").await
}
