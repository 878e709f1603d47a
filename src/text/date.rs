//! Dates and times in words, as Digg's guideline R66 has them: always the year, a point in the time, an en dash.

use super::Text;
use crate::domain::when::{Around, Instant, Slot, When, day, local, midnight, next};
use chrono::{Datelike, NaiveDate, Timelike};

fn of<'a>(names: &[&'a str], index: u32) -> &'a str {
    names.get(index as usize).copied().unwrap_or_default()
}

/// `3 juni 2024`.
pub fn plain(text: &Text, date: NaiveDate) -> String {
    (text.date)(date.day(), of(&text.months, date.month0()), date.year())
}

/// `måndag 3 juni 2024`.
pub fn full(text: &Text, date: NaiveDate) -> String {
    format!("{} {}", of(&text.weekdays, date.weekday().num_days_from_monday()), plain(text, date))
}

/// `mån`, `3`, `juni`: the three lines of a date block.
pub fn block(text: &Text, date: NaiveDate) -> [String; 3] {
    let weekday = of(&text.weekdays_short, date.weekday().num_days_from_monday());
    [weekday.to_owned(), date.day().to_string(), of(&text.months_short, date.month0()).to_owned()]
}

/// `16.00`, Swedish time.
pub fn clock(t: Instant) -> String {
    let wall = local(t);
    format!("{:02}.{:02}", wall.hour(), wall.minute())
}

/// A meeting's time in two parts, since a page may set the clock apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// `måndag 3 juni 2024`; both days with their times when it ends on another day.
    pub date: String,
    /// `kl. 16.00–18.00`, when one day has it all and the time is known.
    pub clock: Option<String>,
}

impl Spoken {
    /// `måndag 3 juni 2024 kl. 16.00–18.00`.
    pub fn whole(&self) -> String {
        match &self.clock {
            Some(clock) => format!("{} {clock}", self.date),
            None => self.date.clone(),
        }
    }
}

/// A meeting's time.
pub fn slot(text: &Text, slot: Slot) -> Spoken {
    match slot {
        // An end at midnight is the end of the same day.
        Slot::Time { start, end: Some(end) } if end == midnight(next(day(start))) => Spoken {
            date: full(text, day(start)),
            clock: Some((text.clock)(&format!("{}–24.00", clock(start)))),
        },
        Slot::Time { start, end: Some(end) } if day(start) != day(end) => Spoken {
            date: format!("{}–{}", moment(text, When::Time(start)), moment(text, When::Time(end))),
            clock: None,
        },
        Slot::Time { start, end } => {
            let time = end.map_or_else(|| clock(start), |end| format!("{}–{}", clock(start), clock(end)));
            Spoken { date: full(text, day(start)), clock: Some((text.clock)(&time)) }
        }
        Slot::Days { first, last } if first == last => Spoken { date: full(text, first), clock: None },
        Slot::Days { first, last } => {
            Spoken { date: format!("{}–{}", full(text, first), full(text, last)), clock: None }
        }
    }
}

/// A point in time: `måndag 3 juni 2024 kl. 16.00`, or the day alone.
pub fn moment(text: &Text, when: When) -> String {
    match when {
        When::Time(t) => format!("{} {}", full(text, day(t)), (text.clock)(&clock(t))),
        When::Date(date) => full(text, date),
    }
}

/// When something was fetched: `Hämtat i dag kl. 08.05`, `Hämtat i går kl. 14.10`, `Hämtat 3 juni 2024 kl. 14.10`.
pub fn fetched(text: &Text, since: Instant, now: Instant) -> String {
    let clock = (text.clock)(&clock(since));
    let when = match day(now).signed_duration_since(day(since)).num_days() {
        0 => (text.offline.today_at)(&clock),
        1 => (text.offline.yesterday_at)(&clock),
        _ => format!("{} {clock}", plain(text, day(since))),
    };
    (text.offline.fetched)(&when)
}

/// An edge of a period: `oktober 2020`, `2020`, `20 maj 2024`.
pub fn around(text: &Text, around: Around) -> String {
    match around {
        Around::When(when) => plain(text, when.day()),
        Around::Month(date) => format!("{} {}", of(&text.months, date.month0()), date.year()),
        Around::Year(date) => date.year().to_string(),
    }
}

/// What to say beside a meeting's date: `Pågår nu`, `Idag`, `I morgon`, `Om 9 dagar` within two weeks.
pub fn nearness(text: &Text, slot: Slot, now: Instant) -> Option<String> {
    let days = slot.day().signed_duration_since(day(now)).num_days();
    match days {
        _ if slot.over() <= now => None,
        _ if slot.contains(now) && matches!(slot, Slot::Time { end: Some(_), .. }) => {
            Some(text.on_now.to_owned())
        }
        0 => Some(text.today.to_owned()),
        1 => Some(text.tomorrow.to_owned()),
        2..=14 => Some((text.in_days)(days)),
        days if days < 0 => Some(text.on_now.to_owned()),
        _ => None,
    }
}
