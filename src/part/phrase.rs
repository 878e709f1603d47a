//! A text of the feed in a line.

use super::{Env, Piece, el::el};
use crate::domain::localized::Localized;

/// The text in the reader's language; one in another language carries its `lang`, and its `dir` where it runs from
/// right to left (WCAG 3.1.2).
pub fn phrase(env: &Env, text: &Localized) -> Piece {
    let phrase = text.get(env.text.tag);
    match phrase.lang {
        None => Piece::Text(phrase.text.to_owned()),
        Some(lang) => Piece::El(el("span", "", phrase.text).attr("lang", lang).maybe("dir", phrase.dir())),
    }
}
