//! The site as files, drawn natively by the same components (design.md: Printed first, live a moment later).

mod bare;
mod document;
pub mod editor;
mod head;
pub mod json_ld;
mod not_found;
mod poster;
mod press;
pub mod qr;
mod sheet;
mod sitemap;
mod statement;
mod tags;

pub use document::Template;
pub use press::Press;
pub use sheet::{SHELL, Sheet, shell};

use crate::{
    domain::{
        feed::Feed,
        filter::Filter,
        live::Live,
        route::{Links, Route},
        when::Instant,
    },
    page,
    part::{CalendarFile, CalendarHref, Env},
    text::Text,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The HTML of a page's body for a feed at an instant.
pub fn page(route: Route, feed: Arc<Feed>, links: Links, text: &'static Text, now: Instant) -> String {
    Owner::new().with(|| {
        let env = env(links, text, now);
        let (route, live) = (Signal::stored(route), Signal::stored(Live::Fresh(feed)));
        let filter = Signal::stored(rows());
        // Nothing is hydrated, so that leptos' markers between texts have no use.
        page::show(env, route, live, filter, Callback::new(|_| {})).to_html().replace("<!>", "")
    })
}

/// What parts may ask of a print. Call it within an owner.
fn env(links: Links, text: &'static Text, now: Instant) -> Env {
    let calendar_href: CalendarHref = Arc::new(|file: &CalendarFile| file.address.clone());
    Env {
        text,
        links: Arc::new(links),
        now: Signal::stored(now),
        older: None,
        told: None,
        saved: None,
        calendar_href,
    }
}

/// What the list shows in print: all rows, since "Visa fler" would be dead.
fn rows() -> Filter {
    Filter { rows: usize::MAX, ..Filter::default() }
}
