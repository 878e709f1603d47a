//! The ways to the same page in the other languages.

use super::{
    El,
    el::el,
    section::{list, tap},
};
use crate::{domain::lang::Lang, text::Text};

/// A link for each language but the reader's own, in its own words (WCAG 3.1.2), to the address that `href` says.
pub fn languages(text: &Text, own: Lang, href: impl Fn(Lang) -> String) -> El {
    let others = Lang::ALL.into_iter().zip(text.own_names).filter(|(lang, _)| *lang != own);
    let links = others.map(|(lang, name)| {
        el("li", "", tap(href(lang), name).attr("lang", lang.tag()).attr("hreflang", lang.tag()))
    });
    el("nav", "languages", list("languages-list", links.collect())).attr("aria-label", text.language)
}
