//! The app as a guest in another's page: what `src/embed/element.js` leaves on its node, and does for it.

use js_sys::{Function, Reflect};
use web_sys::{HtmlElement, wasm_bindgen::JsCast};

/// What it has left under a name; nothing for what is not there.
pub fn left(node: &HtmlElement, name: &str) -> String {
    node.dataset().get(name).unwrap_or_default()
}

/// Has our parameter of the page's address written anew; whether in place of the entry at hand.
pub fn write(node: &HtmlElement, value: &str, replace: bool) {
    if let Some(write) = Reflect::get(node, &"write".into()).ok().and_then(|f| f.dyn_into::<Function>().ok())
    {
        // Fails only where a browser refuses too many entries; then the address stays, and the page goes on.
        let _ = write.call2(node, &value.into(), &replace.into());
    }
}
