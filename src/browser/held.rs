//! What a resident holds in a page that is drawn anew: place, focus, selection, what she opened, typed and chose.

use super::{focus, scroll};
use js_sys::{Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AddEventListenerOptions, Element, Event, EventInit, HtmlElement, HtmlInputElement, Node,
    wasm_bindgen::{JsCast, JsValue},
};

/// The controls of the filter bar.
const CONTROLS: &str = ".filter-bar [name]";

/// See the module. Noted before a page is drawn anew, given back after.
pub struct Held {
    top: f64,
    focus: Option<Focus>,
    /// Characters (UTF-16) of the page's text before the selection's anchor and focus, and the words between.
    selection: Option<(u32, u32, String)>,
    /// Each part that can be opened: its words, and whether it is open.
    details: Vec<(String, bool)>,
    /// Names and values of the controls that hold something.
    values: Vec<(String, String)>,
}

/// What has the focus: its id, else its place among its siblings, from the outermost on; and its own selection.
struct Focus {
    id: String,
    path: Vec<u32>,
    range: Option<(u32, u32)>,
}

/// Waits until nothing would be cut short: no word is being composed, no list of choices stands open and no date is
/// half typed. Whether a list is open can't be asked: one that has the focus and no choice yet may be.
pub async fn settled(node: &HtmlElement) {
    while node.dataset().get("composing").as_deref() == Some("start") || is_choosing() {
        let options = AddEventListenerOptions::new();
        options.set_once(true);
        let heard = Promise::new(&mut |resolve, _| {
            for kind in ["compositionend", "change", "focusout"] {
                // Refused by nothing.
                let _ = node.add_event_listener_with_callback_and_add_event_listener_options(
                    kind, &resolve, &options,
                );
            }
        });
        let _ = JsFuture::from(heard).await;
    }
}

fn is_choosing() -> bool {
    let Some(element) = document().active_element() else { return false };
    // A year that is being typed is 0002 or 0020.
    element.matches(".filter-bar select, .filter-bar [type=date]").unwrap_or_default()
        && (value(&element).is_empty() || value(&element).starts_with('0'))
}

impl Held {
    /// What is held in an element's page.
    pub fn note(node: &Element) -> Self {
        Self {
            top: scroll::top(),
            focus: document()
                .active_element()
                .filter(|e| node.contains(Some(e)))
                .map(|e| Focus::of(node, &e)),
            selection: selection(node),
            details: all(node, "details").iter().map(|e| (words(e), e.has_attribute("open"))).collect(),
            values: all(node, CONTROLS)
                .iter()
                .filter_map(|e| Some((e.get_attribute("name")?, value(e))))
                .filter(|(_, value)| !value.is_empty())
                .collect(),
        }
    }

    /// Gives it back to the page that stands there now; what that has no place for is let go.
    pub async fn give_back(self, node: &Element) {
        for (details, (said, open)) in all(node, "details").iter().zip(&self.details) {
            if words(details) == *said {
                // Refused by nothing: `open` is a name.
                let _ = details.toggle_attribute_with_force("open", *open);
            }
        }
        let named = |name: &str| node.query_selector(&format!("{CONTROLS}[name='{name}']")).ok().flatten();
        let changed: Vec<(Element, &str)> = self
            .values
            .iter()
            .filter_map(|(name, held)| Some((named(name)?, held.as_str())))
            .filter(|(control, held)| value(control) != *held)
            .collect();
        for (control, held) in &changed {
            set_value(control, held);
        }
        if let Some((anchor, focus, said)) = &self.selection {
            select(node, *anchor, *focus, said);
        }
        if let Some(focus) = &self.focus {
            focus.give_back(node);
        }
        // A fling of the thumb goes on where nothing moved.
        if scroll::top() != self.top {
            scroll::to(self.top);
        }
        for (control, held) in changed {
            // The page's own effects come first, so that it hears this as what the resident does; one control after the
            // other, since each answer draws all of them.
            let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
            set_value(&control, held);
            tell(&control);
        }
    }
}

/// Tells a control's change to whoever listens, as a browser does.
fn tell(control: &Element) {
    let init = EventInit::new();
    init.set_bubbles(true);
    for kind in ["input", "change"] {
        if let Ok(event) = Event::new_with_event_init_dict(kind, &init) {
            // Answers whether the default was prevented.
            let _ = control.dispatch_event(&event);
        }
    }
}

impl Focus {
    fn of(node: &Element, element: &Element) -> Self {
        let mut path = Vec::new();
        let mut at = Some(element.clone());
        while let Some(inner) = at.filter(|at| at != node) {
            let mut before = 0;
            let mut sibling = inner.previous_element_sibling();
            while let Some(earlier) = sibling {
                before += 1;
                sibling = earlier.previous_element_sibling();
            }
            path.insert(0, before);
            at = inner.parent_element();
        }
        let input = element.dyn_ref::<HtmlInputElement>();
        // A date has no such selection.
        let range = input.and_then(|i| Some((i.selection_start().ok()??, i.selection_end().ok()??)));
        Self { id: element.id(), path, range }
    }

    fn give_back(&self, node: &Element) {
        let place = || self.path.iter().try_fold(node.clone(), |at, n| at.children().item(*n));
        let element = if self.id.is_empty() { place() } else { document().get_element_by_id(&self.id) };
        let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return };
        focus::on(&element);
        if let (Some((start, end)), Some(input)) = (self.range, element.dyn_ref::<HtmlInputElement>()) {
            // Refused only by a control without a selection.
            let _ = input.set_selection_range(start, end);
        }
    }
}

fn all(node: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = node.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

fn value(control: &Element) -> String {
    Reflect::get(control, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

fn set_value(control: &Element, value: &str) {
    // Refused by nothing: a select takes what it has no option for as nothing chosen.
    let _ = Reflect::set(control, &"value".into(), &value.into());
}

/// What a part says that can be opened, before it is opened.
fn words(details: &Element) -> String {
    details.first_element_child().and_then(|summary| summary.text_content()).unwrap_or_default()
}

fn selection(node: &Element) -> Option<(u32, u32, String)> {
    let selection = window().get_selection().ok()??;
    let before = |at: Option<Node>, offset: u32| {
        let at = at.filter(|at| node.contains(Some(at)))?;
        let range = document().create_range().ok()?;
        range.set_start(node, 0).ok()?;
        range.set_end(&at, offset).ok()?;
        Some(range.to_string().length())
    };
    let anchor = before(selection.anchor_node(), selection.anchor_offset())?;
    let focus = before(selection.focus_node(), selection.focus_offset())?;
    (anchor != focus).then(|| (anchor, focus, selection.to_string().into()))
}

fn select(node: &Element, anchor: u32, focus: u32, said: &str) {
    let (Some((a, from)), Some((f, to))) = (point(node, anchor), point(node, focus)) else { return };
    let Ok(Some(selection)) = window().get_selection() else { return };
    // Whatever was refused or is not the same is taken away.
    let _ = selection.set_base_and_extent(&a, from, &f, to);
    if selection.to_string() != said {
        let _ = selection.remove_all_ranges();
    }
}

/// The text and the place in it after so many characters.
fn point(node: &Node, mut after: u32) -> Option<(Node, u32)> {
    const TEXT: u32 = 4; // NodeFilter.SHOW_TEXT
    let texts = document().create_tree_walker_with_what_to_show(node, TEXT).ok()?;
    while let Some(text) = texts.next_node().ok()? {
        let length = u32::try_from(text.node_value()?.encode_utf16().count()).ok()?;
        if after <= length {
            return Some((text, after));
        }
        after -= length;
    }
    None
}
