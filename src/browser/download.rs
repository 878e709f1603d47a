//! An address for a text that the page made itself.

use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

/// A `blob:` address of a text; it holds memory until [`free`] is called.
pub fn address(text: &str, media_type: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives back what an address holds.
pub fn free(address: &str) {
    // Fails only for an address that holds nothing.
    let _ = Url::revoke_object_url(address);
}
