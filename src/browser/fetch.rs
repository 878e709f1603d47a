//! A file from the server, with an end to the waiting.

use crate::domain::live::{GIVE_UP_AFTER, Trouble};
use js_sys::{Promise, Reflect, Uint8Array};
use leptos::{leptos_dom::helpers::set_timeout_with_handle, prelude::window};
use std::{cell::Cell, rc::Rc, time::Duration};
use wasm_bindgen_futures::JsFuture;
pub use web_sys::RequestCache as Cache;
use web_sys::{AbortController, HtmlElement, RequestInit, Response, wasm_bindgen::JsCast};

/// A request that is under way already.
pub struct Early {
    answer: Promise,
    stop: AbortController,
}

/// The request that `start.js` began beside the wasm and left on the app's node.
pub fn early(node: &HtmlElement) -> Option<Early> {
    let left = |name: &str| Reflect::get(node, &name.into()).ok();
    Some(Early { answer: left("feed")?.dyn_into().ok()?, stop: left("stop")?.dyn_into().ok()? })
}

/// The bytes behind an address, or why not: the answer to the early request, if there is one. The whole answer must be
/// there in time, counted from now, not just its beginning.
pub async fn bytes(address: &str, early: Option<Early>, cache: Cache) -> Result<Vec<u8>, Trouble> {
    let late = Rc::new(Cell::new(false));
    let (answer, stop) = early.map(|early| (early.answer, early.stop)).unzip();
    let stop = stop.or_else(|| AbortController::new().ok());
    let timer = {
        let (late, stop) = (Rc::clone(&late), stop.clone());
        let give_up = move || {
            late.set(true);
            if let Some(stop) = stop {
                stop.abort();
            }
        };
        set_timeout_with_handle(give_up, Duration::from_millis(GIVE_UP_AFTER.into())).ok()
    };
    let answer = answer.unwrap_or_else(|| {
        let how = RequestInit::new();
        how.set_cache(cache);
        how.set_signal(stop.as_ref().map(AbortController::signal).as_ref());
        window().fetch_with_str_and_init(address, &how)
    });
    let answer = read(answer).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    answer.map_err(|trouble| if late.get() { Trouble::Timeout } else { trouble })
}

async fn read(answer: Promise) -> Result<Vec<u8>, Trouble> {
    let arrived = async |promise| JsFuture::from(promise).await.map_err(|_| Trouble::Unreachable);
    let answer: Response = arrived(answer).await?.unchecked_into();
    if answer.status() == 0 {
        // An answer that must not be looked into, as a redirect to elsewhere.
        return Err(Trouble::Unreachable);
    }
    if !answer.ok() {
        return Err(Trouble::Status(answer.status()));
    }
    let body = answer.array_buffer().map_err(|_| Trouble::Unreachable)?;
    Ok(Uint8Array::new(&arrived(body).await?).to_vec())
}
