//! The app as a guest in another's page: no router, and nothing of the document's is touched. Its address is a parameter of
//! that page's, which `src/embed/element.js` reads and writes.

use super::{
    acts::{Flush, Pending, acts, cancel},
    saved::Follows,
    site,
    store::{Begin, Store},
    visit::{Arrival, Stand, Visit},
};
use crate::{
    browser::{
        fetch,
        guest::{left, write},
    },
    domain::{
        excerpt::Excerpt,
        filter::Filter,
        route::{Links, Route},
        share::Shared,
    },
    page,
    part::el::Depth,
};
use leptos::{mount::UnmountHandle, prelude::*, tachys::view::any_view::AnyViewState};
use std::{cell::RefCell, rc::Rc, sync::Arc};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

type Hear = Rc<dyn Fn(bool)>;

/// The app in a node; it ends when this is freed.
#[wasm_bindgen]
pub struct Embed {
    _until_freed: UnmountHandle<AnyViewState>,
    hear: Rc<RefCell<Option<Hear>>>,
}

/// Shows the app in a node, which says how: where the app is from (`origin`, `base`), the page around it and our parameter
/// (`page`, `param`), its value (`address`), what is to be shown (`excerpt`), the feed's address (`feed`), and the key
/// under which it keeps what is followed (`saved`).
#[wasm_bindgen]
pub fn mount(node: HtmlElement) -> Embed {
    let hear = Rc::new(RefCell::new(None));
    let heard = Rc::clone(&hear);
    let app = node.clone();
    let draw = move || {
        let (view, changed) = guest(app);
        heard.replace(Some(changed));
        view
    };
    Embed { _until_freed: site::put(node, Box::new(draw)), hear }
}

#[wasm_bindgen]
impl Embed {
    /// The node says something else of `address` or `excerpt`: by a link, or by the browser's Back or Forward.
    pub fn changed(&self, by_history: bool) {
        let hear = self.hear.borrow().clone();
        if let Some(hear) = hear {
            hear(by_history);
        }
    }
}

fn guest(app: HtmlElement) -> (AnyView, Hear) {
    let links = Links::new(&left(&app, "origin"), &left(&app, "base"));
    let links = Arc::new(links.guest(&left(&app, "page"), &left(&app, "param")));
    let address = left(&app, "address");
    let route = RwSignal::new(Route::of_parameter(&address));
    let filter = RwSignal::new(Filter::parse(&address));
    let excerpt = RwSignal::new(Excerpt::parse(&left(&app, "excerpt")));
    provide_context(Depth(excerpt.into()));
    let begin = Begin { early: fetch::early(&app), ..Begin::default() };
    let store = Store::begin(app.clone(), left(&app, "feed"), begin, |_| {});
    let follows = Follows::begin(&left(&app, "saved"), store);
    let visit = Rc::new(Visit::new(app.clone(), address));
    Visit::watch(&visit);
    let (pending, flush): (Pending, Flush) = (StoredValue::new(None), StoredValue::new_local(None));
    let write = {
        let (app, visit) = (app.clone(), Rc::clone(&visit));
        Rc::new(move |replace: bool| {
            let value = filter.get_untracked().query_string();
            write(&app, &value, replace);
            arrive(&visit, value, Arrival::Link, true);
        })
    };
    let act = acts(app.clone(), write, filter, store, follows, pending, flush);
    let env = site::env(&links, store, follows);
    let now = env.now;
    let live = Signal::derive(move || match route.get() {
        Route::List | Route::Archive(_) => {
            excerpt.with(|excerpt| store.live.get().map(|feed| excerpt.of(feed, now.get())))
        }
        _ => store.live.get(),
    });
    let changed = move |by_history| {
        let chosen = Excerpt::parse(&left(&app, "excerpt"));
        if chosen != excerpt.get_untracked() {
            excerpt.set(chosen);
        }
        let address = left(&app, "address");
        let (to, asked) = (Route::of_parameter(&address), Filter::parse(&address));
        let same_page = to == route.get_untracked();
        let same_rows = to != Route::List || asked == filter.get_untracked();
        if same_page && same_rows {
            return;
        }
        // The address belongs to another page now.
        cancel(pending);
        if !same_rows {
            filter.set(asked);
        }
        arrive(&visit, address, if by_history { Arrival::History } else { Arrival::Link }, same_page);
        if !same_page {
            store.told.update(|told| told.shared = Shared::Untold);
            route.set(to);
        }
    };
    (page::show(env, route.into(), live, filter.into(), act).into_any(), Rc::new(changed))
}

/// Another address is shown: puts scroll and focus right once it is drawn.
fn arrive(visit: &Rc<Visit>, address: String, how: Arrival, same_page: bool) {
    let stand = match how {
        Arrival::Link if same_page => {
            visit.renamed(address);
            Stand::default()
        }
        _ => visit.left_for(address, how),
    };
    let visit = Rc::clone(visit);
    request_animation_frame(move || visit.arrived(how, same_page, stand));
}
