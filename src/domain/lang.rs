//! The languages of the app, and where the pages of each stand.

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Swedish.
    Sv,
    /// Easy-read Swedish.
    Simple,
    /// Finnish: the law gives a right to it in an administrative area such as Eskilstuna (2009:724).
    Fi,
    /// English.
    En,
}

impl Lang {
    /// All there are, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Sv, Self::Simple, Self::Fi, Self::En];

    /// Its BCP 47 tag, for `lang` and for the feed's texts (feed.md: Text).
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::Simple => "sv-simple",
            Self::Fi => "fi",
            Self::En => "en",
        }
    }

    /// The folder of its pages below the base, with a slash at its end; Swedish has none of its own.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Sv => "",
            Self::Simple => "lattlast/",
            Self::Fi => "fi/",
            Self::En => "en/",
        }
    }

    /// What it is called in names of files: its folder, and `sv` for Swedish.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            _ => self.folder().trim_end_matches('/'),
        }
    }
}
