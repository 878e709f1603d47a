//! After each navigation: the router's address is completed, and scroll and focus are put right.

use super::visit::{Arrival, Stand, Visit};
use crate::browser::{page as document, scroll};
use leptos::{ev, prelude::*};
use leptos_router::{
    hooks::use_location,
    location::{BrowserUrl, LocationProvider},
};
use std::rc::Rc;

/// The address that Back or Forward led to last. A jump to a fragment looks like one of them, with the same address.
pub type Popped = StoredValue<Option<String>>;

/// The resident's way, begun before the router so that it hears of a tap before the page is gone.
pub type Visiting = StoredValue<Rc<Visit>, LocalStorage>;

/// Follows the router for as long as the site stands.
pub fn follow(popped: Popped, visit: Visiting) {
    let location = use_location();
    let router = use_context::<BrowserUrl>();
    let address = move || format!("{}?{}", location.pathname.get(), location.search.get());
    let visit = visit.get_value();
    Visit::watch(&visit);
    let on_leave = window_event_listener(ev::pagehide, |_| scroll::restore_by_hand(false));
    // A browser that kept the whole page shows it again without starting it.
    let on_return = window_event_listener(ev::pageshow, |_| scroll::restore_by_hand(true));
    scroll::restore_by_hand(true);
    on_cleanup(move || {
        on_leave.remove();
        on_return.remove();
    });
    Effect::new(move |before: Option<(String, String)>| {
        let (path, address) = (location.pathname.get(), address());
        let Some((old_path, old_address)) = before else { return (path, address) };
        if address == old_address {
            return (path, address);
        }
        let by_history = popped.get_value().is_some_and(|popped| popped == address);
        popped.set_value(None);
        let how = if by_history { Arrival::History } else { Arrival::Link };
        let same_page = path == old_path;
        let stand = match how {
            // The window stands where it stood.
            Arrival::Link if same_page => {
                visit.renamed(address.clone());
                Stand::default()
            }
            _ => visit.left_for(address.clone(), how),
        };
        // The router holds back the address until somebody says that the page is there.
        if let Some(router) = &router {
            router.ready_to_complete();
        }
        let visit = Rc::clone(&visit);
        let shown = address.clone();
        let (path_now, query_now) = (location.pathname, location.search);
        request_animation_frame(move || {
            // A window that is hidden draws no frames, and a quick Back may come before the next one.
            let now = path_now.try_get_untracked().zip(query_now.try_get_untracked());
            if now.is_none_or(|(path, query)| format!("{path}?{query}") != shown) {
                return;
            }
            // After Forward the router takes some new addresses for the one at hand and writes nothing.
            if how == Arrival::Link && document::address() != shown {
                document::push_address(&shown);
            }
            visit.arrived(how, same_page, stand);
        });
        (path, address)
    });
}
