//! File systems that can't exchange two folders: the same code, asked for that way alone.
#![cfg(feature = "publish")]
#![allow(dead_code, clippy::print_stderr, reason = "a part of the publisher, by itself")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "../src/bin/publish/disk.rs"]
mod disk;
#[path = "../src/bin/publish/hashed.rs"]
mod hashed;
#[path = "../src/bin/publish/place.rs"]
mod place;
#[path = "util/press.rs"]
mod press;
#[path = "../src/bin/publish/squeeze.rs"]
mod squeeze;
#[path = "../src/bin/publish/stranger.rs"]
mod stranger;

use medborgardialoger::text::publish::Refusal;
use place::Place;
use press::Bench;
use std::{fs, io, path::Path};
use util::file;

fn said(path: &Path) -> impl Fn(io::Error) -> Refusal + use<'_> {
    move |error| Refusal::File(path.display().to_string(), error.to_string())
}

fn warn(words: &str) {
    eprintln!("{words}");
}

/// A printed site, and its place.
fn printed(name: &str) -> (Bench, Place) {
    let bench = Bench::new(name, "/");
    bench.print(&file("public/feed.json"), "out");
    let place = Place::take(&bench.path("site"), &bench.path("out")).unwrap();
    (bench, place)
}

#[test]
fn the_old_site_steps_aside_and_the_new_one_takes_its_name() {
    let (bench, place) = printed("steps-aside");
    let new = place.folder().unwrap();
    fs::write(new.join("index.html"), "new").unwrap();
    place.step_aside(&new).unwrap();
    drop(place);
    assert_eq!(fs::read_to_string(bench.path("out/index.html")).unwrap(), "new");
    let left: Vec<_> = fs::read_dir(&bench.folder).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_str().unwrap().starts_with('.')), "{left:?}");
}

#[test]
fn the_old_site_is_put_back_when_the_new_one_cannot_take_its_name() {
    let (bench, place) = printed("put-back");
    let before = bench.files("out");
    assert!(matches!(place.step_aside(&bench.path("nowhere")), Err(Refusal::File(..))));
    assert!(!bench.path("out").exists());
    drop(place);
    assert!(bench.files("out") == before);
}

#[test]
fn an_older_site_in_the_way_is_named_and_the_old_one_stays() {
    let (bench, place) = printed("in-the-way");
    let before = bench.files("out");
    let old = bench.path(".out.print-old");
    fs::create_dir(&old).unwrap();
    let refused = place.step_aside(&bench.path("nowhere"));
    assert_eq!(refused, Err(Refusal::Left(old.display().to_string())));
    assert!(bench.files("out") == before);
}

#[test]
fn a_name_has_a_hash_when_it_ends_as_trunk_ends_it() {
    for name in [
        "app-0123456789abcdef.js",
        "app-0123456789abcdef_bg.wasm",
        "print-bc952acbb6a095.css",
        "start-123456789abcdef.js",
        "words-sv-0123456789abcdef.txt",
        "a-b-012345678901.woff2",
    ] {
        assert!(hashed::is_hashed(name), "{name}");
    }
    for name in [
        "start.js",
        "app-01234567890.js",
        "app-0123456789abcdef0.js",
        "app-0123456789ABCDEF.js",
        "app-0123456789abcdef.ics",
        "app-0123456789abcdef.js.br",
        "bilder/foto-20240603120000.png",
        "0123456789abcdef.js",
        "app-0123456789abcdef",
    ] {
        assert!(!hashed::is_hashed(name), "{name}");
    }
}
