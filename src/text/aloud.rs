//! What is said on the buttons that read a page aloud.

use super::table::table;

table! {
/// Each string once, as in [`super::Text`].
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub play: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub stop: &'static str,
}
}
