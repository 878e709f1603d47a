//! Ways to take part without coming to a meeting.

use super::{
    fault::Expected,
    link::{Email, Link, Phone},
    localized::Localized,
    node::Node,
    when::{Instant, When},
};

/// A form, survey, mail, telephone or page by which one can have one's say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakePart {
    /// What it is.
    pub kind: TakePartKind,
    /// The address behind it: https, mailto or tel.
    pub href: String,
    /// A mail address or telephone number as the editor wrote it.
    pub shown: Option<String>,
    /// What the link says; when absent, the address or the kind says it.
    pub text: Option<Localized>,
    /// The last moment.
    pub closes: Option<When>,
}

/// The kinds of ways to take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakePartKind {
    /// A form.
    Form,
    /// A survey.
    Survey,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A page.
    Url,
}

impl TakePart {
    pub(super) fn read(node: &Node) -> Option<Self> {
        use TakePartKind::{Email as Mail, Form, Phone as Tel, Survey, Url};
        const KINDS: &str = "form, survey, email, phone, url";
        node.object()?;
        let kind = node
            .required("kind", Expected::OneOf(KINDS), |n| n.one_of(KINDS, &[Form, Survey, Mail, Tel, Url]))?;
        let mail = |s: &str| {
            Email::new(s.trim_start_matches("mailto:")).map(|m| (m.href(), Some(m.as_str().to_owned())))
        };
        let tel = |s: &str| {
            Phone::new(s.trim_start_matches("tel:")).map(|p| (p.href(), Some(p.as_str().to_owned())))
        };
        // An editor writes mail and telephone plainly or as a link; both are understood.
        let (href, shown) = node.required("url", Expected::Link, |n| match kind {
            Mail => n.parse(Expected::Email, mail),
            Tel => n.parse(Expected::Phone, tel),
            _ => n.parse(Expected::Https, |s| Link::https(s).map(|l| (l.as_str().to_owned(), None))),
        })?;
        Some(Self {
            kind,
            href,
            shown,
            text: node.field("text", Localized::read),
            closes: node.field("closes", |n| n.parse(Expected::When, When::parse)),
        })
    }

    /// Whether it is still open.
    pub fn is_open(&self, now: Instant) -> bool {
        self.closes.is_none_or(|closes| now < closes.end())
    }
}
