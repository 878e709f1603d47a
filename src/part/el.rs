//! A piece of page as a value: text, or an element with attributes and children.
//!
//! `view!` gives each tag, set of attributes and list of children a type of its own, and each type its own code; for
//! this app that was 60 KB of brotli, more than a phone should fetch. So the pages are made of these pieces, which share
//! one type. They are patched in place where tag and attributes stay, so that focus and what is being typed stay too.

use super::{Act, depth::Depth};
use leptos::prelude::*;
use std::sync::Arc;

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
    pub(super) tag: &'static str,
    pub(super) key: Option<String>,
    pub(super) attributes: Vec<(&'static str, String)>,
    pub(super) children: Vec<Piece>,
    pub(super) event: Option<(&'static str, Handler)>,
}

/// What an element does with an event; it is given the element's value (empty for a click).
pub type Handler = Arc<dyn Fn(String) + Send + Sync>;

/// An element with a class (none when empty) and children.
pub fn el(tag: &'static str, class: &'static str, children: impl Pieces) -> El {
    let mut el = El { tag, key: None, attributes: Vec::new(), children: Vec::new(), event: None };
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

    /// Says which of its kind it is among its siblings: it stays itself when others come and go.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Does something at an event of a form's control, or when a link is followed too.
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
    /// Whether an attribute is what a control holds: that is a property, set when it is shown.
    pub(super) fn holds(&self, name: &str) -> bool {
        name == "value" && self.event.is_some()
    }
}

impl Piece {
    /// See [`El::key`].
    pub(super) fn key(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::El(el) => el.key.as_deref(),
        }
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
        let depth = use_context::<Depth>();
        let draw = move || {
            let mut pieces = draw();
            if let Some(depth) = depth {
                depth.fit(&mut pieces);
            }
            pieces
        };
        draw.into_any()
    }
    erased(Box::new(draw))
}

/// All pieces as one list.
pub fn pieces(from: impl Pieces) -> Vec<Piece> {
    let mut list = Vec::new();
    from.add_to(&mut list);
    list
}

impl Piece {
    /// Prints it as HTML text.
    pub(super) fn print(&self, html: &mut String) {
        match self {
            Self::Text(text) => escape(text, html),
            Self::El(el) => el.print(html, ""),
        }
    }
}

impl El {
    fn has(&self, name: &str, value: &str) -> bool {
        self.attributes.iter().any(|(n, v)| *n == name && v == value)
    }

    /// `chosen` is what the select around it holds: of a select the chosen option says so, an input says it itself
    /// (HTML, "The select element"). What is empty need not be said.
    fn print(&self, html: &mut String, chosen: &str) {
        let held = self.attributes.iter().find(|(name, _)| self.holds(name)).map_or("", |(_, value)| value);
        html.extend(["<", self.tag]);
        for (name, value) in &self.attributes {
            if self.holds(name) && (self.tag != "input" || value.is_empty()) {
                continue;
            }
            html.extend([" ", name, "=\""]);
            escape(value, html);
            html.push('"');
        }
        if self.tag == "option" && !chosen.is_empty() && self.has("value", chosen) {
            html.push_str(" selected=\"\"");
        }
        html.push('>');
        // The void elements among ours (HTML, "Void elements").
        if ["input", "img"].contains(&self.tag) {
            return;
        }
        for child in &self.children {
            match child {
                Piece::Text(text) => escape(text, html),
                Piece::El(child) => child.print(html, held),
            }
        }
        html.extend(["</", self.tag, ">"]);
    }
}

/// Escapes text for an element's content or a quoted attribute (HTML, "Serializing HTML fragments").
pub fn escape(text: &str, html: &mut String) {
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
