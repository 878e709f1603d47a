//! What is said of copies and of new versions of the app.

use super::table::{Pattern, table};

table! {
/// Each string once, as in [`super::Text`].
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub today_at: Pattern,
    pub yesterday_at: Pattern,
    pub fetched: Pattern,
    pub old_copy: &'static str,
    pub unkept: &'static str,
    pub new_version_title: &'static str,
    pub new_version_text: &'static str,
    pub new_version_show: &'static str,
}
}
