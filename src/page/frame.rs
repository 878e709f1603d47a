//! What stands around every page: skip link, the municipality, the other languages, the date of the contents.

use super::{
    CONTENT,
    said::{said, said_last},
};
use crate::{
    domain::{
        feed::Feed,
        filter::{Filter, PAGE},
        live::Live,
        route::Route,
        when::{When, day},
    },
    part::{
        Act, Env,
        el::{self, El, Piece, el, pieces},
        languages::languages,
        section::{list, tap, tap_inside},
        time::{day_time, when_time, with_time},
    },
};
use leptos::prelude::*;

/// The landmarks of the page with `main` filled.
pub fn frame(
    env: Env,
    route: Signal<Route>,
    live: Signal<Live>,
    filter: Signal<Filter>,
    page: AnyView,
    act: Callback<Act>,
) -> AnyView {
    let text = env.text;
    let owner = move || live.with(|l| pieces(l.feed().and_then(|feed| owner(feed))));
    let ways = {
        let env = env.clone();
        move || pieces((mine(&env), other_languages(&env, route, filter)))
    };
    let said = {
        let env = env.clone();
        // The clock counts only for a copy: what is fresh is not looked at each minute.
        move || {
            live.with(|l| {
                said(&env, l, if l.is_stale() { env.now.get() } else { env.now.get_untracked() }, act)
            })
        }
    };
    if env.links.is_guest() {
        let last = move || live.with(|l| l.feed().map(|feed| last(&env, feed)).unwrap_or_default());
        // What stands around it element.js has made.
        return (el::live(said), page, el::live(last)).into_any();
    }
    let footer = move || live.with(|l| pieces(l.feed().map(|feed| footer(&env, feed))));
    // rel="external": the router would scroll there without moving the focus.
    let skip = el("a", "skip-link visually-hidden", text.skip).attr("href", format!("#{CONTENT}"));
    let skip = Piece::El(skip.attr("rel", "external"));
    view! {
        <div class="medborgardialoger" lang=text.tag>
            {skip}
            <header class="page-header">{el::live(owner)} {el::live(ways)}</header>
            <main class="main" id=CONTENT tabindex="-1">
                {el::live(said)}
                {page}
            </main>
            <footer class="page-footer">{el::live(footer)}</footer>
        </div>
    }
    .into_any()
}

fn owner(feed: &Feed) -> Option<El> {
    let publisher = feed.publisher.as_ref()?;
    let name = el("a", "page-owner", publisher.name.as_str()).attr("rel", "external");
    Some(name.maybe("href", publisher.url.as_ref().map(|url| url.as_str())))
}

/// The way to what is followed, with how much that is.
fn mine(env: &Env) -> El {
    let words = &env.text.news;
    let count = env.keeping().saved.followed().len();
    let name = if count == 0 { words.mine.to_owned() } else { words.mine_count.count(count) };
    tap_inside(env.links.href(&Route::Mine), name)
}

/// The ways to this page in the other languages; what is chosen in the list goes along.
fn other_languages(env: &Env, route: Signal<Route>, filter: Signal<Filter>) -> El {
    languages(env.text, env.links.lang(), |lang| {
        let links = env.links.speaking(lang);
        match route.get() {
            Route::List => links.list(&Filter { rows: PAGE, ..filter.get() }),
            other => links.href(&other),
        }
    })
}

fn updated(env: &Env, feed: &Feed) -> Option<El> {
    let words = |t| (env.text.data_updated, " ", when_time(env, When::Date(day(t))));
    feed.generated_at.map(|t| el("p", "", words(t)))
}

/// The same at the end of a part of another's page: the way to all dialogues, and to what is followed.
fn last(env: &Env, feed: &Feed) -> Vec<Piece> {
    let all = tap(env.links.absolute(&Route::List), env.text.back_to_list);
    let links =
        list("page-footer-links", [all, mine(env), statement(env)].map(|way| el("li", "", way)).into());
    pieces(el("div", "page-footer", (updated(env, feed), said_last(env), links)))
}

/// The way to how accessible the app is.
fn statement(env: &Env) -> El {
    tap(env.links.statement(), env.text.accessibility)
}

fn footer(env: &Env, feed: &Feed) -> Vec<Piece> {
    let text = env.text;
    let publisher = feed.publisher.as_ref().and_then(|p| p.url.as_ref()).map(|url| {
        let host = url.host().unwrap_or_default().trim_start_matches("www.");
        tap(url.as_str(), text.to_publisher.with(host))
    });
    let data = tap(env.links.file("feed.json"), text.open_data);
    let ways = publisher.into_iter().chain([data, statement(env)]).map(|way| el("li", "", way));
    let links = list("page-footer-links", ways.collect());
    // Last of all: start.js finds the focus and the selection again by what stands before them, and the app has no such
    // line. Hidden while the app may come (public/no-app.css).
    let printed = env.is_print().then(|| {
        let today = When::Date(day(env.now.get_untracked()));
        el("p", "no-app", with_time(text.printed, day_time(env, today)))
    });
    pieces((updated(env, feed), said_last(env), links, printed))
}
