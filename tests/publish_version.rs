//! One version of the app is one set of files, and the worker that keeps them.
#![cfg(feature = "publish")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "util/press.rs"]
mod press;

use base64::{Engine, prelude::BASE64_STANDARD};
use press::{Bench, errors, feed_of};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fs};
use util::file;

type Files = BTreeMap<String, Vec<u8>>;

fn text<'a>(files: &'a Files, name: &str) -> &'a str {
    std::str::from_utf8(&files[name]).unwrap_or_else(|_| panic!("{name}"))
}

/// What stands above public/sw.js: the version, and the files with their hashes.
fn head(worker: &str) -> (String, BTreeMap<String, String>) {
    let (head, body) = worker.split_at(worker.find("// The worker: ").unwrap());
    assert_eq!(body, file("public/sw.js"), "the worker itself is as it was written");
    let version = head.split('"').nth(1).unwrap().to_owned();
    let (_, list) = head.split_once("const FILES = ").unwrap();
    let json = list.trim().trim_end_matches(';').replace(",\n}", "\n}");
    (version, serde_json::from_str(&json).unwrap_or_else(|e| panic!("{e}: {json}")))
}

fn real(name: &str, base: &str) -> (Bench, Files) {
    let bench = Bench::new(name, base);
    bench.print(&file("public/feed.json"), "out");
    let files = bench.files("out");
    (bench, files)
}

/// Prints `site` anew with more words on the command line.
#[track_caller]
fn print(bench: &Bench, site: &str, out: &str, more: &[&str]) -> Files {
    let output = bench.command(site, "given.json", out).args(more).output().unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    bench.files(out)
}

#[test]
fn the_worker_names_each_file_the_app_needs_with_the_hash_of_its_content() {
    for base in ["/", "/medborgardialoger/"] {
        let (_, files) = real("worker", base);
        let (_, listed) = head(text(&files, "sw.js"));
        for (name, integrity) in &listed {
            let content = files.get(name).unwrap_or_else(|| panic!("{name} is not there"));
            let wanted = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)));
            assert_eq!(*integrity, wanted, "{name}");
        }
        let stems: Vec<&str> = listed.keys().map(|name| stem(name)).collect();
        let wanted = [
            "aloud",
            "app-990123456789ab.js",
            "app-990123456789ab_bg.wasm",
            "icon-180",
            "icon-192",
            "icon-512",
            "icon-maskable-192",
            "icon-maskable-512",
            "manifest",
            "no-app",
            "offer",
            "parts",
            "shell.html",
            "start",
            "words-en",
            "words-fi",
            "words-lattlast",
            "words-sv",
        ];
        assert_eq!(stems, wanted);
        // All that its page names, and nothing that the page of another version could name too.
        let shell = text(&files, "shell.html");
        for named in shell.split(&format!("=\"{base}")).skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(named.is_empty() || listed.contains_key(named), "{named}");
        }
        assert!(shell.contains("  <div id=\"app\"></div>\n"), "{shell}");
        assert!(shell.contains("data-worker=\"sw.js\""), "{shell}");
    }
}

/// A name without the hash that the publisher gave it.
fn stem(name: &str) -> &str {
    let cut = name.rsplit_once('-').filter(|(_, rest)| rest.split('.').next().unwrap().len() == 16);
    cut.map_or(name, |(stem, _)| stem)
}

#[test]
fn a_changed_file_changes_its_name_the_version_and_every_page() {
    let (bench, first) = real("changed", "/");
    let (version, _) = head(text(&first, "sw.js"));
    for name in ["start.js", "aloud.js", "no-app.css", "icon-192.png"] {
        let path = bench.path("site").join(name);
        let before = fs::read(&path).unwrap();
        fs::write(&path, [before.as_slice(), b"\n"].concat()).unwrap();
        let after = print(&bench, "site", "after", &[]);
        let stem = name.split('.').next().unwrap();
        let of =
            |files: &Files| head(text(files, "sw.js")).1.into_keys().find(|f| self::stem(f) == stem).unwrap();
        assert_ne!(of(&first), of(&after), "{name}");
        assert_ne!(head(text(&after, "sw.js")).0, version, "{name}");
        let old = of(&first);
        // It stays for whoever has a page that names it (bin/publish/keep.rs); nothing new does.
        let new = |name: &&String| name.ends_with(".html") || *name == "sw.js";
        let naming = |files: &Files| files.keys().filter(new).any(|f| text(files, f).contains(&old));
        assert!(naming(&first) && !naming(&after), "{name}");
        fs::write(&path, before).unwrap();
    }
    let path = bench.path("site").join("sw.js");
    fs::write(&path, format!("{}\n// more\n", fs::read_to_string(&path).unwrap())).unwrap();
    let after = print(&bench, "site", "after", &[]);
    assert_ne!(text(&after, "sw.js").lines().next(), text(&first, "sw.js").lines().next());
}

#[test]
fn scripts_and_styles_leave_their_comments_at_home_and_no_line() {
    let (bench, _) = real("lean", "/");
    let site = bench.path("site");
    let script = "// Why.\nconst a = \"// no comment\"; // nor this\n  /* more\n     of it */ const b = 1;\n\n    // last\n";
    let style =
        "/* Why,\n   at length. */ /* Twice. */\n.a { color: red }\n  /* b */ .b { color: blue } /* c */\n";
    fs::write(site.join("start.js"), script).unwrap();
    fs::write(site.join("no-app.css"), style).unwrap();
    let files = print(&bench, "site", "after", &[]);
    let plain = |name: &&String| name.ends_with(".js") || name.ends_with(".css");
    let named =
        |wanted: &str| files.keys().filter(plain).find(|name| stem(name) == wanted && *name != "embed.js");
    let of = |wanted: &str| text(&files, named(wanted).unwrap());
    assert_eq!(of("start"), "\nconst a = \"// no comment\"; // nor this\n\nconst b = 1;\n\n\n");
    assert_eq!(of("no-app"), "\n\n.a { color: red }\n.b { color: blue } /* c */\n");
    // And a print that is printed anew is as it was.
    let again = print(&bench, "after", "again", &[]);
    assert_eq!(head(text(&again, "sw.js")), head(text(&files, "sw.js")));
    let carried = |line: &&str| line.starts_with([' ', '/']);
    for wanted in ["element", "embed", "aloud"] {
        assert_eq!(of(wanted).lines().find(carried), None, "{wanted}");
    }
    // A text of several lines would lose its indentation, and a comment that begins behind other words its own end.
    for source in [
        "public/start.js",
        "public/aloud.js",
        "public/offer.js",
        "public/no-app.css",
        "src/embed/element.js",
        "style/embed.css",
        "style/tokens.css",
        "style/base.css",
        "style/parts.css",
    ] {
        let whole = |line: &str| line.matches('`').count().is_multiple_of(2);
        let ended = |line: &str| {
            line.trim_start().starts_with("/*")
                || line.matches("/*").count() == line.matches("*/").count()
                || !line.contains("/*")
        };
        assert!(file(source).lines().all(|line| whole(line) && ended(line)), "{source}");
    }
}

#[test]
fn a_new_feed_is_no_new_version() {
    let (bench, first) = real("feed", "/");
    let other = file("public/feed.json").replace("Torshälla stads nämnd bjuder", "Torshälla bjuder");
    bench.feed(&other.replace("2024-04-17T12:00:00+02:00", "2024-04-18T12:00:00+02:00"));
    let after = print(&bench, "out", "out", &[]);
    assert!(after["index.html"] != first["index.html"], "it is printed");
    assert!(after["sw.js"] == first["sw.js"] && after["shell.html"] == first["shell.html"]);
    let twice = print(&bench, "out", "out", &[]);
    assert!(twice == after, "and to the byte the same again");
}

#[test]
fn without_a_worker_no_page_asks_for_one_and_the_one_that_is_there_takes_itself_away() {
    let (bench, first) = real("none", "/");
    for flag in ["--no-worker", "--plain"] {
        let files = print(&bench, "out", "without", &[flag]);
        assert!(
            text(&files, "sw.js")
                .starts_with("const VERSION = \"\";\nconst FILES = null;\n\n// The worker: ")
        );
        assert!(!files.contains_key("shell.html"));
        for (name, page) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            assert!(!String::from_utf8_lossy(page).contains("data-worker"), "{name}");
        }
        // And back again.
        assert!(print(&bench, "without", "back", &[]) == first, "{flag}");
    }
}

#[test]
fn the_manifest_holds_below_any_base_and_its_icons_are_there() {
    let (_, files) = real("manifest", "/medborgardialoger/");
    let name = files.keys().find(|name| name.ends_with(".webmanifest")).unwrap();
    let manifest: Value = serde_json::from_slice(&files[name]).unwrap();
    let tokens = file("style/tokens.css");
    for (field, token) in [("theme_color", "--accent: "), ("background_color", "--paper: ")] {
        let colour = tokens.split(token).nth(1).and_then(|rest| rest.split(';').next());
        assert_eq!(manifest[field].as_str(), colour, "{field}");
    }
    for field in ["name", "short_name", "display", "lang"] {
        assert!(manifest[field].as_str().is_some_and(|value| !value.is_empty()), "{field}");
    }
    // Without an id it is the start's address, so that two sites of one origin stay two apps (Web App Manifest, 1.15).
    assert_eq!(
        (&manifest["start_url"], &manifest["scope"], manifest.get("id")),
        (&"./".into(), &"./".into(), None)
    );
    let mut seen = Vec::new();
    let shortcuts = manifest["shortcuts"].as_array().unwrap();
    let icons = shortcuts.iter().chain([&manifest]).flat_map(|of| of["icons"].as_array().unwrap());
    for icon in icons {
        let png = &files[icon["src"].as_str().unwrap()];
        // Width and height stand at fixed places of a PNG (PNG, 11.2.1).
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(icon["sizes"].as_str().unwrap(), format!("{}x{}", number(16), number(20)));
        seen.push((icon["sizes"].as_str().unwrap(), icon.get("purpose").and_then(Value::as_str)));
    }
    seen.sort_unstable();
    seen.dedup();
    let wanted =
        [("192x192", None), ("192x192", Some("maskable")), ("512x512", None), ("512x512", Some("maskable"))];
    assert_eq!(seen, wanted);
    for shortcut in shortcuts {
        assert!(shortcut["url"].as_str().unwrap().starts_with("./"));
    }
}

#[test]
fn another_feed_of_another_municipality_is_another_version() {
    let (bench, first) = real("municipality", "/");
    bench.feed(&feed_of("Provby", ""));
    let after = print(&bench, "site", "after", &[]);
    assert!(text(&after, "shell.html").contains("<title>Medborgardialoger, Provby</title>"));
    assert_ne!(head(text(&after, "sw.js")).0, head(text(&first, "sw.js")).0);
}
