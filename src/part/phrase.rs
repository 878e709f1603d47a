//! A text of the feed in a line.

use super::Env;
use crate::domain::localized::Localized;
use leptos::prelude::*;

/// The text in the reader's language; one in another language carries its `lang`, and its `dir` where it runs from
/// right to left (WCAG 3.1.2).
pub fn phrase(env: &Env, text: &Localized) -> AnyView {
    let phrase = text.get(env.text.tag);
    let words = phrase.text.to_owned();
    match phrase.lang {
        None => words.into_any(),
        Some(lang) => view! { <span lang=lang.to_owned() dir=phrase.dir()>{words}</span> }.into_any(),
    }
}
