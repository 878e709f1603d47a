//! Addresses: each page has one, at the root or below a path, and nothing hostile gets in.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    filter::Filter,
    lang::Lang,
    route::{Links, Route},
    slug::Slug,
};

const ROOT: &str = "/";
const BELOW: &str = "/medborgardialoger/";

fn links(base: &str) -> Links {
    Links::new("https://exempelstad.example", base)
}

fn dialogue(slug: &str) -> Route {
    Route::Dialogue(Slug::new(slug).unwrap_or_else(|| panic!("no slug: {slug}")))
}

/// A path and its route, both ways.
#[track_caller]
fn page(base: &str, path: &str, route: Route) {
    assert_eq!(links(base).route(path), route, "{path}");
    assert_eq!(links(base).href(&route), path);
}

/// A path that leads there too, though links say it otherwise.
#[track_caller]
fn alias(base: &str, path: &str, route: Route) {
    assert_eq!(links(base).route(path), route, "{path}");
}

#[track_caller]
fn missing(base: &str, path: &str) {
    assert_eq!(links(base).route(path), Route::Missing, "{path}");
}

#[test]
fn every_page_has_one_address() {
    page(ROOT, "/", Route::List);
    page(ROOT, "/dialog/ny-park/", dialogue("ny-park"));
    page(ROOT, "/dialog/1/", dialogue("1"));
    page(ROOT, "/mina/", Route::Mine);
    page(BELOW, "/medborgardialoger/mina/", Route::Mine);
    page(BELOW, "/medborgardialoger/", Route::List);
    page(BELOW, "/medborgardialoger/dialog/ny-park/", dialogue("ny-park"));
    page(ROOT, "/arkiv/2024/", Route::Archive(2024));
    page(BELOW, "/medborgardialoger/arkiv/1900/", Route::Archive(1900));
    page(BELOW, "/medborgardialoger/arkiv/2199/", Route::Archive(2199));
}

#[test]
fn each_language_has_a_folder_of_its_own_and_files_of_all_stay_where_they_are() {
    let speaking = |base: &str, lang| links(base).speaking(lang);
    for (lang, folder) in [(Lang::Sv, ""), (Lang::Simple, "lattlast/"), (Lang::Fi, "fi/"), (Lang::En, "en/")]
    {
        for base in [ROOT, BELOW] {
            let links = speaking(base, lang);
            let root = format!("{base}{folder}");
            let page = format!("{root}dialog/ny-park/");
            let slug = |slug: &str| Slug::new(slug).unwrap();
            assert_eq!(links.root(), root);
            assert_eq!(links.route(&root), Route::List);
            assert_eq!(links.route(root.trim_end_matches('/')), Route::List);
            assert_eq!(links.route(&page), dialogue("ny-park"));
            assert_eq!(links.href(&dialogue("ny-park")), page);
            assert_eq!(links.absolute(&dialogue("ny-park")), format!("https://exempelstad.example{page}"));
            assert_eq!(links.calendar(&slug("ny-park"), &slug("m")), format!("{page}m.ics"));
            assert_eq!(links.poster(&slug("ny-park")), format!("{page}affisch/"));
            assert_eq!(links.qr(&slug("ny-park")), format!("{page}qr.svg"));
            assert_eq!(links.calendar_of_all(), format!("{root}alla.ics"));
            assert_eq!(links.subscription(), format!("https://exempelstad.example{root}alla.ics"));
            assert_eq!(links.file("feed.json"), format!("{base}feed.json"));
            // As a guest it still leads to the app's own page of that language.
            let guest = links.guest("https://annan.example/sida?", "dialog");
            assert_eq!(guest.href(&dialogue("ny-park")), "https://annan.example/sida?dialog=ny-park");
            assert_eq!(guest.absolute(&Route::List), format!("https://exempelstad.example{root}"));
            assert_eq!(
                guest.calendar(&slug("ny-park"), &slug("m")),
                format!("https://exempelstad.example{page}m.ics")
            );
        }
    }
    // Another language's page is none of ours: the browser loads it.
    assert_eq!(speaking(ROOT, Lang::Fi).route("/dialog/ny-park/"), Route::Missing);
    assert_eq!(links(ROOT).route("/fi/dialog/ny-park/"), Route::Missing);
    assert_eq!(speaking(ROOT, Lang::Fi).route("/finska/"), Route::Missing);
}

#[test]
fn a_year_of_the_archive_is_four_digits_from_1900_to_2199() {
    alias(ROOT, "/arkiv/2024", Route::Archive(2024));
    for year in
        ["", "24", "02024", "20245", "1899", "2200", "+202", "-202", "２０２４", "2024a", "20 4", "2024/06"]
    {
        missing(ROOT, &format!("/arkiv/{year}/"));
        missing(BELOW, &format!("/medborgardialoger/arkiv/{year}/"));
    }
    missing(ROOT, "/Arkiv/2024/");
}

#[test]
fn slashes_and_index_html_are_forgiven() {
    alias(ROOT, "", Route::List);
    alias(ROOT, "/index.html", Route::List);
    alias(ROOT, "/mina", Route::Mine);
    alias(ROOT, "/dialog/ny-park", dialogue("ny-park"));
    alias(ROOT, "//dialog//ny-park//", dialogue("ny-park"));
    alias(BELOW, "/medborgardialoger", Route::List);
    alias(BELOW, "/medborgardialoger/index.html", Route::List);
    alias(BELOW, "/medborgardialoger/dialog/ny-park", dialogue("ny-park"));
}

#[test]
fn the_base_ends_at_a_slash() {
    missing(BELOW, "/medborgardialogerna/");
    missing(BELOW, "/medborgardialogerdialog/ny-park/");
    missing(BELOW, "/medborgardialog");
    missing(BELOW, "/Medborgardialoger/");
    missing(BELOW, "/");
    missing(BELOW, "");
    missing(BELOW, "/dialog/ny-park/");
}

#[test]
fn where_a_poster_cant_be_had_its_dialogue_is_shown() {
    alias(ROOT, "/dialog/ny-park/affisch/", dialogue("ny-park"));
    alias(BELOW, "/medborgardialoger/dialog/ny-park/affisch", dialogue("ny-park"));
    missing(ROOT, "/dialog/ny-park/affisch/mer/");
    missing(ROOT, "/arkiv/2024/affisch/");
    let slug = Slug::new("ny-park").unwrap();
    assert_eq!(links(BELOW).poster(&slug), "/medborgardialoger/dialog/ny-park/affisch/");
    assert_eq!(links(ROOT).qr(&slug), "/dialog/ny-park/qr.svg");
}

#[test]
fn an_address_that_means_nothing_is_missing() {
    missing(ROOT, "/dialog/");
    missing(ROOT, "/dialog");
    missing(ROOT, "/dialog/a/b/");
    missing(ROOT, "/dialoger/a/");
    missing(ROOT, "/DIALOG/a/");
    missing(ROOT, "/ny-park/");
    missing(ROOT, "/mina/a/");
    missing(ROOT, "/Mina/");
    missing(ROOT, "/feed.json");
}

#[test]
fn a_hostile_slug_is_missing() {
    for slug in [
        "..",
        "%2e%2e",
        "a%2Fb",
        "a b",
        "a+b",
        "<script>",
        "a\"b",
        "a'b",
        "a;b",
        "a?b",
        "a#b",
        "a\\b",
        "a\0b",
        "a\nb",
        "Å",
        "å",
        "A",
        "a_b",
        "a.b",
        "-a",
        "a-",
        "a--b",
        "-",
        "javascript:alert(1)",
        "ａ",
        "a\u{200b}",
        "a\u{301}",
        "１",
    ] {
        missing(ROOT, &format!("/dialog/{slug}/"));
        missing(BELOW, &format!("/medborgardialoger/dialog/{slug}/"));
    }
    let long = "a".repeat(80);
    page(ROOT, &format!("/dialog/{long}/"), dialogue(&long));
    missing(ROOT, &format!("/dialog/{long}a/"));
    missing(ROOT, &format!("/dialog/{}/", "a-".repeat(100_000)));
}

#[test]
fn a_base_is_understood_with_and_without_its_slashes() {
    for base in [
        "medborgardialoger",
        "/medborgardialoger",
        "medborgardialoger/",
        "/medborgardialoger/",
        "//medborgardialoger//",
    ] {
        assert_eq!(links(base), links(BELOW), "{base}");
    }
    assert_eq!((links("").base(), links("/").base(), links(BELOW).base()), ("/", "/", BELOW));
    page("/a/b/", "/a/b/dialog/c/", dialogue("c"));
}

#[test]
fn every_kind_of_link_knows_where_the_app_stands() {
    let filter = Filter::parse("q=a&rows=50");
    for (base, list, file, page) in [
        (ROOT, "/?q=a&rows=50", "/feed.json", "https://exempelstad.example/dialog/a/"),
        (
            BELOW,
            "/medborgardialoger/?q=a&rows=50",
            "/medborgardialoger/feed.json",
            "https://exempelstad.example/medborgardialoger/dialog/a/",
        ),
    ] {
        let links = links(base);
        assert_eq!(
            (
                links.list(&filter).as_str(),
                links.file("feed.json").as_str(),
                links.absolute(&dialogue("a")).as_str()
            ),
            (list, file, page)
        );
        assert_eq!(links.list(&Filter::default()), base);
        assert_eq!(links.href(&Route::Missing), base, "a way back");
    }
    let slug = |text| Slug::new(text).unwrap();
    for (base, file, calendar) in [
        (ROOT, "/dialog/a-1/m-2.ics", "exempelstad.example/alla.ics"),
        (BELOW, "/medborgardialoger/dialog/a-1/m-2.ics", "exempelstad.example/medborgardialoger/alla.ics"),
    ] {
        let links = links(base);
        assert_eq!(links.calendar(&slug("a-1"), &slug("m-2")), file);
        assert_eq!(links.subscription(), format!("https://{calendar}"));
        assert_eq!(links.webcal(), format!("webcal://{calendar}"));
    }
    assert_eq!(Links::new("http://127.0.0.1:8080", "/").webcal(), "webcal://127.0.0.1:8080/alla.ics");
    assert_eq!(
        Links::new("https://exempelstad.example/", "").absolute(&Route::List),
        "https://exempelstad.example/"
    );
}
