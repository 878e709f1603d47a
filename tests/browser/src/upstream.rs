//! nginx, as the network reaches it: its answers byte by byte, but for the script that watches WebKit's console.

use anyhow::Result;
use axum::body::{Body, Bytes};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Response, StatusCode, header};
use reqwest::Client;

use crate::server::WATCH;

/// nginx, as seen from one origin.
pub struct Upstream {
    /// The client.
    pub client: Client,
    /// nginx's origin.
    pub origin: String,
    /// The path of another site that stands in for the one at `/`, without its last slash; empty for none.
    pub over: String,
    /// Where the site lies: `/`, or a path.
    pub base: &'static str,
}

impl Upstream {
    /// nginx's answer, byte by byte and header by header.
    pub async fn ask(&self, path: &str, headers: HeaderMap) -> Result<Response<Body>> {
        let (head, body) = self.fetch(path, headers).await?;
        Ok(Response::from_parts(head, body.into()))
    }

    /// The same of the whole file, neither packed nor known already.
    pub async fn plain(&self, path: &str, headers: &HeaderMap) -> Result<(Head, Bytes)> {
        let mut headers = headers.clone();
        headers.remove(header::ACCEPT_ENCODING);
        self.whole(path, headers).await
    }

    /// The same of a file that is not known already: "not modified" is no answer to whoever asked for another one.
    async fn whole(&self, path: &str, mut headers: HeaderMap) -> Result<(Head, Bytes)> {
        for name in [header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE, header::RANGE] {
            headers.remove(name);
        }
        self.fetch(path, headers).await
    }

    async fn fetch(&self, path: &str, mut headers: HeaderMap) -> Result<(Head, Bytes)> {
        headers.remove(header::CONNECTION);
        let answer =
            self.client.get(format!("{}{}{path}", self.origin, self.over)).headers(headers).send().await?;
        let (mut head, body) = Response::from(answer).into_parts();
        let body = axum::body::to_bytes(Body::new(body), usize::MAX).await?;
        // They belong to the connection with nginx.
        for name in [header::CONNECTION, header::TRANSFER_ENCODING] {
            head.headers.remove(name);
        }
        let moved =
            head.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()?.strip_prefix(&self.over));
        if let Some(to) = moved.map(str::to_owned) {
            head.headers.insert(header::LOCATION, to.parse()?);
        }
        Ok((head, body))
    }

    /// The answer for a page or a file of the site. What nginx does not find may be a page of dialogues that a
    /// scenario has `made_up`: it is given as if it were printed, by the page that starts the app anywhere.
    pub async fn answer(&self, page: &str, made_up: bool, request: &Parts) -> Result<Response<Body>> {
        let path = request.uri.path_and_query().map_or(request.uri.path(), |path| path.as_str());
        let headers = &request.headers;
        // The worker checks its shell by its hash.
        let watched = is_page(page) && is_webkit(headers) && page != "shell.html";
        let (mut head, mut body) = match watched {
            true => self.plain(path, headers).await?,
            false => self.fetch(path, headers.clone()).await?,
        };
        let get = async |path: &str| match watched {
            true => self.plain(path, headers).await,
            false => self.whole(path, headers.clone()).await,
        };
        if head.status == StatusCode::NOT_FOUND && is_page(page) {
            let (shell, text) = get(&format!("{}404.html", self.base)).await?;
            if shell.status != StatusCode::NOT_FOUND {
                let status = if made_up { shell.status } else { head.status };
                (head, body) = (shell, text);
                head.status = status;
            } else {
                // A site of which nothing is printed: one page for all.
                (head, body) = get(self.base).await?;
            }
        }
        if !watched || body.is_empty() {
            return Ok(Response::from_parts(head, body.into()));
        }
        let text = String::from_utf8(body.into())?;
        let text = text.replacen("<head>", &format!("<head><script src={WATCH}></script>"), 1);
        head.headers.insert(header::CONTENT_LENGTH, text.len().into());
        Ok(Response::from_parts(head, text.into()))
    }
}

/// Status and headers of an answer.
pub type Head = axum::http::response::Parts;

/// An address that looks like a page: its last part is no file's name, or that of an HTML file.
fn is_page(page: &str) -> bool {
    page.ends_with(".html") || page.rsplit('/').next().is_some_and(|name| !name.contains('.'))
}

/// Whether WebKit asks.
pub fn is_webkit(headers: &HeaderMap) -> bool {
    let agent = headers.get(header::USER_AGENT).map(|agent| String::from_utf8_lossy(agent.as_bytes()));
    agent.is_some_and(|agent| agent.contains("AppleWebKit") && !agent.contains("Chrome"))
}

/// Another body under nginx's headers, without those that tell of the file.
pub fn with_body(mut head: Head, body: Bytes) -> Response<Body> {
    for name in [header::ETAG, header::LAST_MODIFIED, header::ACCEPT_RANGES] {
        head.headers.remove(name);
    }
    head.headers.insert(header::CONTENT_LENGTH, body.len().into());
    Response::from_parts(head, body.into())
}
