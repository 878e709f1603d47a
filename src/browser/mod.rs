//! The browser, one capability a file. Each answers Option or Result and never unwraps.

pub mod clock;
pub mod download;
pub mod fetch;
pub mod focus;
pub mod page;
pub mod scroll;
