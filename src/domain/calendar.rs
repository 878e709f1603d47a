//! Links that open a calendar on the net with a meeting filled in. Nothing is sent until a resident follows one.

use super::{
    ics::{self, Entry},
    when::{Slot, When, machine, next},
};

/// A calendar on the net.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// calendar.google.com
    Google,
    /// outlook.live.com
    Outlook,
    /// outlook.office.com
    Office365,
}

impl Service {
    /// All there are, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Google, Self::Outlook, Self::Office365];

    /// Its own name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Google => "Google",
            Self::Outlook => "Outlook.com",
            Self::Office365 => "Office 365",
        }
    }

    /// The link that fills in an entry.
    pub fn href(self, entry: &Entry) -> String {
        match self {
            Self::Google => google(entry),
            Self::Outlook => outlook("https://outlook.live.com/calendar/0/deeplink/compose", entry),
            Self::Office365 => outlook("https://outlook.office.com/calendar/0/deeplink/compose", entry),
        }
    }
}

/// Services cut long addresses; the description's own end, the link to the page, must survive.
const LONGEST: usize = 1_000;

fn link(address: &str, pairs: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("{address}?{query}")
}

fn description(entry: &Entry) -> String {
    if entry.description.chars().count() <= LONGEST {
        return entry.description.clone();
    }
    let start: String = entry.description.chars().take(LONGEST).collect();
    format!("{start}…\n\n{}", entry.url)
}

fn google(entry: &Entry) -> String {
    let dates = match entry.slot {
        Slot::Days { first, last } => format!("{}/{}", ics::date(first), ics::date(next(last))),
        // Google wants an end. Without one the entry has no length, and the description says that it is not stated.
        Slot::Time { start, .. } => {
            let end = ics::end(entry).unwrap_or(start);
            let utc = |t: super::when::Instant| format!("{}Z", ics::date_time(t.naive_utc()));
            format!("{}/{}", utc(start), utc(end))
        }
    };
    let details = description(entry);
    let pairs = [
        ("action", "TEMPLATE"),
        ("text", &entry.summary),
        ("dates", &dates),
        ("details", &details),
        ("location", entry.location.as_deref().unwrap_or_default()),
    ];
    link("https://calendar.google.com/calendar/render", &pairs)
}

fn outlook(address: &str, entry: &Entry) -> String {
    let (start, end, all_day) = match entry.slot {
        Slot::Days { first, last } => (When::Date(first), Some(When::Date(next(last))), "true"),
        Slot::Time { start, .. } => (When::Time(start), ics::end(entry).map(When::Time), "false"),
    };
    let (start, end) = (machine(start), end.map(machine));
    let body = description(entry);
    let mut pairs = vec![
        ("path", "/calendar/action/compose"),
        ("rru", "addevent"),
        ("subject", entry.summary.as_str()),
        ("startdt", start.as_str()),
        ("allday", all_day),
        ("body", body.as_str()),
        ("location", entry.location.as_deref().unwrap_or_default()),
    ];
    if let Some(end) = &end {
        pairs.push(("enddt", end));
    }
    link(address, &pairs)
}
