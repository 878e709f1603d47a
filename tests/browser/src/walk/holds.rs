//! What holds after each step of a walk.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

use super::World;
use medborgardialoger::text::{Lang, of};

/// How long a step may take until all holds.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to wait before looking again.
const PAUSE: Duration = Duration::from_millis(20);
/// A look that takes longer has lost its answer, and how often that may happen in one step.
const LOST: Duration = Duration::from_secs(3);
const MOST_LOST: u32 = 3;

/// What a page shows, is made of and has kept.
const STATE: &str = "(() => {
    if (location.origin !== ORIGIN) return { away: true };
    const all = css => [...document.querySelectorAll(css)];
    const names = [...performance.getEntriesByType('resource').map(entry => entry.name),
        ...all('link[rel=stylesheet], script[src]').map(at => at.href || at.src)];
    return {
        away: false, old: !!window.old, live: !!document.querySelector('#app:not([data-print])'),
        path: location.pathname.slice(1), narrow: location.search !== '',
        headings: all('h1').map(at => at.textContent.trim()), rows: all('[id^=d-]').length, hits: all('#hits').length,
        names: names.map(name => new URL(name).pathname.slice(1)),
        faults: localStorage.faults ?? '',
        followed: JSON.parse(localStorage.getItem('medborgardialoger / saved') ?? '{\"dialogues\":[]}').dialogues
            .filter(dialogue => dialogue.followed).map(dialogue => dialogue.id),
        mine: all('.mine > li').length,
    };
})()";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct State {
    away: bool,
    old: bool,
    live: bool,
    path: String,
    narrow: bool,
    headings: Vec<String>,
    rows: usize,
    hits: usize,
    names: Vec<String>,
    faults: String,
    followed: BTreeSet<String>,
    mine: usize,
}

/// When the feed was made that is kept, and how many dialogues it has.
const KEPT: &str = "caches.match('/feed.json').then(kept => kept && kept.json())
    .then(feed => [feed?.generatedAt ?? '', feed?.dialogues.length ?? 0])";

impl World<'_> {
    /// Waits until all holds.
    pub(super) async fn holds(&mut self) -> Result<()> {
        let mut spent = Duration::ZERO;
        let mut lost = 0;
        loop {
            let begun = Instant::now();
            let looked = self.look().await;
            // A driver may lose its answer in a page that is being left, and wait for it: that is not the page's time.
            match begun.elapsed() {
                long if long > LOST && lost < MOST_LOST => lost += 1,
                time => spent += time + PAUSE,
            }
            match looked {
                Ok(made) => {
                    self.kept = made;
                    return Ok(());
                }
                Err(error) if spent > PATIENCE => return Err(error),
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Answers when the feed was made that is kept, or says what does not hold.
    async fn look(&self) -> Result<String> {
        let state: State = serde_json::from_value(
            self.browser.eval(&STATE.replace("ORIGIN", &format!("'{}'", self.server.origin()))).await?,
        )?;
        if state.away {
            // Back led out of the app.
            self.browser.driver.goto(self.server.url("")).await?;
            bail!("the app is left");
        }
        ensure!(!state.old, "the page before stands");
        ensure!(state.live, "the app is not there: {state:?}");
        self.is_useful(&state).with_context(|| format!("{state:?}"))?;
        self.is_of_one_version(&state)?;
        ensure!(state.faults.is_empty(), "uncaught: {}", state.faults);
        ensure!(state.followed == self.followed, "{:?} is followed, not {:?}", state.followed, self.followed);
        let (made, kept): (String, usize) = serde_json::from_value(self.browser.eval(KEPT).await?)?;
        ensure!(kept > 5, "the copy is lost");
        ensure!(made >= self.kept, "the copy of {} was given up for one of {made}", self.kept);
        Ok(made)
    }

    fn is_useful(&self, state: &State) -> Result<()> {
        let [heading] = state.headings.as_slice() else { bail!("not one heading") };
        ensure!(!heading.is_empty(), "an empty heading");
        let folders = Lang::ALL.map(Lang::folder).into_iter().filter(|folder| !folder.is_empty());
        let own = folders.filter_map(|folder| state.path.strip_prefix(folder)).next();
        let mut parts = own.unwrap_or(&state.path).split('/');
        match (parts.next(), parts.next()) {
            (Some("dialog"), Some(slug)) => {
                let missing = Lang::ALL.map(|lang| of(lang).missing_title.to_owned());
                let titles = self.titles.get(slug).map_or(missing.as_slice(), Vec::as_slice);
                // A row may have a mark before its title.
                ensure!(titles.iter().any(|title| title.ends_with(heading)), "not one of {titles:?}");
            }
            (Some("mina"), _) => ensure!(state.mine == self.followed.len(), "{} lines", state.mine),
            (Some("arkiv"), _) => ensure!(state.rows > 0, "an empty year"),
            _ => ensure!(state.rows > 0 || (state.narrow && state.hits > 0), "an empty list"),
        }
        Ok(())
    }

    fn is_of_one_version(&self, state: &State) -> Result<()> {
        let start = state.names.iter().rfind(|name| name.starts_with("start-")).context("no start script")?;
        let mut of = self.versions.iter().filter(|version| version.files.contains(start));
        let version = of.next().with_context(|| format!("{start} is of no version"))?;
        let foreign = version.foreign(&state.names);
        ensure!(foreign.is_empty(), "not of {}: {foreign:?}", version.name);
        Ok(())
    }
}
