//! The words of the page's language, as `public/start.js` fetched them.

use js_sys::Reflect;
use web_sys::HtmlElement;

/// All of their file. It stays as long as the page: words are asked for everywhere, and there is one language a page.
pub fn left(node: &HtmlElement) -> Option<&'static str> {
    Some(Reflect::get(node, &"words".into()).ok()?.as_string()?.leak())
}
