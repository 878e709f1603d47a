//! The world of a random walk: the windows, the network, the versions. What holds after each step:
//! `walk/holds.rs`.

mod feeds;
mod holds;
mod step;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use thirtyfour::WindowHandle;

pub use step::Step;

use crate::browser::{Browser, patiently};
use crate::deploy::Version;
use crate::engine::Engine;
use crate::feed;
use crate::server::{Feed, Server};

/// A browser and a server under way.
pub struct World<'a> {
    browser: &'a Browser,
    server: &'a Server,
    windows: Vec<WindowHandle>,
    versions: Vec<Version>,
    feeds: Vec<Feed>,
    pages: Vec<String>,
    /// The titles that the page of each dialogue may have.
    titles: BTreeMap<String, Vec<String>>,
    /// When the newest feed was made that has been kept.
    kept: String,
    /// The dialogues that are followed.
    followed: BTreeSet<String>,
    /// Whether the network is gone.
    lost: bool,
}

/// Told to whoever looks: what no page of the app has caught.
const WATCH: &str =
    "const tell = words => (localStorage.faults = (localStorage.faults ?? '') + words + '; ');
addEventListener('error', event => event.message && tell(event.message));
addEventListener('unhandledrejection', event => tell(String(event.reason)));
";

impl<'a> World<'a> {
    /// Makes the versions, visits the first one, and waits until it is kept.
    pub async fn begin(browser: &'a Browser, server: &'a Server) -> Result<Self> {
        let json = feed::example()?;
        let mut versions = Vec::new();
        for mark in ["one", "two", "three", "lacks", "wrong"] {
            versions.push(Version::print(server, mark, &json, WATCH, &[]).await?);
        }
        // The last two are broken.
        fs::remove_file(
            versions[3].folder.join(versions[3].file("medborgardialoger-")?.replace(".js", "_bg.wasm")),
        )?;
        fs::write(versions[4].folder.join(versions[4].file("no-app-")?), "/* wrong */")?;
        server.over(&versions[0].name);
        browser.open_page(server, "").await?;
        browser.until("navigator.serviceWorker.ready.then(r => r.active.state === 'activated')").await?;
        browser.until("caches.match('/feed.json').then(kept => !!kept)").await?;
        let mut titles = BTreeMap::<String, Vec<String>>::new();
        let rows = "Object.fromEntries([...document.querySelectorAll('[id^=d-]')].map(row => [row.id.slice(2), [row.textContent.trim()]]))";
        for folder in ["lattlast/", "fi/", "en/", ""] {
            browser.open_page(server, folder).await?;
            let there: BTreeMap<String, Vec<String>> = serde_json::from_value(browser.eval(rows).await?)?;
            ensure!(there.len() > 5, "{there:?}");
            there.into_iter().for_each(|(slug, title)| titles.entry(slug).or_default().extend(title));
        }
        titles
            .entry("park-vid-provby-strand".to_owned())
            .or_default()
            .push("Ny park vid stranden".to_owned());
        let year = browser.attribute("a[href*='/arkiv/']", "href").await?.trim_start_matches('/').to_owned();
        let pages = [
            "",
            "",
            "?q=park",
            "?group=upcoming",
            "dialog/park-vid-provby-strand/",
            "dialog/cykelvagar/",
            &year,
            "dialog/finns-inte/",
            "fi/",
            "en/dialog/lekplatser/",
            "lattlast/mina/",
        ];
        let windows = vec![browser.driver.window().await?];
        browser.driver.set_script_timeout(Duration::from_secs(4)).await?;
        let feeds = feeds::all(&json);
        let pages = pages.map(str::to_owned).to_vec();
        Ok(Self {
            browser,
            server,
            windows,
            versions,
            feeds,
            pages,
            titles,
            kept: String::new(),
            followed: BTreeSet::new(),
            lost: false,
        })
    }

    /// Takes a step, and looks whether all holds. A driver may fail to do it in a page that is just being left; what
    /// counts is what then stands on the screen.
    pub async fn take(&mut self, step: &Step) -> Result<()> {
        let acted = self.act(step).await;
        let holds = self.holds().await;
        match acted {
            Err(error) => holds.with_context(|| format!("{error:#}")),
            Ok(()) => holds,
        }
    }

    async fn act(&mut self, step: &Step) -> Result<()> {
        let (browser, server) = (self.browser, self.server);
        match step {
            Step::Visit(n) => self.visit(&server.url(pick::<String>(&self.pages, *n))).await?,
            Step::Reload => self.reload().await?,
            Step::Row(n) => self.tap("[id^=d-]", *n).await?,
            Step::ToList => self.tap("a.back-link, main a.button[href]", 0).await?,
            Step::Follow => self.follow().await?,
            Step::Seen => self.tap(".news button", 0).await?,
            Step::Tongue(n) => self.tap("#app:not([data-print]) .languages a", *n).await?,
            Step::Mine => self.tap(".page-header a[href$='mina/']", 0).await?,
            Step::Year => self.tap("a[href*='/arkiv/']", 0).await?,
            Step::Renew => self.tap("[aria-labelledby=new-version] button", 0).await?,
            Step::Back if browser.engine == Engine::Chromium => browser.driver.back().await?,
            Step::Forward if browser.engine == Engine::Chromium => browser.driver.forward().await?,
            Step::Back => browser.back().await?,
            Step::Forward => browser.forward().await?,
            Step::Search(n) => {
                self.fill("q", "input", pick::<&str>(&["", "park", "bibliotek", "zzzz"], *n)).await?
            }
            Step::Choose(n) => {
                self.fill("group", "change", pick::<&str>(&["", "upcoming", "ended"], *n)).await?
            }
            Step::Touch => drop(browser.eval("dispatchEvent(new Event('keydown'))").await?),
            Step::Lose => {
                self.lost = true;
                server.stop();
            }
            Step::Regain => {
                if std::mem::take(&mut self.lost) {
                    patiently("the port", async || Ok(server.resume().await.is_ok())).await?;
                }
                browser.eval("dispatchEvent(new Event('online'))").await?;
            }
            Step::Deploy(n) => {
                server.over(&pick(&self.versions, *n).name);
                browser
                    .eval(
                        "navigator.serviceWorker.getRegistration().then(r => { r.update().catch(() => {}) })",
                    )
                    .await?;
            }
            Step::Feed(n) => {
                server.feed(pick(&self.feeds, *n).clone());
                browser.eval("dispatchEvent(new Event('online'))").await?;
            }
            Step::Open(n) if self.windows.len() < 3 => self.open(&pick(&self.pages, *n).clone()).await?,
            Step::Switch(n) => self.switch(*n).await?,
            Step::Close if self.windows.len() > 1 => self.close().await?,
            Step::Open(_) | Step::Close => {}
        }
        Ok(())
    }

    /// Chromium's driver loses its answer in a page that a script leaves, and then waits a minute for it; the others'
    /// go past the worker.
    async fn visit(&self, address: &str) -> Result<()> {
        match self.browser.engine {
            Engine::Chromium => Ok(self.browser.driver.goto(address).await?),
            _ => self.go(&format!("location.assign({})", json!(address))).await,
        }
    }

    async fn reload(&self) -> Result<()> {
        match self.browser.engine {
            Engine::Chromium => Ok(self.browser.driver.refresh().await?),
            _ => self.go("location.reload()").await,
        }
    }

    /// Leaves the document by this, and marks it, so that it is not taken for the next one; Back may show it once more.
    async fn go(&self, way: &str) -> Result<()> {
        let go = format!(
            "(window.old = true, addEventListener('pageshow', () => (window.old = false)), setTimeout(() => {way}))"
        );
        self.browser.eval(&go).await?;
        Ok(())
    }

    /// What is followed changes by this tap, by the dialogue of the page, and by nothing else.
    async fn follow(&mut self) -> Result<()> {
        let tap = "(button => button && (button.click(), location.pathname.split('/').at(-2)))(document.querySelector('#app:not([data-print]) .actions > button'))";
        let Some(slug) = self.browser.eval(tap).await?.as_str().map(str::to_owned) else { return Ok(()) };
        if !self.followed.remove(&slug) {
            self.followed.insert(slug);
        }
        Ok(())
    }

    async fn tap(&self, css: &str, n: usize) -> Result<()> {
        let tap = format!(
            "(all => {{ all.length && all[{n} % all.length].click() }})(document.querySelectorAll({}))",
            json!(css)
        );
        self.browser.eval(&tap).await?;
        Ok(())
    }

    async fn fill(&self, id: &str, kind: &str, value: &str) -> Result<()> {
        let fill = "const [id, kind, value] = arguments, field = document.getElementById(id);
            if (field) { field.value = value; field.dispatchEvent(new Event(kind, { bubbles: true })); }";
        self.browser.driver.execute(fill, vec![json!(id), json!(kind), json!(value)]).await?;
        Ok(())
    }

    async fn open(&mut self, page: &str) -> Result<()> {
        let window = self.browser.driver.new_tab().await?;
        self.browser.driver.switch_to_window(window.clone()).await?;
        self.windows.push(window);
        // A page that makes way for another version at once may answer with an error.
        let _ = self.browser.driver.goto(self.server.url(page)).await;
        Ok(())
    }

    async fn switch(&self, n: usize) -> Result<()> {
        Ok(self.browser.driver.switch_to_window(pick(&self.windows, n).clone()).await?)
    }

    async fn close(&mut self) -> Result<()> {
        let here = self.browser.driver.window().await?;
        self.browser.driver.close_window().await?;
        self.windows.retain(|window| *window != here);
        self.switch(0).await
    }

    /// Closes all windows but one.
    pub async fn end(&mut self) -> Result<()> {
        while self.windows.len() > 1 {
            self.close().await?;
        }
        self.browser.driver.set_script_timeout(Duration::from_secs(30)).await?;
        self.browser.console(self.server).await?;
        Ok(())
    }
}

fn pick<T>(all: &[T], n: usize) -> &T {
    &all[n % all.len()]
}
