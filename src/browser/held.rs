//! What a resident holds in a page that is drawn anew: place, focus, selection, what she opened, typed and chose. All of
//! it is noted and given back by `public/start.js`, at a third of what it weighed here.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    HtmlElement,
    wasm_bindgen::{JsCast, JsValue},
};

/// How to give it back. Nothing where nothing could be noted.
pub struct Held(Option<Function>);

impl Held {
    /// Waits until nothing would be cut short, such as a word that is being composed, and notes what is held.
    pub async fn note(node: &HtmlElement) -> Self {
        Self(hold(node).await)
    }

    /// Gives it back to the page that stands there now; the page is told of typed words in this same task, once its own
    /// effects have run.
    pub fn give_back(self) {
        if let Some(give_back) = self.0 {
            // Fails only where start.js does; the page stands all the same.
            let _ = give_back.call0(&JsValue::UNDEFINED);
        }
    }
}

async fn hold(node: &HtmlElement) -> Option<Function> {
    let hold: Function = Reflect::get(node, &"hold".into()).ok()?.dyn_into().ok()?;
    let held: Promise = hold.call0(node).ok()?.dyn_into().ok()?;
    JsFuture::from(held).await.ok()?.dyn_into().ok()
}
