//! When a dialogue goes on, and the steps it takes.

use super::{fault::Expected, localized::Localized, node::Node, slug::Slug, when::Around};

/// When a dialogue goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Begins.
    pub start: Around,
    /// Ends; not before its start. `None`: no end is known.
    pub end: Option<Around>,
    /// That, in words.
    pub note: Option<Localized>,
}

/// A step of a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Unique in its dialogue.
    pub id: Slug,
    /// Its title.
    pub title: Localized,
    /// What happens in it.
    pub text: Option<Localized>,
    /// Begins.
    pub start: Option<Around>,
    /// Ends.
    pub end: Option<Around>,
    /// Whether it is done, on or to come.
    pub state: PhaseState,
}

/// Where a phase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseState {
    /// To come.
    Coming,
    /// On.
    Now,
    /// Done.
    Done,
}

fn around(node: &Node) -> Option<Around> {
    node.parse(Expected::Around, Around::parse)
}

/// Reads an end; one that is not after its start is left out.
fn end_after(node: &Node, start: Option<Around>) -> Option<Around> {
    node.field("end", |n| {
        let end = around(n)?;
        if start.is_some_and(|start| end.end() <= start.start()) {
            n.fault(Expected::EndAfterStart);
            return None;
        }
        Some(end)
    })
}

impl Period {
    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object()?;
        let start = node.required("start", Expected::Around, around)?;
        Some(Self { start, end: end_after(node, Some(start)), note: node.field("note", Localized::read) })
    }
}

impl Phase {
    pub(super) fn read(node: &Node) -> Option<Self> {
        use PhaseState::{Coming, Done, Now};
        const STATES: &str = "coming, now, done";
        node.object()?;
        let start = node.field("start", around);
        Some(Self {
            id: node.required("id", Expected::Slug, |n| n.parse(Expected::Slug, Slug::new))?,
            title: node.required("title", Expected::Text, Localized::read)?,
            text: node.field("text", Localized::read),
            start,
            end: end_after(node, start),
            state: node
                .required("state", Expected::OneOf(STATES), |n| n.one_of(STATES, &[Coming, Now, Done]))?,
        })
    }
}
