//! A page as HTML text, drawn natively by the same components (design.md: Printed first, live a moment later).

pub mod json_ld;

use crate::{
    domain::{
        feed::Feed,
        filter::Filter,
        live::{Live, Older},
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
    let links = Arc::new(links);
    let calendar_href: CalendarHref = {
        let links = Arc::clone(&links);
        Arc::new(move |file: &CalendarFile| links.file(&file.name))
    };
    Owner::new().with(|| {
        let env =
            Env { text, links, now: Signal::stored(now), older: Signal::stored(Older::Idle), calendar_href };
        let (route, live) = (Signal::stored(route), Signal::stored(Live::Fresh(feed)));
        page::show(env, route, live, Signal::stored(Filter::default()), Callback::new(|_| {})).to_html()
    })
}
