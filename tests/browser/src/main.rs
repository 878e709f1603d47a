//! Runs every scenario in every engine: `./dev test browser [WORD…]`, where a line must hold one of the words.

#[allow(dead_code, reason = "a vocabulary: scenarios say what they need of it")]
mod browser;
mod deploy;
mod engine;
mod feed;
#[allow(dead_code, reason = "a vocabulary: scenarios say what they need of it")]
mod host;
mod hosting;
mod nginx;
mod pretend;
mod print;
mod scenario;
#[allow(dead_code, reason = "a vocabulary: scenarios say what they need of it")]
mod server;
mod state;
mod tree;
mod upstream;
mod walk;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use tokio::sync::Semaphore;
use tokio::task::{JoinSet, LocalSet};

use crate::browser::Browser;
use crate::engine::{Engine, Scheme};
use crate::scenario::Scenario;
use crate::server::Server;

/// A scenario that takes longer hangs; a walk has hundreds of steps. The longest but it look at each page in all colours,
/// in 20 s on a machine that has nothing else to do.
const LIMIT: Duration = Duration::from_secs(180);
const WALK_LIMIT: Duration = Duration::from_secs(900);

#[derive(Default)]
struct Count {
    passed: usize,
    /// The line of each that failed: told again at the end, where a long log is cut before it.
    failed: Vec<String>,
}

impl Count {
    /// Counts one result and prints its line.
    fn tell(&mut self, title: &str, begun: Instant, result: &Result<()>) {
        let time = begun.elapsed().as_millis();
        match result {
            Ok(()) => {
                self.passed += 1;
                println!("{title} … ok ({time} ms)");
            }
            Err(error) => {
                let line = format!("{title} … FAILED ({time} ms)\n    {error:#}");
                println!("{line}");
                self.failed.push(line);
            }
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let local = LocalSet::new();
    tokio::select! {
        code = local.run_until(run()) => code,
        // The browsers end as their owners are dropped.
        _ = tokio::signal::ctrl_c() => ExitCode::FAILURE,
    }
}

async fn run() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let total = run_all(&words).await.unwrap_or_else(|error| Count {
        passed: 0,
        failed: vec![format!("nothing can be tried … FAILED\n    {error:#}")],
    });
    let good = total.failed.is_empty() && total.passed > 0;
    let word = if good { "ok" } else { "FAILED" };
    for line in &total.failed {
        println!("failed: {line}");
    }
    println!("test result: {word}. {} passed; {} failed", total.passed, total.failed.len());
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The server's own tests, then every engine's before that very server.
async fn run_all(words: &[String]) -> Result<Count> {
    let mut total = hosting::run(words, &folder("hosting")?).await?;
    let _nginx = server::serve_built_sites(&folder("nginx")?).await?;
    // As many engines at once as there are cores.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let turns = Arc::new(Semaphore::new(cores));
    let mut engines = JoinSet::new();
    for &engine in Engine::ALL {
        let (turns, words) = (Arc::clone(&turns), words.to_vec());
        engines.spawn_local(async move {
            let _turn = turns.acquire_owned().await;
            run_engine(engine, &words).await
        });
    }
    while let Some(count) = engines.join_next().await {
        // An engine whose task panicked counts as one failure.
        let count = count.unwrap_or_else(|error| Count {
            passed: 0,
            failed: vec![format!("an engine … FAILED\n    {error:#}")],
        });
        total.passed += count.passed;
        total.failed.extend(count.failed);
    }
    Ok(total)
}

/// All scenarios in one engine: the light ones in one session, then the dark ones.
async fn run_engine(engine: Engine, words: &[String]) -> Count {
    let mut count = Count::default();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let mut session = None;
        for (topic, scenario) in scenario::all() {
            if scenario.scheme != scheme || !scenario.engines.contains(&engine) {
                continue;
            }
            let title = format!("{engine} › {topic} › {}", scenario.name.replace('_', " "));
            if !words.is_empty() && !words.iter().any(|word| title.contains(word)) {
                continue;
            }
            let begun = Instant::now();
            let result = run_scenario(
                &mut session,
                engine,
                scenario,
                if topic == "walk" { WALK_LIMIT } else { LIMIT },
            )
            .await;
            count.tell(&title, begun, &result);
            // A session that has seen a failure may be in any state.
            if result.is_err()
                && let Some(browser) = session.take()
            {
                browser.close().await;
            }
        }
        if let Some(browser) = session {
            browser.close().await;
        }
    }
    count
}

/// One scenario, with a server of its own, in the session that is open or a new one.
async fn run_scenario(
    session: &mut Option<Browser>,
    engine: Engine,
    scenario: &Scenario,
    limit: Duration,
) -> Result<()> {
    let browser = match session.take() {
        Some(browser) => session.insert(browser),
        None => session.insert(Browser::open(engine, scenario.scheme, &folder("sessions")?).await?),
    };
    let server = Server::at_root().await?;
    browser.reset().await?;
    let result = tokio::time::timeout(limit, (scenario.run)(browser, &server)).await;
    let result = result.with_context(|| format!("hangs for {limit:?}")).and_then(|result| result);
    let result = match result {
        Ok(()) => healthy(browser, &server).await,
        error => error,
    };
    if let Err(error) = result {
        let picture = folder("failed")?.join(format!("{engine}-{}.png", scenario.name));
        let shown = match browser.screenshot(&picture).await {
            Ok(()) => format!("see {}", picture.display()),
            Err(error) => format!("no picture: {error:#}"),
        };
        let console = browser.console(&server).await.unwrap_or_default();
        return Err(error.context(format!("{shown}; console {console:?}")));
    }
    Ok(())
}

/// What holds after every scenario: the policy stopped nothing, nothing came from elsewhere, and the console is silent.
/// A scenario that means to break something takes its traces itself.
async fn healthy(browser: &Browser, server: &Server) -> Result<()> {
    let console = browser.console(server).await?;
    ensure!(console.is_empty(), "on the console: {console:?}");
    let stopped = server.stopped();
    ensure!(stopped.is_empty(), "the content security policy {}", stopped.join(", "));
    let foreign = browser.foreign().await?;
    ensure!(foreign.is_empty(), "loaded from elsewhere: {foreign:?}");
    Ok(())
}

/// A folder for what runs leave behind, beside the build: target/browser/NAME.
fn folder(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/browser").join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?)
}
