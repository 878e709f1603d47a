//! Versions of the site, with the worker that keeps them: each with other names for its files, so that no page can
//! hide that it has met two.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, Result, ensure};

use crate::browser::Browser;
use crate::server::Server;
use crate::{folder, print};

/// How many versions were printed. A server makes an ETag of time, in seconds, and size: where one site takes another's
/// place the publisher sees to it that they differ, but here each has a folder of its own.
static PRINTED: AtomicU64 = AtomicU64::new(0);

/// Gives all files below a folder a time.
fn age(folder: &Path, time: SystemTime) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            age(&path, time)?;
        } else {
            fs::File::options().write(true).open(&path)?.set_modified(time)?;
        }
    }
    Ok(())
}

/// A version of the site, printed into a folder that the server can answer from.
pub struct Version {
    /// Its folder's name (`Server::over`).
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// What its worker keeps; nothing for a site without one.
    pub files: BTreeSet<String>,
}

impl Version {
    /// Prints one for this server: `mark` is a word of its own and `script` begins its start script.
    pub async fn print(server: &Server, mark: &str, feed: &str, script: &str, more: &[&str]) -> Result<Self> {
        let name = format!("{}-{mark}", print::name(server));
        let printed = folder("printed")?;
        let (site, out) = (printed.join(format!("{name}-built")), printed.join(&name));
        for left in [&site, &out] {
            if left.exists() {
                fs::remove_dir_all(left)?;
            }
        }
        build(&site, mark, script)?;
        fs::write(site.join("given.json"), feed)?;
        print::publish(|command| {
            command
                .current_dir(&site)
                .args(["--site", ".", "--feed", "given.json", "--origin", "https://www.exempelstad.example"])
                .arg("--out")
                .arg(&out)
                .args(more)
        })
        .await?;
        age(&out, SystemTime::now() + Duration::from_secs(PRINTED.fetch_add(1, Ordering::Relaxed)))?;
        let worker = fs::read_to_string(out.join("sw.js"))?;
        let list = worker.split("// The worker").next().unwrap_or_default();
        let files = list.split("\n  \"").skip(1).filter_map(|rest| rest.split('"').next());
        Ok(Self { files: files.map(str::to_owned).collect(), name, folder: out })
    }

    /// The name of its file that begins so.
    pub fn file(&self, start: &str) -> Result<&str> {
        self.files.iter().find(|name| name.starts_with(start)).map(String::as_str).context("no such file")
    }

    /// Which of these names have a hash and are not of this version.
    pub fn foreign<'a>(&self, names: &'a [String]) -> Vec<&'a String> {
        let hashed = |name: &&String| name.rsplit_once('-').is_some_and(|(_, hash)| hash.len() > 15);
        names.iter().filter(hashed).filter(|name| !self.files.contains(*name)).collect()
    }

    /// Whether the page is made of this version's files, and of no other's.
    pub async fn makes(&self, browser: &Browser) -> Result<()> {
        let loaded =
            "performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname.slice(1))";
        let named = "[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(at => new URL(at.href || at.src).pathname.slice(1))";
        for names in [loaded, named] {
            let names: Vec<String> = serde_json::from_value(browser.eval(names).await?)?;
            let foreign = self.foreign(&names);
            ensure!(foreign.is_empty(), "not of {}: {foreign:?}", self.name);
        }
        let start = format!("document.querySelector('script[src$=\"{}\"]') !== null", self.file("start-")?);
        ensure!(browser.eval(&start).await? == true, "the page is not of {}", self.name);
        Ok(())
    }
}

/// The built site with other names and contents for what a version consists of.
fn build(site: &Path, mark: &str, script: &str) -> Result<()> {
    fs::create_dir_all(site)?;
    let dist = folder("..")?.join("../dist");
    let mut index = fs::read_to_string(dist.join("index.html"))?;
    for file in fs::read_dir(&dist)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if !file.path().is_file() || name == "index.html" || name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let mut content = fs::read(file.path())?;
        let mut new = name.clone();
        if name.starts_with("medborgardialoger-") {
            // Sixteen digits again, as Trunk would name other contents.
            let digits: String = mark.bytes().map(|b| format!("{b:02x}")).chain(["0".repeat(16)]).collect();
            // What follows the hash: `.js` or `_bg.wasm`. (Trunk leaves out a leading zero.)
            let rest = name
                .trim_start_matches("medborgardialoger-")
                .trim_start_matches(|c: char| c.is_ascii_hexdigit());
            new = format!("medborgardialoger-{}{rest}", digits.get(..16).unwrap_or_default());
            index = index.replace(&name, &new);
        } else if name.starts_with("start-") {
            content =
                [script.as_bytes(), b"\n", &content, format!("\nvoid \"{mark}\";\n").as_bytes()].concat();
        } else if name.starts_with("no-app-") {
            content.extend(format!("\n.{mark} {{}}\n").bytes());
        }
        fs::write(site.join(new), content)?;
    }
    fs::write(site.join("index.html"), index)?;
    Ok(())
}
