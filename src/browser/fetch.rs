//! A file from the server, with an end to the waiting.

use crate::domain::live::{GIVE_UP_AFTER, Trouble};
use gloo_net::http::{Request, Response};
use js_sys::{Promise, Reflect};
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use std::{cell::Cell, rc::Rc, time::Duration};
use wasm_bindgen_futures::JsFuture;
pub use web_sys::RequestCache as Cache;
use web_sys::{AbortController, HtmlElement, wasm_bindgen::JsCast};

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
                // gloo-net panics on a rejection that is not an Error.
                stop.abort_with_reason(&js_sys::Error::new("timeout"));
            }
        };
        set_timeout_with_handle(give_up, Duration::from_millis(GIVE_UP_AFTER.into())).ok()
    };
    let answer = async {
        let response = match answer {
            Some(answer) => JsFuture::from(answer)
                .await
                .ok()
                .map(|r| Response::from(r.unchecked_into::<web_sys::Response>())),
            None => {
                let signal = stop.as_ref().map(AbortController::signal);
                Request::get(address).cache(cache).abort_signal(signal.as_ref()).send().await.ok()
            }
        };
        read(response.ok_or(Trouble::Unreachable)?).await
    };
    let answer = answer.await;
    if let Some(timer) = timer {
        timer.clear();
    }
    answer.map_err(|trouble| if late.get() { Trouble::Timeout } else { trouble })
}

async fn read(answer: Response) -> Result<Vec<u8>, Trouble> {
    if answer.status() == 0 {
        // An answer that must not be looked into, as a redirect to elsewhere.
        return Err(Trouble::Unreachable);
    }
    if !answer.ok() {
        return Err(Trouble::Status(answer.status()));
    }
    answer.binary().await.map_err(|_| Trouble::Unreachable)
}
