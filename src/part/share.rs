//! Ways to hand a dialogue on: "Dela" and "Skriv ut".

use super::{
    Act, El, Env, Piece,
    el::{el, pieces},
};
use crate::{
    domain::{dialogue::Dialogue, meeting::Meeting, route::Route, share::Shared},
    text::entry,
};
use leptos::prelude::{Callback, Get};

/// The buttons, for the row of `actions`, and under it the line that tells what became of it: there from the first, since a screen
/// reader hears only what changes in it. `ahead` is the meeting that the page shows, if it is not over.
pub fn share(
    env: &Env,
    dialogue: &Dialogue,
    ahead: Option<&Meeting>,
    act: Callback<Act>,
) -> (Vec<Piece>, El) {
    let text = env.text;
    let address = env.links.absolute(&Route::Dialogue(dialogue.id.clone()));
    let told = match env.told.map_or(Shared::Untold, |told| told.get().shared) {
        Shared::Untold => Vec::new(),
        Shared::Copied => pieces(text.share.copied),
        // All of it is marked by one tap.
        Shared::Refused => pieces((text.share.by_hand, " ", el("span", "share-address", address.as_str()))),
    };
    let button = |label, does| el("button", "button-plain", label).attr("type", "button").click(act, does);
    let words = entry::share(text, dialogue, ahead);
    // Another's page is printed with all that stands around.
    let print = (!env.links.is_guest()).then(|| button(text.share.print, Act::Print));
    let buttons = (button(text.share.share, Act::Share(words, address)), print);
    (pieces(buttons), el("p", "share-told", told).attr("role", "status"))
}
