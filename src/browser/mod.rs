//! The browser, one capability a file. Each answers Option or Result and never unwraps.
#![expect(clippy::disallowed_methods, reason = "this is the room that may ask")]

pub mod cache;
pub mod clock;
pub mod download;
pub mod fetch;
pub mod focus;
pub mod guest;
pub mod held;
pub mod page;
pub mod scroll;
pub mod share;
pub mod storage;
pub mod words;
pub mod worker;
