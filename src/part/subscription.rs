//! "Prenumerera på alla möten": a calendar that asks again by itself.

use super::{
    El, Env,
    el::el,
    section::{more, section, tap},
};

/// The link that a device answers by offering to subscribe, what that does, and the address for calendars that want it
/// pasted.
pub fn subscription(env: &Env) -> El {
    let text = env.text;
    let address = env.links.subscription();
    let by_hand = (el("p", "", text.subscribe_paste), el("p", "", tap(address.as_str(), address.as_str())));
    let way = el("p", "", tap(env.links.webcal(), text.subscribe));
    let lines = (el("p", "", text.subscribe_text), way, more("subscribe-more", text.subscribe_more, by_hand));
    section("subscribe", text.subscribe_title, lines)
}
