//! Where the keyboard is.

use js_sys::Reflect;
use leptos::prelude::document;
use web_sys::{Element, Event, FocusOptions, HtmlElement, wasm_bindgen::JsCast};

/// The id of the element around a node that has the focus, if it has an id. Within a shadow tree only its root knows.
pub fn id(node: &HtmlElement) -> Option<String> {
    let element: Element =
        Reflect::get(&node.get_root_node(), &"activeElement".into()).ok()?.dyn_into().ok()?;
    Some(element.id()).filter(|id| !id.is_empty())
}

/// The id of the link that an event came from, if it has one.
pub fn link(event: &Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("a[id]").ok().flatten().map(|link| link.id())
}

/// Whether nothing has the focus, as after the element that had it is gone. What has it in a shadow tree is, to the
/// document, its host.
pub fn is_lost() -> bool {
    document().active_element().is_none_or(|e| e.tag_name().eq_ignore_ascii_case("body"))
}

/// Moves the focus to the first element in a node that a selector finds, without scrolling. Says whether there was one.
pub fn to(node: &HtmlElement, selector: &str) -> bool {
    let found = node.query_selector(selector).ok().flatten();
    let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return false };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}
