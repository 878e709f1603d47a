//! The words themselves, for the native doors. The app must not ask here: `dev` looks into the wasm for words.

use super::{Lang, Text, poster, sv};

/// The words of a language.
pub fn of(lang: Lang) -> &'static Text {
    match lang {
        Lang::Sv => &sv::TEXT,
    }
}

/// What a poster says that no page of the app says.
pub fn of_poster(lang: Lang) -> &'static poster::Words {
    match lang {
        Lang::Sv => &sv::POSTER,
    }
}
