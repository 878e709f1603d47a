//! What the README's nginx block promises, asked without a browser: every rule, at `/` and below a path.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use reqwest::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HOST, HeaderMap, HeaderName,
    HeaderValue, IF_NONE_MATCH, LOCATION,
};
use reqwest::{Client, StatusCode};

use crate::Count;
use crate::nginx::{BELOW, Nginx};
use crate::server::built;

const HASHED: &str = "public, max-age=31536000, immutable";
const ASKED_ANEW: &str = "no-cache";
const HTML: &str = "text/html; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
/// What every answer carries.
const ALWAYS: [&str; 3] = [
    "content-security-policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'",
    "referrer-policy: strict-origin-when-cross-origin",
    "x-content-type-options: nosniff",
];
/// Files of every kind: the name, its type, how long it is kept, and whether it is open to other sites.
const FILES: [(&str, &str, &str, bool); 32] = [
    ("index.html", HTML, ASKED_ANEW, false),
    ("404.html", HTML, ASKED_ANEW, false),
    ("dialog/x/index.html", HTML, ASKED_ANEW, false),
    ("dialog/x/m1.ics", "text/calendar; charset=utf-8", ASKED_ANEW, true),
    ("arkiv/2024/index.html", HTML, ASKED_ANEW, false),
    ("alla.ics", "text/calendar; charset=utf-8", ASKED_ANEW, true),
    ("feed.json", "application/json", ASKED_ANEW, true),
    ("feed.schema.json", "application/json", ASKED_ANEW, true),
    ("start.js", JS, ASKED_ANEW, true),
    ("sw.js", JS, ASKED_ANEW, true),
    ("app-0123456789abcdef.js", JS, HASHED, true),
    ("app-0123456789abcdef_bg.wasm", "application/wasm", HASHED, true),
    ("words-sv-0123456789abcdef.txt", "text/plain; charset=utf-8", HASHED, true),
    ("style-fedcba9876543210.css", "text/css; charset=utf-8", HASHED, true),
    ("icon-0123456789abcdef.svg", "image/svg+xml", HASHED, false),
    // Its first digits are missing where they are 0.
    ("style-123456789abcdef.css", "text/css; charset=utf-8", HASHED, true),
    ("style-23456789abcdef.css", "text/css; charset=utf-8", HASHED, true),
    ("app-456789abcdef_bg.wasm", "application/wasm", HASHED, true),
    ("app-0123456789abcdef.webmanifest", "application/manifest+json", HASHED, false),
    // Not a hash, or not of the app: a file of the municipality's own may be changed.
    ("icon-0123456789.svg", "image/svg+xml", ASKED_ANEW, false),
    ("icon-0123456789abcdef0.svg", "image/svg+xml", ASKED_ANEW, false),
    ("bilder/foto-20240603120000.png", "image/png", ASKED_ANEW, false),
    ("dialog/x/m-20240603120000.ics", "text/calendar; charset=utf-8", ASKED_ANEW, true),
    ("dialog/x-20240603120000/index.html", HTML, ASKED_ANEW, false),
    ("foto-20240603120000.webp", "image/webp", ASKED_ANEW, false),
    ("app.webmanifest", "application/manifest+json", ASKED_ANEW, false),
    ("robots.txt", "text/plain; charset=utf-8", ASKED_ANEW, true),
    ("sitemap.xml", "application/xml", ASKED_ANEW, false),
    ("share.png", "image/png", ASKED_ANEW, false),
    ("share.webp", "image/webp", ASKED_ANEW, false),
    ("font-0123456789abcdef.woff2", "font/woff2", HASHED, false),
    ("icon.ico", "image/x-icon", ASKED_ANEW, false),
];
/// What nobody may read, not even root: it leads to itself.
const REFUSED: &str = "app-00000000000000aa.js";
/// Those that are packed beforehand.
const PACKED: [&str; 6] = ["html", "ics", "json", "js", "wasm", "css"];

/// A served site, and how to ask it.
struct Site {
    nginx: Nginx,
    client: Client,
}

/// One answer.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

/// Runs this topic, in a folder for its site.
pub async fn run(words: &[String], folder: &Path) -> Result<Count> {
    let mut count = Count::default();
    let made = folder.join("site");
    make(&made)?;
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let site = Site {
        nginx: Nginx::start(&folder.join("nginx"), &made, &made, &made).await?,
        client: client.clone(),
    };
    if !site.nginx.brotli {
        println!("nginx has no brotli module here: what is packed with brotli goes untested");
    }
    macro_rules! try_all {
        ($($name:ident($($with:expr),*)),+ $(,)?) => {$(
            let title = format!("nginx › hosting › {}", stringify!($name).replace('_', " "));
            if words.is_empty() || words.iter().any(|word| title.contains(word)) {
                let begun = Instant::now();
                let result = $name($($with),*).await;
                count.tell(&title, begun, &result);
            }
        )+};
    }
    try_all![
        sends_every_kind_of_file_with_its_type_and_age_and_under_the_policy(&site),
        sends_what_was_packed_to_whoever_can_read_it(&site),
        answers_that_nothing_changed_until_something_did(&site, &made),
        answers_an_unknown_address_with_the_page_that_starts_the_app_and_404(&site),
        never_lets_a_failure_be_kept(&site),
        leads_to_the_slash_within_the_origin(&site),
        knows_every_file_of_the_built_sites(&client, folder),
    ];
    Ok(count)
}

/// Writes the site, each file of which holds its own name.
fn make(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for (name, ..) in FILES {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().context("a file in a folder")?)?;
        fs::write(&file, name)?;
        if packed(name) {
            fs::write(folder.join(format!("{name}.br")), format!("{name} in brotli"))?;
            fs::write(folder.join(format!("{name}.gz")), format!("{name} in gzip"))?;
        }
    }
    symlink(REFUSED, folder.join(REFUSED))?;
    Ok(())
}

fn packed(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| PACKED.contains(&ending))
}

impl Site {
    async fn ask(&self, path: &str, headers: &[(HeaderName, &str)]) -> Result<Answer> {
        ask(&self.client, &format!("{}{path}", self.nginx.origin()), headers).await
    }
}

async fn ask(client: &Client, url: &str, headers: &[(HeaderName, &str)]) -> Result<Answer> {
    let mut request = client.get(url);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let answer = request.send().await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await?;
    Ok(Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned() })
}

impl Answer {
    /// What the rules decide, in order: all headers but those of the connection, the clock and the file's own.
    fn ruled(&self) -> Vec<String> {
        let own = [
            "date",
            "server",
            "connection",
            "content-length",
            "transfer-encoding",
            "etag",
            "last-modified",
            "accept-ranges",
        ];
        let ruled = self.headers.iter().filter(|(name, _)| !own.contains(&name.as_str()));
        let mut lines: Vec<String> = ruled.map(|(name, value)| format!("{name}: {}", said(value))).collect();
        lines.sort();
        lines
    }

    fn header(&self, name: &HeaderName) -> String {
        self.headers.get(name).map(said).unwrap_or_default()
    }

    /// Compares status, body and every header that a rule decides.
    fn is(&self, path: &str, status: u16, body: &str, more: &[String]) -> Result<()> {
        ensure!(self.status == status, "{path}: status {}, not {status}", self.status);
        ensure!(self.body == body, "{path}: {:?}, not {body:?}", self.body);
        let mut wanted: Vec<String> =
            ALWAYS.map(str::to_owned).into_iter().chain(more.iter().cloned()).collect();
        wanted.sort();
        let found = self.ruled();
        ensure!(
            found == wanted,
            "{path} has\n    {}\n  not\n    {}",
            found.join("\n    "),
            wanted.join("\n    ")
        );
        Ok(())
    }
}

fn said(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

/// The headers of a file besides those of every answer; `coding` if it is sent packed.
fn rules(name: &str, coding: Option<&str>) -> Vec<String> {
    let Some((_, content_type, cache, open)) = FILES.iter().find(|(file, ..)| *file == name) else {
        return Vec::new();
    };
    let mut rules = vec![format!("content-type: {content_type}"), format!("cache-control: {cache}")];
    if *open {
        rules.push("access-control-allow-origin: *".to_owned());
    }
    if packed(name) {
        rules.push("vary: Accept-Encoding".to_owned());
    }
    rules.extend(coding.map(|coding| format!("content-encoding: {coding}")));
    rules
}

/// Both sites, and the address of a file in each.
fn everywhere(name: &str) -> [String; 2] {
    ["/", BELOW].map(|base| format!("{base}{}", name.strip_suffix("index.html").unwrap_or(name)))
}

async fn sends_every_kind_of_file_with_its_type_and_age_and_under_the_policy(site: &Site) -> Result<()> {
    for (name, ..) in FILES {
        for path in everywhere(name) {
            let answer = site.ask(&path, &[]).await?;
            answer.is(&path, 200, name, &rules(name, None))?;
            ensure!(answer.header(&ETAG).starts_with('"'), "{path}: no strong ETag: {:?}", answer.headers);
        }
    }
    Ok(())
}

async fn sends_what_was_packed_to_whoever_can_read_it(site: &Site) -> Result<()> {
    let (br, gzip) = (Some(("br", "brotli")), Some(("gzip", "gzip")));
    let best = if site.nginx.brotli { br } else { gzip };
    // What browsers say over https, over http, and what others may say.
    let readers = [
        ("gzip, deflate, br, zstd", best),
        ("gzip, deflate", gzip),
        ("gzip;q=0.5, br;q=1.0", best),
        ("identity", None),
        ("br;q=0, gzip;q=0", None),
    ];
    for name in FILES.map(|(name, ..)| name) {
        for path in everywhere(name) {
            let mut tags = Vec::new();
            for (reads, coding) in readers {
                let answer = site.ask(&path, &[(ACCEPT_ENCODING, reads)]).await?;
                let coding = coding.filter(|_| packed(name));
                let body = coding.map_or(name.to_owned(), |(_, coding)| format!("{name} in {coding}"));
                let told = format!("{path} for {reads:?}");
                answer.is(&told, 200, &body, &rules(name, coding.map(|(name, _)| name)))?;
                tags.push((body, answer.header(&ETAG)));
            }
            tags.sort();
            tags.dedup();
            let kinds = if !packed(name) {
                1
            } else if site.nginx.brotli {
                3
            } else {
                2
            };
            ensure!(tags.len() == kinds, "{path}: a file, packed or not, has an ETag of its own: {tags:?}");
        }
    }
    Ok(())
}

async fn answers_that_nothing_changed_until_something_did(site: &Site, made: &Path) -> Result<()> {
    for name in ["feed.json", "dialog/x/index.html", "start.js", "alla.ics", "app-0123456789abcdef.js"] {
        for reads in ["identity", "gzip", "gzip, br"] {
            for path in everywhere(name) {
                let first = site.ask(&path, &[(ACCEPT_ENCODING, reads)]).await?;
                let tag = first.header(&ETAG);
                let asks = [(ACCEPT_ENCODING, reads), (IF_NONE_MATCH, tag.as_str())];
                let again = site.ask(&path, &asks).await?;
                // The age, the policy and so on once more: they are what a browser goes on with.
                let kept = |line: &String| !line.starts_with("content-");
                let rules: Vec<String> = rules(name, None).into_iter().filter(kept).collect();
                again.is(&path, 304, "", &rules)?;
                ensure!(again.header(&ETAG) == tag, "{path}: a 304 with another ETag");
            }
        }
    }
    // A folder published anew, with the times of its files a second later.
    let path = everywhere("feed.json")[0].clone();
    let tag = site.ask(&path, &[]).await?.header(&ETAG);
    let feed = File::options().append(true).open(made.join("feed.json"))?;
    feed.set_modified(feed.metadata()?.modified()? + Duration::from_secs(1))?;
    site.ask(&path, &[(IF_NONE_MATCH, &tag)]).await?.is(&path, 200, "feed.json", &rules("feed.json", None))
}

async fn answers_an_unknown_address_with_the_page_that_starts_the_app_and_404(site: &Site) -> Result<()> {
    let coding = if site.nginx.brotli { "brotli" } else { "gzip" };
    let name = if site.nginx.brotli { "br" } else { "gzip" };
    for unknown in ["dialog/okänd/", "dialog/ny", "nothing.html", "arkiv/1900/", "dialog/", "dialog/x/m2.ics"]
    {
        for path in everywhere(unknown) {
            site.ask(&path, &[]).await?.is(&path, 404, "404.html", &rules("404.html", None))?;
            let packed = site.ask(&path, &[(ACCEPT_ENCODING, "gzip, br")]).await?;
            packed.is(&path, 404, &format!("404.html in {coding}"), &rules("404.html", Some(name)))?;
        }
    }
    Ok(())
}

async fn never_lets_a_failure_be_kept(site: &Site) -> Result<()> {
    // As in the moment between two copied folders.
    for path in everywhere("app-00000000000000ff_bg.wasm") {
        site.ask(&path, &[]).await?.is(&path, 404, "404.html", &rules("404.html", None))?;
    }
    // As when it was copied with the wrong rights: refused, still under the address of the file.
    for path in everywhere(REFUSED) {
        site.ask(&path, &[]).await?.is(&path, 404, "404.html", &rules("404.html", None))?;
    }
    Ok(())
}

async fn leads_to_the_slash_within_the_origin(site: &Site) -> Result<()> {
    let bare = BELOW.trim_end_matches('/');
    let mut ways = vec![(bare.to_owned(), BELOW.to_owned())];
    for path in everywhere("dialog/x") {
        ways.push((format!("{path}?från=brev"), format!("{path}/?fr%C3%A5n=brev")));
        ways.push((path.clone(), format!("{path}/")));
    }
    for (from, to) in ways {
        // As a proxy in front asks, with another name.
        let answer = site.ask(&from, &[(HOST, "dialoger.exempelstad.example")]).await?;
        ensure!(answer.status == 301, "{from}: status {}", answer.status);
        let location = answer.header(&LOCATION);
        ensure!(location == to, "{from} leads to {location}, not to {to}");
    }
    Ok(())
}

async fn knows_every_file_of_the_built_sites(client: &Client, folder: &Path) -> Result<()> {
    let (root, below) = (built("dist")?, built("target/dist-sub")?);
    let nginx = Nginx::start(&folder.join("built"), &root, &below, &root).await?;
    for (base, site) in [("/", &root), (BELOW, &below)] {
        let mut names = Vec::new();
        walk(site, "", &mut names)?;
        let count = names.iter().filter(|name| hashed(name)).count();
        ensure!(count >= 7, "only {count} files with a hash in their names in {}", site.display());
        for name in names {
            let path = format!("{base}{name}");
            let answer = ask(client, &format!("{}{path}", nginx.origin()), &[]).await?;
            ensure!(answer.status == 200, "{path}: status {}", answer.status);
            let kind = answer.header(&CONTENT_TYPE);
            ensure!(kind != "application/octet-stream", "{path}: {kind}");
            ensure!(
                answer.header(&CONTENT_ENCODING).is_empty(),
                "{path} comes packed to whoever reads nothing packed"
            );
            let cache = answer.header(&CACHE_CONTROL);
            let wanted = if hashed(&name) { HASHED } else { ASKED_ANEW };
            ensure!(cache == wanted, "{path}: {cache}");
        }
    }
    Ok(())
}

/// Whether a file of the site's root has a hash in its name (README: the first row of the table).
fn hashed(name: &str) -> bool {
    let (stem, ending) = name.rsplit_once('.').unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    let kinds = ["js", "css", "wasm", "txt", "svg", "png", "webmanifest", "woff2"];
    let digits = hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    !name.contains('/') && kinds.contains(&ending) && (12..=16).contains(&hash.len()) && digits
}

/// All files but the packed ones.
fn walk(folder: &Path, base: &str, names: &mut Vec<String>) -> Result<()> {
    for file in fs::read_dir(folder)? {
        let file = file?;
        let name = format!("{base}{}", file.file_name().to_string_lossy());
        if file.file_type()?.is_dir() {
            walk(&file.path(), &format!("{name}/"), names)?;
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            names.push(name);
        }
    }
    Ok(())
}
