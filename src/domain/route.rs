//! The pages, as values: an address becomes a route, and every link is made from one.

use super::{filter::Filter, lang::Lang, slug::Slug, when};

/// The calendar of all meetings, beside the list of its language.
pub const SUBSCRIPTION: &str = "alla.ics";

/// The folder of a dialogue's poster, below its page.
const POSTER: &str = "affisch";

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list, narrowed by the filter in its query.
    List,
    /// One dialogue.
    Dialogue(Slug),
    /// What ended in a year, 1900 to 2199.
    Archive(i32),
    /// What the resident follows.
    Mine,
    /// An address that means nothing here.
    Missing,
}

impl Route {
    /// Reads the path below the base, with or without slashes around it: ``, `dialog/SLUG/`, `arkiv/YEAR/`,
    /// `mina/`.
    pub fn parse(path: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            _ if parts.next().is_some() => Self::Missing,
            (None | Some("index.html"), None, None) => Self::List,
            // Who asks for a poster where it can't be had, as without a network, gets what it is about.
            (Some("dialog"), Some(slug), None | Some(POSTER)) => {
                Slug::new(slug).map_or(Self::Missing, Self::Dialogue)
            }
            (Some("arkiv"), Some(year), None) => when::year(year).map_or(Self::Missing, Self::Archive),
            (Some("mina"), None, None) => Self::Mine,
            _ => Self::Missing,
        }
    }

    /// Reads what a parameter of another's page holds ([`Links::guest`]): `SLUG`, a path with a slash in it, or the list's
    /// query with its question mark. Whatever else a page may have there is the list to us.
    pub fn of_parameter(value: &str) -> Self {
        match Slug::new(value) {
            Some(slug) => Self::Dialogue(slug),
            None if value.contains('/') && !value.starts_with('?') => Self::parse(value),
            None => Self::List,
        }
    }

    fn path(&self) -> String {
        match self {
            Self::List | Self::Missing => String::new(),
            Self::Dialogue(slug) => format!("dialog/{slug}/"),
            Self::Archive(year) => format!("arkiv/{year}/"),
            Self::Mine => "mina/".to_owned(),
        }
    }
}

/// The only maker of links: it knows where the app stands, and in which language it speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    base: String,
    lang: Lang,
    origin: String,
    guest: Option<Guest>,
}

/// The page of another that the app stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Guest {
    /// Its full address with all that is not ours, and `?` or `&` at the end.
    page: String,
    /// The name of the parameter that is ours.
    param: String,
}

impl Guest {
    fn href(&self, route: &Route, query: &str) -> String {
        let value = match route {
            Route::Dialogue(slug) => slug.to_string(),
            other => other.path(),
        };
        let value: String = [value]
            .into_iter()
            .chain(form_urlencoded::byte_serialize(query.as_bytes()).map(str::to_owned))
            .collect();
        if value.is_empty() {
            return self.page.trim_end_matches(['?', '&']).to_owned();
        }
        [&self.page, &self.param, "=", &value].concat()
    }
}

impl Links {
    /// Links below a base path such as `/` or `/medborgardialoger/`, on an origin such as `https://example.se`; to pages in
    /// Swedish.
    pub fn new(origin: &str, base: &str) -> Self {
        let inner = base.trim_matches('/');
        let base = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        Self { base, lang: Lang::Sv, origin: origin.trim_end_matches('/').to_owned(), guest: None }
    }

    /// The same to pages in a language, which lie in a folder of its own ([`Lang::folder`]).
    pub fn speaking(&self, lang: Lang) -> Self {
        Self { lang, ..self.clone() }
    }

    /// The language of the pages.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The same for the app as a guest in another's page: its own pages are a parameter of that page's, whose full address
    /// stands in `page`, with `?` or `&` at the end; its files stay where they are.
    pub fn guest(self, page: &str, param: &str) -> Self {
        Self { guest: Some(Guest { page: page.to_owned(), param: param.to_owned() }), ..self }
    }

    /// Whether the app is a guest in another's page.
    pub fn is_guest(&self) -> bool {
        self.guest.is_some()
    }

    /// The base path, with a slash at both ends: files of the app and those of all languages lie there.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The path of the list, with a slash at both ends: the pages of the language lie there.
    pub fn root(&self) -> String {
        format!("{}{}", self.base, self.lang.folder())
    }

    /// The route of a path on this origin. Outside the pages of the language, nothing is ours.
    pub fn route(&self, path: &str) -> Route {
        let root = self.root();
        // `/medborgardialoger` without its last slash is the list too; `/medborgardialogerna` is not.
        let inside = path.strip_prefix(&root).or((path == root.trim_end_matches('/')).then_some(""));
        inside.map_or(Route::Missing, Route::parse)
    }

    /// A link to a page.
    pub fn href(&self, route: &Route) -> String {
        self.to(route, "")
    }

    fn to(&self, route: &Route, query: &str) -> String {
        match &self.guest {
            Some(guest) => guest.href(route, query),
            None => format!("{}{}{query}", self.root(), route.path()),
        }
    }

    /// A link to the list, narrowed.
    pub fn list(&self, filter: &Filter) -> String {
        self.to(&Route::List, &filter.query_string())
    }

    /// A file beside the app, such as `feed.json`.
    pub fn file(&self, name: &str) -> String {
        let origin = if self.is_guest() { &self.origin } else { "" };
        format!("{origin}{}{name}", self.base)
    }

    /// A file below a page, in the page's language.
    fn below(&self, route: &Route, name: &str) -> String {
        self.file(&[self.lang.folder(), &route.path(), name].concat())
    }

    /// A meeting's calendar file, below the page of its dialogue: `dialog/SLUG/MEETING.ics`. It never changes.
    pub fn calendar(&self, dialogue: &Slug, meeting: &Slug) -> String {
        self.below(&Route::Dialogue(dialogue.clone()), &format!("{meeting}.ics"))
    }

    /// A dialogue's poster for the notice board: a print below its page, and no page of the app.
    pub fn poster(&self, dialogue: &Slug) -> String {
        self.below(&Route::Dialogue(dialogue.clone()), &format!("{POSTER}/"))
    }

    /// The QR code that leads to a dialogue's page, below it.
    pub fn qr(&self, dialogue: &Slug) -> String {
        self.below(&Route::Dialogue(dialogue.clone()), "qr.svg")
    }

    /// The calendar of all meetings.
    pub fn calendar_of_all(&self) -> String {
        self.below(&Route::List, SUBSCRIPTION)
    }

    /// Its full address, for a calendar that wants an address pasted.
    pub fn subscription(&self) -> String {
        self.full(&self.calendar_of_all())
    }

    /// The same with the scheme that makes a device offer to subscribe to it (`webcal:`, IANA's URI schemes).
    pub fn webcal(&self) -> String {
        let address = self.subscription();
        address.split_once("://").map_or_else(|| address.clone(), |(_, rest)| format!("webcal://{rest}"))
    }

    /// The full address of a link of ours.
    pub fn full(&self, href: &str) -> String {
        if href.starts_with('/') { format!("{}{href}", self.origin) } else { href.to_owned() }
    }

    /// The full address of a page, for what leaves the page: calendars, shares. It is always the app's own.
    pub fn absolute(&self, route: &Route) -> String {
        [&self.origin, &self.base, self.lang.folder(), &route.path()].concat()
    }
}
