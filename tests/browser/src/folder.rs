//! Another site's folder, as a server would answer with its files.

use std::path::{Component, Path};

use anyhow::{Context as _, Result};
use axum::body::Body;
use axum::http::{Response, StatusCode, header};

use crate::server::WATCH;

/// The file of a page, or `404.html` with that status.
pub async fn answer(site: &Path, page: &str, watched: bool) -> Result<Response<Body>> {
    let inside = Path::new(page).components().all(|part| matches!(part, Component::Normal(_)));
    let mut file = if inside { site.join(page) } else { site.to_owned() };
    if file.is_dir() {
        // A printed page: dialog/x/ is dialog/x/index.html.
        file.push("index.html");
    }
    let found = file.is_file();
    if !found {
        file = site.join("404.html");
    }
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let mut bytes = tokio::fs::read(&file).await.with_context(|| file.display().to_string())?;
    if watched && name.ends_with(".html") {
        let html = String::from_utf8(bytes)?;
        bytes = html.replacen("<head>", &format!("<head><script src={WATCH}></script>"), 1).into();
    }
    // Names with a hash in them never change their content.
    let forever = found && name.rsplit_once('-').is_some_and(|(_, rest)| rest.len() > 15);
    let cache = if forever { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = if found { StatusCode::OK } else { StatusCode::NOT_FOUND };
    response.headers_mut().insert(header::CONTENT_TYPE, content_type(&name).parse()?);
    response.headers_mut().insert(header::CACHE_CONTROL, cache.parse()?);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY.parse()?);
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, "nosniff".parse()?);
    Ok(response)
}

/// The README's policy.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'";

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
