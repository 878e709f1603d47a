//! Components that know no page. Each draws one thing from values; what it must ask of its host stands in [`Env`].

pub mod aloud;
pub mod back_link;
pub mod body;
pub mod calendar_link;
pub mod card;
pub mod chips;
pub mod contacts;
pub mod date_block;
pub mod depth;
pub mod documents;
pub mod el;
pub mod facts;
pub mod filter_bar;
pub mod follow;
pub mod hit_count;
pub mod languages;
pub mod meetings;
pub mod news;
pub mod notice;
pub mod participants;
pub mod phases;
pub mod phrase;
pub mod qr;
pub mod results;
pub mod section;
pub mod share;
pub mod shown;
pub mod subscription;
pub mod take_part;
pub mod time;
pub mod years;

use date_block::date_block;
use el::{El, Piece};
use phrase::phrase;
use time::{slot_time, when_time};

use crate::{
    domain::{
        filter::Filter,
        live::Older,
        route::Links,
        saved::{Change, Keeping},
        share::Shared,
        when::Instant,
    },
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
    /// Whether older dialogues are being fetched, or can't be; `None` where nobody could fetch them, as in print.
    pub older: Option<Signal<Older>>,
    /// What the browser has to tell; `None` in print.
    pub told: Option<RwSignal<Told>>,
    /// What the resident follows; `None` in print.
    pub saved: Option<RwSignal<Arc<Keeping>>>,
    /// Turns a calendar file into an address that a link can have.
    pub calendar_href: CalendarHref,
}

/// What a browser has to tell of the app itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// A new version of the app waits for the resident's consent.
    pub newer: bool,
    /// Nothing can be kept for when there is no network.
    pub unkept: bool,
    /// What became of an address that was to be handed on.
    pub shared: Shared,
}

impl Env {
    /// Whether this is a print, which stays as it is while time goes on.
    pub fn is_print(&self) -> bool {
        self.older.is_none()
    }

    /// What the resident follows; in print nobody follows anything. Whatever draws it is drawn anew when it changes.
    pub fn keeping(&self) -> Arc<Keeping> {
        self.saved.map(|saved| saved.get()).unwrap_or_default()
    }
}

/// See [`Env::calendar_href`]. Called while a view is built; the host frees what it holds when the view goes.
pub type CalendarHref = Arc<dyn Fn(&CalendarFile) -> String + Send + Sync>;

/// A calendar file that a resident can save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// Where its print lies: [`Links::calendar`].
    pub address: String,
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
    /// Takes the new version of the app.
    Renew,
    /// Follows something, lets it go, has seen its news, or has put it into a calendar.
    Save(Change),
    /// Hands on a page: words for those who see no title, and its full address.
    Share(String, String),
    /// Prints the page.
    Print,
}

/// Joins facts of one line with a middle dot that never begins a line.
pub fn dotted(facts: Vec<Piece>) -> Vec<Piece> {
    let mut line = Vec::with_capacity(2 * facts.len());
    for fact in facts {
        if !line.is_empty() {
            line.push(Piece::Text("\u{a0}· ".to_owned()));
        }
        line.push(fact);
    }
    line
}
