//! Pages of others, as an editor has made them: a folder of tests/host each, from an origin of its own.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Response, StatusCode, header};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::server::{Server, WATCH, WATCHER, origin, violation};
use crate::upstream::is_webkit;

/// What a file says where the app's address is meant, with a slash at its end.
const APP: &str = "APP/";
/// The script of the app's in a page; `?without` leaves it out.
const SCRIPT: &str = "embed.js\"></script>";

/// Another's page, and the server that has it. Its policy is the file policy.txt.
pub struct Host {
    shared: Arc<Shared>,
    port: u16,
    task: JoinHandle<()>,
}

struct Shared {
    folder: PathBuf,
    app: String,
    /// What its policy stopped, and what the console of a page in WebKit got.
    told: Mutex<Vec<String>>,
}

impl Host {
    /// The page of a case, which shows the app of a server.
    pub async fn of(case: &str, app: &Server) -> Result<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../host").join(case);
        ensure!(folder.join("index.html").is_file(), "no page in {}", folder.display());
        let shared = Arc::new(Shared { folder, app: app.url(""), told: Mutex::default() });
        let listener = origin().await?;
        let port = listener.local_addr()?.port();
        let app = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let task = tokio::spawn(async move {
            // Ends with the task; a failing server shows as failing scenarios.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { shared, port, task })
    }

    /// The address of a page: "", "?x=y#z", "late.html".
    pub fn url(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}/{page}", self.port)
    }

    /// What went wrong in the page so far: its policy, its console.
    pub async fn told(&self, browser: &Browser, app: &Server) -> Result<Vec<String>> {
        let mut lines = browser.console(app).await?;
        lines.extend(std::mem::take(&mut *self.shared.told.lock().unwrap_or_else(PoisonError::into_inner)));
        Ok(lines)
    }

    /// Leaves the page, of which nothing may have gone wrong.
    pub async fn leave(&self, browser: &Browser, app: &Server) -> Result<()> {
        let told = self.told(browser, app).await?;
        ensure!(told.is_empty(), "in the page: {told:?}");
        browser.driver.goto("about:blank").await?;
        Ok(())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let answer = respond(&shared, request).await;
    answer.unwrap_or_else(|error| {
        let mut response = Response::new(Body::from(format!("{error:#}")));
        *response.status_mut() = StatusCode::NOT_FOUND;
        response
    })
}

async fn respond(shared: &Shared, request: Request) -> Result<Response<Body>> {
    let (asked, body) = request.into_parts();
    let (kind, content) = match asked.uri.path() {
        "/stopped" | "/console" => {
            let report = axum::body::to_bytes(body, 64 * 1024).await?;
            let stopped = asked.uri.path() == "/stopped";
            let told =
                if stopped { violation(&report) } else { String::from_utf8_lossy(&report).into_owned() };
            shared.told.lock().unwrap_or_else(PoisonError::into_inner).push(told);
            ("text/plain", Vec::new())
        }
        "/favicon.ico" => ("image/svg+xml", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
        WATCH => ("text/javascript", WATCHER.into()),
        path => file(shared, path, asked.uri.query() == Some("without"), &asked.headers)?,
    };
    let mut response = Response::new(Body::from(content));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind.parse()?);
    headers.insert(header::CACHE_CONTROL, "no-store".parse()?);
    if let Ok(policy) = std::fs::read_to_string(shared.folder.join("policy.txt")) {
        let policy = policy.trim().replace(APP, &shared.app);
        headers.insert(header::CONTENT_SECURITY_POLICY, format!("{policy}; report-uri /stopped").parse()?);
    }
    Ok(response)
}

fn file(shared: &Shared, path: &str, without: bool, headers: &HeaderMap) -> Result<(&'static str, Vec<u8>)> {
    let name = path.rsplit('/').next().filter(|name| name.contains('.')).unwrap_or("index.html");
    let kind = match name.rsplit_once('.').map(|(_, end)| end) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        _ => "text/javascript; charset=utf-8",
    };
    // Scripts of others that every system has in a place of its own.
    let foreign = std::env::var_os("MEDBORGARDIALOGER_FOREIGN").map(PathBuf::from).unwrap_or_default();
    let places = [shared.folder.join(name), shared.folder.join("..").join(name), foreign.join(name)];
    let place = places.into_iter().find(|place| place.is_file()).with_context(|| format!("no {name}"))?;
    let text = std::fs::read(&place)?;
    if !kind.contains("html") && !String::from_utf8_lossy(&text).contains(APP) {
        return Ok((kind, text));
    }
    let mut text = String::from_utf8(text)?;
    while without && let Some(end) = text.find(SCRIPT) {
        let begin =
            text.get(..end).and_then(|before| before.rfind("<script")).context("no script of the app's")?;
        text.replace_range(begin..end + SCRIPT.len(), "");
    }
    text = text.replace(APP, &shared.app);
    if is_webkit(headers) && kind.contains("html") {
        text = text.replacen("<head>", &format!("<head><script src={WATCH}></script>"), 1);
    }
    Ok((kind, text.into_bytes()))
}

/// What stands in the shadow tree of an embed of a page.
pub struct Inside<'a> {
    browser: &'a Browser,
    /// An expression for its shadow root.
    root: String,
}

impl<'a> Inside<'a> {
    /// That of the first embed, or of any that a selector finds.
    pub fn of(browser: &'a Browser, css: &str) -> Self {
        Self { browser, root: format!("document.querySelector({}).shadowRoot", json!(css)) }
    }

    fn one(&self, css: &str) -> String {
        format!("{}?.querySelector({})", self.root, json!(css))
    }

    /// The value of an expression of the first element that matches, which is `it`.
    pub async fn eval(&self, css: &str, expression: &str) -> Result<Value> {
        self.browser.eval(&format!("(it => {expression})({})", self.one(css))).await
    }

    /// Waits until an expression of the first element that matches is true; what is not there is `undefined` or null.
    pub async fn until(&self, css: &str, expression: &str) -> Result<()> {
        self.browser.until(&format!("(it => {expression})({})", self.one(css))).await
    }

    /// Waits until something is seen.
    pub async fn see(&self, css: &str) -> Result<()> {
        self.until(
            css,
            "!!it && it.getClientRects().length > 0 && getComputedStyle(it).visibility === 'visible'",
        )
        .await
    }

    /// Waits until the first element that matches says this.
    pub async fn until_text(&self, css: &str, words: &str) -> Result<()> {
        let waited = self.until(css, &format!("!!it && it.innerText.trim() === {}", json!(words))).await;
        match waited {
            Err(_) => anyhow::bail!(
                "{css} says {} and not {words:?}",
                self.eval(css, "it?.innerText ?? null").await?
            ),
            ok => ok,
        }
    }

    /// Clicks it as a pointer does.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.see(css).await?;
        self.eval(css, "it.scrollIntoView({ block: 'center' })").await?;
        let element =
            self.browser.driver.execute(format!("return {}", self.one(css)), vec![]).await?.element()?;
        element.click().await.with_context(|| format!("a click on {css}"))
    }

    /// Writes into a field, key by key.
    pub async fn write(&self, css: &str, words: &str) -> Result<()> {
        self.see(css).await?;
        self.eval(css, "it.focus()").await?;
        self.browser.press(words).await
    }

    /// Chooses an option of a select by its value, as engines do in the end.
    pub async fn choose(&self, css: &str, value: &str) -> Result<()> {
        self.see(css).await?;
        let choose = format!(
            "(it.value = {}, it.dispatchEvent(new Event('change', {{ bubbles: true }})))",
            json!(value)
        );
        self.eval(css, &choose).await?;
        Ok(())
    }
}

/// Whether an engine runs the whole of this topic: the others run what they could differ in.
pub fn is_first(browser: &Browser) -> bool {
    browser.engine == Engine::Chromium
}
