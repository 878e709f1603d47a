//! Dates and times in words, as Digg's guideline R66 has them: always the year, a point in the time, an en dash.

use super::{
    Text,
    table::{Pattern, table},
};
use crate::domain::when::{Around, Instant, Slot, When, day, local, midnight, next};
use chrono::{Datelike, NaiveDate, Timelike};

table! {
/// Each string once, as in [`super::Text`].
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub weekdays: [&'static str; 7],
    pub weekdays_short: [&'static str; 7],
    pub months: [&'static str; 12],
    pub months_short: [&'static str; 12],
    /// Day, month, year.
    pub date: Pattern,
    /// Before an hour of one digit: `08.05` or `8.05`.
    pub hour_lead: &'static str,
    /// Between hour and minute.
    pub clock_point: &'static str,
    /// Around a time of day.
    pub clock: Pattern,
    /// Between a date and its time of day.
    pub clock_join: &'static str,
    /// Between two dates of more than one word.
    pub dash: &'static str,
    pub today: &'static str,
    pub tomorrow: &'static str,
    pub in_days: Pattern,
    pub on_now: &'static str,
    pub days_from: Pattern,
    pub days_to: Pattern,
}
}

fn of<'a>(names: &[&'a str], index: u32) -> &'a str {
    names.get(index as usize).copied().unwrap_or_default()
}

/// `3 juni 2024`.
pub fn plain(text: &Text, date: NaiveDate) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    text.dates.date.fill(&[&day, of(&text.dates.months, date.month0()), &year])
}

/// `måndag 3 juni 2024`.
pub fn full(text: &Text, date: NaiveDate) -> String {
    format!("{} {}", of(&text.dates.weekdays, date.weekday().num_days_from_monday()), plain(text, date))
}

/// `mån`, `3`, `juni`: the three lines of a date block.
pub fn block(text: &Text, date: NaiveDate) -> [String; 3] {
    let weekday = of(&text.dates.weekdays_short, date.weekday().num_days_from_monday());
    [weekday.to_owned(), date.day().to_string(), of(&text.dates.months_short, date.month0()).to_owned()]
}

/// `16.00`, Swedish time.
pub fn clock(text: &Text, t: Instant) -> String {
    let wall = local(t);
    let lead = if wall.hour() < 10 { text.dates.hour_lead } else { "" };
    format!("{lead}{}{}{:02}", wall.hour(), text.dates.clock_point, wall.minute())
}

/// A meeting's time in two parts, since a page may set the clock apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// `måndag 3 juni 2024`; both days with their times when it ends on another day.
    pub date: String,
    /// `kl. 16.00–18.00`, when one day has it all and the time is known.
    pub clock: Option<String>,
    /// What stands between the two.
    pub join: &'static str,
}

impl Spoken {
    /// `måndag 3 juni 2024 kl. 16.00–18.00`.
    pub fn whole(&self) -> String {
        match &self.clock {
            Some(clock) => format!("{}{}{clock}", self.date, self.join),
            None => self.date.clone(),
        }
    }
}

/// A meeting's time.
pub fn slot(text: &Text, slot: Slot) -> Spoken {
    let clock = |t: Instant| clock(text, t);
    let (date, clock) = match slot {
        // An end at midnight is the end of the same day.
        Slot::Time { start, end: Some(end) } if end == midnight(next(day(start))) => {
            (full(text, day(start)), Some(format!("{}–24{}00", clock(start), text.dates.clock_point)))
        }
        Slot::Time { start, end: Some(end) } if day(start) != day(end) => {
            (span(text, &moment(text, When::Time(start)), &moment(text, When::Time(end))), None)
        }
        Slot::Time { start, end } => {
            let time = end.map_or_else(|| clock(start), |end| format!("{}–{}", clock(start), clock(end)));
            (full(text, day(start)), Some(time))
        }
        Slot::Days { first, last } if first == last => (full(text, first), None),
        Slot::Days { first, last } => (span(text, &full(text, first), &full(text, last)), None),
    };
    Spoken { date, clock: clock.map(|clock| text.dates.clock.with(&clock)), join: text.dates.clock_join }
}

fn span(text: &Text, from: &str, to: &str) -> String {
    format!("{from}{}{to}", text.dates.dash)
}

/// A span of days: `3 juni 2024–5 juni 2024`, `från 3 juni 2024`, `till 5 juni 2024`; one day alone.
pub fn days(text: &Text, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let [from, to] = [from, to].map(|date| date.map(|date| plain(text, date)));
    match (from, to) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => span(text, &from, &to),
        (Some(from), None) => text.dates.days_from.with(&from),
        (None, Some(to)) => text.dates.days_to.with(&to),
        (None, None) => String::new(),
    }
}

/// A point in time: `måndag 3 juni 2024 kl. 16.00`, or the day alone.
pub fn moment(text: &Text, when: When) -> String {
    match when {
        When::Time(t) => timed(text, full(text, day(t)), t),
        When::Date(date) => full(text, date),
    }
}

fn timed(text: &Text, date: String, t: Instant) -> String {
    format!("{date}{}{}", text.dates.clock_join, text.dates.clock.with(&clock(text, t)))
}

/// When something was fetched: `Hämtat i dag kl. 08.05`, `Hämtat i går kl. 14.10`, `Hämtat 3 juni 2024 kl. 14.10`.
pub fn fetched(text: &Text, since: Instant, now: Instant) -> String {
    let clock = text.dates.clock.with(&clock(text, since));
    let when = match day(now).signed_duration_since(day(since)).num_days() {
        0 => text.offline.today_at.with(&clock),
        1 => text.offline.yesterday_at.with(&clock),
        _ => timed(text, plain(text, day(since)), since),
    };
    text.offline.fetched.with(&when)
}

/// An edge of a period: `oktober 2020`, `2020`, `20 maj 2024`.
pub fn around(text: &Text, around: Around) -> String {
    match around {
        Around::When(when) => plain(text, when.day()),
        Around::Month(date) => format!("{} {}", of(&text.dates.months, date.month0()), date.year()),
        Around::Year(date) => date.year().to_string(),
    }
}

/// What to say beside a meeting's date: `Pågår nu`, `I dag`, `I morgon`, `Om 9 dagar` within two weeks.
pub fn nearness(text: &Text, slot: Slot, now: Instant) -> Option<String> {
    let days = slot.day().signed_duration_since(day(now)).num_days();
    match days {
        _ if slot.over() <= now => None,
        _ if slot.contains(now) && matches!(slot, Slot::Time { end: Some(_), .. }) => {
            Some(text.dates.on_now.to_owned())
        }
        0 => Some(text.dates.today.to_owned()),
        1 => Some(text.dates.tomorrow.to_owned()),
        2..=14 => Some(text.dates.in_days.number(days)),
        days if days < 0 => Some(text.dates.on_now.to_owned()),
        _ => None,
    }
}
