//! The document the app stands in.

use web_sys::{
    HtmlElement,
    wasm_bindgen::{JsCast, JsValue},
};

/// An element by its id.
pub fn element(id: &str) -> Option<HtmlElement> {
    leptos::prelude::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Makes an empty element with a class, first in the main column of a page.
pub fn make_room(node: &HtmlElement, class: &str) -> Option<HtmlElement> {
    let main = node.query_selector("main").ok()??;
    let room: HtmlElement = leptos::prelude::document().create_element("div").ok()?.dyn_into().ok()?;
    room.set_class_name(class);
    main.prepend_with_node_1(&room).ok()?;
    Some(room)
}

/// Shows the page as it is without its app (public/no-app.css), or with it.
pub fn show_without_app(without: bool) {
    if let Some(style) = element("no-app") {
        // Refused by nothing: the name of an attribute is all that could be wrong.
        let _ = style.set_attribute("media", if without { "all" } else { "not all" });
    }
}

/// Sets what the title bar says.
pub fn set_title(title: &str) {
    leptos::prelude::document().set_title(title);
}

/// Tells whoever shares or stores the page that it is no longer the one whose print was loaded: its full address and its
/// title. What else that print says of its page (host/print/head.rs) goes.
pub fn set_identity(address: &str, title: &str) {
    let document = leptos::prelude::document();
    let said = [
        ("link[rel=canonical]", "href", address),
        ("meta[property='og:url']", "content", address),
        ("meta[property='og:title']", "content", title),
    ];
    for (css, attribute, value) in said {
        if let Ok(Some(tag)) = document.query_selector(css) {
            // Refused by nothing: the name of an attribute is all that could be wrong.
            let _ = tag.set_attribute(attribute, value);
        }
    }
    while let Ok(Some(tag)) = document.query_selector(
        "head :is([name=description], [property='og:description'], [type='application/ld+json'])",
    ) {
        tag.remove();
    }
}

/// Opens the browser's own dialogue for printing.
pub fn print() {
    // Fails only where a browser has none.
    let _ = leptos::prelude::window().print();
}

/// The origin, as in `https://example.se`.
pub fn origin() -> String {
    leptos::prelude::window().location().origin().unwrap_or_default()
}

/// The path of the page, as `/path`.
pub fn path() -> String {
    leptos::prelude::window().location().pathname().unwrap_or_default()
}

/// Path and query of the page, as `/path?query`; the mark is there without a query too.
pub fn address() -> String {
    let location = leptos::prelude::window().location();
    let (path, query) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    format!("{path}?{}", query.trim_start_matches('?'))
}

/// Adds an entry for a path and query to the history.
pub fn push_address(address: &str) {
    if let Ok(history) = leptos::prelude::window().history() {
        // Refused only when there have been too many; then Back leads one step too far, and nothing else is wrong.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address.trim_end_matches('?')));
    }
}

/// What the address's fragment names, if it is there.
pub fn fragment() -> Option<HtmlElement> {
    let hash = leptos::prelude::window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').filter(|id| !id.is_empty()).and_then(element)
}

/// Brings what the address's fragment names into view, as a browser does by itself where it finds it in time.
pub fn show_fragment() {
    if let Some(element) = fragment() {
        element.scroll_into_view();
    }
}
