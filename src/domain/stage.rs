//! How far a dialogue has come, and how much residents can influence.

use super::node::Node;

/// How far a dialogue has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Not begun.
    Planned,
    /// One can take part.
    Open,
    /// What was said is put together.
    Summarising,
    /// Politicians decide.
    Deciding,
    /// The results are reported.
    Reported,
    /// Over.
    Closed,
    /// Resting.
    Paused,
    /// Called off.
    Cancelled,
}

/// How much residents can influence, from being told to deciding together (SKR's ladder of participation).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// One is told.
    Information,
    /// One is asked.
    Consultation,
    /// One talks together.
    Dialogue,
    /// One shapes proposals.
    Influence,
    /// One decides together.
    Codecision,
}

impl Stage {
    pub(super) fn read(node: &Node) -> Option<Self> {
        use Stage::{Cancelled, Closed, Deciding, Open, Paused, Planned, Reported, Summarising};
        node.one_of(
            "planned, open, summarising, deciding, reported, closed, paused, cancelled",
            &[Planned, Open, Summarising, Deciding, Reported, Closed, Paused, Cancelled],
        )
    }
}

impl Level {
    pub(super) fn read(node: &Node) -> Option<Self> {
        use Level::{Codecision, Consultation, Dialogue, Influence, Information};
        node.one_of(
            "information, consultation, dialogue, influence, codecision",
            &[Information, Consultation, Dialogue, Influence, Codecision],
        )
    }
}
