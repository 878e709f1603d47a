//! The app at its own address: Router ⇄ Route and Filter, title, focus and scroll after navigation.

use super::{
    acts::{Flush, Pending, Write, acts, cancel},
    follow::{Popped, Visiting, follow},
    saved::Follows,
    store::{Begin, Store},
    take_over,
    visit::Visit,
};
use crate::{
    browser::{clock, download, fetch, focus, page as document, words},
    domain::{
        filter::Filter,
        ics,
        route::{Links, Route},
        share::Shared,
    },
    page,
    part::Env,
    text::Text,
};
use leptos::{ev, mount::UnmountHandle, prelude::*, tachys::view::any_view::AnyViewState};
use leptos_router::{
    NavigateOptions,
    components::Router,
    hooks::{use_location, use_navigate},
};
use std::{rc::Rc, sync::Arc, time::Duration};
use web_sys::HtmlElement;

/// The id of the element that the app fills; `start.js` writes the base path on it.
pub const NODE: &str = "app";

/// Starts the app if the page has a place for it.
pub fn start() {
    let Some(node) = document::element(NODE) else { return };
    // Others have nodes of that name too: only start.js says that this is ours.
    let Some(base) = node.dataset().get("base") else { return };
    // Else words and app are not of one version, which no publisher brings about: a print stays.
    let Some(text) = words::left(&node).and_then(|words| Text::read(words.leak())) else {
        return document::show_without_app(true);
    };
    let links = Links::new(&document::origin(), &base).speaking(text.lang());
    match node.dataset().get("print") {
        Some(made) => take_over::take_over(node, text, links, &made),
        None => mount(&node, text, links, Begin { early: fetch::early(&node), ..Begin::default() }),
    }
}

/// Puts the app where something else stood.
pub fn mount(node: &HtmlElement, text: &'static Text, links: Links, begin: Begin) {
    node.set_text_content(None);
    node.dataset().delete("print");
    document::show_without_app(false);
    let app = node.clone();
    put(node.clone(), Box::new(move || view! { <Site app text links begin/> }.into_any())).forget();
}

/// Adds a view to an element. One type for all: each of its own would be half a kilobyte.
pub fn put(node: HtmlElement, view: Box<dyn FnOnce() -> AnyView>) -> UnmountHandle<AnyViewState> {
    // `mount_to` appends.
    mount_to(node, view)
}

/// The router with the app in it.
#[component]
fn Site(
    /// The app's node.
    app: HtmlElement,
    /// The words.
    text: &'static Text,
    /// Where the app stands.
    links: Links,
    /// What is known of the feed already.
    begin: Begin,
) -> impl IntoView {
    // Listeners on the window hear in the order of their coming: these must hear before the router's.
    let pending: Pending = StoredValue::new(None);
    let popped: Popped = StoredValue::new(None);
    let flush: Flush = StoredValue::new_local(None);
    let visit = Rc::new(Visit::new(app.clone(), document::address()));
    let tapped = Rc::clone(&visit);
    let on_click = window_event_listener(ev::click, move |event| {
        tapped.tapped(focus::link(&event));
        if let Some(Some(flush)) = flush.try_get_value() {
            flush();
        }
    });
    let on_pop = window_event_listener(ev::popstate, move |_| {
        // The address belongs to another entry now.
        cancel(pending);
        popped.set_value(Some(document::address()));
    });
    on_cleanup(move || {
        on_click.remove();
        on_pop.remove();
    });
    // The ways to other languages leave the router, as any link out of its base.
    let base = links.root().trim_end_matches('/').to_owned();
    let visit: Visiting = StoredValue::new_local(visit);
    let before = Before { pending, popped, flush, visit };
    view! { <Router base=base>{routed(app, text, links, begin, before)}</Router> }
}

/// What hears of a resident's doings before the router does.
struct Before {
    pending: Pending,
    popped: Popped,
    flush: Flush,
    visit: Visiting,
}

fn routed(
    app: HtmlElement,
    text: &'static Text,
    links: Links,
    begin: Begin,
    before: Before,
) -> impl IntoView {
    let Before { pending, popped, flush, visit } = before;
    let links = Arc::new(links);
    let location = use_location();
    let route = {
        let links = Arc::clone(&links);
        Memo::new(move |_| location.pathname.with(|path| links.route(path)))
    };
    let filter = RwSignal::new(location.search.with_untracked(|query| Filter::parse(query)));
    Effect::new(move |_| {
        let asked = location.search.with(|query| Filter::parse(query));
        if route.get() == Route::List && asked != filter.get_untracked() {
            filter.set(asked);
        }
    });
    // A browser looks for the fragment before there is anything to find.
    let then = |_| request_animation_frame(document::show_fragment);
    let store = Store::begin(app.clone(), links.file("feed.json"), begin, then);
    let follows = Follows::begin(links.base(), store);
    let act = acts(app, write(&links, filter), filter, store, follows, pending, flush);
    let env = env(text, &links, store, follows);
    let live = store.live;
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        let title = page::title(text, &route, &live.get());
        document::set_title(&title);
        if before.is_some_and(|before| before != route) {
            document::set_identity(&links.absolute(&route), &title);
            store.told.update(|told| told.shared = Shared::Untold);
        }
        route
    });
    follow(popped, visit);
    page::show(env, route.into(), live.into(), filter.into(), act)
}

fn write(links: &Arc<Links>, filter: RwSignal<Filter>) -> Write {
    let (links, navigate) = (Arc::clone(links), use_navigate());
    Rc::new(move |replace| {
        let options =
            NavigateOptions { resolve: false, replace, scroll: false, ..NavigateOptions::default() };
        navigate(&links.list(&filter.get_untracked()), options);
    })
}

/// What the pages may ask of a browser, wherever the app stands.
pub fn env(text: &'static Text, links: &Arc<Links>, store: Store, follows: Follows) -> Env {
    let now = RwSignal::new(clock::now());
    let tick = move || {
        now.set(clock::now());
    };
    let timer = set_interval_with_handle(tick, Duration::from_secs(60)).ok();
    // A phone's timers sleep with it.
    let woken = window_event_listener(ev::focus, move |_| tick());
    on_cleanup(move || {
        woken.remove();
        if let Some(timer) = timer {
            timer.clear();
        }
    });
    Env {
        text,
        links: Arc::clone(links),
        now: now.into(),
        older: Some(store.older.into()),
        told: Some(store.told),
        saved: Some(follows.keeping),
        calendar_href: Arc::new(|file| {
            let address = download::address(&file.text, ics::MEDIA_TYPE).unwrap_or_default();
            let held = address.clone();
            on_cleanup(move || download::free(&held));
            address
        }),
    }
}
