//! What a poster says that no page of the app says.

use super::table::{Pattern, table};

table! {
/// Each string once; apart from [`super::Text`], since no resident's app draws posters.
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub page_title: Pattern,
    pub kind: &'static str,
    pub back: &'static str,
    pub how_to_print: &'static str,
    pub read_and_say: &'static str,
    pub read: &'static str,
}
}
