//! A file from the server, with an end to the waiting.

use crate::domain::live::{GIVE_UP_AFTER, Trouble};
use gloo_net::http::Request;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use std::{cell::Cell, rc::Rc, time::Duration};
use web_sys::{AbortController, RequestCache};

/// The bytes behind an address, or why not. The whole answer must be there in time, not just its beginning.
pub async fn bytes(address: &str) -> Result<Vec<u8>, Trouble> {
    let late = Rc::new(Cell::new(false));
    let controller = AbortController::new().ok();
    let timer = {
        let (late, controller) = (Rc::clone(&late), controller.clone());
        let give_up = move || {
            late.set(true);
            if let Some(controller) = controller {
                // gloo-net panics on a rejection that is not an Error.
                controller.abort_with_reason(&js_sys::Error::new("timeout"));
            }
        };
        set_timeout_with_handle(give_up, Duration::from_millis(GIVE_UP_AFTER.into())).ok()
    };
    let signal = controller.as_ref().map(AbortController::signal);
    let answer = ask(address, signal.as_ref()).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    answer.map_err(|trouble| if late.get() { Trouble::Timeout } else { trouble })
}

async fn ask(address: &str, signal: Option<&web_sys::AbortSignal>) -> Result<Vec<u8>, Trouble> {
    // Always asked anew (an answer that is the same costs no body): a meeting may have been called off since.
    let request = Request::get(address).cache(RequestCache::NoCache).abort_signal(signal);
    let answer = request.send().await.map_err(|_| Trouble::Unreachable)?;
    if answer.status() == 0 {
        // An answer that must not be looked into, as a redirect to elsewhere.
        return Err(Trouble::Unreachable);
    }
    if !answer.ok() {
        return Err(Trouble::Status(answer.status()));
    }
    answer.binary().await.map_err(|_| Trouble::Unreachable)
}
