//! The words themselves, for the native doors. The app must not ask here: `dev` looks into the wasm for words.

use super::{Lang, Text, en, fi, poster, simple, sv};

/// The words of a language.
pub fn of(lang: Lang) -> &'static Text {
    match lang {
        Lang::Sv => &sv::TEXT,
        Lang::Simple => &simple::TEXT,
        Lang::Fi => &fi::TEXT,
        Lang::En => &en::TEXT,
    }
}

/// What a poster says that no page of the app says.
pub fn of_poster(lang: Lang) -> &'static poster::Words {
    match lang {
        Lang::Sv => &sv::POSTER,
        Lang::Simple => &simple::POSTER,
        Lang::Fi => &fi::POSTER,
        Lang::En => &en::POSTER,
    }
}
