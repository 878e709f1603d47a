//! Every word a resident reads. Pure: a [`Text`] a language, and functions that put values into words.
//!
//! The words are data. The publisher holds those of all languages ([`of`]); the app asks for none of them, so that none
//! come into the wasm, and reads its page's language from a file instead ([`Text::read`], table.rs).

mod all;
pub mod aloud;
pub mod by;
pub mod check;
pub mod date;
pub mod embed;
mod en;
pub mod entry;
pub mod fault;
mod fi;
mod lang;
pub mod news;
pub mod offline;
pub mod poster;
pub mod publish;
pub mod share;
mod simple;
pub mod size;
pub mod statement;
mod sv;
pub mod table;
pub mod trouble;

pub use crate::domain::lang::Lang;
pub use all::{of, of_poster};
pub use lang::{OWN_NAMES, TAGS};
pub use trouble::Advice;

use crate::domain::{
    criterion::Attend,
    dialogue::Group,
    meeting::Status,
    phase::PhaseState,
    place::Access,
    stage::{Level, Stage},
    take_part::TakePartKind,
};
use by::By;
use table::{Pattern, Plural, table};

table! {
/// Each string of the interface once; a [`Pattern`] or a [`Plural`] where a name or a number goes in.
///
/// A language that lacks a word does not compile. The field names say where a word stands.
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Text {
    /// BCP 47 tag of the language, for `lang` and for the feed's texts.
    pub tag: &'static str,
    /// Of a page without a print: that the app is late, and that it can't come (public/start.js finds both by their lines).
    pub slow_start: &'static str,
    pub no_start: &'static str,
    /// To a reader of this language who has a page in another before her; and the way to take that no more.
    pub offer: &'static str,
    pub offer_no: &'static str,
    /// Before the ways to the other languages, and what each of those calls itself ([`OWN_NAMES`]).
    pub language: &'static str,
    pub own_names: [&'static str; 4],
    pub app: &'static str,
    pub skip: &'static str,
    pub page_title: Pattern,
    pub list_title: &'static str,
    pub intro_more: &'static str,
    pub data_updated: &'static str,
    pub to_publisher: Pattern,
    pub open_data: &'static str,
    /// To the page that says how accessible the app is.
    pub accessibility: &'static str,
    pub fetching: &'static str,
    /// Before the date of a print that nothing newer can be had for: `Sidan är från `.
    pub stale: &'static str,
    /// Under a print: on which day it was made.
    pub printed: Pattern,
    /// Why nothing newer is shown, given what went wrong: `Det gick inte att hämta något nyare. Vi fick inget svar.`
    pub no_newer: Pattern,
    pub retry: &'static str,
    pub offline: offline::Words,
    pub trouble: trouble::Words,
    pub faults_title: Plural,
    pub faults_text: &'static str,
    pub faults_show: &'static str,
    pub fault: fault::Words,
    pub groups: By<Group, 3>,
    pub group_of_one: By<Group, 3>,
    pub nothing_ahead_title: &'static str,
    pub nothing_ahead_text: &'static str,
    pub see_ongoing: &'static str,
    pub see_ended: &'static str,
    pub nothing_at_all_title: &'static str,
    pub nothing_at_all_text: &'static str,
    pub show_more: Pattern,
    pub archive: &'static str,
    pub archive_title: Pattern,
    pub archive_none_title: Pattern,
    pub archive_none_text: &'static str,
    pub subscribe_title: &'static str,
    pub subscribe_text: &'static str,
    pub subscribe: &'static str,
    pub subscribe_more: &'static str,
    pub subscribe_paste: &'static str,
    pub no_app: &'static str,
    pub filter_form: &'static str,
    pub search: &'static str,
    pub district: &'static str,
    pub topic: &'static str,
    pub organiser: &'static str,
    pub group: &'static str,
    pub attend: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub all: &'static str,
    pub choice: Pattern,
    pub attends: By<Attend, 2>,
    pub more_filters: &'static str,
    pub chosen: &'static str,
    pub drop_filter: &'static str,
    pub clear_all: &'static str,
    pub quoted: Pattern,
    pub hits: Plural,
    pub dialogues: Plural,
    pub near_hits: &'static str,
    pub no_hits_title: &'static str,
    pub no_hits_drop_one: &'static str,
    pub no_hits_clear: &'static str,
    /// Before the number of hits.
    pub without: Pattern,
    pub show_all: Plural,
    pub show_older: &'static str,
    pub dates: date::Words,
    pub since: Pattern,
    pub starting: Pattern,
    pub until: Pattern,
    pub statuses: By<Status, 5>,
    pub new_date_later: &'static str,
    pub earlier_time: &'static str,
    pub over: &'static str,
    pub results_here: &'static str,
    pub no_results_yet: &'static str,
    pub next_meeting: Pattern,
    pub and_more: Pattern,
    pub on_the_net: &'static str,
    pub in_room_and_net: &'static str,

    pub register_not: &'static str,
    pub register: &'static str,
    pub register_by: Pattern,
    pub register_closed: &'static str,
    pub register_full: &'static str,
    pub register_places: Pattern,
    pub register_link: &'static str,
    pub registration: &'static str,
    pub registration_unknown: &'static str,

    pub back_to_list: &'static str,
    pub stages: By<Stage, 8>,
    pub levels: By<Level, 5>,
    pub when_and_where: &'static str,
    pub next_meeting_title: &'static str,
    pub last_meeting_title: &'static str,
    pub no_meetings: &'static str,
    pub no_meetings_planned: &'static str,
    pub meetings_term: &'static str,
    pub no_end_stated: &'static str,
    pub place: &'static str,
    pub place_unknown: &'static str,
    pub show_map: &'static str,
    pub opens_map: &'static str,
    pub online: &'static str,
    pub online_link: &'static str,
    pub online_later: &'static str,
    pub access: &'static str,
    pub accesses: By<Access, 5>,
    pub access_unknown: &'static str,
    pub access_more: &'static str,
    pub ask: &'static str,
    pub languages: &'static str,
    pub spoken: Pattern,
    pub interpreted: Pattern,
    pub and: &'static str,
    pub good_to_know: &'static str,
    pub hours: &'static str,
    pub period: &'static str,
    pub recurrence: &'static str,
    pub districts: &'static str,
    pub topics: &'static str,
    pub organisers: &'static str,
    pub influence: &'static str,
    pub calendar_add: &'static str,
    pub calendar_update: &'static str,
    pub calendar_cancel: &'static str,
    pub calendar_others: &'static str,
    pub calendar_apple: &'static str,
    pub calendar_new_tab: &'static str,
    pub calendar_note: &'static str,
    pub share: share::Words,
    pub news: news::Words,
    pub aloud: aloud::Words,
    pub about: &'static str,
    pub background: &'static str,
    pub meetings: &'static str,
    pub meeting_more: &'static str,
    pub past_meetings: Plural,
    pub participants: &'static str,
    pub take_part: &'static str,
    pub take_part_kinds: By<TakePartKind, 5>,
    pub at_latest: &'static str,
    pub closed: &'static str,
    pub phases: &'static str,
    pub phase_states: By<PhaseState, 3>,
    pub results: &'static str,
    pub results_none: &'static str,
    pub heard: &'static str,
    pub next_steps: &'static str,
    pub decision: &'static str,
    pub next_news: &'static str,
    pub news_by: &'static str,
    pub published: Pattern,
    pub published_in: Pattern,
    pub documents: &'static str,
    pub size: size::Words,
    pub in_language: Pattern,
    pub contact: &'static str,
    pub contact_none: Pattern,
    pub updated: &'static str,
    pub more_at: Pattern,
    pub inferred: Pattern,
    /// In the order of [`lang::INFERRED`].
    pub inferred_fields: [&'static str; 9],
    pub foreign_text: Pattern,
    pub foreign_part: Pattern,
    /// In the order of [`TAGS`].
    pub language_names: [&'static str; 34],
    /// The same where one says in which language something is, as `suomeksi`; none where `in_language` does for all.
    pub in_languages: [&'static str; 34],

    pub missing_title: &'static str,
    pub missing_text: &'static str,
    pub missing_older: &'static str,
    pub missing_back: &'static str,

    pub entry: entry::Words,
}
}
