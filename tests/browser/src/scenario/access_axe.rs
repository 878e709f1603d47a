//! WCAG 2.2 at A and AA as far as axe-core can judge it: every page and state, in every language and in all colours.

use anyhow::{Result, ensure};
use medborgardialoger::domain::lang::Lang;
use serde_json::json;

use super::embed::TAG;
use super::{Scenario, scenarios};
use crate::browser::{Browser, WCAG};
use crate::engine::Engine;
use crate::feed;
use crate::host::{Host, Inside};
use crate::pretend::{self, Colours};
use crate::print;
use crate::server::{Feed, Server};
use crate::state::{self, Walk};

/// This topic's table. What engines can't differ in is seen in Chromium alone.
pub const ALL: &[Scenario] = scenarios![
    Light in ALL:
        satisfies_axe_on_every_page,
        satisfies_axe_on_a_phone;
    Light in CHROMIUM:
        satisfies_axe_in_easy_swedish,
        satisfies_axe_in_finnish,
        satisfies_axe_in_english,
        satisfies_axe_in_the_pages_of_others,
        satisfies_axe_on_posters_and_for_editors;
    // In Chromium the dark is seen by all of these.
    Dark in OTHERS: satisfies_axe_in_the_dark;
];

/// What axe has found so far.
struct Judge<'a> {
    browser: &'a Browser,
    wrong: Vec<String>,
}

impl<'a> Judge<'a> {
    fn new(browser: &'a Browser) -> Self {
        Self { browser, wrong: Vec::new() }
    }

    /// Judges the page as it stands; in Chromium in all colours.
    async fn look(&mut self, name: &str) -> Result<()> {
        if self.browser.engine != Engine::Chromium {
            return self.see(name).await;
        }
        for colours in Colours::ALL {
            pretend::colours(self.browser, colours).await?;
            let name = format!("{name}, {colours:?}");
            self.see_in(&name, colours).await?;
        }
        pretend::colours(self.browser, Colours::Light).await
    }

    async fn see(&mut self, name: &str) -> Result<()> {
        self.see_in(name, Colours::Light).await
    }

    /// In forced colours without contrast, which is the system's: axe reads the page's own colours for text, and the
    /// system's for what is behind it.
    async fn see_in(&mut self, name: &str, colours: Colours) -> Result<()> {
        let forced = matches!(colours, Colours::ForcedLight | Colours::ForcedDark);
        let found = self.browser.axe(WCAG).await?;
        let own = found.into_iter().filter(|violation| !(forced && violation.starts_with("color-contrast ")));
        self.wrong.extend(own.map(|violation| format!("{name}: {violation}")));
        Ok(())
    }

    fn end(self) -> Result<()> {
        ensure!(self.wrong.is_empty(), "{}", self.wrong.join("\n    "));
        Ok(())
    }
}

async fn all(browser: &Browser, lang: Lang) -> Result<()> {
    let mut judge = Judge::new(browser);
    let walk = Walk { browser, lang, today: feed::day(0) };
    walk.all(&mut async |name: &str| {
        // The offer of another language covers nothing at the end of the page.
        browser.eval("(scrollTo(0, document.body.scrollHeight), true)").await?;
        judge.look(name).await
    })
    .await?;
    judge.end()
}

/// The pages of the example feed in Swedish, in the colours and the size that stand.
async fn pages(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    let mut judge = Judge::new(browser);
    let walk = Walk { browser, lang: Lang::Sv, today: feed::day(0) };
    for (name, page, there) in state::pages(walk.today) {
        walk.open(server, &page, there).await?;
        judge.see(name).await?;
    }
    judge.end()
}

async fn satisfies_axe_on_every_page(browser: &Browser, _: &Server) -> Result<()> {
    all(browser, Lang::Sv).await
}

async fn satisfies_axe_in_easy_swedish(browser: &Browser, _: &Server) -> Result<()> {
    all(browser, Lang::Simple).await
}

async fn satisfies_axe_in_finnish(browser: &Browser, _: &Server) -> Result<()> {
    all(browser, Lang::Fi).await
}

async fn satisfies_axe_in_english(browser: &Browser, _: &Server) -> Result<()> {
    all(browser, Lang::En).await
}

async fn satisfies_axe_on_a_phone(browser: &Browser, server: &Server) -> Result<()> {
    browser.resize(360, 740).await?;
    pages(browser, server).await
}

async fn satisfies_axe_in_the_dark(browser: &Browser, server: &Server) -> Result<()> {
    pages(browser, server).await
}

async fn satisfies_axe_in_the_pages_of_others(browser: &Browser, server: &Server) -> Result<()> {
    server.feed(Feed::Body(feed::example()?));
    let mut judge = Judge::new(browser);
    for lang in [Lang::Sv, Lang::Fi] {
        for theme in ["light", "dark"] {
            for page in ["", "?dialog=park-vid-provby-strand", "?dialog=mina/"] {
                let host = Host::of("strict", server).await?;
                browser.driver.goto(host.url(page)).await?;
                // Its page is white, which a dark part of it is told to stand on.
                let dress = format!(
                    "(at => {{ at.lang = {}; at.setAttribute('theme', '{theme}'); }})(document.querySelector('{TAG}'))",
                    json!(lang.tag())
                );
                browser.eval(&dress).await?;
                let inside = Inside::of(browser, TAG);
                inside.until(".medborgardialoger", &format!("it?.lang === {}", json!(lang.tag()))).await?;
                inside.see(".page-footer").await?;
                let open = "it.querySelectorAll('details').forEach(more => more.open = true)";
                inside.eval(".embed", open).await?;
                judge.look(&format!("the embed {page} in {lang:?}, {theme}")).await?;
                host.leave(browser, server).await?;
            }
        }
    }
    judge.end()
}

async fn satisfies_axe_on_posters_and_for_editors(browser: &Browser, server: &Server) -> Result<()> {
    print::site(server, &feed::example()?).await?;
    let mut judge = Judge::new(browser);
    for lang in Lang::ALL {
        for dialogue in ["park-vid-provby-strand", "skolans-lokaler", "trygghet"] {
            let page = format!("{}dialog/{dialogue}/affisch/", lang.folder());
            browser.driver.goto(server.url(&page)).await?;
            browser.find(".poster").await?;
            judge.look(&page).await?;
        }
        let page = format!("{}tillganglighet/", lang.folder());
        browser.driver.goto(server.url(&page)).await?;
        browser.find(".statement").await?;
        judge.look(&page).await?;
    }
    browser.driver.goto(server.url("badda-in/")).await?;
    for column in [".phone", ".column"] {
        Inside::of(browser, column).see(".card").await?;
    }
    judge.look("the page for editors").await?;
    judge.end()
}
