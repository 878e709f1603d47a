//! What is wrong at one place of a feed, in words: for whoever writes it, and for residents who miss something.

use super::{
    Text,
    table::{Pattern, table},
};
use crate::domain::fault::{Expected, Fault, Found};

table! {
/// Each string once, as in [`super::Text`].
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    /// Where, and what should stand there.
    pub missing: Pattern,
    /// Where, what stands there, and what should.
    pub wrong: Pattern,
    pub whole_file: &'static str,

    pub found_list: &'static str,
    pub found_object: &'static str,

    pub text: &'static str,
    pub number: &'static str,
    pub degrees: &'static str,
    pub truth: &'static str,
    pub list: &'static str,
    pub object: &'static str,
    pub slug: &'static str,
    pub unique_id: &'static str,
    pub instant: &'static str,
    pub when: &'static str,
    pub around: &'static str,
    pub end_after_start: &'static str,
    pub https: &'static str,
    pub link: &'static str,
    pub email: &'static str,
    pub phone: &'static str,
    pub language: &'static str,
    pub host: &'static str,
    pub one_of: Pattern,
}
}

/// `skolan: dialogues[2].meetings[0].start är ”i morgon”. Det ska vara …`
pub fn fault(text: &Text, fault: &Fault) -> String {
    let words = &text.fault;
    let item = if fault.item.is_empty() { String::new() } else { format!("{}: ", fault.item) };
    let path = if fault.path.is_empty() { words.whole_file } else { &fault.path };
    let expected = expected(words, fault.expected);
    let found = match &fault.found {
        Found::Missing => return item + &words.missing.fill(&[path, &expected]),
        Found::Text(found) => &text.quoted.with(found),
        Found::Literal(literal) => literal,
        Found::List => words.found_list,
        Found::Object => words.found_object,
    };
    item + &words.wrong.fill(&[path, found, &expected])
}

fn expected(words: &Words, expected: Expected) -> String {
    let said = match expected {
        Expected::Text => words.text,
        Expected::Number => words.number,
        Expected::Degrees => words.degrees,
        Expected::Bool => words.truth,
        Expected::List => words.list,
        Expected::Object => words.object,
        Expected::Slug => words.slug,
        Expected::UniqueId => words.unique_id,
        Expected::Instant => words.instant,
        Expected::When => words.when,
        Expected::Around => words.around,
        Expected::EndAfterStart => words.end_after_start,
        Expected::Https => words.https,
        Expected::Link => words.link,
        Expected::Email => words.email,
        Expected::Phone => words.phone,
        Expected::Language => words.language,
        Expected::Host => words.host,
        Expected::OneOf(words) if !words.contains(',') => words,
        Expected::OneOf(several) => return words.one_of.with(several),
    };
    said.to_owned()
}
