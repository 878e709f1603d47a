//! What a server answers where there is nothing: the app's page in Swedish, and the same in Finnish and English, since
//! nobody knows yet who asks. Easy Swedish says it in the very words.

use super::{Press, page};
use crate::{
    domain::{lang::Lang, route::Route},
    part::{
        el::{Piece, el},
        section::tap,
    },
    text::of,
};
use leptos::prelude::{Owner, RenderHtml};
use std::sync::Arc;

/// The HTML of its body.
pub fn not_found(press: &Press) -> String {
    let own = page(Route::Missing, Arc::clone(press.feed), press.links.clone(), press.text(), press.now);
    let others = [Lang::Fi, Lang::En].into_iter().map(|lang| {
        let (text, home) = (of(lang), press.links.speaking(lang).href(&Route::List));
        let words = (el("strong", "", text.missing_title), " ", tap(home, text.missing_back));
        Piece::El(el("p", "group-more", words).attr("lang", text.tag)).to_html()
    });
    let others = Owner::new().with(|| others.collect::<String>());
    own.replacen("</main>", &format!("{others}</main>"), 1)
}
