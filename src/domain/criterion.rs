//! What a filter can ask for, and the names of that in addresses.

use super::{
    dialogue::{Dialogue, Group},
    meeting::{Meeting, Mode},
};

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

    /// Its bit in [`Filter::fails`].
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }
}

const GROUPS: [(&str, Group); 3] =
    [("ongoing", Group::Ongoing), ("upcoming", Group::Upcoming), ("ended", Group::Ended)];
const ATTENDS: [(&str, Attend); 2] = [("in-person", Attend::InPerson), ("online", Attend::Online)];

/// Looks a name up.
pub(super) fn named<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
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

    /// Whether a dialogue has a meeting that can be attended so.
    pub(super) fn fits(self, dialogue: &Dialogue) -> bool {
        dialogue.meetings.iter().filter_map(Meeting::attendance).any(|mode| match self {
            Self::InPerson => mode != Mode::Online,
            Self::Online => mode != Mode::InPerson,
        })
    }
}
