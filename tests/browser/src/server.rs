//! The site as a municipality's server would give it, with the faults a feed can have.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Response, StatusCode, header};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The policy that must hold for every page.
pub const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
/// Where browsers report what the policy stopped.
const STOPPED: &str = "/stopped";
/// Where a page in WebKit tells what its console got: its driver offers no log. Only there do pages get this script.
const CONSOLE: &str = "/console";
const WATCH: &str = "/watch.js";
const WATCHER: &str = "const tell = (kind, words) => navigator.sendBeacon('/console', kind + ' ' + words);
for (const kind of ['error', 'warn']) {
  const before = console[kind];
  console[kind] = (...words) => { tell(kind, words.map(String).join(' ')); before.apply(console, words); };
}
addEventListener('error', event => tell('error', event.message));
addEventListener('unhandledrejection', event => tell('error', String(event.reason)));
";

const ICON: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

/// What feed.json answers.
#[derive(Clone, Debug)]
pub enum Feed {
    /// The file in the site.
    AsBuilt,
    /// This text instead.
    Body(String),
    /// An error page with this status.
    Status(u16),
    /// A friendly page instead of JSON, with status 200.
    Html,
    /// Nothing at all, with status 200.
    Empty,
    /// The first half of the file.
    Truncated,
    /// The first half of the file, and then the connection is lost.
    Cut,
    /// No answer, ever.
    Hang,
    /// The file, after a while.
    Slow(Duration),
}

/// A request that reached the server.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// GET, mostly.
    pub method: String,
    /// Path and query, base included.
    pub path: String,
}

struct Shared {
    site: PathBuf,
    base: String,
    policy: String,
    feed: Feed,
    lost: Option<&'static str>,
    late: Option<(&'static str, Duration)>,
    over: Option<PathBuf>,
    asked: Vec<Asked>,
    stopped: Vec<String>,
    console: Vec<String>,
}

/// A server on a port of its own, so every scenario has a fresh origin: no storage, worker or cache is left over.
pub struct Server {
    shared: Arc<Mutex<Shared>>,
    port: u16,
    task: JoinHandle<()>,
}

impl Server {
    /// The site as built for the root of a host: dist.
    pub async fn at_root() -> Result<Self> {
        Self::start("dist", "/").await
    }

    /// The site as built for a path: target/dist-sub under /medborgardialoger/.
    pub async fn at_path() -> Result<Self> {
        Self::start("target/dist-sub", "/medborgardialoger/").await
    }

    /// The same with this feed. A scenario that shows a second one needs it: WebKit keeps what a page preloaded,
    /// whatever the headers say, and shows it to the next page of the origin (see `list`).
    pub async fn with(feed: Feed) -> Result<Self> {
        let server = Self::at_root().await?;
        server.feed(feed);
        Ok(server)
    }

    async fn start(site: &str, base: &str) -> Result<Self> {
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(site);
        anyhow::ensure!(site.join("index.html").is_file(), "no site in {}: run ./dev build", site.display());
        let shared = Arc::new(Mutex::new(Shared {
            site,
            base: base.to_owned(),
            policy: POLICY.to_owned(),
            feed: Feed::AsBuilt,
            lost: None,
            late: None,
            over: None,
            asked: Vec::new(),
            stopped: Vec::new(),
            console: Vec::new(),
        }));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        let app = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let task = tokio::spawn(async move {
            // Ends with the task; a failing server shows as failing scenarios.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { shared, port, task })
    }

    /// "http://127.0.0.1:1234", without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of a page, given without base: "dialog/x/" or "?stadsdel=y" or "".
    pub fn url(&self, page: &str) -> String {
        format!("{}{}{page}", self.origin(), lock(&self.shared).base)
    }

    /// Decides what feed.json answers from now on.
    pub fn feed(&self, feed: Feed) {
        lock(&self.shared).feed = feed;
    }

    /// Loses the files whose names end so, from now on.
    pub fn lose(&self, end: &'static str) {
        lock(&self.shared).lost = Some(end);
    }

    /// Answers later for the files whose names end so, from now on.
    pub fn late(&self, end: &'static str, pause: Duration) {
        lock(&self.shared).late = Some((end, pause));
    }

    /// Answers with the files of another site, as printed from another feed, wherever it has one.
    pub fn over(&self, site: PathBuf) {
        lock(&self.shared).over = Some(site);
    }

    /// Replaces the content security policy from now on.
    pub fn policy(&self, policy: &str) {
        lock(&self.shared).policy = policy.to_owned();
    }

    /// All that was asked for so far.
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.shared).asked.clone()
    }

    /// How many times this page (as in `url`) was asked for.
    pub fn times(&self, page: &str) -> usize {
        let shared = lock(&self.shared);
        let path = format!("{}{page}", shared.base);
        shared.asked.iter().filter(|asked| asked.path == path).count()
    }

    /// Takes what the policy stopped so far, as browsers report it: an outside address, an inline style. What a
    /// scenario does not take fails it.
    pub fn stopped(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.shared).stopped)
    }

    /// Takes what the console of a page in WebKit got.
    pub fn console(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.shared).console)
    }

    /// Stops answering, as when the network is gone.
    pub fn stop(&self) {
        self.task.abort();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A poisoned lock still holds what was logged.
fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(State(shared): State<Arc<Mutex<Shared>>>, request: Request) -> Response<Body> {
    respond(&shared, request).await.unwrap_or_else(|error| {
        let mut response = Response::new(Body::from(format!("{error:#}")));
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
    })
}

async fn respond(shared: &Mutex<Shared>, request: Request) -> Result<Response<Body>> {
    let path = request.uri().path().to_owned();
    let mut response = match path.as_str() {
        STOPPED | CONSOLE => {
            let report = axum::body::to_bytes(request.into_body(), 64 * 1024).await?;
            let mut shared = lock(shared);
            if path == STOPPED {
                shared.stopped.push(violation(&report));
            } else {
                shared.console.push(String::from_utf8_lossy(&report).into_owned());
            }
            reply(StatusCode::NO_CONTENT, "text/plain", "no-store", Body::empty())?
        }
        // Browsers ask for it by themselves, and a 404 would stand on the console.
        "/favicon.ico" => reply(StatusCode::OK, "image/svg+xml", "no-store", ICON.into())?,
        WATCH => reply(StatusCode::OK, content_type(WATCH), "no-store", WATCHER.into())?,
        _ => site_answer(shared, request).await?,
    };
    // Every answer carries the policy, as a server's own configuration would have it.
    let policy = format!("{}; report-uri {STOPPED}", lock(shared).policy);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy.parse()?);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, "nosniff".parse()?);
    // No connection is kept, so that `stop` leaves none that still answers.
    headers.insert(header::CONNECTION, "close".parse()?);
    Ok(response)
}

async fn site_answer(shared: &Mutex<Shared>, request: Request) -> Result<Response<Body>> {
    let (over, late) = {
        let shared = lock(shared);
        (shared.over.clone(), shared.late)
    };
    if let Some((end, pause)) = late
        && request.uri().path().ends_with(end)
    {
        tokio::time::sleep(pause).await;
    }
    let (site, base, feed, lost) = {
        let mut shared = lock(shared);
        shared.asked.push(Asked { method: request.method().to_string(), path: request.uri().to_string() });
        (over.unwrap_or_else(|| shared.site.clone()), shared.base.clone(), shared.feed.clone(), shared.lost)
    };
    let agent =
        request.headers().get(header::USER_AGENT).map(|agent| String::from_utf8_lossy(agent.as_bytes()));
    let webkit = agent.is_some_and(|agent| agent.contains("AppleWebKit") && !agent.contains("Chrome"));
    match request.uri().path().strip_prefix(&base) {
        Some(page) if lost.is_some_and(|end| page.ends_with(end)) => not_found(),
        Some("feed.json") => feed_answer(&site, feed).await,
        Some(page) => file_answer(&site, page, webkit).await,
        None => not_found(),
    }
}

async fn feed_answer(site: &Path, feed: Feed) -> Result<Response<Body>> {
    let file = || tokio::fs::read(site.join("feed.json"));
    let json = |body: Body| reply(StatusCode::OK, "application/json", "no-cache", body);
    let page = "<!doctype html><title>Sidan</title><p>Något annat än ett flöde.";
    match feed {
        Feed::AsBuilt => json(file().await.context("feed.json")?.into()),
        Feed::Body(text) => json(text.into()),
        Feed::Status(code) => {
            reply(StatusCode::from_u16(code)?, "text/html; charset=utf-8", "no-store", page.into())
        }
        Feed::Html => reply(StatusCode::OK, "text/html; charset=utf-8", "no-store", page.into()),
        Feed::Empty => json(Body::empty()),
        Feed::Truncated => json(half(file().await?).into()),
        Feed::Cut => {
            let length = file().await?.len();
            let mut response = json(lost(half(file().await?)))?;
            response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
            Ok(response)
        }
        Feed::Hang => std::future::pending().await,
        Feed::Slow(pause) => {
            tokio::time::sleep(pause).await;
            json(file().await?.into())
        }
    }
}

fn half(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// A body that breaks off after these bytes.
fn lost(bytes: Vec<u8>) -> Body {
    let parts = [Ok(Bytes::from(bytes)), Err(std::io::Error::other("the connection is lost"))];
    Body::from_stream(futures_util::stream::iter(parts))
}

/// The file if there is one; else, for an address that looks like a page, the shell; else 404.
async fn file_answer(site: &Path, page: &str, watched: bool) -> Result<Response<Body>> {
    let page = if page.is_empty() { "index.html" } else { page };
    let inside = Path::new(page).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    let mut file = if inside { site.join(page) } else { site.to_owned() };
    if file.is_dir() {
        // A printed page: dialog/x/ is dialog/x/index.html.
        file.push("index.html");
    }
    if !file.is_file() {
        if page.rsplit('/').next().is_some_and(|name| name.contains('.')) {
            return not_found();
        }
        file = site.join("index.html");
    }
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    // Names with a hash in them never change their content.
    let forever = name.rsplit_once('-').is_some_and(|(_, rest)| rest.len() > 15);
    let cache = if forever { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut bytes = tokio::fs::read(&file).await.with_context(|| file.display().to_string())?;
    if watched && name.ends_with(".html") {
        bytes = String::from_utf8(bytes)?
            .replacen("<head>", &format!("<head><script src={WATCH}></script>"), 1)
            .into();
    }
    reply(StatusCode::OK, content_type(&name), cache, bytes.into())
}

fn not_found() -> Result<Response<Body>> {
    reply(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", "no-store", "404".into())
}

fn reply(status: StatusCode, content_type: &str, cache: &str, body: Body) -> Result<Response<Body>> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, content_type.parse()?);
    headers.insert(header::CACHE_CONTROL, cache.parse()?);
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Ok(response)
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

/// One line out of a browser's report.
fn violation(report: &[u8]) -> String {
    let text = String::from_utf8_lossy(report);
    let Ok(json) = serde_json::from_str::<serde_json::Value>(&text) else { return text.into_owned() };
    let part = |name: &str| json["csp-report"][name].as_str().unwrap_or_default().to_owned();
    format!("{} stopped {} ({})", part("violated-directive"), part("blocked-uri"), part("script-sample"))
}
