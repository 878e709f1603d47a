//! The app as a guest in another's page: its addresses, and what of the feed it shows.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::domain::{
    excerpt::Excerpt,
    feed::{self, Feed},
    filter::Filter,
    route::{Links, Route},
    slug::Slug,
    when,
};
use std::sync::Arc;
use util::file;

fn links() -> Links {
    Links::new("https://app.example", "/dialoger/")
        .guest("https://kommun.example/sida?sv.target=12&", "dialog")
}

#[test]
fn a_page_of_the_app_is_a_parameter_of_the_page_around_it_and_a_file_stays_where_it_is() {
    let links = links();
    let slug = Slug::new("ny-park").unwrap();
    let page = "https://kommun.example/sida?sv.target=12";
    assert_eq!(links.href(&Route::List), page);
    assert_eq!(links.href(&Route::Dialogue(slug.clone())), format!("{page}&dialog=ny-park"));
    assert_eq!(links.href(&Route::Archive(2024)), format!("{page}&dialog=arkiv/2024/"));
    let filter = Filter::parse("district=Torshälla&q=a&b");
    assert_eq!(links.list(&filter), format!("{page}&dialog=%3Fq%3Da%26district%3DTorsh%25C3%25A4lla"));
    assert_eq!(links.poster(&slug), "https://app.example/dialoger/dialog/ny-park/affisch/");
    assert_eq!(links.subscription(), "https://app.example/dialoger/alla.ics");
    assert_eq!(links.absolute(&Route::Dialogue(slug)), "https://app.example/dialoger/dialog/ny-park/");
}

#[test]
fn what_the_parameter_holds_is_read_back_and_anything_else_is_the_list() {
    let read = Route::of_parameter;
    assert_eq!(read("ny-park"), Route::Dialogue(Slug::new("ny-park").unwrap()));
    assert_eq!(read("arkiv/2024/"), Route::Archive(2024));
    assert_eq!(read("mina/"), Route::Mine);
    for list in ["", "?district=Torshälla", "?q=a/b", "Något helt annat", "<script>"] {
        assert_eq!(read(list), Route::List, "{list}");
    }
}

fn shown(attributes: &str) -> Feed {
    let feed = feed::parse(file("public/feed.json").as_bytes()).unwrap();
    Excerpt::parse(attributes).of(Arc::new(feed), when::instant("2024-04-17T12:00:00+02:00").unwrap())
}

#[test]
fn an_editor_chooses_what_is_shown() {
    let ids = |attributes| shown(attributes).dialogues.iter().map(|d| d.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids("").len(), 3);
    assert!(!shown("").partial && shown("limit=1").partial);
    assert_eq!(ids("limit=2").len(), 2);
    assert_eq!(ids("district=torsh%C3%A4lla&limit=1"), ["torshalla-stads-namnd"]);
    assert_eq!(ids("layout=next"), ["torshalla-stads-namnd"]);
    assert_eq!(ids("group=ended"), ["framtidens-vard-och-omsorg"]);
    assert_eq!(ids("limit=many&layout=round").len(), 3, "what can't be used is passed over");
}
