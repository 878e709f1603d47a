//! Writes JSON. serde_json's own writer would bring the exact printing of floats, 10 KB of tables.

use crate::domain::fault::number;
use serde_json::Value;
use std::fmt::Write;

/// A value as compact JSON, fields in the order of the map (alphabetical). A fraction keeps six decimals; the stored
/// form has none of its own.
pub fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(bool) => out.push_str(if *bool { "true" } else { "false" }),
        Value::Number(n) => out.push_str(&number(n)),
        Value::String(text) => quote(text, out),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(fields) => {
            out.push('{');
            for (i, (name, field)) in fields.iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                quote(name, out);
                out.push(':');
                write(field, out);
            }
            out.push('}');
        }
    }
}

/// A string with the escapes that RFC 8259 §7 asks for, and no others.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Writing to a String never fails.
            c if c < ' ' => drop(write!(out, "\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
