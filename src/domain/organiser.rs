//! Who is behind a dialogue, who takes part in it and who answers questions.

use super::{
    fault::Expected,
    link::{Email, Link, Phone},
    localized::Localized,
    node::{self, Node},
};

/// The municipality that publishes the feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Its name.
    pub name: String,
    /// Its site.
    pub url: Option<Link>,
    /// Its mail.
    pub email: Option<Email>,
    /// Its telephone.
    pub phone: Option<Phone>,
}

impl Publisher {
    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object()?;
        Some(Self {
            name: node.required("name", Expected::Text, node::text)?,
            url: node.required("url", Expected::Https, |n| n.parse(Expected::Https, Link::https)),
            email: node.field("email", |n| n.parse(Expected::Email, Email::new)),
            phone: node.field("phone", |n| n.parse(Expected::Phone, Phone::new)),
        })
    }
}

/// A board, department, council or partner that invites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organiser {
    /// Its name.
    pub name: Localized,
    /// What it is, if the feed says.
    pub kind: Option<OrganiserKind>,
    /// Its page.
    pub url: Option<Link>,
}

/// What kind of body an organiser is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganiserKind {
    /// A political board (nämnd).
    Board,
    /// A department of officials (förvaltning).
    Department,
    /// A council (råd).
    Council,
    /// Somebody outside the municipality.
    Partner,
}

impl Organiser {
    pub(super) fn read(node: &Node) -> Option<Self> {
        use OrganiserKind::{Board, Council, Department, Partner};
        node.object()?;
        Some(Self {
            name: node.required("name", Expected::Text, Localized::read)?,
            kind: node.field("kind", |n| {
                n.one_of("board, department, council, partner", &[Board, Department, Council, Partner])
            }),
            url: node.field("url", |n| n.parse(Expected::Https, Link::https)),
        })
    }
}

/// A person or desk that answers. Never exported to a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The person.
    pub name: Option<String>,
    /// Her task.
    pub role: Option<Localized>,
    /// Her mail.
    pub email: Option<Email>,
    /// Her telephones.
    pub phones: Vec<Phone>,
}

impl Contact {
    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object()?;
        let contact = Self {
            name: node.field("name", node::text),
            role: node.field("role", Localized::read),
            email: node.field("email", |n| n.parse(Expected::Email, Email::new)),
            phones: node.list("phones", |n| n.parse(Expected::Phone, Phone::new)),
        };
        let says_something = contact.name.is_some()
            || contact.role.is_some()
            || contact.email.is_some()
            || !contact.phones.is_empty();
        if !says_something && !node.is_faulty() {
            node.required("name", Expected::Text, node::text)?;
        }
        says_something.then_some(contact)
    }
}

/// Somebody a resident meets: a person, or a body in words (`Ledamöter från …`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// The person.
    pub name: Option<String>,
    /// Her task.
    pub role: Option<Localized>,
    /// Her party's letters, as in `S`.
    pub party: Option<String>,
}

impl Participant {
    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object()?;
        let participant = Self {
            name: node.field("name", node::text),
            role: node.field("role", Localized::read),
            party: node.field("party", node::text),
        };
        let says_something = participant.name.is_some() || participant.role.is_some();
        if !says_something && !node.is_faulty() {
            node.required("name", Expected::Text, node::text)?;
        }
        says_something.then_some(participant)
    }
}
