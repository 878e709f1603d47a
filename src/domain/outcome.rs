//! What a filter finds in a feed, and what the filter bar has to offer.

use super::{
    criterion::{Attend, Criterion},
    dialogue::{Dialogue, Group},
    feed::Feed,
    filter::{Filter, same},
    localized::Localized,
    search::{Closeness, Query, collation},
    when::Instant,
};
use std::sync::Arc;

impl Filter {
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

/// A dialogue in its group.
pub type Hit = (Group, Arc<Dialogue>);

/// What a filter finds in a feed.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The hits to show, in order, at most [`Filter::rows`].
    pub hits: Vec<Hit>,
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

/// Dialogues are compared by place, not by content: a feed that is read anew is shown anew.
impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        let alike = |(a, b): (&Hit, &Hit)| a.0 == b.0 && Arc::ptr_eq(&a.1, &b.1);
        self.hits.len() == other.hits.len()
            && self.hits.iter().zip(&other.hits).all(alike)
            && (self.total, self.of, self.near) == (other.total, other.of, other.near)
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
        add(&mut self.groups, &group, hit(Criterion::Group));
        for attend in Attend::ALL.into_iter().filter(|a| a.fits(dialogue)) {
            add(&mut self.attends, &attend, hit(Criterion::Attend));
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
            add(&mut self.groups, &group, 0);
        }
        if let Some(attend) = filter.attend {
            add(&mut self.attends, &attend, 0);
        }
        self.groups.sort_by_key(|choice| choice.value);
        self.attends.sort_by_key(|choice| choice.value as u8);
    }
}

/// Adds one dialogue's names; one that it has twice counts once.
fn add_names<'a>(list: &mut Vec<Choice<Localized>>, names: impl Iterator<Item = &'a Localized>, hits: usize) {
    let mut counted = Vec::new();
    for name in names {
        // Nearly always it is there letter by letter; only what is new is compared without case and diacritics.
        let exact = list.iter().position(|choice| choice.value.key() == name.key());
        let place = exact.or_else(|| list.iter().position(|choice| same(choice.value.key(), name.key())));
        let place = place.unwrap_or(list.len());
        if counted.contains(&place) {
            continue;
        }
        counted.push(place);
        match list.get_mut(place) {
            Some(choice) => choice.hits += hits,
            None => list.push(Choice { value: name.clone(), hits }),
        }
    }
}

fn add<T: Clone + PartialEq>(list: &mut Vec<Choice<T>>, value: &T, hits: usize) {
    match list.iter_mut().find(|choice| choice.value == *value) {
        Some(choice) => choice.hits += hits,
        None => list.push(Choice { value: value.clone(), hits }),
    }
}
