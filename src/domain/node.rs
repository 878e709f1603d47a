//! A place in the feed's JSON that knows its path, so that every fault can say where it is.

use super::{
    fault::{Expected, Fault, Found},
    place::Degrees,
    slug::Slug,
};
use serde_json::Value;
use std::cell::RefCell;

/// Where the faults of one reading are gathered, and what holds for all of it.
pub(super) struct Reading {
    /// The language of plain strings (BCP 47).
    pub language: String,
    /// The dialogue being read.
    pub item: RefCell<String>,
    /// The faults so far, in the order of the file.
    pub faults: RefCell<Vec<Fault>>,
}

enum Key<'a> {
    Field(&'a str),
    Index(usize),
}

/// A JSON value and the way to it.
pub(super) struct Node<'a> {
    value: &'a Value,
    way: Option<(&'a Node<'a>, Key<'a>)>,
    reading: &'a Reading,
}

/// `null` stands for what is absent.
static ABSENT: Value = Value::Null;

impl<'a> Node<'a> {
    /// The whole document.
    pub fn root(value: &'a Value, reading: &'a Reading) -> Self {
        Self { value, way: None, reading }
    }

    fn child(&'a self, value: &'a Value, key: Key<'a>) -> Self {
        Node { value, way: Some((self, key)), reading: self.reading }
    }

    /// The language of plain strings.
    pub fn language(&self) -> &'a str {
        &self.reading.language
    }

    /// Says which dialogue the coming faults belong to.
    pub fn begin_item(&self, id: &str) {
        self.reading.item.replace(id.to_owned());
    }

    /// Whether it is an object.
    pub fn is_object(&self) -> bool {
        self.value.is_object()
    }

    /// Reports that this place holds something else than it can.
    pub fn fault(&self, expected: Expected) {
        let fault = Fault {
            item: self.reading.item.borrow().clone(),
            path: self.path(),
            found: Found::new(self.value),
            expected,
        };
        self.reading.faults.borrow_mut().push(fault);
    }

    /// Whether a fault in it has been reported, so that it need not be reported as empty too.
    pub fn is_faulty(&self) -> bool {
        let path = self.path();
        self.reading.faults.borrow().iter().any(|fault| fault.path.starts_with(&path))
    }

    fn path(&self) -> String {
        match &self.way {
            None => String::new(),
            Some((parent, Key::Index(i))) => format!("{}[{i}]", parent.path()),
            Some((parent, Key::Field(name))) => match parent.path() {
                path if path.is_empty() => (*name).to_owned(),
                path => format!("{path}.{name}"),
            },
        }
    }

    // Not inlined anywhere: a feed has some 150 fields.
    #[inline(never)]
    fn at(&'a self, key: &'a str) -> Self {
        self.child(self.value.get(key).unwrap_or(&ABSENT), Key::Field(key))
    }

    /// A field that may be absent (or null); what `read` refuses has been reported and counts as absent.
    pub fn field<T>(&self, key: &str, read: impl Fn(&Node) -> Option<T>) -> Option<T> {
        let node = self.at(key);
        if node.value.is_null() { None } else { read(&node) }
    }

    /// A field that must be there; its absence is reported as well.
    pub fn required<T>(&self, key: &str, expected: Expected, read: impl Fn(&Node) -> Option<T>) -> Option<T> {
        let node = self.at(key);
        if node.value.is_null() {
            node.fault(expected);
            return None;
        }
        read(&node)
    }

    /// The items of a list field, without those that `read` refuses; empty when absent.
    pub fn list<T>(&self, key: &str, read: impl Fn(&Node) -> Option<T>) -> Vec<T> {
        let mut items = Vec::new();
        self.each(key, &mut |node| items.extend(read(node)));
        items
    }

    #[inline(never)]
    fn each(&self, key: &str, see: &mut dyn FnMut(&Node)) {
        let node = self.at(key);
        match node.value {
            Value::Null => {}
            Value::Array(values) => {
                for (i, value) in values.iter().enumerate() {
                    see(&node.child(value, Key::Index(i)));
                }
            }
            _ => node.fault(Expected::List),
        }
    }

    /// The fields of an object.
    pub fn entries(&'a self) -> impl Iterator<Item = (&'a str, Node<'a>)> {
        self.value.as_object().into_iter().flatten().map(|(k, v)| (k.as_str(), self.child(v, Key::Field(k))))
    }

    /// Reports anything but an object.
    pub fn object(&self) -> Option<()> {
        self.check(self.is_object().then_some(()), Expected::Object)
    }

    fn check<T>(&self, value: Option<T>, expected: Expected) -> Option<T> {
        if value.is_none() {
            self.fault(expected);
        }
        value
    }

    /// A string that `parse` accepts.
    pub fn parse<T>(&self, expected: Expected, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.check(self.value.as_str().map(str::trim).and_then(parse), expected)
    }

    /// One of a table's words.
    pub fn one_of<T: Copy>(&self, words: &'static str, values: &[T]) -> Option<T> {
        let nth = |s: &str| words.split(", ").position(|word| word == s);
        self.parse(Expected::OneOf(words), |s| values.get(nth(s)?).copied())
    }

    /// A whole number from 0 to `limit`.
    pub fn number_up_to(&self, limit: u32) -> Option<u32> {
        let number = self.value.as_u64().and_then(|n| n.try_into().ok());
        self.check(number.filter(|n| *n <= limit), Expected::Number)
    }

    /// A coordinate within ±`limit` degrees.
    pub fn degrees(&self, limit: u8) -> Option<Degrees> {
        self.check(self.value.as_f64().and_then(|d| Degrees::new(d, limit)), Expected::Degrees)
    }
}

/// A string that says something, without blanks around it; blanks stand for control characters, which HTML has no
/// place for.
pub(super) fn text(node: &Node) -> Option<String> {
    node.parse(Expected::Text, |s| {
        let s = s.replace(is_control, " ");
        let s = s.trim();
        (!s.is_empty()).then(|| s.to_owned())
    })
}

/// U+0000 to U+001F but tab and the ends of lines, and U+007F to U+009F.
pub(super) fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// A whole number from 0 up.
pub(super) fn number(node: &Node) -> Option<u32> {
    node.number_up_to(u32::MAX)
}

/// true or false.
pub(super) fn bool(node: &Node) -> Option<bool> {
    node.check(node.value.as_bool(), Expected::Bool)
}

/// Reads items and drops those whose id an earlier one has.
pub(super) fn unique<T>(
    read: impl Fn(&Node) -> Option<T>,
    id: impl Fn(&T) -> &Slug,
) -> impl Fn(&Node) -> Option<T> {
    let seen = RefCell::new(Vec::<Slug>::new());
    move |node| {
        let item = read(node)?;
        let place = seen.borrow().binary_search(id(&item));
        if let Err(place) = place {
            seen.borrow_mut().insert(place, id(&item).clone());
            return Some(item);
        }
        // `required` names the field; the reader refuses what it finds there.
        node.required("id", Expected::UniqueId, |n| {
            n.fault(Expected::UniqueId);
            None
        })
    }
}
