//! An address handed on by the device's own sheet, else copied. The browser is asked by `public/start.js`, at a fifth of
//! what that would weigh here.

use super::cache::ask;
use crate::domain::share::Shared;
use web_sys::HtmlElement;

/// Hands on an address, with words for those who see no title. Call it while a click is being answered: browsers allow
/// it to nobody else.
pub async fn share(node: &HtmlElement, words: &str, address: &str) -> Shared {
    match ask(node, "share", &[words.into(), address.into()]).await {
        Some(copied) if copied.as_bool() == Some(true) => Shared::Copied,
        Some(_) => Shared::Untold,
        None => Shared::Refused,
    }
}
