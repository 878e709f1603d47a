//! The words themselves: what the core and the publisher know of all languages. The app reads those of its page's
//! language from a file instead ([`super::table::read`]).

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

/// A word for each kind, by name: all of them, in the order of the enum.
macro_rules! by {
    ($kind:ident { $($case:ident: $word:expr),+ $(,)? }) => {{
        const fn all(kind: $kind) -> usize {
            match kind { $($kind::$case => kind as usize),+ }
        }
        const {
            let mut place = 0;
            $(assert!(all($kind::$case) == place, "in the order of the enum"); place += 1;)+
            let _ = place;
        }
        $crate::text::table::By::new([$($word),+])
    }};
}
pub(super) use by;
