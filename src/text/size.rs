//! A document's type and size in words.

use crate::domain::document::Document;

/// `PDF, 1,2 MB`; empty when the feed tells neither. Sizes are decimal (IEC 80000-13), as file managers show them.
pub fn facts(document: &Document) -> String {
    let kind = document.media_type.as_deref().map(kind);
    let size = document.bytes.map(size);
    [kind, size].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn kind(media_type: &str) -> String {
    let word = match media_type.split(';').next().unwrap_or_default().trim() {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/msword" => {
            "Word"
        }
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "Excel",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "PowerPoint",
        "text/plain" => "Text",
        other => other.rsplit('/').next().unwrap_or(other),
    };
    if word.len() <= 3 { word.to_ascii_uppercase() } else { word.to_owned() }
}

/// Bytes with a decimal comma: `180 kB`, `1,2 MB`.
pub fn size(bytes: u32) -> String {
    match bytes {
        0..=999 => format!("{bytes} byte"),
        1_000..=999_499 => format!("{} kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (u64::from(bytes) + 50_000) / 100_000;
            format!("{},{} MB", tenths / 10, tenths % 10)
        }
    }
}
