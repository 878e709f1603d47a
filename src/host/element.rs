//! The app as a guest in another's page: no router, and nothing of the document's is touched. Its address is a parameter of
//! that page's, which `src/embed/element.js` reads and writes; that also puts scroll and focus right.

use super::{
    acts::{Flush, Pending, acts, cancel},
    saved::Follows,
    site,
    store::{Begin, Store},
};
use crate::{
    browser::{
        fetch,
        guest::{left, write},
        words,
    },
    domain::{
        excerpt::Excerpt,
        filter::Filter,
        route::{Links, Route},
        share::Shared,
    },
    page,
    part::depth::Depth,
    text::Text,
};
use leptos::{mount::UnmountHandle, prelude::*, tachys::view::any_view::AnyViewState};
use std::{cell::RefCell, rc::Rc, sync::Arc};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

type Hear = Rc<dyn Fn()>;

/// The app in a node; it ends when this is freed.
#[wasm_bindgen]
pub struct Embed {
    _until_freed: UnmountHandle<AnyViewState>,
    hear: Rc<RefCell<Option<Hear>>>,
}

/// Shows the app in a node, which says how: where the app is from (`origin`, `base`), the page around it and our parameter
/// (`page`, `param`), its value (`address`), what is to be shown (`excerpt`), how deep headings lie (`depth`), the feed's
/// address (`feed`), and the key under which it keeps what is followed (`saved`). Nothing where the words on it are none of this version.
#[wasm_bindgen]
pub fn mount(node: HtmlElement) -> Option<Embed> {
    let text = words::left(&node).and_then(text_of)?;
    let hear = Rc::new(RefCell::new(None));
    let heard = Rc::clone(&hear);
    let app = node.clone();
    let draw = move || {
        let (view, changed) = guest(text, app);
        heard.replace(Some(changed));
        view
    };
    Some(Embed { _until_freed: site::put(node, Box::new(draw)), hear })
}

#[wasm_bindgen]
impl Embed {
    /// The node says something else of `address` or `excerpt`.
    pub fn changed(&self) {
        let hear = self.hear.borrow().clone();
        if let Some(hear) = hear {
            hear();
        }
    }
}

thread_local! {
    /// What has been read: words stay as long as the page, and embeds come and go.
    static READ: RefCell<Vec<(&'static str, &'static Text)>> = const { RefCell::new(Vec::new()) };
}

fn text_of(words: String) -> Option<&'static Text> {
    READ.with_borrow_mut(|read| {
        if let Some((_, text)) = read.iter().find(|(known, _)| *known == words) {
            return Some(*text);
        }
        let words = words.leak();
        let text = Text::read(words)?;
        read.push((words, text));
        Some(text)
    })
}

fn guest(text: &'static Text, app: HtmlElement) -> (AnyView, Hear) {
    let links = Links::new(&left(&app, "origin"), &left(&app, "base"));
    let links = Arc::new(links.speaking(text.lang()).guest(&left(&app, "page"), &left(&app, "param")));
    let address = left(&app, "address");
    let filter = RwSignal::new(Filter::parse(&address));
    // Signals of texts: those of other types would each be another half a kilobyte.
    let (at, chosen) = (RwSignal::new(address.clone()), RwSignal::new(left(&app, "excerpt")));
    let route = Memo::new(move |_| at.with(|at| Route::of_parameter(at)));
    let depth = left(&app, "depth").parse().unwrap_or(1);
    provide_context(Depth(depth));
    let begin = Begin { early: fetch::early(&app), ..Begin::default() };
    let store = Store::begin(app.clone(), left(&app, "feed"), begin, |_| {});
    let follows = Follows::begin(&left(&app, "saved"), store);
    let (pending, flush): (Pending, Flush) = (StoredValue::new(None), StoredValue::new_local(None));
    let write = {
        let app = app.clone();
        Rc::new(move |replace: bool| write(&app, &filter.get_untracked().query_string(), replace))
    };
    let act = acts(app.clone(), write, filter, store, follows, pending, flush);
    let env = site::env(text, &links, store, follows);
    let now = env.now;
    let live = Signal::derive(move || match route.get() {
        Route::List | Route::Archive(_) => {
            let excerpt = chosen.with(|chosen| Excerpt::parse(chosen));
            store.live.get().map(|feed| excerpt.of(feed, now.get()))
        }
        _ => store.live.get(),
    });
    let changed = move || {
        // The address belongs to another page now.
        cancel(pending);
        chosen.set(left(&app, "excerpt"));
        let address = left(&app, "address");
        if Route::of_parameter(&address) == Route::List {
            filter.set(Filter::parse(&address));
        }
        store.told.update(|told| told.shared = Shared::Untold);
        at.set(address);
    };
    (page::show(env, route.into(), live, filter.into(), act).into_any(), Rc::new(changed))
}
