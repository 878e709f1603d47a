//! What the page says that tells how accessible the app is (`/tillganglighet/`): the app's part of the statement that the
//! law asks for (2018:1937, 13 §; MDFFS 2019:2, 6 §). No resident's app has these words.
//!
//! What was checked, with what and when stands here once; tests/statement.rs holds it to `dev` and to the tests.

mod en;
mod faults;
mod fi;
mod simple;
mod sv;

use super::{Lang, table::Pattern};

pub use faults::{FAULTS, FOREIGN, Fault, Said};

/// The standard whose annex A fulfils the law (MDFFS 2019:2, 5 §). It holds WCAG 2.1 at levels A and AA.
pub const STANDARD: &str = "EN 301 549 V3.2.1 (2021-03)";

/// What the pages are checked with: `dev` installs that version.
pub const TOOL: &str = "axe-core 4.14.1";

/// Its rules that the pages are checked by (tests/browser/src/browser.rs): WCAG 2.2 at levels A and AA.
pub const WCAG_TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/// The engines that they are checked in (tests/browser/src/engine.rs).
pub const ENGINES: [&str; 3] = ["Chromium", "Firefox (Gecko)", "WebKitGTK"];

/// The day of the last whole run of `./dev test` without a fault. Whoever releases sets it.
pub const CHECKED: &str = "2026-11-28";

/// The day on which the words or the faults were last changed.
pub const UPDATED: &str = "2026-11-28";

/// Where one tells the authority of what a municipality does not mend.
pub const REPORT: &str = "https://www.digg.se/tdosanmalan";

/// Each string once.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    /// Given the app's name.
    pub title: Pattern,
    /// Given the publisher's.
    pub owner: Pattern,
    pub lead: &'static str,
    pub rest: &'static str,

    pub status: &'static str,
    pub law: &'static str,
    /// Given [`STANDARD`].
    pub standard: Pattern,
    pub doubt: &'static str,

    pub report: &'static str,
    pub report_text: &'static str,
    /// Given the publisher's name.
    pub report_to: Pattern,
    pub report_unnamed: &'static str,

    pub supervision: &'static str,
    pub supervision_text: &'static str,
    pub supervision_link: &'static str,

    pub faults: &'static str,
    pub faults_text: &'static str,
    pub foreign: &'static str,
    pub foreign_text: &'static str,
    pub burden: &'static str,

    pub tests: &'static str,
    pub tests_text: &'static str,
    pub terms: Terms,
    /// What [`WCAG_TAGS`] come to.
    pub levels: &'static str,
    pub checks_title: &'static str,
    /// Each has its test, which tests/statement.rs names.
    pub checks: [&'static str; 7],
    pub untested_title: &'static str,
    pub untested: [&'static str; 4],

    pub host: &'static str,
    pub host_text: &'static str,
    pub host_label: &'static str,
    /// Given the app's name, its address, the faults one a line, [`TOOL`], the day it was checked and this page's address.
    pub paste: Pattern,
}

/// What stands before the facts of the checks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Terms {
    pub standard: &'static str,
    pub levels: &'static str,
    pub tool: &'static str,
    pub engines: &'static str,
    pub checked: &'static str,
    pub updated: &'static str,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Sv => &sv::WORDS,
        Lang::Simple => &simple::WORDS,
        Lang::Fi => &fi::WORDS,
        Lang::En => &en::WORDS,
    }
}
