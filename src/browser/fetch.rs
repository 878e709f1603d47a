//! A file from the server, with an end to the waiting.

use crate::domain::live::{GIVE_UP_AFTER, Trouble};
use gloo_net::http::Request;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use std::{cell::Cell, rc::Rc, time::Duration};
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestMode};

/// The bytes behind an address, or why not; asked `again`, the server must answer anew. The whole answer must be there
/// in time, not just its beginning.
pub async fn bytes(address: &str, again: bool) -> Result<Vec<u8>, Trouble> {
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
    let answer = ask(address, again, signal.as_ref()).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    answer.map_err(|trouble| if late.get() { Trouble::Timeout } else { trouble })
}

async fn ask(address: &str, again: bool, signal: Option<&web_sys::AbortSignal>) -> Result<Vec<u8>, Trouble> {
    // On this server, the very request that the page preloads (Trunk.toml), so that nothing is loaded twice.
    let (mode, credentials) = match address.starts_with('/') {
        true => (RequestMode::NoCors, RequestCredentials::Include),
        false => (RequestMode::Cors, RequestCredentials::SameOrigin),
    };
    // WebKit answers a second try with what it preloaded for the first one, even a 404.
    let cache = if again { RequestCache::NoCache } else { RequestCache::Default };
    let request = Request::get(address).mode(mode).credentials(credentials).cache(cache).abort_signal(signal);
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
