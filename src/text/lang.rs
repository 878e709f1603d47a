//! The languages of the app, and what languages are called.

use super::{Text, sv};

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Swedish.
    Sv,
}

/// The words of a language.
pub fn of(lang: Lang) -> &'static Text {
    match lang {
        Lang::Sv => &sv::SV,
    }
}

impl Text {
    /// A language's name in this language; its tag when the table lacks it.
    pub fn language_name<'a>(&self, tag: &'a str) -> &'a str {
        let plain = tag.split('-').next().unwrap_or(tag);
        let find = |wanted: &str| self.language_names.iter().find(|(t, _)| t.eq_ignore_ascii_case(wanted));
        find(tag).or_else(|| find(plain)).map_or(tag, |(_, name)| name)
    }

    /// `a, b och c`.
    pub fn join(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [start @ .., last] => format!("{} {} {last}", start.join(", "), self.and),
        }
    }
}
