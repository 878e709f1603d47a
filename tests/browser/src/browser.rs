//! A browser under WebDriver: a session in one engine, and what a resident or a tester does in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData, WebDriver, WebElement};

use crate::engine::{self, Engine, Process, Scheme};
use crate::server::Server;

/// How long anything that is waited for may take: the app's own ten seconds and more, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(30);
/// The page every scenario begins with, in CSS pixels.
const PAGE: (i64, i64) = (1280, 900);
/// The axe rules of WCAG 2.2 at levels A and AA.
pub const WCAG: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/// A session in one engine: in Swedish, with a page of 1280 × 900, a folder for downloads and a log of its own.
pub struct Browser {
    // First, so that it ends first: a driver in the middle of a page never answers the client's goodbye.
    _processes: Vec<Process>,
    /// Which engine this is.
    pub engine: Engine,
    /// The WebDriver client, for what is not offered here.
    pub driver: WebDriver,
    home: PathBuf,
    /// How much of the log has been read.
    read: AtomicUsize,
}

impl Browser {
    /// Starts the engine and opens a session, with its files in `folder`.
    pub async fn open(engine: Engine, scheme: Scheme, folder: &Path) -> Result<Self> {
        let home = engine::home(engine, scheme, folder)?;
        let (driver, processes) = engine::start(engine, scheme, &home).await?;
        let browser = Self { engine, driver, home, read: AtomicUsize::new(0), _processes: processes };
        browser.reset().await?;
        Ok(browser)
    }

    /// Makes the session as new. Storage needs no clearing: every scenario has a server, and so an origin, of its own.
    pub async fn reset(&self) -> Result<()> {
        self.driver.goto("about:blank").await?;
        self.resize(PAGE.0, PAGE.1).await?;
        self.forget_saved()?;
        self.log().await?;
        Ok(())
    }

    /// Ends the session in good order; its processes end in any case.
    pub async fn close(self) {
        let _ = tokio::time::timeout(Duration::from_secs(5), self.driver.clone().quit()).await;
    }

    /// Opens a page of the server's site, given without base, and waits until the app shows a heading and no print does.
    pub async fn open_page(&self, server: &Server, page: &str) -> Result<()> {
        if self.eval("location.href").await? == server.url(page) {
            // To WebKit's driver, the same page once more is there already.
            self.driver.goto("about:blank").await?;
        }
        self.driver.goto(server.url(page)).await?;
        self.until("document.querySelector('#app:not([data-print]) h1') !== null").await
    }

    /// Forgets what the app keeps on the device, as if nobody had been here.
    pub async fn forget_copies(&self) -> Result<()> {
        let forget = "typeof caches === 'undefined' || caches.keys().then(names => Promise.all(names.map(name => caches.delete(name)))).then(() => true, () => true)";
        self.until(forget).await
    }

    /// Gives the page this size in CSS pixels, whatever frame the window has.
    pub async fn resize(&self, width: i64, height: i64) -> Result<()> {
        let size = async || -> Result<(i64, i64)> {
            Ok(serde_json::from_value(self.eval("[innerWidth, innerHeight]").await?)?)
        };
        // The frame is known only after the first try, and Xvfb takes a moment.
        for _ in 0..20 {
            let now = size().await?;
            if now == (width, height) {
                return Ok(());
            }
            let outer = self.driver.get_window_rect().await?;
            let (width, height) = (outer.width + width - now.0, outer.height + height - now.1);
            self.driver.set_window_rect(0, 0, u32::try_from(width)?, u32::try_from(height)?).await?;
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        bail!("{} gives no page of {width} × {height}, but of {:?}", self.engine, size().await?)
    }

    /// The value of a JavaScript expression.
    pub async fn eval(&self, expression: &str) -> Result<Value> {
        let value = self.driver.execute(format!("return ({expression});"), vec![]).await;
        Ok(value.with_context(|| format!("in {expression}"))?.json().clone())
    }

    /// Waits until a JavaScript expression is true.
    pub async fn until(&self, expression: &str) -> Result<()> {
        patiently(expression, async || Ok(self.eval(expression).await? == Value::Bool(true))).await
    }

    /// The first element that matches, waited for.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        self.until(&format!("document.querySelector({}) !== null", json!(css))).await?;
        Ok(self.driver.find(By::Css(css)).await?)
    }

    /// The text of the first element that matches, as it is shown, waited for.
    pub async fn text(&self, css: &str) -> Result<String> {
        self.find(css).await?;
        // innerText, since WebKit's own answer leaves out the breaks between blocks.
        let text = self.eval(&format!("document.querySelector({}).innerText", json!(css))).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page shows these words.
    pub async fn see(&self, words: &str) -> Result<()> {
        self.until(&format!("document.body.innerText.includes({})", json!(words))).await
    }

    /// The texts of all elements that match, in the page's order.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let all = format!(
            "[...document.querySelectorAll({})].map(found => found.innerText.trim().replace(/[ \\n]+/g, ' '))",
            json!(css)
        );
        Ok(serde_json::from_value(self.eval(&all).await?)?)
    }

    /// Waits until the elements that match have these texts.
    pub async fn until_texts(&self, css: &str, wanted: &[&str]) -> Result<()> {
        let same = async || Ok(self.texts(css).await? == wanted);
        let waited = patiently(css, same).await;
        match waited {
            Err(_) => bail!("{css}\n    says {:?}\n    not {wanted:?}", self.texts(css).await?),
            ok => ok,
        }
    }

    /// An attribute of the first element that matches.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<String> {
        self.find(css).await?;
        // As it is written: some drivers complete addresses.
        let value = self
            .eval(&format!("document.querySelector({}).getAttribute({})", json!(css), json!(name)))
            .await?;
        Ok(value.as_str().with_context(|| format!("{css} has no {name}"))?.to_owned())
    }

    /// Whether the first element that matches is there at all.
    pub async fn has(&self, css: &str) -> Result<bool> {
        Ok(self.eval(&format!("document.querySelector({}) !== null", json!(css))).await? == true)
    }

    /// Clicks the first element that matches, as a pointer does, in the middle of the window.
    pub async fn click(&self, css: &str) -> Result<()> {
        let show = format!("document.querySelector({}).scrollIntoView({{ block: 'center' }})", json!(css));
        let mut tries = 0;
        loop {
            let element = self.find(css).await?;
            self.eval(&show).await?;
            // What is drawn anew in between is found once more.
            match element.click().await {
                Err(error) if tries < 20 && error.to_string().contains("stale") => {
                    tries += 1;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                clicked => return clicked.with_context(|| format!("a click on {css}")),
            }
        }
    }

    /// Writes into a field, key by key.
    pub async fn write(&self, css: &str, words: &str) -> Result<()> {
        Ok(self.find(css).await?.send_keys(words).await?)
    }

    /// Writes over what a field holds.
    pub async fn rewrite(&self, css: &str, words: &str) -> Result<()> {
        self.find(css).await?;
        self.eval(&format!(
            "(field => {{ field.focus(); field.select(); }})(document.querySelector({}))",
            json!(css)
        ))
        .await?;
        if words.is_empty() { self.press(Key::Delete).await } else { self.press(words).await }
    }

    /// Presses a key (or types) where the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Chooses an option of a select by its value.
    pub async fn choose(&self, id: &str, value: &str) -> Result<()> {
        let option = self.find(&format!("#{id} option[value=\"{value}\"]")).await?;
        // A person's way leads over the control; some drivers go straight to the option.
        self.find(&format!("#{id}")).await?.focus().await?;
        option.click().await.with_context(|| format!("to choose {value} in {id}"))
    }

    /// Picks a day in a date field. Each engine has a picker of its own; what all of them do in the end is this.
    pub async fn pick(&self, id: &str, day: &str) -> Result<()> {
        self.find(&format!("#{id}")).await?;
        let pick = "const [id, day] = arguments, field = document.getElementById(id);
            field.value = day; for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";
        self.driver.execute(pick, vec![json!(id), json!(day)]).await?;
        Ok(())
    }

    /// Waits until the address has this query (with its question mark; empty for none), decoded.
    pub async fn until_query(&self, query: &str) -> Result<()> {
        let now = "decodeURIComponent(location.search.replaceAll('+', ' '))";
        let waited = self.until(&format!("{now} === {}", json!(query))).await;
        match waited {
            Err(error) => bail!("{error:#}; it is {}", self.eval(now).await?),
            ok => ok,
        }
    }

    /// Waits until the page with this path is shown and has this heading.
    pub async fn until_page(&self, path: &str, heading: &str) -> Result<()> {
        self.until(&format!("location.pathname === {}", json!(path))).await?;
        self.until_texts("h1", &[heading]).await
    }

    /// The browser's Back.
    pub async fn back(&self) -> Result<()> {
        // Not by the driver: some wait for a load that never comes in one page.
        self.eval("history.back()").await?;
        Ok(())
    }

    /// The browser's Forward.
    pub async fn forward(&self) -> Result<()> {
        self.eval("history.forward()").await?;
        Ok(())
    }

    /// What has the focus: its id, else its tag and class.
    pub async fn focus(&self) -> Result<String> {
        let name = "(at => at.id ? '#' + at.id : at.tagName.toLowerCase() + (at.className && '.' + at.className.split(' ')[0]))";
        let name = self.eval(&format!("{name}(document.activeElement)")).await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until this has the focus (as `focus` names it).
    pub async fn until_focus(&self, wanted: &str) -> Result<()> {
        let waited = patiently(wanted, async || Ok(self.focus().await? == wanted)).await;
        match waited {
            Err(_) => bail!("the focus is on {}, not on {wanted}", self.focus().await?),
            ok => ok,
        }
    }

    /// How many entries the history has.
    pub async fn entries(&self) -> Result<i64> {
        Ok(serde_json::from_value(self.eval("history.length").await?)?)
    }

    /// The bytes of the file that the resident just saved, once it is whole.
    pub async fn saved(&self, name: &str) -> Result<Vec<u8>> {
        let folder = self.downloads();
        let names = || -> Result<Vec<String>> {
            fs::read_dir(&folder)?.map(|file| Ok(file?.file_name().to_string_lossy().into_owned())).collect()
        };
        // Alone and not empty: browsers first write into a companion file (.crdownload, .part).
        let whole = async || Ok(names()? == [name] && fs::metadata(folder.join(name))?.len() > 0);
        patiently(name, whole).await.with_context(|| format!("saved are {:?}", names()))?;
        Ok(fs::read(folder.join(name))?)
    }

    /// Empties the folder of saved files.
    pub fn forget_saved(&self) -> Result<()> {
        for file in fs::read_dir(self.downloads())? {
            fs::remove_file(file?.path())?;
        }
        Ok(())
    }

    /// A picture of the page as the window shows it.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        fs::write(path, self.driver.screenshot_as_png().await?)?;
        Ok(())
    }

    /// Takes the warnings and errors that the console got since it was last asked.
    pub async fn console(&self, server: &Server) -> Result<Vec<String>> {
        // What was just logged takes a moment to arrive.
        tokio::time::sleep(Duration::from_millis(100)).await;
        let mut lines = self.log().await?;
        lines.extend(server.console());
        Ok(lines)
    }

    /// What the page loaded from elsewhere; a server sees only what reaches it.
    pub async fn foreign(&self) -> Result<Vec<String>> {
        let names = "performance.getEntriesByType('resource').map(entry => entry.name)";
        let foreign = format!("{names}.filter(name => new URL(name).origin !== location.origin)");
        Ok(serde_json::from_value(self.eval(&foreign).await?)?)
    }

    /// Runs axe-core with the rules of these tags (as in `WCAG`) and tells every violation in a few lines.
    pub async fn axe(&self, tags: &[&str]) -> Result<Vec<String>> {
        let path = std::env::var("MEDBORGARDIALOGER_AXE").context("no axe-core: run ./dev test browser")?;
        if self.eval("typeof axe").await? == "undefined" {
            self.driver.execute(fs::read_to_string(path)?, vec![]).await.context("axe-core does not load")?;
        }
        let run = "const [tags, done] = arguments;
            const tell = (rule, node) => `${rule.id} (${rule.impact}): ${node.target}: ${node.html}\\n${node.failureSummary}`;
            axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
                found => done(found.violations.flatMap(rule => rule.nodes.map(node => tell(rule, node)))),
                error => done([String(error)]));";
        let found =
            self.driver.execute_async(run, vec![json!(tags)]).await.context("axe-core does not run")?;
        Ok(serde_json::from_value(found.json().clone())?)
    }

    /// Where the browser saves files.
    pub fn downloads(&self) -> PathBuf {
        self.home.join("downloads")
    }

    /// Takes what the engine's own log holds of the console.
    async fn log(&self) -> Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => {
                let entries = self.driver.browser_log().await?.into_iter();
                let serious = entries.filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
                // Of a dialogue that is newer than the print there is no code for paper yet; its address stands there.
                let serious = serious.filter(|entry| !entry.message.contains("/qr.svg - "));
                Ok(serious.map(|entry| format!("{} {}", entry.level, entry.message)).collect())
            }
            Engine::Firefox => {
                let log = fs::read(self.home.join("driver.log"))?;
                let from = self.read.swap(log.len(), Ordering::Relaxed);
                let new = String::from_utf8_lossy(log.get(from..).unwrap_or_default()).into_owned();
                let kinds = ["console.error:", "console.warn:", "JavaScript error: http"];
                // Firefox's own modules talk on the same console.
                let ours = new
                    .lines()
                    .filter(|line| kinds.iter().any(|kind| line.starts_with(kind)))
                    .filter(|line| !["resource://", "RSLoader"].iter().any(|own| line.contains(own)));
                Ok(ours.map(str::to_owned).collect())
            }
            // Told by the page itself, to the server.
            Engine::WebKit => Ok(Vec::new()),
        }
    }
}

/// Asks again and again until the answer is yes.
pub async fn patiently(what: &str, mut ask: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    let begun = Instant::now();
    loop {
        // A page that is just being left answers with an error: that is not yet an answer.
        let answer = ask().await;
        if matches!(answer, Ok(true)) {
            return Ok(());
        }
        if begun.elapsed() >= PATIENCE {
            answer?;
            anyhow::bail!("waited {PATIENCE:?} in vain for {what}");
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}
