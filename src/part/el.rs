//! A piece of page as a value: text, or an element with attributes and children.
//!
//! `view!` gives each tag, set of attributes and list of children a type of its own, and each type its own code; for
//! this app that was 60 KB of brotli, more than a phone should fetch. So the pages are made of these pieces, which share
//! one type. They are patched in place where tag and attributes stay, so that focus and what is being typed stay too.

use super::Act;
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

/// A text or an element.
#[derive(Clone)]
pub enum Piece {
    /// Text, never markup.
    Text(String),
    /// An element.
    El(El),
}

/// An element, made by [`el`].
#[derive(Clone)]
pub struct El {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Piece>,
    event: Option<(&'static str, Handler)>,
}

/// What an element does with an event; it is given the element's value (empty for a button).
pub type Handler = Arc<dyn Fn(String) + Send + Sync>;

/// An element with a class (none when empty) and children.
pub fn el(tag: &'static str, class: &'static str, children: impl Pieces) -> El {
    let mut el = El { tag, attributes: Vec::new(), children: Vec::new(), event: None };
    if !class.is_empty() {
        el.attributes.push(("class", class.to_owned()));
    }
    children.add_to(&mut el.children);
    el
}

impl El {
    /// Adds an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds an attribute where there is a value.
    pub fn maybe<V: Into<String>>(self, name: &'static str, value: Option<V>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Does something at an event of a form's control. Whatever else answers a click is a link.
    pub fn on(mut self, event: &'static str, handler: impl Fn(String) + Send + Sync + 'static) -> Self {
        self.event = Some((event, Arc::new(handler)));
        self
    }

    /// Acts when it is clicked.
    pub fn click(self, to: Callback<Act>, act: Act) -> Self {
        self.on("click", move |_| to.run(act.clone()))
    }
}

impl El {
    /// Whether an attribute is what a control holds: that is a property, set by [`set_value`], and never printed.
    fn holds(&self, name: &str) -> bool {
        name == "value" && self.event.is_some()
    }
}

/// Whatever can stand inside an element.
pub trait Pieces {
    /// Adds it to an element's children.
    fn add_to(self, list: &mut Vec<Piece>);
}

impl Pieces for Piece {
    fn add_to(self, list: &mut Vec<Piece>) {
        list.push(self);
    }
}

impl Pieces for El {
    fn add_to(self, list: &mut Vec<Piece>) {
        list.push(Piece::El(self));
    }
}

impl Pieces for String {
    fn add_to(self, list: &mut Vec<Piece>) {
        list.push(Piece::Text(self));
    }
}

impl Pieces for &str {
    fn add_to(self, list: &mut Vec<Piece>) {
        list.push(Piece::Text(self.to_owned()));
    }
}

impl Pieces for () {
    fn add_to(self, _: &mut Vec<Piece>) {}
}

impl<P: Pieces> Pieces for Option<P> {
    fn add_to(self, list: &mut Vec<Piece>) {
        if let Some(piece) = self {
            piece.add_to(list);
        }
    }
}

impl<P: Pieces> Pieces for Vec<P> {
    fn add_to(self, list: &mut Vec<Piece>) {
        for piece in self {
            piece.add_to(list);
        }
    }
}

macro_rules! pieces_in_a_row {
    ($($name:ident)+) => {
        impl<$($name: Pieces),+> Pieces for ($($name,)+) {
            #[allow(non_snake_case, reason = "a tuple's fields have the names of its types here")]
            fn add_to(self, list: &mut Vec<Piece>) {
                let ($($name,)+) = self;
                $($name.add_to(list);)+
            }
        }
    };
}
pieces_in_a_row!(A B);
pieces_in_a_row!(A B C);
pieces_in_a_row!(A B C D);
pieces_in_a_row!(A B C D E);
pieces_in_a_row!(A B C D E F);

/// Pieces that are drawn anew whenever what they read changes; one type for all, as above.
pub fn live(draw: impl Fn() -> Vec<Piece> + Send + 'static) -> AnyView {
    fn erased(draw: Box<dyn Fn() -> Vec<Piece> + Send>) -> AnyView {
        (move || draw()).into_any()
    }
    erased(Box::new(draw))
}

/// All pieces as one list.
pub fn pieces(from: impl Pieces) -> Vec<Piece> {
    let mut list = Vec::new();
    from.add_to(&mut list);
    list
}

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
        let hear = move |event: Event| {
            let call = Arc::clone(&now.borrow());
            call(event_target_value(&event));
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

fn rebuild_children(new: Vec<Piece>, parent: &Element, shown: &mut Vec<Shown>) {
    for mut gone in shown.drain(new.len().min(shown.len())..) {
        gone.unmount();
    }
    let mut new = new.into_iter();
    for (child, piece) in shown.iter_mut().zip(new.by_ref()) {
        piece.rebuild(child);
    }
    for piece in new {
        let mut child = piece.build();
        child.mount(parent, None);
        shown.push(child);
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

impl Piece {
    fn print(&self, html: &mut String) {
        let el = match self {
            Self::Text(text) => return escape(text, html),
            Self::El(el) => el,
        };
        html.extend(["<", el.tag]);
        for (name, value) in el.attributes.iter().filter(|(name, _)| !el.holds(name)) {
            html.extend([" ", name, "=\""]);
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        // The one void element among ours (HTML, "Void elements").
        if el.tag == "input" {
            return;
        }
        for child in &el.children {
            child.print(html);
        }
        html.extend(["</", el.tag, ">"]);
    }
}

/// Escapes text for an element's content or a quoted attribute (HTML, "Serializing HTML fragments").
fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}
