//! A thing of schema.org, and a graph of them as text that is safe inside HTML.

use serde_json::{Map, Value, json};

/// A thing with those of its properties that are known.
pub struct Thing(Map<String, Value>);

impl Thing {
    /// A thing of a type.
    pub fn new(kind: &str) -> Self {
        Self(Map::new()).put("@type", Some(kind))
    }

    /// Sets a property, if it has a value.
    pub fn put(mut self, property: &str, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.0.insert(property.to_owned(), value.into());
        }
        self
    }

    /// Sets a property to all these values: a single one stands alone, none leaves it out.
    pub fn all(self, property: &str, values: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        let value = if values.len() > 1 { Some(Value::Array(values)) } else { values.pop() };
        self.put(property, value)
    }

    /// A reference to it.
    pub fn id(&self) -> Option<Value> {
        self.0.get("@id").and_then(Value::as_str).map(reference)
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        Self::Object(thing.0)
    }
}

/// Says that a thing is the one with this `@id`.
pub fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

/// A graph as text. In HTML only `</script` and `<!--` could end or distort it, so no `<` is left; the other escapes
/// are for readers that take JSON for JavaScript or the page for XML.
pub fn script(graph: Vec<Thing>) -> String {
    let graph: Vec<Value> = graph.into_iter().map(Into::into).collect();
    let text = json!({"@context": "https://schema.org", "@graph": graph}).to_string();
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => safe.push(c),
        }
    }
    safe
}
