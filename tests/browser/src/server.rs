//! The network between a browser and the municipality's server: an origin for each scenario, and the faults it can have.
//! What nginx answers (see `nginx`) reaches the browser as it is.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Response, StatusCode, header};
use reqwest::Client;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::folder;
use crate::nginx::{BELOW, Nginx, OVER};
use crate::upstream::{Upstream, with_body};

/// The origin of the nginx that serves the built sites.
static UPSTREAM: OnceLock<String> = OnceLock::new();
/// Where browsers report what the policy stopped.
const STOPPED: &str = "/stopped";
/// Where a page in WebKit tells what its console got: its driver offers no log. Only there do pages get this script.
const CONSOLE: &str = "/console";
/// That script.
pub const WATCH: &str = "/watch.js";
/// See [`WATCH`].
pub const WATCHER: &str =
    "const tell = (kind, words) => navigator.sendBeacon('/console', kind + ' ' + words);
for (const kind of ['error', 'warn']) {
  const before = console[kind];
  console[kind] = (...words) => { tell(kind, words.map(String).join(' ')); before.apply(console, words); };
}
addEventListener('error', event => tell('error', event.message));
addEventListener('unhandledrejection', event => tell('error', String(event.reason)));
";

const ICON: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
const HTML: &str = "text/html; charset=utf-8";

/// Starts the nginx that serves what is built: dist at `/`, target/dist-sub at `BELOW`. It ends when dropped.
pub async fn serve_built_sites(home: &Path) -> Result<Nginx> {
    let nginx = Nginx::start(home, &built("dist")?, &built("target/dist-sub")?, &folder("printed")?).await?;
    UPSTREAM.set(nginx.origin()).map_err(|origin| anyhow::anyhow!("a second server, at {origin}"))?;
    Ok(nginx)
}

/// The folder of a built site.
pub fn built(folder: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    ensure!(folder.join("index.html").is_file(), "no site in {}: run ./dev test", folder.display());
    Ok(folder.canonicalize()?)
}

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

/// What stands between a guest and the network until she has signed in.
#[derive(Clone, Debug)]
pub enum Portal {
    /// Its page, with status 200, whatever is asked for.
    Page,
    /// A redirect to its page at another origin.
    Elsewhere(String),
}

/// The next port; below those that a system gives out itself, which may come twice.
static PORT: AtomicU16 = AtomicU16::new(20_000);

/// A port that no other scenario of this run has had: a browser keeps an origin's files, and its worker.
pub async fn origin() -> Result<TcpListener> {
    loop {
        let port = PORT.fetch_add(1, Ordering::Relaxed);
        ensure!(port < 32_000, "no port is free");
        if let Ok(listener) = TcpListener::bind(("127.0.0.1", port)).await {
            return Ok(listener);
        }
    }
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
    client: Client,
    upstream: String,
    base: &'static str,
    policy: Option<String>,
    feed: Feed,
    lost: Option<&'static str>,
    late: Option<(&'static str, Duration)>,
    over: Option<String>,
    portal: Option<Portal>,
    gone: bool,
    asked: Vec<Asked>,
    stopped: Vec<String>,
    console: Vec<String>,
}

/// A server on a port of its own, so every scenario has a fresh origin: no storage, worker or cache is left over.
pub struct Server {
    shared: Arc<Mutex<Shared>>,
    port: u16,
    task: Mutex<JoinHandle<()>>,
}

impl Server {
    /// The site as built for the root of a host: dist.
    pub async fn at_root() -> Result<Self> {
        Self::start("/").await
    }

    /// The site as built for a path: target/dist-sub under /medborgardialoger/.
    pub async fn at_path() -> Result<Self> {
        Self::start(BELOW).await
    }

    /// The same with this feed. A scenario that shows a second one needs it: WebKit keeps what a page preloaded,
    /// whatever the headers say, and shows it to the next page of the origin (see `list`).
    pub async fn with(feed: Feed) -> Result<Self> {
        let server = Self::at_root().await?;
        server.feed(feed);
        Ok(server)
    }

    async fn start(base: &'static str) -> Result<Self> {
        let shared = Arc::new(Mutex::new(Shared {
            client: Client::builder().redirect(reqwest::redirect::Policy::none()).build()?,
            upstream: UPSTREAM.get().context("nginx is not started")?.clone(),
            base,
            policy: None,
            feed: Feed::AsBuilt,
            lost: None,
            late: None,
            over: None,
            portal: None,
            gone: false,
            asked: Vec::new(),
            stopped: Vec::new(),
            console: Vec::new(),
        }));
        let listener = origin().await?;
        let port = listener.local_addr()?.port();
        let task = Mutex::new(serve(&shared, listener));
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

    /// Answers with another site from now on: that of this name in the folder of printed sites.
    pub fn over(&self, name: &str) {
        lock(&self.shared).over = Some(name.to_owned());
    }

    /// Puts a portal between the browser and the server from now on, or takes it away.
    pub fn portal(&self, portal: Option<Portal>) {
        lock(&self.shared).portal = portal;
    }

    /// Replaces nginx's content security policy from now on.
    pub fn policy(&self, policy: &str) {
        lock(&self.shared).policy = Some(policy.to_owned());
    }

    /// All that was asked for so far.
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.shared).asked.clone()
    }

    /// What a first page asked for, before its worker came, which asks for all of it once more.
    pub fn asked_by_page(&self) -> Vec<Asked> {
        self.asked().into_iter().take_while(|asked| !asked.path.ends_with("/sw.js")).collect()
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
        lock(&self.shared).gone = true;
        self.task.lock().unwrap_or_else(PoisonError::into_inner).abort();
    }

    /// Answers again, at the same address.
    pub async fn resume(&self) -> Result<()> {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await?;
        lock(&self.shared).gone = false;
        *self.task.lock().unwrap_or_else(PoisonError::into_inner) = serve(&self.shared, listener);
        Ok(())
    }

    /// Finds every file and answers at once from now on.
    pub fn heal(&self) {
        let mut shared = lock(&self.shared);
        (shared.lost, shared.late) = (None, None);
    }
}

fn serve(shared: &Arc<Mutex<Shared>>, listener: TcpListener) -> JoinHandle<()> {
    let app = Router::new().fallback(answer).with_state(Arc::clone(shared));
    tokio::spawn(async move {
        // Ends with the task; a failing server shows as failing scenarios.
        let _ = axum::serve(listener, app).await;
    })
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
    let (asked, body) = request.into_parts();
    let path = asked.uri.path();
    let mut response = match path {
        STOPPED | CONSOLE => {
            let report = axum::body::to_bytes(body, 64 * 1024).await?;
            let mut shared = lock(shared);
            if path == STOPPED {
                shared.stopped.push(violation(&report));
            } else {
                shared.console.push(String::from_utf8_lossy(&report).into_owned());
            }
            reply(StatusCode::NO_CONTENT, "text/plain", "")?
        }
        // Browsers ask for it by themselves, and a 404 would stand on the console.
        "/favicon.ico" => reply(StatusCode::OK, "image/svg+xml", ICON)?,
        WATCH => reply(StatusCode::OK, "text/javascript; charset=utf-8", WATCHER)?,
        _ => site_answer(shared, &asked).await?,
    };
    let headers = response.headers_mut();
    let own = headers.get(header::CONTENT_SECURITY_POLICY).map(|policy| policy.to_str().map(str::to_owned));
    if let Some(policy) = lock(shared).policy.clone().or(own.transpose()?) {
        let policy = format!("{policy}; report-uri {STOPPED}");
        headers.insert(header::CONTENT_SECURITY_POLICY, policy.parse()?);
    }
    // No connection is kept, so that `stop` leaves none that still answers.
    headers.insert(header::CONNECTION, "close".parse()?);
    Ok(response)
}

async fn site_answer(shared: &Mutex<Shared>, request: &Parts) -> Result<Response<Body>> {
    let path = request.uri.path();
    let late = lock(shared).late.filter(|(end, _)| path.ends_with(end));
    if let Some((_, pause)) = late {
        tokio::time::sleep(pause).await;
        if lock(shared).gone {
            // The connection breaks, without a word of an answer.
            std::panic::resume_unwind(Box::new("the network is gone"));
        }
    }
    let portal = lock(shared).portal.clone();
    if let Some(portal) = portal {
        let mut page = reply(StatusCode::OK, HTML, LOGIN)?;
        if let Portal::Elsewhere(origin) = portal {
            *page.status_mut() = StatusCode::FOUND;
            page.headers_mut().insert(header::LOCATION, format!("{origin}/login").parse()?);
        }
        return Ok(page);
    }
    let (upstream, feed, lost) = {
        let mut shared = lock(shared);
        shared.asked.push(Asked { method: request.method.to_string(), path: request.uri.to_string() });
        let upstream = Upstream {
            client: shared.client.clone(),
            origin: shared.upstream.clone(),
            over: shared.over.as_ref().map(|name| format!("{OVER}{name}")).unwrap_or_default(),
            base: shared.base,
        };
        (upstream, shared.feed.clone(), shared.lost)
    };
    match path.strip_prefix(upstream.base) {
        Some(page) if lost.is_some_and(|end| page.ends_with(end)) => {
            reply(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", "404")
        }
        Some("feed.json") => feed_answer(&upstream, feed, &request.headers).await,
        Some(page) => upstream.answer(page, matches!(feed, Feed::Body(_)), request).await,
        None => upstream.ask(path, request.headers.clone()).await,
    }
}

async fn feed_answer(upstream: &Upstream, feed: Feed, headers: &HeaderMap) -> Result<Response<Body>> {
    let path = format!("{}feed.json", upstream.base);
    let built = async || upstream.ask(&path, headers.clone()).await;
    // nginx's headers, whatever the body.
    let whole = async || upstream.plain(&path, headers).await;
    match feed {
        Feed::AsBuilt => built().await,
        Feed::Body(text) => Ok(with_body(whole().await?.0, text.into())),
        Feed::Empty => Ok(with_body(whole().await?.0, Bytes::new())),
        Feed::Truncated => {
            let (head, body) = whole().await?;
            Ok(with_body(head, body.slice(..body.len() / 2)))
        }
        Feed::Cut => {
            let (head, body) = whole().await?;
            let length = body.len();
            let mut response = with_body(head, Bytes::new());
            response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
            *response.body_mut() = breaks_off(body.slice(..length / 2));
            Ok(response)
        }
        Feed::Status(code) => reply(StatusCode::from_u16(code)?, HTML, NOT_A_FEED),
        Feed::Html => reply(StatusCode::OK, HTML, NOT_A_FEED),
        Feed::Hang => std::future::pending().await,
        Feed::Slow(pause) => {
            tokio::time::sleep(pause).await;
            built().await
        }
    }
}

const LOGIN: &str = "<!doctype html><html lang=sv><title>Gästnät</title><h1>Logga in</h1>";
const NOT_A_FEED: &str = "<!doctype html><title>Sidan</title><p>Något annat än ett flöde.";

/// A body that breaks off after these bytes.
fn breaks_off(bytes: Bytes) -> Body {
    let parts = [Ok(bytes), Err(std::io::Error::other("the connection is lost"))];
    Body::from_stream(futures_util::stream::iter(parts))
}

/// An answer that is not nginx's.
fn reply(status: StatusCode, content_type: &str, body: &'static str) -> Result<Response<Body>> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, content_type.parse()?);
    response.headers_mut().insert(header::CACHE_CONTROL, "no-store".parse()?);
    Ok(response)
}

/// One line out of a browser's report.
pub fn violation(report: &[u8]) -> String {
    let text = String::from_utf8_lossy(report);
    let Ok(json) = serde_json::from_str::<serde_json::Value>(&text) else { return text.into_owned() };
    let part = |name: &str| json["csp-report"][name].as_str().unwrap_or_default().to_owned();
    format!("{} stopped {} ({})", part("violated-directive"), part("blocked-uri"), part("script-sample"))
}
