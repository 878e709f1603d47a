//! What a citizen dialogue is: pure values and rules. No Leptos, no clock, no language, no browser.
//!
//! Bytes become values once, in [`feed`]; everything after that can trust its types.

pub mod archive;
pub mod body;
pub mod calendar;
pub mod check;
pub mod criterion;
pub mod dialogue;
pub mod document;
pub mod doubt;
pub mod excerpt;
pub mod fault;
pub mod feed;
pub mod filter;
pub mod ics;
pub mod lang;
pub mod link;
pub mod live;
pub mod localized;
pub mod meeting;
mod node;
pub mod organiser;
pub mod outcome;
pub mod phase;
pub mod place;
pub mod route;
pub mod saved;
pub mod search;
pub mod share;
pub mod slug;
pub mod stage;
pub mod take_part;
pub mod when;
