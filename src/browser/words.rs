//! The words of the page's language, as `public/start.js` fetched them.

use js_sys::Reflect;
use web_sys::HtmlElement;

/// All of their file.
pub fn left(node: &HtmlElement) -> Option<String> {
    Reflect::get(node, &"words".into()).ok()?.as_string()
}
