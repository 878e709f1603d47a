//! What is said of handing a dialogue on.

use super::table::table;

table! {
/// Each string once, as in [`super::Text`].
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub share: &'static str,
    pub copied: &'static str,
    pub by_hand: &'static str,
    pub print: &'static str,
    pub poster: &'static str,
}
}
