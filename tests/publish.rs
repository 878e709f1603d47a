//! What the publisher writes, through its own door.
#![cfg(feature = "publish")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "util/press.rs"]
mod press;

use medborgardialoger::{
    domain::lang::Lang,
    text::{of, statement::UPDATED},
};
use press::{Bench, NOW, ORIGIN, feed_of};
use std::{collections::BTreeMap, io::Read};
use util::file;

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, name: &str) -> &'a str {
    std::str::from_utf8(&files[name]).unwrap()
}

/// The real feed, printed below a base.
fn real(name: &str, base: &str) -> (Bench, BTreeMap<String, Vec<u8>>) {
    let bench = Bench::new(name, base);
    bench.print(&file("public/feed.json"), "out");
    let files = bench.files("out");
    (bench, files)
}

#[test]
fn the_real_feed_becomes_these_files_and_no_others() {
    let (bench, files) = real("files", "/");
    let once = [
        "404.html",
        "app-990123456789ab.js",
        "app-990123456789ab_bg.wasm",
        "badda-in/editor.css",
        "badda-in/editor.js",
        "badda-in/index.html",
        "embed.js",
        "feed.json",
        "frame.js",
        "framed.js",
        "parts-2e84b1c09d3f7a65.css",
        "poster.css",
        "robots.txt",
        "shell.html",
        "sitemap.xml",
        "tillganglighet/statement.css",
        "words-sv.txt",
        "words-lattlast.txt",
        "words-fi.txt",
        "words-en.txt",
    ];
    let of_each_language = [
        "alla.ics",
        "arkiv/2023/index.html",
        "dialog/framtidens-vard-och-omsorg/2023-10-18.ics",
        "dialog/framtidens-vard-och-omsorg/index.html",
        "dialog/framtidens-vard-och-omsorg/qr.svg",
        "dialog/framtidens-vard-och-omsorg/affisch/index.html",
        "dialog/torshalla-stads-namnd/2024-06-03.ics",
        "dialog/torshalla-stads-namnd/index.html",
        "dialog/torshalla-stads-namnd/qr.svg",
        "dialog/torshalla-stads-namnd/affisch/index.html",
        "dialog/trygghet-i-stadsdelarna/index.html",
        "dialog/trygghet-i-stadsdelarna/qr.svg",
        "dialog/trygghet-i-stadsdelarna/affisch/index.html",
        "index.html",
        "mina/index.html",
        "tillganglighet/index.html",
    ];
    let translated =
        ["", "lattlast/", "fi/", "en/"].map(|folder| of_each_language.map(|name| format!("{folder}{name}")));
    let public = std::fs::read_dir("public").unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    let public = public.chain(["element.js", "embed.css"].map(str::to_owned));
    let mut wanted: Vec<String> =
        once.into_iter().map(str::to_owned).chain(public).map(|name| in_version(&files, &name)).collect();
    wanted.extend(translated.into_iter().flatten());
    wanted.extend(wanted.clone().iter().filter(|f| !f.ends_with(".png")).map(|f| format!("{f}.br")));
    wanted.extend(wanted.clone().iter().filter(|f| f.ends_with(".br")).map(|f| f.replace(".br", ".gz")));
    wanted.sort();
    wanted.dedup();
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), wanted);
    assert_eq!(files["feed.json"], std::fs::read(bench.path("given.json")).unwrap(), "the very feed");
}

/// The name that a file of public/ has in a site: with a hash, if it belongs to a version.
fn in_version(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let (stem, end) = name.rsplit_once('.').unwrap();
    let hashed = |found: &&String| {
        let inner = found.strip_prefix(stem).and_then(|rest| rest.strip_suffix(&format!(".{end}")));
        inner.and_then(|inner| inner.strip_prefix('-')).is_some_and(|hash| hash.len() == 16)
    };
    files.keys().find(hashed).cloned().unwrap_or_else(|| name.to_owned())
}

/// What a page points at: href, src and the content of og:url and og:image.
fn targets(html: &str) -> Vec<&str> {
    let value = |start: &'static str| {
        html.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>()
    };
    let og = |name: &str| html.split(&format!("property=\"{name}\" content=\"")).nth(1)?.split('"').next();
    let named = [og("og:url"), og("og:image")].into_iter().flatten();
    [value(" href=\""), value(" src=\"")].concat().into_iter().chain(named).collect()
}

#[test]
fn every_link_of_every_page_leads_to_a_file_that_is_there() {
    for base in ["/", "/medborgardialoger/"] {
        let (_, files) = real("links", base);
        let mut followed = 0;
        for (page, content) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            let html = std::str::from_utf8(content).unwrap();
            for target in targets(html) {
                if let Some(id) = target.strip_prefix('#') {
                    assert!(html.contains(&format!("id=\"{id}\"")), "{page}: {target}");
                    continue;
                }
                let own = target.replace("webcal://", "https://");
                let path = own.strip_prefix(ORIGIN).unwrap_or(&own);
                let Some(path) = path.strip_prefix(base) else {
                    assert!(target.contains(':') && !target.starts_with(ORIGIN), "{page}: {target}");
                    continue;
                };
                let path = path.split(['?', '#']).next().unwrap();
                let index = format!("{path}index.html");
                let name = if path.is_empty() || path.ends_with('/') { &index } else { path };
                assert!(files.contains_key(name), "{page}: {target}");
                followed += 1;
            }
        }
        assert!(followed > 50, "{followed}");
    }
}

#[test]
fn pages_and_the_embed_name_the_file_that_reads_aloud() {
    for base in ["/", "/medborgardialoger/"] {
        let (_, files) = real("aloud", base);
        let name = in_version(&files, "aloud.js");
        assert!(files.contains_key(&name) && name != "aloud.js", "{name}");
        let page = text(&files, "dialog/torshalla-stads-namnd/index.html");
        assert!(page.contains(&format!(" data-aloud=\"{base}{name}\"></script>")), "{page}");
        let element = text(&files, &in_version(&files, "element.js"));
        assert!(element.contains(&format!(" aloud: \"{name}\", ")), "{element}");
    }
}

#[test]
fn the_same_input_gives_the_same_folder_to_the_byte() {
    let (bench, first) = real("same", "/");
    bench.print(&file("public/feed.json"), "out");
    assert!(bench.files("out") == first, "printed over the old site");
    bench.print(&file("public/feed.json"), "other");
    assert!(bench.files("other") == first, "printed anew");
}

#[test]
fn a_printed_site_is_a_built_one_too_and_keeps_nothing_of_its_old_feed() {
    let (bench, first) = real("again", "/");
    let print = |site: &str, out: &str| {
        let output = bench.command(site, "given.json", out).output().unwrap();
        assert!(output.status.success(), "{}", press::errors(&output));
    };
    print("out", "out");
    assert!(bench.files("out") == first, "in its own place");
    bench.feed(&feed_of("Provby", r#"{"id":"x","title":"X","stage":"open"}"#));
    print("out", "out");
    print("site", "fresh");
    assert!(bench.files("out") == bench.files("fresh"), "as if it had been built just now");
    assert!(!bench.files("out").keys().any(|name| name.contains("torshalla")));
}

#[test]
fn every_text_has_twins_that_decode_to_it() {
    let (_, files) = real("twins", "/");
    let mut twins = 0;
    for (name, content) in &files {
        let (plain, decoded) = if let Some(plain) = name.strip_suffix(".br") {
            let mut decoded = Vec::new();
            brotli::Decompressor::new(content.as_slice(), 4096).read_to_end(&mut decoded).unwrap();
            (plain, decoded)
        } else if let Some(plain) = name.strip_suffix(".gz") {
            let mut decoded = Vec::new();
            flate2::read::GzDecoder::new(content.as_slice()).read_to_end(&mut decoded).unwrap();
            assert_eq!(content[4..8], [0; 4], "{name} holds no time");
            (plain, decoded)
        } else {
            continue;
        };
        assert!(files[plain] == decoded, "{name}");
        twins += 1;
    }
    assert!(twins >= 30, "{twins}");
}

#[test]
fn a_page_says_what_it_is_to_search_engines_and_link_previews() {
    let (_, files) = real("head", "/medborgardialoger/");
    let page = text(&files, "dialog/torshalla-stads-namnd/index.html");
    let (_, head) = page.split_once("<!-- print:head -->\n").unwrap();
    let (head, _) = head.split_once("  <script type=\"application/ld+json\">").unwrap();
    let title = "Medborgardialog med Torshälla stads nämnd – Medborgardialoger, Eskilstuna kommun";
    let summary = "Några gånger per år bjuder Torshälla stads nämnd in till medborgardialog. Det är en möjlighet att \
                   träffa lokala politiker och lyfta angelägna frågor.";
    let at = "https://dialog.exempelstad.example/medborgardialoger/";
    let [no_app, words, simple, finnish, english] =
        ["no-app.css", "words-sv.txt", "words-lattlast.txt", "words-fi.txt", "words-en.txt"]
            .map(|name| in_version(&files, name));
    let wanted = format!(
        r#"  <title>{title}</title>
  <meta name="description" content="{summary}">
  <noscript><link rel="stylesheet" href="/medborgardialoger/{no_app}"></noscript>
  <link rel="preload" as="fetch" type="text/plain" href="/medborgardialoger/{words}">
  <link rel="canonical" href="{at}dialog/torshalla-stads-namnd/">
  <link rel="alternate" hreflang="sv" href="{at}dialog/torshalla-stads-namnd/">
  <link rel="alternate" hreflang="sv-simple" href="{at}lattlast/dialog/torshalla-stads-namnd/">
  <link rel="alternate" hreflang="fi" href="{at}fi/dialog/torshalla-stads-namnd/">
  <link rel="alternate" hreflang="en" href="{at}en/dialog/torshalla-stads-namnd/">
  <link rel="alternate" hreflang="x-default" href="{at}dialog/torshalla-stads-namnd/">
  <meta property="og:type" content="article">
  <meta property="og:title" content="{title}">
  <meta property="og:description" content="{summary}">
  <meta property="og:url" content="{at}dialog/torshalla-stads-namnd/">
  <meta property="og:locale" content="sv_SE">
  <meta property="og:site_name" content="Medborgardialoger, Eskilstuna kommun">
  <meta property="og:image" content="{at}share.png">
  <meta property="og:image:width" content="1200">
  <meta property="og:image:height" content="630">
  <meta property="og:image:alt" content="Medborgardialoger, Eskilstuna kommun">
  <meta name="twitter:card" content="summary_large_image">
"#
    );
    assert_eq!(head, wanted);
    let names = format!(r#"{{"sv":"{words}","lattlast":"{simple}","fi":"{finnish}","en":"{english}"}}"#);
    assert!(page.contains(&format!(r#" data-words='{names}' data-worker="sw.js" data-js="app-"#)), "{page}");
    assert!(page.contains(r#"<div id="app" data-print="2024-04-17T10:00:00Z"><div "#), "{page}");
    for (name, page) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        // A document of its own (tests/statement.rs).
        if name.ends_with("tillganglighet/index.html") {
            continue;
        }
        let page = std::str::from_utf8(page).unwrap();
        let tag = match name.split('/').next() {
            Some("lattlast") => "sv-simple",
            Some(tag @ ("fi" | "en")) => tag,
            _ => "sv",
        };
        assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{tag}\">")), "{name}");
        assert_eq!(page.matches("<title>").count(), 1, "{name}");
        let bare = ["404.html", "shell.html", "mina/index.html", "badda-in/index.html", "affisch/index.html"]
            .iter()
            .any(|end| name.ends_with(end));
        assert_eq!(page.contains("application/ld+json"), !bare, "{name}");
        assert_eq!(page.contains("noindex"), bare, "{name}");
    }
}

#[test]
fn an_address_without_a_page_says_so_in_swedish_finnish_and_english() {
    let (_, files) = real("not-found", "/dialoger/");
    let page = String::from_utf8(files["404.html"].clone()).unwrap();
    let (_, main) = page.split_once("<main ").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    // In easy Swedish it is the same, which two links to two places must not be.
    let said = |lang: Lang| (of(lang).missing_title, of(lang).missing_back);
    assert_eq!(said(Lang::Simple), said(Lang::Sv));
    for lang in [Lang::Sv, Lang::Fi, Lang::En] {
        let (text, home) = (of(lang), format!("/dialoger/{}", lang.folder()));
        let (title, back) = (text.missing_title, text.missing_back);
        let wanted = match lang {
            Lang::Sv => format!("<a class=\"button\" href=\"{home}\">{back}</a>"),
            _ => format!(
                "<p class=\"group-more\" lang=\"{}\"><strong>{title}</strong> <a class=\"tap\" href=\"{home}\" rel=\"external\">{back}</a></p>",
                text.tag
            ),
        };
        assert!(main.contains(&wanted), "{wanted}\n{main}");
    }
}

#[test]
fn search_engines_are_led_to_every_page_with_dates_from_the_feed() {
    let (_, files) = real("sitemap", "/");
    let loc = |path: &str, when: &str| {
        let when = if when.is_empty() { String::new() } else { format!("<lastmod>{when}</lastmod>") };
        format!("  <url><loc>{ORIGIN}/{path}</loc>{when}</url>\n")
    };
    let pages = [
        ("", "2024-04-17T12:00+02:00"),
        ("dialog/framtidens-vard-och-omsorg/", "2024-04-17"),
        ("dialog/trygghet-i-stadsdelarna/", "2024-04-17"),
        ("dialog/torshalla-stads-namnd/", "2024-04-17"),
        ("arkiv/2023/", ""),
    ];
    let pages: String = pages
        .iter()
        .flat_map(|(path, when)| {
            ["", "lattlast/", "fi/", "en/"].map(|folder| loc(&format!("{folder}{path}"), when))
        })
        .chain(
            ["", "lattlast/", "fi/", "en/"].map(|folder| loc(&format!("{folder}tillganglighet/"), UPDATED)),
        )
        .collect();
    let xml = text(&files, "sitemap.xml");
    let (_, urls) = xml.split_once("0.9\">\n").unwrap();
    assert_eq!(urls, format!("{pages}</urlset>\n"));
    assert_eq!(
        text(&files, "robots.txt"),
        format!("User-agent: *\nAllow: /\n\nSitemap: {ORIGIN}/sitemap.xml\n")
    );
}

#[test]
fn a_later_clock_changes_only_what_says_so() {
    let (bench, first) = real("clock", "/");
    let mut command = bench.command("site", "given.json", "later");
    let output = command.args(["--now", "2024-06-02T23:59:00+02:00"]).output().unwrap();
    assert!(output.status.success() && NOW < "2024-06-02T23:59");
    assert!(bench.files("later") == first, "the same day");
    let mut command = bench.command("site", "given.json", "next");
    assert!(command.args(["--now", "2024-06-03T12:00:00+02:00"]).output().unwrap().status.success());
    let next = bench.files("next");
    // Each says at its end on which day it was made.
    let made = |day: &str| {
        format!("Sidan gjordes den <time datetime=\"2024-06-0{day}\">{day} juni 2024</time>. Vad")
    };
    let changed = |name: &&String| {
        // Other languages say so in words of their own.
        name.ends_with("html")
            && !["lattlast/", "fi/", "en/"].iter().any(|folder| name.starts_with(folder))
            && text(&next, name).replace(&made("3"), &made("2")) != text(&first, name)
            && text(&next, name).contains(&made("3"))
    };
    let changed: Vec<&String> = next.keys().filter(changed).collect();
    assert_eq!(changed, ["dialog/torshalla-stads-namnd/index.html", "index.html"]);
    assert!(next["sitemap.xml"] == first["sitemap.xml"] && next["alla.ics"] == first["alla.ics"]);
}
