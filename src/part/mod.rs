//! Components that know no page. Each draws one thing from values; what it must ask of its host stands in [`Env`].

mod body;
mod calendar_link;
mod card;
mod contacts;
mod date_block;
mod documents;
mod facts;
mod filter_bar;
mod hit_count;
mod meetings;
mod notice;
mod participants;
mod phases;
mod phrase;
mod results;
mod section;
mod take_part;
mod time;

pub use body::Body;
pub use calendar_link::CalendarLink;
pub use card::{Card, nearness};
pub use contacts::Contacts;
pub use date_block::date_block;
pub use documents::Documents;
pub use facts::{fact, meeting_facts, state_line};
pub use filter_bar::{Chips, FilterBar, criterion_name};
pub use hit_count::HitCount;
pub use meetings::Meetings;
pub use notice::{Faults, Notice};
pub use participants::Participants;
pub use phases::Phases;
pub use phrase::phrase;
pub use results::ResultsSection;
pub use section::section;
pub use take_part::TakePartList;
pub use time::{slot_time, when_time};

use crate::{
    domain::{filter::Filter, route::Links, when::Instant},
    text::Text,
};
use leptos::prelude::*;
use std::sync::Arc;

/// All that a part or page may ask of its host. The hosts differ in these answers and in nothing else.
#[derive(Clone)]
pub struct Env {
    /// The words.
    pub text: &'static Text,
    /// The maker of links.
    pub links: Arc<Links>,
    /// What time it is; changes once a minute in a browser, never in print.
    pub now: Signal<Instant>,
    /// Turns a calendar file into an address that a link can have.
    pub calendar_href: CalendarHref,
}

/// See [`Env::calendar_href`]. Called while a view is built; the host frees what it holds when the view goes.
pub type CalendarHref = Arc<dyn Fn(&CalendarFile) -> String + Send + Sync>;

/// A calendar file that a resident can save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// Its name, with `.ics`.
    pub name: String,
    /// Its text (RFC 5545).
    pub text: String,
}

/// What a resident does that changes more than a view: the only way up.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Types in the search field: the list follows at once, the address is replaced.
    Type(Filter),
    /// Chooses a filter or more rows: the address gets an entry that Back undoes.
    Choose(Filter),
    /// Asks for the feed once more.
    Retry,
    /// Asks for the next page of the feed.
    Older,
}

/// Joins facts of one line with a middle dot that never begins a line.
pub fn dotted(facts: impl IntoIterator<Item = AnyView>) -> AnyView {
    let joined: Vec<AnyView> = facts
        .into_iter()
        .enumerate()
        .map(|(i, fact)| if i == 0 { fact } else { ("\u{a0}· ", fact).into_any() })
        .collect();
    joined.into_any()
}
