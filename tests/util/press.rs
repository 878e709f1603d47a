//! A built site as Trunk would leave it, and the publisher run on it through its own door.
#![allow(dead_code, reason = "each test file uses its own share")]

use crate::util::{file, frame};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// Where the tests' sites are to stand.
pub const ORIGIN: &str = "https://dialog.exempelstad.example";

/// When they are printed.
pub const NOW: &str = "2024-06-02T12:00:00+02:00";

/// What Trunk writes in place of its own lines (seen in dist/index.html), for a base path.
fn built(base: &str) -> String {
    let own = |line: &&str| !line.contains("data-trunk");
    let index: Vec<String> = file("src/index.html").lines().filter(own).map(str::to_owned).collect();
    let links = format!(
        r#"  <link rel="stylesheet" href="{base}parts-2e84b1c09d3f7a65.css"/>
  <script type="module" src="{base}start.js" data-js="app-990123456789ab.js" data-wasm="app-990123456789ab_bg.wasm" data-aloud="{base}aloud.js"></script>
  <link rel="stylesheet" href="{base}no-app.css" id="no-app" media="not all">
  <link rel="manifest" href="{base}manifest.webmanifest">
  <link rel="apple-touch-icon" href="{base}icon-180.png">
  <link rel="modulepreload" href="{base}app-990123456789ab.js">
  <link rel="preload" as="fetch" type="application/wasm" href="{base}app-990123456789ab_bg.wasm">
</head>"#
    );
    format!("{}\n", index.join("\n").replace("</head>", &links))
}

/// A folder of a test's own, with a built site in it.
pub struct Bench {
    /// The folder; nothing but these tests' files is in it.
    pub folder: PathBuf,
}

impl Bench {
    /// Makes it anew.
    pub fn new(name: &str, base: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        let site = folder.join("site");
        fs::create_dir_all(&site).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for entry in fs::read_dir(root.join("public")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), site.join(entry.file_name())).unwrap();
        }
        fs::copy(root.join("style/parts.css"), site.join("parts-2e84b1c09d3f7a65.css")).unwrap();
        fs::write(site.join("app-990123456789ab.js"), "export default function () {}\n").unwrap();
        fs::write(site.join("app-990123456789ab_bg.wasm"), b"\0asm\x01\0\0\0").unwrap();
        fs::write(site.join("index.html"), built(base)).unwrap();
        Self { folder }
    }

    /// Puts a feed beside the site; its path.
    pub fn feed(&self, json: &str) -> PathBuf {
        let path = self.folder.join("given.json");
        fs::write(&path, json).unwrap();
        path
    }

    /// A path below the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The publisher's command line from `site` into `out`.
    pub fn command(&self, site: &str, feed: &str, out: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_publish"));
        command.args(["--site", site, "--feed", feed, "--out", out, "--origin", ORIGIN, "--now", NOW]);
        command.current_dir(&self.folder);
        command
    }

    /// Prints a feed into `out`, and must succeed.
    #[track_caller]
    pub fn print(&self, json: &str, out: &str) {
        self.feed(json);
        let output = self.command("site", "given.json", out).output().unwrap();
        assert!(output.status.success(), "{}", errors(&output));
    }

    /// Every file below a folder, by its path from there.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        walk(&self.path(folder), "", &mut found);
        found
    }
}

/// What it said is wrong.
pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn walk(folder: &Path, below: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{name}/"), found);
        } else {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// A feed like [`frame`]'s, by a municipality of that name, with the page that it stands for.
pub fn feed_of(publisher: &str, dialogues: &str) -> String {
    frame(dialogues)
        .replace(r#""name":"Exempelstad""#, &format!(r#""name":{}"#, serde_json::json!(publisher)))
}
