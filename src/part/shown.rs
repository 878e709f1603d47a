//! Pieces in a page: built, patched in place, taken away, and printed natively.

use super::el::{El, Handler, Piece};
use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{
            RemoveEventHandler, Rndr,
            dom::{Element, Event, Node, Text},
        },
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
};
use std::{cell::RefCell, rc::Rc, sync::Arc};

/// A piece that stands in a page.
pub enum Shown {
    /// Its text node and what it says.
    Text(Text, String),
    /// Its element, what it was made from, its children, and its listening, which ends when this is dropped.
    El(Element, El, Vec<Self>, Option<Listening>),
}

/// A listener, and what it calls: that can change while the listener stays.
pub struct Listening {
    handler: Rc<RefCell<Handler>>,
    _until_dropped: RemoveEventHandler<Element>,
}

impl Listening {
    fn new(node: &Element, event: &str, handler: &Handler) -> Self {
        let handler = Rc::new(RefCell::new(Arc::clone(handler)));
        let now = Rc::clone(&handler);
        // What is clicked has no value to ask for, unless it is a control.
        let clicked = event == "click";
        let hear = move |event: Event| {
            let call = Arc::clone(&now.borrow());
            call(if clicked { String::new() } else { event_target_value(&event) });
        };
        Self { handler, _until_dropped: Rndr::add_event_listener(node, event, Box::new(hear)) }
    }
}

impl Shown {
    fn node(&self) -> &Node {
        match self {
            Self::Text(node, _) => node,
            Self::El(node, ..) => node,
        }
    }

    fn key(&self) -> Option<&str> {
        match self {
            Self::Text(..) => None,
            Self::El(_, el, ..) => el.key.as_deref(),
        }
    }

    fn replace(&mut self, piece: Piece) {
        let mut new = piece.build();
        self.insert_before_this(&mut new);
        self.unmount();
        *self = new;
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        Rndr::remove(self.node());
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, self.node(), marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Text(node, _) => node.insert_before_this(child),
            Self::El(node, ..) => node.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        match self {
            Self::Text(..) => Vec::new(),
            Self::El(node, ..) => vec![node.clone()],
        }
    }
}

impl Render for Piece {
    type State = Shown;

    fn build(self) -> Shown {
        let mut el = match self {
            Self::Text(text) => return Shown::Text(Rndr::create_text_node(&text), text),
            Self::El(el) => el,
        };
        let node = Rndr::create_element(el.tag, None);
        for (name, value) in el.attributes.iter().filter(|(name, _)| !el.holds(name)) {
            Rndr::set_attribute(&node, name, value);
        }
        let children = std::mem::take(&mut el.children).into_iter().map(|child| {
            let mut child = child.build();
            child.mount(&node, None);
            child
        });
        let children = children.collect();
        let listening = el.event.as_ref().map(|(event, handler)| Listening::new(&node, event, handler));
        set_value(&node, &el);
        Shown::El(node, el, children, listening)
    }

    /// Changes what is shown in place where tag and attributes' names stay the same, so that the focus stays too.
    fn rebuild(self, shown: &mut Shown) {
        match (self, shown) {
            (Self::Text(new), Shown::Text(node, old)) => {
                if new != *old {
                    Rndr::set_text(node, &new);
                    *old = new;
                }
            }
            (Self::El(mut new), Shown::El(node, old, children, listening)) if alike(&new, old) => {
                for ((name, value), (_, before)) in new.attributes.iter().zip(&old.attributes) {
                    if value != before && !new.holds(name) {
                        Rndr::set_attribute(node, name, value);
                    }
                }
                rebuild_children(std::mem::take(&mut new.children), node, children);
                set_value(node, &new);
                if let (Some(listening), Some((_, handler))) = (listening, &new.event) {
                    listening.handler.replace(Arc::clone(handler));
                }
                *old = new;
            }
            (piece, shown) => shown.replace(piece),
        }
    }
}

fn alike(new: &El, old: &El) -> bool {
    let event = |el: &El| el.event.as_ref().map(|(event, _)| *event);
    let same_name = |(a, b): (&(&str, String), &(&str, String))| a.0 == b.0;
    new.tag == old.tag
        && event(new) == event(old)
        && new.attributes.len() == old.attributes.len()
        && new.attributes.iter().zip(&old.attributes).all(same_name)
}

/// What a control holds is a property; its attribute is only where it began. A select's options must be there first.
fn set_value(node: &Element, el: &El) {
    if let Some((_, value)) = el.attributes.iter().find(|(name, _)| el.holds(name)) {
        // The same value again moves no cursor (HTML, "The value property").
        Rndr::set_property(node, "value", &value.as_str().into());
    }
}

/// Goes through both lists in order. What has no key is patched by its place; a keyed piece is taken away when it is
/// gone, and built anew only where it comes or changes places.
fn rebuild_children(new: Vec<Piece>, parent: &Element, shown: &mut Vec<Shown>) {
    let mut new = new.into_iter();
    let mut old = std::mem::take(shown).into_iter().peekable();
    while let Some(piece) = new.next() {
        let stays = |at: &Shown| {
            at.key() == piece.key() || new.as_slice().iter().any(|later| later.key() == at.key())
        };
        while let Some(mut gone) = old.next_if(|at| !stays(at)) {
            gone.unmount();
        }
        let child = match old.next_if(|at| at.key() == piece.key()) {
            Some(mut same) => {
                piece.rebuild(&mut same);
                same
            }
            None => {
                let mut child = piece.build();
                child.mount(parent, old.peek().map(Shown::node));
                child
            }
        };
        shown.push(child);
    }
    for mut gone in old {
        gone.unmount();
    }
}

impl AddAnyAttr for Piece {
    type Output<A: Attribute> = Self;

    /// Pieces have their own attributes; leptos adds some only to components of its own.
    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

impl RenderHtml for Piece {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
        self.print(html);
        *position = Position::NextChild;
    }

    /// Nothing is ever hydrated (design.md, "Printed first"): a live feed is meant to be newer than its print.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
