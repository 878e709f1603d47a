//! What a filter finds in a feed, and what the filter bar has to offer.

use super::{
    archive::{Year, YearCount, by_year},
    criterion::{Attend, Criterion},
    dialogue::{Dialogue, Group},
    feed::Feed,
    filter::{Filter, same},
    lang::Lang,
    localized::Localized,
    search::{Closeness, Query, collation, fold},
    when::Instant,
};
use std::{collections::BTreeMap, sync::Arc};

impl Filter {
    /// The hits in their groups and order, and what the filter bar has to offer to a reader of a language. One pass over
    /// the feed.
    pub fn apply(&self, feed: &Feed, now: Instant, lang: Lang) -> Outcome {
        let query = Query::new(&self.query);
        let exact = |d: &Arc<Dialogue>| query.matches(&d.words, Closeness::Exact);
        let closeness = if feed.dialogues.iter().any(exact) { Closeness::Exact } else { Closeness::Near };
        let mut outcome = Outcome::default();
        let mut counts = Counts::default();
        let mut hits = Vec::new();
        let mut rescued = [0; Criterion::ALL.len()];
        for dialogue in &feed.dialogues {
            let group = dialogue.group(now);
            let fails = self.fails(dialogue, group, &query, closeness);
            if fails == 0 {
                hits.push((group, dialogue.order(group, now), Arc::clone(dialogue)));
            }
            for (criterion, count) in Criterion::ALL.into_iter().zip(&mut rescued) {
                *count += usize::from(fails == criterion.bit());
            }
            counts.count(dialogue, group, fails);
        }
        hits.sort_by(|(group, order, _), (g, o, _)| (group, order).cmp(&(g, o)));
        outcome.near = closeness == Closeness::Near && !query.is_empty() && !hits.is_empty();
        outcome.total = hits.len();
        outcome.of = feed.dialogues.len();
        let hits = hits.into_iter().map(|(group, _, dialogue)| (group, dialogue)).collect();
        outcome.show(self, hits, |dialogue| dialogue.year(feed.generated_at, now));
        if outcome.total == 0 {
            outcome.rescues =
                Criterion::ALL.into_iter().zip(rescued).filter(|(_, count)| *count > 0).collect();
        }
        outcome.choices = counts.finish(self, lang);
        outcome
    }
}

/// The most rows of what has not ended that a list shows at first when nothing narrows it: all there are, in practice.
pub const OPEN: usize = 200;

/// How many of the ended such a list shows, the newest; all of them are in the archive.
pub const NEWEST: usize = 10;

/// A dialogue in its group.
pub type Hit = (Group, Arc<Dialogue>);

/// What a filter finds in a feed.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The hits to show, in order: at most [`Filter::rows`]. Where nothing narrows the list, what has not ended (at most
    /// so many, and at least [`OPEN`]) and the [`NEWEST`] ended.
    pub hits: Vec<Hit>,
    /// How many more rows would show more; the archive's are not among them.
    pub left: usize,
    /// Where nothing narrows the list: the archive's years, the newest first.
    pub years: Vec<YearCount>,
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

impl Outcome {
    /// Chooses the rows among all hits, which are sorted by group: the ended come last.
    fn show(&mut self, filter: &Filter, hits: Vec<Hit>, year: impl Fn(&Dialogue) -> i32) {
        let ended = hits.iter().position(|(group, _)| *group == Group::Ended).unwrap_or(hits.len());
        let (rows, of, newest) = match filter.narrows() {
            true => (filter.rows, hits.len(), 0),
            false => (filter.rows.max(OPEN).min(ended), ended, NEWEST),
        };
        self.left = of.saturating_sub(rows);
        if !filter.narrows() {
            let ended = hits.iter().skip(ended).map(|(_, dialogue)| Arc::clone(dialogue));
            self.years = by_year(ended, year).iter().map(Year::count).collect();
        }
        let shown = |i: usize| i < rows || (ended..ended.saturating_add(newest)).contains(&i);
        self.hits = hits.into_iter().enumerate().filter(|(i, _)| shown(*i)).map(|(_, hit)| hit).collect();
    }
}

/// Dialogues are compared by place, not by content: a feed that is read anew is shown anew.
impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        let alike = |(a, b): (&Hit, &Hit)| a.0 == b.0 && Arc::ptr_eq(&a.1, &b.1);
        self.hits.len() == other.hits.len()
            && self.hits.iter().zip(&other.hits).all(alike)
            && (self.left, self.total, self.of, self.near) == (other.left, other.total, other.of, other.near)
            && self.years == other.years
            && self.rescues == other.rescues
            && self.choices == other.choices
    }
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

/// The name among choices that a filter has chosen, by the words that the address knows it by.
pub fn chosen<'a>(list: &'a [Choice<Localized>], name: &Option<String>) -> Option<&'a Localized> {
    let name = name.as_deref()?;
    list.iter().map(|choice| &choice.value).find(|value| same(value.key(), name))
}

/// A value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// The value.
    pub value: T,
    /// The hits it would give together with the other criteria.
    pub hits: usize,
}

/// The names seen so far, and where each stands in the list of choices: as written, and without case and diacritics.
#[derive(Default)]
struct Names {
    list: Vec<Choice<Localized>>,
    places: BTreeMap<String, usize>,
}

impl Names {
    /// Adds one dialogue's names; one that it has twice counts once.
    fn add<'a>(&mut self, names: impl Iterator<Item = &'a Localized>, hits: usize) {
        let mut counted = Vec::new();
        for name in names {
            let place = self.place(name);
            if counted.contains(&place) {
                continue;
            }
            counted.push(place);
            if let Some(choice) = self.list.get_mut(place) {
                choice.hits += hits;
            }
        }
    }

    fn place(&mut self, name: &Localized) -> usize {
        // Nearly always it is there letter by letter, and need not be folded.
        if let Some(place) = self.places.get(name.key()) {
            return *place;
        }
        let folded = fold(name.key());
        let place = self.places.get(&folded).copied().unwrap_or(self.list.len());
        if place == self.list.len() {
            self.list.push(Choice { value: name.clone(), hits: 0 });
        }
        self.places.insert(folded, place);
        self.places.insert(name.key().to_owned(), place);
        place
    }

    /// Sorted as the language has them, with a chosen name that no dialogue has, so that the control can show it.
    fn finish(mut self, chosen: Option<&String>, lang: Lang) -> Vec<Choice<Localized>> {
        if let Some(name) = chosen {
            self.place(&Localized::new("", name));
        }
        self.list.sort_by_cached_key(|choice| collation(choice.value.get(lang.tag()).text, lang));
        self.list
    }
}

/// What is counted for the filter bar while the feed is gone through.
#[derive(Default)]
struct Counts {
    districts: Names,
    topics: Names,
    organisers: Names,
    groups: Vec<Choice<Group>>,
    attends: Vec<Choice<Attend>>,
    days: bool,
}

impl Counts {
    fn count(&mut self, dialogue: &Dialogue, group: Group, fails: u8) {
        let hit = |criterion: Criterion| usize::from(fails & !criterion.bit() == 0);
        self.districts.add(dialogue.districts.iter(), hit(Criterion::District));
        self.topics.add(dialogue.topics.iter(), hit(Criterion::Topic));
        self.organisers.add(dialogue.organisers.iter().map(|o| &o.name), hit(Criterion::Organiser));
        add(&mut self.groups, group, hit(Criterion::Group));
        for attend in Attend::ALL.into_iter().filter(|a| a.fits(dialogue)) {
            add(&mut self.attends, attend, hit(Criterion::Attend));
        }
        self.days |= !dialogue.meetings.is_empty() || dialogue.period.is_some();
    }

    /// Sorts the values, and keeps a chosen one that no dialogue has.
    fn finish(mut self, filter: &Filter, lang: Lang) -> Choices {
        filter.group.into_iter().for_each(|group| add(&mut self.groups, group, 0));
        filter.attend.into_iter().for_each(|attend| add(&mut self.attends, attend, 0));
        self.groups.sort_by_key(|choice| choice.value);
        self.attends.sort_by_key(|choice| choice.value as u8);
        Choices {
            districts: self.districts.finish(filter.district.as_ref(), lang),
            topics: self.topics.finish(filter.topic.as_ref(), lang),
            organisers: self.organisers.finish(filter.organiser.as_ref(), lang),
            groups: self.groups,
            attends: self.attends,
            days: self.days,
        }
    }
}

fn add<T: PartialEq>(list: &mut Vec<Choice<T>>, value: T, hits: usize) {
    match list.iter_mut().find(|choice| choice.value == value) {
        Some(choice) => choice.hits += hits,
        None => list.push(Choice { value, hits }),
    }
}
