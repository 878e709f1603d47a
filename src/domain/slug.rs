//! A name that can stand in an address.

use std::fmt;

/// Lower-case ASCII letters, digits and single hyphens, as in `torshalla-stads-namnd`; at most 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// Takes a text that is a slug already; anything else is refused, never mended, since an id must not change.
    pub fn new(text: &str) -> Option<Self> {
        let fits = |word: &str| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        (text.len() <= 80 && text.split('-').all(fits)).then(|| Self(text.to_owned()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
