//! Every word a resident reads. Pure: a [`Text`] a language, and functions that put values into words.

pub mod check;
pub mod date;
pub mod embed;
pub mod entry;
mod lang;
pub mod news;
pub mod offline;
pub mod poster;
pub mod publish;
pub mod share;
pub mod size;
mod sv;

pub use lang::{Lang, of};

use crate::domain::{
    criterion::Attend,
    dialogue::Group,
    fault::Fault,
    live::Trouble,
    meeting::Status,
    phase::PhaseState,
    place::Access,
    stage::{Level, Stage},
    take_part::TakePartKind,
};

/// A problem in words: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// A short heading.
    pub title: String,
    /// What was met and what to do, in a sentence or two.
    pub text: String,
}

/// Each string of the interface once; a function where a number or a name goes in.
///
/// A language that lacks a word does not compile. The field names say where a word stands.
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Text {
    pub lang: Lang,
    /// BCP 47 tag of the language, for `lang` and for the feed's texts.
    pub tag: &'static str,

    pub app: &'static str,
    pub skip: &'static str,
    pub page_title: fn(page: &str, site: &str) -> String,
    pub list_title: &'static str,
    pub intro_more: &'static str,
    pub data_updated: &'static str,
    pub to_publisher: fn(name: &str) -> String,
    pub open_data: &'static str,

    pub fetching: &'static str,
    /// Before the date of a print that nothing newer can be had for: `Sidan är från `.
    pub stale: &'static str,
    /// Under a print: on which day it was made.
    pub printed: fn(&str) -> String,
    /// Why nothing newer is shown, given what went wrong: `Det gick inte att hämta något nyare. Vi fick inget svar.`
    pub no_newer: fn(&str) -> String,
    pub retry: &'static str,
    pub offline: offline::Words,
    pub trouble: fn(&Trouble) -> Advice,
    pub faults_title: fn(usize) -> String,
    pub faults_text: &'static str,
    pub faults_show: &'static str,
    pub fault: fn(&Fault) -> String,

    pub groups: fn(Group) -> &'static str,
    pub group_of_one: fn(Group) -> &'static str,
    pub nothing_ahead_title: &'static str,
    pub nothing_ahead_text: &'static str,
    pub see_ongoing: &'static str,
    pub see_ended: &'static str,
    pub nothing_at_all_title: &'static str,
    pub nothing_at_all_text: &'static str,
    pub show_more: fn(usize) -> String,

    pub archive: &'static str,
    pub archive_title: fn(year: i32) -> String,
    pub archive_none_title: fn(year: i32) -> String,
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
    pub choice: fn(name: &str, hits: usize) -> String,
    pub attends: fn(Attend) -> &'static str,
    pub more_filters: &'static str,
    pub chosen: &'static str,
    pub drop_filter: &'static str,
    pub clear_all: &'static str,
    pub quoted: fn(&str) -> String,
    pub days: fn(from: Option<&str>, to: Option<&str>) -> String,
    pub hits: fn(usize) -> String,
    pub dialogues: fn(usize) -> String,
    pub near_hits: &'static str,
    pub no_hits_title: &'static str,
    pub no_hits_drop_one: &'static str,
    pub no_hits_clear: &'static str,
    pub without: fn(name: &str, hits: usize) -> String,
    pub show_all: fn(usize) -> String,
    pub show_older: &'static str,

    pub weekdays: [&'static str; 7],
    pub weekdays_short: [&'static str; 7],
    pub months: [&'static str; 12],
    pub months_short: [&'static str; 12],
    pub date: fn(day: u32, month: &str, year: i32) -> String,
    pub clock: fn(&str) -> String,
    pub today: &'static str,
    pub tomorrow: &'static str,
    pub in_days: fn(i64) -> String,
    pub on_now: &'static str,
    pub since: fn(&str) -> String,
    pub starting: fn(&str) -> String,
    pub until: fn(&str) -> String,

    pub statuses: fn(Status) -> Option<&'static str>,
    pub new_date_later: &'static str,
    pub earlier_time: &'static str,
    pub over: &'static str,
    pub results_here: &'static str,
    pub no_results_yet: &'static str,
    pub next_meeting: fn(&str) -> String,
    pub and_more: fn(usize) -> String,
    pub on_the_net: &'static str,
    pub in_room_and_net: &'static str,

    pub register_not: &'static str,
    pub register: &'static str,
    pub register_by: fn(&str) -> String,
    pub register_closed: &'static str,
    pub register_full: &'static str,
    pub register_places: fn(u32) -> String,
    pub register_link: &'static str,
    pub registration: &'static str,
    pub registration_unknown: &'static str,

    pub back_to_list: &'static str,
    pub stages: fn(Stage) -> &'static str,
    pub levels: fn(Level) -> &'static str,
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
    pub accesses: fn(Access) -> &'static str,
    pub access_unknown: &'static str,
    pub access_more: &'static str,
    pub ask: &'static str,
    pub languages: &'static str,
    pub spoken: fn(&str) -> String,
    pub interpreted: fn(&str) -> String,
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
    pub about: &'static str,
    pub background: &'static str,
    pub meetings: &'static str,
    pub meeting_more: &'static str,
    pub past_meetings: fn(usize) -> String,
    pub participants: &'static str,
    pub take_part: &'static str,
    pub take_part_kinds: fn(TakePartKind) -> &'static str,
    pub at_latest: &'static str,
    pub closed: &'static str,
    pub phases: &'static str,
    pub phase_states: fn(PhaseState) -> &'static str,
    pub results: &'static str,
    pub results_none: &'static str,
    pub heard: &'static str,
    pub next_steps: &'static str,
    pub decision: &'static str,
    pub next_news: &'static str,
    pub news_by: &'static str,
    pub published: fn(&str) -> String,
    pub published_in: fn(&str) -> String,
    pub documents: &'static str,
    pub in_language: fn(&str) -> String,
    pub contact: &'static str,
    pub contact_none: fn(&str) -> String,
    pub updated: &'static str,
    pub more_at: fn(&str) -> String,
    pub inferred: fn(&str) -> String,
    pub inferred_fields: fn(&str) -> Option<&'static str>,
    pub foreign_text: fn(&str) -> String,
    pub language_names: &'static [(&'static str, &'static str)],

    pub missing_title: &'static str,
    pub missing_text: &'static str,
    pub missing_older: &'static str,
    pub missing_back: &'static str,

    pub file_prefix: &'static str,
    pub entry_status: fn(Status) -> Option<&'static str>,
    pub entry_cancelled: fn(&str) -> String,
    pub entry_read_more: fn(&str) -> String,
}
