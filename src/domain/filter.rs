//! What a resident is looking for: kept in the address, applied to the feed.

use super::{
    dialogue::{Dialogue, Group},
    feed::Feed,
    localized::Localized,
    meeting::Mode,
    search::{Closeness, Query, collation, fold},
    when::{self, Instant},
};
use chrono::NaiveDate;
use std::sync::Arc;

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
    /// How many rows to show, at least [`PAGE`].
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

/// How one wants to attend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attend {
    /// In a room.
    InPerson,
    /// On the net.
    Online,
}

/// The parts of a filter that can be dropped one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// The words.
    Query,
    /// The district.
    District,
    /// The topic.
    Topic,
    /// The organiser.
    Organiser,
    /// The group.
    Group,
    /// In a room or on the net.
    Attend,
    /// The span of days.
    Days,
}

impl Criterion {
    /// All there are, in the order of the filter bar.
    pub const ALL: [Self; 7] =
        [Self::Query, Self::District, Self::Topic, Self::Organiser, Self::Group, Self::Attend, Self::Days];

    fn bit(self) -> u8 {
        1 << self as u8
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

const GROUPS: [(&str, Group); 3] =
    [("ongoing", Group::Ongoing), ("upcoming", Group::Upcoming), ("ended", Group::Ended)];
const ATTENDS: [(&str, Attend); 2] = [("in-person", Attend::InPerson), ("online", Attend::Online)];

fn named<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(n, _)| *n == name).map(|(_, value)| *value)
}

fn name_of<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> String {
    table.iter().find(|(_, v)| v == value).map_or("", |(name, _)| name).to_owned()
}

impl Group {
    /// Its name in addresses: `ongoing`, `upcoming`, `ended`.
    pub fn name(self) -> String {
        name_of(&GROUPS, &self)
    }

    /// Reads its name.
    pub fn named(name: &str) -> Option<Self> {
        named(&GROUPS, name)
    }
}

impl Attend {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::InPerson, Self::Online];

    /// Its name in addresses: `in-person`, `online`.
    pub fn name(self) -> String {
        name_of(&ATTENDS, &self)
    }

    /// Reads its name.
    pub fn named(name: &str) -> Option<Self> {
        named(&ATTENDS, name)
    }

    fn fits(self, dialogue: &Dialogue) -> bool {
        dialogue.meetings.iter().filter_map(super::meeting::Meeting::attendance).any(|mode| match self {
            Self::InPerson => mode != Mode::Online,
            Self::Online => mode != Mode::InPerson,
        })
    }
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
    fn fails(&self, dialogue: &Dialogue, group: Group, query: &Query, closeness: Closeness) -> u8 {
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

    /// The hits in their groups and order, and what the filter bar has to offer. One pass over the feed.
    pub fn apply(&self, feed: &Feed, now: Instant) -> Outcome {
        let query = Query::new(&self.query);
        let exact = |d: &Arc<Dialogue>| query.matches(&d.words, Closeness::Exact);
        let closeness = if feed.dialogues.iter().any(exact) { Closeness::Exact } else { Closeness::Near };
        let mut outcome = Outcome::default();
        let mut hits = Vec::new();
        let mut rescued = [0; Criterion::ALL.len()];
        for dialogue in &feed.dialogues {
            let group = dialogue.group(now);
            let fails = self.fails(dialogue, group, &query, closeness);
            if fails == 0 {
                hits.push((group, dialogue.order(now), Arc::clone(dialogue)));
            }
            for (criterion, count) in Criterion::ALL.into_iter().zip(&mut rescued) {
                *count += usize::from(fails == criterion.bit());
            }
            outcome.choices.count(dialogue, group, fails);
        }
        hits.sort_by(|(group, order, _), (g, o, _)| (group, order).cmp(&(g, o)));
        outcome.near = closeness == Closeness::Near && !query.is_empty() && !hits.is_empty();
        outcome.total = hits.len();
        outcome.of = feed.dialogues.len();
        outcome.hits =
            hits.into_iter().take(self.rows).map(|(group, _, dialogue)| (group, dialogue)).collect();
        if outcome.total == 0 {
            outcome.rescues =
                Criterion::ALL.into_iter().zip(rescued).filter(|(_, count)| *count > 0).collect();
        }
        outcome.choices.finish(self);
        outcome
    }
}

/// Two names are the same whatever their case and diacritics, so that a typed address works.
pub fn same(a: &str, b: &str) -> bool {
    a == b || fold(a) == fold(b)
}

/// What a filter finds in a feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The hits to show, in order, at most [`Filter::rows`].
    pub hits: Vec<(Group, Arc<Dialogue>)>,
    /// How many there are in all.
    pub total: usize,
    /// How many dialogues there are without any filter.
    pub of: usize,
    /// Whether no dialogue has the words as typed, so that near ones are shown.
    pub near: bool,
    /// When nothing is found: the criteria to drop, and the hits that each would give.
    pub rescues: Vec<(Criterion, usize)>,
    /// What can be chosen.
    pub choices: Choices,
}

/// The values of each filter, with the hits that choosing them would give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Districts by name.
    pub districts: Vec<Choice<Localized>>,
    /// Topics by name.
    pub topics: Vec<Choice<Localized>>,
    /// Organisers by name.
    pub organisers: Vec<Choice<Localized>>,
    /// Groups in the list's order.
    pub groups: Vec<Choice<Group>>,
    /// Ways to attend.
    pub attends: Vec<Choice<Attend>>,
    /// Whether any dialogue has a date to filter by.
    pub days: bool,
}

/// A value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// The value.
    pub value: T,
    /// The hits it would give together with the other criteria.
    pub hits: usize,
}

impl Choices {
    fn count(&mut self, dialogue: &Dialogue, group: Group, fails: u8) {
        let hit = |criterion: Criterion| usize::from(fails & !criterion.bit() == 0);
        add_names(&mut self.districts, dialogue.districts.iter(), hit(Criterion::District));
        add_names(&mut self.topics, dialogue.topics.iter(), hit(Criterion::Topic));
        add_names(
            &mut self.organisers,
            dialogue.organisers.iter().map(|o| &o.name),
            hit(Criterion::Organiser),
        );
        add(&mut self.groups, &group, hit(Criterion::Group), PartialEq::eq);
        for attend in Attend::ALL.into_iter().filter(|a| a.fits(dialogue)) {
            add(&mut self.attends, &attend, hit(Criterion::Attend), PartialEq::eq);
        }
        self.days |= !dialogue.meetings.is_empty() || dialogue.period.is_some();
    }

    /// Sorts the values, and keeps a chosen one that no dialogue has, so that the control can show it.
    fn finish(&mut self, filter: &Filter) {
        let lists = [
            (&mut self.districts, &filter.district),
            (&mut self.topics, &filter.topic),
            (&mut self.organisers, &filter.organiser),
        ];
        for (list, chosen) in lists {
            if let Some(name) = chosen.as_ref().filter(|name| !list.iter().any(|c| same(c.value.key(), name)))
            {
                list.push(Choice { value: Localized::new("", name), hits: 0 });
            }
            list.sort_by_cached_key(|choice| collation(choice.value.key()));
        }
        if let Some(group) = filter.group {
            add(&mut self.groups, &group, 0, PartialEq::eq);
        }
        if let Some(attend) = filter.attend {
            add(&mut self.attends, &attend, 0, PartialEq::eq);
        }
        self.groups.sort_by_key(|choice| choice.value);
        self.attends.sort_by_key(|choice| choice.value as u8);
    }
}

/// Adds one dialogue's names; one that it has twice counts once.
fn add_names<'a>(
    list: &mut Vec<Choice<Localized>>,
    names: impl Iterator<Item = &'a Localized> + Clone,
    hits: usize,
) {
    for (i, name) in names.clone().enumerate() {
        if !names.clone().take(i).any(|earlier| same(earlier.key(), name.key())) {
            add(list, name, hits, |a, b| same(a.key(), b.key()));
        }
    }
}

fn add<T: Clone>(list: &mut Vec<Choice<T>>, value: &T, hits: usize, same: impl Fn(&T, &T) -> bool) {
    match list.iter_mut().find(|choice| same(&choice.value, value)) {
        Some(choice) => choice.hits += hits,
        None => list.push(Choice { value: value.clone(), hits }),
    }
}
