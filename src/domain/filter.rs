//! What a resident is looking for, kept in the address.

use super::{
    criterion::{Attend, Criterion, named},
    dialogue::{Dialogue, Group},
    localized::Localized,
    search::{Closeness, Query, fold},
    when::{self, Instant},
};
use chrono::NaiveDate;

/// The rows a list shows at first, and how many more at each wish.
///
/// More rows at once make a phone slow: 25 beat everything from 1,000 rows on (design.md).
pub const PAGE: usize = 25;

/// All that narrows the list. The default narrows nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Words, as typed.
    pub query: String,
    /// A district's name.
    pub district: Option<String>,
    /// A topic's name.
    pub topic: Option<String>,
    /// An organiser's name.
    pub organiser: Option<String>,
    /// One group of the list.
    pub group: Option<Group>,
    /// In a room or on the net; a hybrid meeting is both.
    pub attend: Option<Attend>,
    /// The first day of interest (Swedish date).
    pub from: Option<NaiveDate>,
    /// The last day of interest (Swedish date).
    pub to: Option<NaiveDate>,
    /// How many rows to show, at least [`PAGE`]; see [`Outcome::hits`](super::outcome::Outcome::hits).
    pub rows: usize,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            query: String::new(),
            district: None,
            topic: None,
            organiser: None,
            group: None,
            attend: None,
            from: None,
            to: None,
            rows: PAGE,
        }
    }
}

/// A parameter of the address. The names are a public promise: links and embeds hold them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parameter {
    Query,
    District,
    Topic,
    Organiser,
    Group,
    Attend,
    From,
    To,
    Rows,
}

impl Parameter {
    const NAMES: [(&'static str, Self); 9] = [
        ("q", Self::Query),
        ("district", Self::District),
        ("topic", Self::Topic),
        ("organiser", Self::Organiser),
        ("group", Self::Group),
        ("attend", Self::Attend),
        ("from", Self::From),
        ("to", Self::To),
        ("rows", Self::Rows),
    ];
}

impl Filter {
    /// Reads a query string, with or without `?`. What it does not know or can't use is passed over.
    pub fn parse(query: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            let Some(parameter) = named(&Parameter::NAMES, &name) else { continue };
            let text = (!value.trim().is_empty()).then(|| value.trim().to_owned());
            match parameter {
                Parameter::Query => filter.query = value.into_owned(),
                Parameter::District => filter.district = text,
                Parameter::Topic => filter.topic = text,
                Parameter::Organiser => filter.organiser = text,
                Parameter::Group => filter.group = Group::named(&value),
                Parameter::Attend => filter.attend = Attend::named(&value),
                Parameter::From => filter.from = when::date(&value),
                Parameter::To => filter.to = when::date(&value),
                Parameter::Rows => {
                    filter.rows = value.parse().map_or(PAGE, |n: usize| n.clamp(PAGE, 100_000))
                }
            }
        }
        filter
    }

    /// The query string with `?`, or nothing when the filter narrows nothing. `parse` reads it back.
    pub fn query_string(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, parameter) in Parameter::NAMES {
            if let Some(value) = self.value(parameter) {
                query.append_pair(name, &value);
            }
        }
        match query.finish() {
            text if text.is_empty() => text,
            text => format!("?{text}"),
        }
    }

    fn value(&self, parameter: Parameter) -> Option<String> {
        let day = |date: Option<NaiveDate>| date.map(|d| when::machine(when::When::Date(d)));
        match parameter {
            Parameter::Query => (!self.query.trim().is_empty()).then(|| self.query.clone()),
            Parameter::District => self.district.clone(),
            Parameter::Topic => self.topic.clone(),
            Parameter::Organiser => self.organiser.clone(),
            Parameter::Group => self.group.map(Group::name),
            Parameter::Attend => self.attend.map(Attend::name),
            Parameter::From => day(self.from),
            Parameter::To => day(self.to),
            Parameter::Rows => (self.rows > PAGE).then(|| self.rows.to_string()),
        }
    }

    /// Whether a criterion narrows the list.
    pub fn has(&self, criterion: Criterion) -> bool {
        match criterion {
            Criterion::Query => !Query::new(&self.query).is_empty(),
            Criterion::District => self.district.is_some(),
            Criterion::Topic => self.topic.is_some(),
            Criterion::Organiser => self.organiser.is_some(),
            Criterion::Group => self.group.is_some(),
            Criterion::Attend => self.attend.is_some(),
            Criterion::Days => self.from.is_some() || self.to.is_some(),
        }
    }

    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        Criterion::ALL.into_iter().any(|c| self.has(c))
    }

    /// The criteria that narrow the list.
    pub fn active(&self) -> Vec<Criterion> {
        Criterion::ALL.into_iter().filter(|c| self.has(*c)).collect()
    }

    /// The filter without one of its criteria, from the first row again.
    pub fn without(&self, criterion: Criterion) -> Self {
        let mut filter = Self { rows: PAGE, ..self.clone() };
        match criterion {
            Criterion::Query => filter.query.clear(),
            Criterion::District => filter.district = None,
            Criterion::Topic => filter.topic = None,
            Criterion::Organiser => filter.organiser = None,
            Criterion::Group => filter.group = None,
            Criterion::Attend => filter.attend = None,
            Criterion::Days => (filter.from, filter.to) = (None, None),
        }
        filter
    }

    /// The criteria that a dialogue fails, a bit each; 0 is a hit.
    pub(super) fn fails(&self, dialogue: &Dialogue, group: Group, query: &Query, closeness: Closeness) -> u8 {
        let missing = |wanted: &Option<String>, names: &[Localized]| {
            wanted.as_ref().is_some_and(|w| !names.iter().any(|n| same(n.key(), w)))
        };
        let organisers = |wanted: &String| !dialogue.organisers.iter().any(|o| same(o.name.key(), wanted));
        let tests = [
            (Criterion::Query, !query.matches(&dialogue.words, closeness)),
            (Criterion::District, missing(&self.district, &dialogue.districts)),
            (Criterion::Topic, missing(&self.topic, &dialogue.topics)),
            (Criterion::Organiser, self.organiser.as_ref().is_some_and(organisers)),
            (Criterion::Group, self.group.is_some_and(|g| g != group)),
            (Criterion::Attend, self.attend.is_some_and(|a| !a.fits(dialogue))),
            (Criterion::Days, self.has(Criterion::Days) && !self.days_overlap(dialogue)),
        ];
        tests.into_iter().filter(|(_, failed)| *failed).fold(0, |bits, (c, _)| bits | c.bit())
    }

    fn days_overlap(&self, dialogue: &Dialogue) -> bool {
        let from = self.from.map_or(Instant::MIN_UTC, when::midnight);
        let to = self.to.map_or(Instant::MAX_UTC, |d| when::midnight(when::next(d)));
        let period = dialogue.period.as_ref();
        dialogue.meetings.iter().any(|m| m.slot.start() < to && from < m.slot.over())
            || period.is_some_and(|p| p.start.start() < to && p.end.is_none_or(|end| from < end.end()))
    }
}

/// Two names are the same whatever their case and diacritics, so that a typed address works.
pub fn same(a: &str, b: &str) -> bool {
    a == b || fold(a) == fold(b)
}
