//! The way back to the list.

use super::{El, Env, el::el};
use crate::domain::route::Route;

/// `‹ Alla dialoger`.
pub fn back_link(env: &Env) -> El {
    let arrow = el("span", "", "‹\u{a0}").attr("aria-hidden", "true");
    el("a", "back-link tap", (arrow, env.text.back_to_list)).attr("href", env.links.href(&Route::List))
}
