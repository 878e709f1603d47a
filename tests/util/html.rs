//! Reads printed HTML strictly: what a browser would have to mend, and what a resident would see.

use medborgardialoger::{
    domain::{
        feed::Feed,
        route::{Links, Route},
    },
    host::print,
};
use std::sync::Arc;

/// Where the tests print.
pub const BASE: &str = "/medborgardialoger/";

/// A page as it is printed.
#[track_caller]
pub fn printed(feed: Feed, path: &str, now: &str) -> String {
    let links = Links::new("https://exempel.example", BASE);
    print::page(Route::parse(path), Arc::new(feed), links, super::sv(), super::at(now))
}

/// Elements without an end (HTML, "Void elements").
const VOID: [&str; 4] = ["input", "br", "img", "meta"];

/// A tag with its attributes, or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    Open(&'a str, Vec<(&'a str, &'a str)>),
    Close(&'a str),
    Text(&'a str),
}

impl Token<'_> {
    /// An attribute of a tag.
    pub fn attr(&self, name: &str) -> Option<&str> {
        match self {
            Self::Open(_, attributes) => attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| *v),
            _ => None,
        }
    }
}

/// The tokens of a fragment; whatever is not well-formed panics: an open end, an attribute without quotes or said twice, a
/// comment.
#[track_caller]
pub fn tokens(html: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut open) = (Vec::new(), Vec::new());
    let mut rest = html;
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            assert!(!text.contains('>'), "a bare > in {text:?}");
            tokens.push(Token::Text(text));
            rest = after;
            continue;
        };
        let (tag, after) = tag.split_once('>').unwrap_or_else(|| panic!("no end of {rest:?}"));
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closes at {rest:?}");
            tokens.push(Token::Close(name));
            continue;
        }
        let (name, mut left) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "no tag: {tag:?}");
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        while !left.is_empty() {
            let (key, value) = left.split_once("=\"").unwrap_or_else(|| panic!("no value: {tag:?}"));
            let (value, more) = value.split_once('"').unwrap_or_else(|| panic!("no quote: {tag:?}"));
            assert!(attributes.iter().all(|(k, _)| *k != key) && !key.contains(' '), "{key} in {tag:?}");
            attributes.push((key, value));
            left = more.trim_start();
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
        tokens.push(Token::Open(name, attributes));
    }
    assert_eq!(open, [""; 0], "left open");
    tokens
}

/// The texts inside the first element with this attribute, in their order.
#[track_caller]
pub fn texts<'a>(html: &'a str, name: &str, value: &str) -> Vec<&'a str> {
    let tokens = tokens(html);
    let start = tokens.iter().position(|t| t.attr(name) == Some(value));
    let start = start.unwrap_or_else(|| panic!("nothing has {name}={value:?}:\n{html}"));
    let (mut depth, mut found) = (0, Vec::new());
    for token in &tokens[start..] {
        match token {
            Token::Open(tag, _) if !VOID.contains(tag) => depth += 1,
            Token::Close(_) => depth -= 1,
            Token::Text(text) => found.push(*text),
            Token::Open(..) => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// All values of an attribute, in the order of the page.
#[track_caller]
pub fn all(html: &str, name: &str) -> Vec<String> {
    tokens(html).iter().filter_map(|t| t.attr(name).map(str::to_owned)).collect()
}
