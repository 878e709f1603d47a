//! The way from paper back to the page.

use super::{El, Env, el::el};
use crate::domain::{dialogue::Dialogue, route::Route};

/// The QR code and the address in words, for paper only (style/print.css). On a screen it is clipped and not
/// `display: none` or `loading="lazy"`: engines differ in whether they wait for such a picture when one prints. This way
/// it has come long before, last of all files. Where it can't be had, as without a network, the address stands alone.
pub fn qr(env: &Env, dialogue: &Dialogue) -> El {
    let code = el("img", "", ())
        .attr("fetchpriority", "low")
        .attr("alt", "")
        .attr("src", env.links.qr(&dialogue.id));
    let address = env.links.absolute(&Route::Dialogue(dialogue.id.clone()));
    el("p", "qr visually-hidden", (code, el("span", "", address))).attr("aria-hidden", "true")
}
