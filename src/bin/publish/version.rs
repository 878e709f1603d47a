//! What one version of the app consists of: its files, each with its content's hash in its name, and the worker that
//! keeps them. So no page can meet another version's file.

use super::{asset::Asset, lean::lean, said};
use base64::{Engine, prelude::BASE64_STANDARD};
use medborgardialoger::{
    host::print::{self, Press},
    text::{Lang, of, publish::Refusal, table},
};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// Files of public/ that belong to a version, by stem and ending; whatever names another comes after it.
const FILES: [(&str, &str); 10] = [
    ("aloud", ".js"),
    ("icon-180", ".png"),
    ("icon-192", ".png"),
    ("icon-512", ".png"),
    ("icon-maskable-192", ".png"),
    ("icon-maskable-512", ".png"),
    ("manifest", ".webmanifest"),
    ("offer", ".js"),
    ("start", ".js"),
    ("no-app", ".css"),
];

/// The worker's name; browsers know it by its address, so that it never changes.
const WORKER: &str = "sw.js";

/// What public/sw.js begins with: what a publisher wrote above is written anew.
const BEGIN: &str = "// The worker: ";

/// What Trunk puts on the start script; ours stands before it.
const BEFORE: &str = " data-js=\"";

/// Before the names of the languages' files on the start script.
const WORDS: &str = " data-words='";

/// Whether a worker goes with the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// Pages ask for it, and it keeps the app.
    Keeps,
    /// Pages do not ask for it; one that is there already takes itself away.
    Leaves,
}

/// A built site's index.html and files, with the hashes in their names.
pub struct Version {
    /// index.html, with the new names in it.
    pub index: String,
    /// All files but the worker.
    pub assets: Vec<Asset>,
    /// Whether a worker goes with it.
    pub worker: Worker,
    /// public/sw.js.
    body: String,
    /// What index.html and its manifest name, as they came.
    named: String,
}

impl Version {
    /// Gives the files their names. A printed site has them already, and they stay.
    pub fn of(site: &Path, index: &str, assets: Vec<Asset>, worker: Worker) -> Result<Self, Refusal> {
        let (workers, assets) = assets.into_iter().partition::<Vec<_>, _>(|asset| asset.path == WORKER);
        let body = match workers.first() {
            Some(asset) => {
                let path = site.join(&asset.path);
                let text = fs::read_to_string(&path).map_err(said(&path))?;
                let begin = text.find(BEGIN).unwrap_or_default();
                text.get(begin..).unwrap_or_default().to_owned()
            }
            None => String::new(),
        };
        let manifest = |asset: &&Asset| asset.path.ends_with(".webmanifest") && index.contains(&asset.path);
        let mut named = index.to_owned();
        if let Some(manifest) = assets.iter().find(manifest) {
            named.push_str(&String::from_utf8_lossy(&manifest.content(site)?));
        }
        let (words, index) = words(index);
        // Those of an earlier print are written anew.
        let kept = assets.into_iter().filter(|asset| !is_words(&asset.path));
        let assets = kept.chain(words).collect();
        let mut version = Self { index: mark(&index, worker), assets, worker, body, named };
        for (i, (stem, end)) in FILES.iter().enumerate() {
            version.rename(site, stem, end, FILES.get(i + 1..).unwrap_or_default())?;
        }
        Ok(version)
    }

    /// Puts a file's hash into its name, wherever that stands.
    fn rename(&mut self, site: &Path, stem: &str, end: &str, later: &[(&str, &str)]) -> Result<(), Refusal> {
        let plain = format!("{stem}{end}");
        let ours = |path: &str| path == plain || is_named(path, stem, end);
        // A fresh build's own file, else the one that is named: older ones may lie beside it.
        let rank = |path: &str| (path == plain, self.named.contains(&format!("{path}\"")));
        let found = self.assets.iter().filter(|asset| ours(&asset.path)).max_by_key(|a| rank(&a.path));
        let Some(mut asset) = found.cloned() else { return Ok(()) };
        self.assets.retain(|asset| !ours(&asset.path));
        let mut content = asset.content(site)?;
        if matches!(end, ".js" | ".css") {
            content = lean(&String::from_utf8_lossy(&content)).into_bytes();
        }
        let name = format!("{stem}-{}{end}", short(&content));
        self.index = self.index.replace(&format!("/{}\"", asset.path), &format!("/{name}\""));
        for (stem, end) in later.iter().filter(|(_, end)| *end == ".webmanifest") {
            let naming = self
                .assets
                .iter_mut()
                .filter(|a| a.path == format!("{stem}{end}") || is_named(&a.path, stem, end));
            for other in naming {
                let text = String::from_utf8_lossy(&other.content(site)?)
                    .replace(&format!("\"{}\"", asset.path), &format!("\"{name}\""));
                other.made = Some(text.into_bytes());
            }
        }
        (asset.path, asset.made) = (name, Some(content));
        self.assets.push(asset);
        Ok(())
    }

    /// The worker, and the page that it shows where none can be had.
    pub fn worker(&self, site: &Path, press: &Press) -> Result<Vec<Asset>, Refusal> {
        if self.body.is_empty() {
            return Ok(Vec::new());
        }
        if self.worker == Worker::Leaves {
            let text = format!("const VERSION = \"\";\nconst FILES = null;\n\n{}", self.body);
            return Ok(vec![Asset::made(WORKER, text.into_bytes())]);
        }
        let shell = print::shell(press);
        let needs = |asset: &&Asset| is_needed(&shell, &asset.path);
        let mut needed: Vec<&Asset> = self.assets.iter().filter(needs).collect();
        let shell = Asset::made(print::SHELL, shell.clone().into_bytes());
        needed.sort_by(|a, b| a.path.cmp(&b.path));
        let mut files = String::from("const FILES = {\n");
        for asset in needed.into_iter().chain([&shell]) {
            let sum = BASE64_STANDARD.encode(Sha256::digest(asset.content(site)?));
            files.extend(["  \"", &asset.path, "\": \"sha256-", &sum, "\",\n"]);
        }
        files.push_str("};\n");
        let whole = format!("{files}\n{}", self.body);
        let text = format!("const VERSION = \"{}\";\n{whole}", short(whole.as_bytes()));
        Ok(vec![shell, Asset::made(WORKER, text.into_bytes())])
    }
}

/// Whether the app needs a file without a network: what its document names, and the manifest's icons.
fn is_needed(document: &str, path: &str) -> bool {
    // Trunk's own names stand bare on the start script.
    let named = ["/", "data-js=\"", "data-wasm=\""]
        .iter()
        .any(|before| document.contains(&format!("{before}{path}\"")));
    named || is_words(path) || FILES.iter().any(|(stem, end)| is_named(path, stem, end))
}

/// The words of each language as a file (text/table.rs), and index.html with their names on the start script.
fn words(index: &str) -> (Vec<Asset>, String) {
    let mut files = Vec::new();
    let mut names = Vec::new();
    for lang in Lang::ALL {
        let words = table::write(of(lang)).into_bytes();
        let name = format!("words-{}-{}.txt", lang.name(), short(&words));
        names.push(format!("\"{}\":\"{name}\"", lang.name()));
        files.push(Asset::made(&name, words));
    }
    let bare = match index.split_once(WORDS) {
        Some((before, rest)) => [before, rest.split_once('\'').map_or("", |(_, rest)| rest)].concat(),
        None => index.to_owned(),
    };
    let names = format!("{WORDS}{{{}}}'", names.join(","));
    (files, bare.replacen(BEFORE, &format!("{names}{BEFORE}"), 1))
}

/// Whether a file holds a language's words.
fn is_words(path: &str) -> bool {
    Lang::ALL.iter().any(|lang| is_named(path, &format!("words-{}", lang.name()), ".txt"))
}

/// Says on the start script whether there is a worker to ask for.
fn mark(index: &str, worker: Worker) -> String {
    let asks = format!(" data-worker=\"{WORKER}\"");
    let bare = index.replace(&asks, "");
    if worker == Worker::Leaves { bare } else { bare.replacen(BEFORE, &format!("{asks}{BEFORE}"), 1) }
}

/// The first 16 digits of a content's SHA-256, as in Trunk's names.
pub fn short(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a name is `STEM-0123456789abcdef.END`.
pub fn is_named(path: &str, stem: &str, end: &str) -> bool {
    let inner = path.strip_prefix(stem).and_then(|rest| rest.strip_suffix(end));
    inner.and_then(|inner| inner.strip_prefix('-')).is_some_and(|hash| {
        hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    })
}
