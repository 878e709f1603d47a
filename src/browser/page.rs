//! The document the app stands in.

use web_sys::{HtmlElement, wasm_bindgen::JsCast};

/// An element by its id.
pub fn element(id: &str) -> Option<HtmlElement> {
    leptos::prelude::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Sets what the title bar says.
pub fn set_title(title: &str) {
    leptos::prelude::document().set_title(title);
}

/// The origin, as in `https://example.se`.
pub fn origin() -> String {
    leptos::prelude::window().location().origin().unwrap_or_default()
}
