//! What a resident's doings do: the only way up (`part::Act`).

use super::{saved::Follows, store::Store, visit};
use crate::{
    browser::{focus, page as document, share},
    domain::{
        filter::{Filter, PAGE},
        saved::Change,
        share::Shared,
    },
    part::{Act, Told},
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use std::{rc::Rc, time::Duration};
use web_sys::HtmlElement;

/// How long after a key the address follows. Safari refuses more than 100 changes in 30 seconds, and the router
/// takes a refusal for the end of the world.
const REST: Duration = Duration::from_millis(400);

/// The timer that will write the address once typing rests.
pub type Pending = StoredValue<Option<TimeoutHandle>>;

/// Writes the address now, if it is to be written at all.
pub type Flush = StoredValue<Option<Rc<dyn Fn()>>, LocalStorage>;

/// Stops the timer; says whether there was one.
pub fn cancel(pending: Pending) -> bool {
    let timer = pending.try_get_value().flatten();
    pending.set_value(None);
    timer.inspect(TimeoutHandle::clear).is_some()
}

/// Writes the filter into the address; whether in place of the entry at hand.
pub type Write = Rc<dyn Fn(bool)>;

/// Does them: the address follows at once for a choice, and when typing rests for words.
pub fn acts(
    app: HtmlElement,
    write: Write,
    filter: RwSignal<Filter>,
    store: Store,
    follows: Follows,
    pending: Pending,
    flush: Flush,
) -> Callback<Act> {
    let write_pending = {
        let write = Rc::clone(&write);
        Rc::new(move || {
            if cancel(pending) {
                write(true);
            }
        })
    };
    flush.set_value(Some(Rc::clone(&write_pending) as Rc<dyn Fn()>));
    let act = move |act: Act| match act {
        Act::Type(typed) => {
            filter.set(typed);
            cancel(pending);
            let write_pending = Rc::clone(&write_pending);
            pending.set_value(set_timeout_with_handle(move || write_pending(), REST).ok());
        }
        Act::Choose(chosen) => {
            write_pending();
            filter.set(chosen);
            write(false);
        }
        Act::Retry => store.load(None, recover),
        // What came is shown as well, not only counted.
        Act::Older => store.load_older(move || filter.update(|f| f.rows += PAGE)),
        Act::Renew => store.renew(),
        Act::Save(change) => {
            // Safari gives a tapped button no focus, so that none is lost.
            let has_focus = !focus::is_lost();
            // What was seen or let go is gone: to the next of its kind, else to the heading.
            let next = if matches!(change, Change::Seen(_)) { ".news button" } else { ".mine button" };
            follows.change(Some(change));
            if has_focus {
                let app = app.clone();
                request_animation_frame(move || {
                    if focus::is_lost() && !focus::to(&app, next) {
                        visit::recover(&app);
                    }
                });
            }
        }
        Act::Share(words, address) => share(app.clone(), store.told, words, address),
        Act::Print => document::print(),
    };
    let act = StoredValue::new_local(act);
    Callback::new(move |what| {
        act.try_with_value(|act| act(what));
    })
}

fn recover(app: HtmlElement) {
    request_animation_frame(move || visit::recover(&app));
}

fn share(app: HtmlElement, told: RwSignal<Told>, words: String, address: String) {
    // A second copy is told anew.
    told.update(|told| told.shared = Shared::Untold);
    leptos::task::spawn_local(async move {
        let shared = share::share(&app, &words, &address).await;
        told.update(|told| told.shared = shared);
    });
}
