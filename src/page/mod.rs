//! Components that fill the page, and the one switch between them.

mod archive;
mod detail;
mod frame;
mod list;
mod mine;
mod missing;
mod said;
mod state;
mod when_where;

use crate::{
    domain::{filter::Filter, live::Live, route::Route},
    part::{Act, Env},
    text::Text,
};
use leptos::prelude::*;

/// The id of what a page fills, where the skip link leads.
pub const CONTENT: &str = "content";

/// The whole app: frame and page. `act` is the only way up.
pub fn show(
    env: Env,
    route: Signal<Route>,
    live: Signal<Live>,
    filter: Signal<Filter>,
    act: Callback<Act>,
) -> impl IntoView {
    let page = {
        let env = env.clone();
        move || match route.get() {
            Route::List => list::list(env.clone(), live, filter, act),
            Route::Dialogue(slug) => detail::detail(env.clone(), live, slug, act),
            Route::Archive(year) => archive::archive(env.clone(), live, year, act),
            Route::Mine => mine::mine(env.clone(), live, act),
            Route::Missing => {
                let env = env.clone();
                crate::part::el::live(move || missing::missing(&env, None, act))
            }
        }
    };
    frame::frame(env, route, live, filter, page.into_any(), act)
}

/// What a browser's title bar says: the page, then the site.
pub fn title(text: &Text, route: &Route, live: &Live) -> String {
    let feed = live.feed();
    let publisher = feed.and_then(|f| f.publisher.as_ref()).map(|p| p.name.as_str());
    let site = publisher.map_or_else(|| text.app.to_owned(), |name| format!("{}, {name}", text.app));
    let page = match (route, feed) {
        (Route::List, _) => return site,
        (Route::Dialogue(slug), Some(feed)) => feed.find(slug).map(|d| d.title.get(text.tag).text),
        (Route::Dialogue(_), None) => return site,
        (Route::Archive(year), _) => {
            return text.page_title.fill(&[&text.archive_title.number((*year).into()), &site]);
        }
        (Route::Mine, _) => Some(text.news.mine),
        (Route::Missing, _) => None,
    };
    text.page_title.fill(&[page.unwrap_or(text.missing_title), &site])
}
