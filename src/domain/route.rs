//! The pages, as values: an address becomes a route, and every link is made from one.

use super::{filter::Filter, slug::Slug};

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list, narrowed by the filter in its query.
    List,
    /// One dialogue.
    Dialogue(Slug),
    /// An address that means nothing here.
    Missing,
}

impl Route {
    /// Reads the path below the base, with or without slashes around it: ``, `dialog/SLUG/`.
    pub fn parse(path: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None | Some("index.html"), None, None) => Self::List,
            (Some("dialog"), Some(slug), None) => Slug::new(slug).map_or(Self::Missing, Self::Dialogue),
            _ => Self::Missing,
        }
    }

    fn path(&self) -> String {
        match self {
            Self::List | Self::Missing => String::new(),
            Self::Dialogue(slug) => format!("dialog/{slug}/"),
        }
    }
}

/// The only maker of links: it knows where the app stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    base: String,
    origin: String,
}

impl Links {
    /// Links below a base path such as `/` or `/medborgardialoger/`, on an origin such as `https://example.se`.
    pub fn new(origin: &str, base: &str) -> Self {
        let inner = base.trim_matches('/');
        let base = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        Self { base, origin: origin.trim_end_matches('/').to_owned() }
    }

    /// The base path, with a slash at both ends.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The route of a path on this origin. Outside the base, nothing is ours.
    pub fn route(&self, path: &str) -> Route {
        // `/medborgardialoger` without its last slash is the list too; `/medborgardialogerna` is not.
        let inside =
            path.strip_prefix(&self.base).or((path == self.base.trim_end_matches('/')).then_some(""));
        inside.map_or(Route::Missing, Route::parse)
    }

    /// A link to a page.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.base, route.path())
    }

    /// A link to the list, narrowed.
    pub fn list(&self, filter: &Filter) -> String {
        format!("{}{}", self.base, filter.query_string())
    }

    /// A file beside the app, such as `feed.json`.
    pub fn file(&self, name: &str) -> String {
        format!("{}{name}", self.base)
    }

    /// A link to a meeting's calendar file, as it is printed: it stays the same whatever the meeting is called.
    pub fn meeting_file(&self, dialogue: &Slug, meeting: &Slug) -> String {
        format!("{}dialog/{dialogue}/{meeting}.ics", self.base)
    }

    /// The full address of a link of ours.
    pub fn full(&self, href: &str) -> String {
        format!("{}{href}", self.origin)
    }

    /// The full address of a page, for what leaves the page: calendars, shares.
    pub fn absolute(&self, route: &Route) -> String {
        format!("{}{}", self.origin, self.href(route))
    }
}
