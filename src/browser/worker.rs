//! The new version of the app that waits, as `public/start.js` tells of it.

use js_sys::{Function, Reflect};
use web_sys::{
    HtmlElement,
    wasm_bindgen::{JsCast, JsValue},
};

/// Whether one waits for the resident's consent.
pub fn waits(node: &HtmlElement) -> bool {
    renewal(node).is_some()
}

/// The event on the window when one comes later.
pub const WAITING: &str = "newversion";

/// Takes it; the page is loaded anew.
pub fn renew(node: &HtmlElement) {
    if let Some(renew) = renewal(node) {
        // Fails only where start.js does; then all stays as it is.
        let _ = renew.call0(&JsValue::UNDEFINED);
    }
}

fn renewal(node: &HtmlElement) -> Option<Function> {
    Reflect::get(node, &"renew".into()).ok()?.dyn_into().ok()
}
