//! The last good copy of a file, kept on the device. The browser's cache is asked by `public/start.js`, at a fifth of
//! what that would weigh here. Where nothing can be kept (blocked, full, no secure address) all answers are no.

use super::clock;
use crate::domain::when::Instant;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    HtmlElement,
    wasm_bindgen::{JsCast, JsValue},
};

/// The copy of what lies behind an address, and when it was fetched.
pub async fn kept(node: &HtmlElement, address: &str) -> Option<(Vec<u8>, Instant)> {
    let copy: Array = ask(node, "kept", &[address.into()]).await?.dyn_into().ok()?;
    Some((Uint8Array::new(&copy.get(0)).to_vec(), clock::at(copy.get(1).as_f64()?)))
}

/// Keeps a copy, fetched just now; says whether that worked.
pub async fn keep(node: &HtmlElement, address: &str, bytes: &[u8]) -> bool {
    ask(node, "keep", &[address.into(), Uint8Array::from(bytes).into()]).await.is_some()
}

/// What a function answers that `public/start.js` left on the app's node; nothing where it fails.
pub(super) async fn ask(node: &HtmlElement, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(node, &name.into()).ok()?.dyn_into().ok()?;
    let answer: Promise = function.apply(node, &arguments.iter().collect::<Array>()).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()
}
