//! The house: which room may use which (src/lib.rs draws the arrows), and what no room may hold. Walks src/ as text.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::{fs, path::Path};

/// A room, the words that must not stand in it, and the arrow they would break.
type Rule = (&'static str, &'static [&'static str], &'static str);

const FRAMEWORK: &[&str] = &["leptos", "web_sys", "gloo", "js_sys", "wasm_bindgen"];
const BROWSER: &[&str] =
    &["web_sys", "gloo", "js_sys", "wasm_bindgen", "leptos_router", "window()", "document()"];
const RULES: &[Rule] = &[
    ("domain/", FRAMEWORK, "domain knows no framework and no browser"),
    (
        "domain/",
        &["crate::text", "crate::part", "crate::page", "crate::browser", "crate::host"],
        "domain → nothing but itself",
    ),
    ("text/", FRAMEWORK, "text knows no framework and no browser"),
    ("text/", &["crate::part", "crate::page", "crate::browser", "crate::host"], "text → domain"),
    ("part/", BROWSER, "part knows no browser and no router"),
    ("part/", &["crate::page", "crate::browser", "crate::host"], "part → text, domain"),
    ("page/", BROWSER, "page knows no browser and no router"),
    ("page/", &["crate::browser", "crate::host"], "page → part, text, domain"),
    ("browser/", &["crate::part", "crate::page", "crate::host"], "browser → domain"),
    ("", &["inner_html", ".unwrap(", ".expect(", "unsafe "], "no panic paths, no raw HTML, nothing unsafe"),
];

/// Where conditions of the build may stand: what is in which build, and what each system does in its own way.
const CFG: &[&str] = &["lib.rs", "host/mod.rs", "bin/publish/disk.rs"];

/// The words of a language, which are as many as they are.
const LANGUAGES: &[&str] = &["text/sv.rs", "text/simple.rs", "text/fi.rs", "text/en.rs"];

/// The longest of the other files.
const LONGEST: usize = 250;

/// Every file below src/, with its path from there.
fn sources(folder: &Path, name: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{name}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            sources(&path, &format!("{name}/"), found);
        } else if name.ends_with(".rs") {
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// A line without its comment; texts for residents may say what they like.
fn code(line: &str) -> &str {
    line.split_once("//").map_or(line, |(code, _)| if code.ends_with(':') { line } else { code })
}

/// Whether a word stands in a line by itself, not as the end of a longer name.
fn stands(line: &str, word: &str) -> bool {
    let longer = |c: char| c.is_alphanumeric() || c == '_';
    let before = |at: usize| line.get(..at).and_then(|start| start.chars().next_back());
    line.match_indices(word).any(|(at, _)| !(word.starts_with(longer) && before(at).is_some_and(longer)))
}

/// Whether a line names it; a room also by `use crate::{…, page::list}`, on one line or broken by rustfmt.
fn says(line: &str, word: &str) -> bool {
    let grouped = word.strip_prefix("crate::").map(|room| format!("{room}::")).is_some_and(|room| {
        line.trim_start().starts_with(&room) || line.contains("crate::{") && stands(line, &room)
    });
    grouped || stands(line, word)
}

/// Every breach in a file: `src/page/list.rs:7: web_sys: page knows no browser and no router`.
fn breaches(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (i, line) in text.lines().map(code).enumerate() {
        let mut breach =
            |what: &str, arrow: &str| found.push(format!("src/{name}:{}: {what}: {arrow}", i + 1));
        for (room, words, arrow) in RULES {
            let broken = words.iter().filter(|word| name.starts_with(room) && says(line, word));
            broken.for_each(|word| breach(word, arrow));
        }
        if !CFG.contains(&name) && ["#[cfg", "#![cfg", "cfg!("].iter().any(|cfg| line.contains(cfg)) {
            breach("cfg", "conditions stand in lib.rs and host/mod.rs");
        }
        if line.contains("allow(")
            && line.trim_start().starts_with('#')
            && !text.lines().skip(i).take(6).any(|l| l.contains("reason ="))
        {
            breach("allow(", "an allowance gives its reason");
        }
    }
    if text.lines().count() > LONGEST && !LANGUAGES.contains(&name) {
        found.push(format!(
            "src/{name}: {} lines: longer than {LONGEST} asks to be split by noun",
            text.lines().count()
        ));
    }
    found
}

#[test]
fn every_room_keeps_to_its_arrows() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    assert!(files.len() > 20, "only {} files found", files.len());
    let mut found: Vec<String> = files.iter().flat_map(|(name, text)| breaches(name, text)).collect();
    found.sort();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[track_caller]
fn breaks(name: &str, text: &str, message: &str) {
    assert_eq!(breaches(name, text), [message]);
}

#[test]
#[rustfmt::skip] // one line a case
fn a_breach_is_told_with_file_line_and_arrow() {
    breaks("domain/a.rs", "\nuse crate::text::Text;", "src/domain/a.rs:2: crate::text: domain → nothing but itself");
    breaks("text/a.rs", "use leptos::prelude::*;", "src/text/a.rs:1: leptos: text knows no framework and no browser");
    breaks("part/card.rs", "let w = leptos::web_sys::x;", "src/part/card.rs:1: web_sys: part knows no browser and no router");
    breaks("page/list.rs", "document().title();", "src/page/list.rs:1: document(): page knows no browser and no router");
    breaks("browser/fetch.rs", "use crate::{domain::feed, page::list};", "src/browser/fetch.rs:1: crate::page: browser → domain");
    breaks("host/site.rs", "x.unwrap();", "src/host/site.rs:1: .unwrap(: no panic paths, no raw HTML, nothing unsafe");
    breaks("host/site.rs", "#[cfg(test)]", "src/host/site.rs:1: cfg: conditions stand in lib.rs and host/mod.rs");
    breaks("part/a.rs", "#[allow(dead_code)]", "src/part/a.rs:1: allow(: an allowance gives its reason");
    breaks("part/a.rs", &"\n".repeat(251), "src/part/a.rs: 251 lines: longer than 250 asks to be split by noun");
    assert_eq!(
        breaches(
            "host/mod.rs",
            "#[cfg(feature = \"web\")] // no unwrap() here\nlet a = \"https://a.example\"; x.unwrap_or(1);"
        ),
        [""; 0]
    );
}
