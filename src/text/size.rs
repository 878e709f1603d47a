//! A document's type and size in words.

use super::{
    Text,
    table::{Pattern, Plural, table},
};
use crate::domain::document::Document;

table! {
/// Each string once, as in [`super::Text`].
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub bytes: Plural,
    pub kilobytes: Pattern,
    pub megabytes: Pattern,
    pub decimal: &'static str,
    pub text_file: &'static str,
}
}

/// `PDF, 1,2 MB`; empty when the feed tells neither. Sizes are decimal (IEC 80000-13), as file managers show them.
pub fn facts(text: &Text, document: &Document) -> String {
    let kind = document.media_type.as_deref().map(|media_type| kind(text, media_type));
    let size = document.bytes.map(|bytes| size(text, bytes));
    [kind, size].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn kind(text: &Text, media_type: &str) -> String {
    let word = match media_type.split(';').next().unwrap_or_default().trim() {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/msword" => {
            "Word"
        }
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "Excel",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "PowerPoint",
        "text/plain" => text.size.text_file,
        other => other.rsplit('/').next().unwrap_or(other),
    };
    if word.len() <= 3 { word.to_ascii_uppercase() } else { word.to_owned() }
}

/// Bytes, as a language writes them: `180 kB`, `1,2 MB`.
pub fn size(text: &Text, bytes: u32) -> String {
    match bytes {
        0..=999 => text.size.bytes.number(bytes as usize),
        1_000..=999_499 => text.size.kilobytes.number(i64::from((bytes + 500) / 1_000)),
        _ => {
            let tenths = (u64::from(bytes) + 50_000) / 100_000;
            text.size.megabytes.with(&format!("{}{}{}", tenths / 10, text.size.decimal, tenths % 10))
        }
    }
}
