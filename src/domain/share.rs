//! A page's address, handed on.

/// What there is to tell of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shared {
    /// Nothing: nobody asked, or the device's own sheet said it all.
    #[default]
    Untold,
    /// It was copied.
    Copied,
    /// The browser neither hands it on nor copies it.
    Refused,
}
