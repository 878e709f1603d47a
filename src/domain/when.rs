//! Dates and times. An instant is kept in UTC and shown in Swedish time; a date stays a date.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::{Europe::Stockholm, Tz};

/// The one zone the app knows, as IANA names it.
pub const ZONE: &str = "Europe/Stockholm";

/// A point in time, UTC.
pub type Instant = DateTime<Utc>;

/// The Swedish wall clock at an instant, summer time included.
pub fn local(instant: Instant) -> NaiveDateTime {
    instant.with_timezone(&Stockholm).naive_local()
}

/// The Swedish date at an instant.
pub fn day(instant: Instant) -> NaiveDate {
    local(instant).date()
}

/// The instant at which a date begins in Sweden.
pub fn midnight(date: NaiveDate) -> Instant {
    let wall = date.and_time(NaiveTime::MIN);
    // Swedish clocks change at night but never at midnight, so `earliest` always answers; UTC is for the compiler.
    Stockholm
        .from_local_datetime(&wall)
        .earliest()
        .map_or_else(|| wall.and_utc(), |t: DateTime<Tz>| t.to_utc())
}

/// Seconds by which Swedish time is ahead of UTC at an instant: 3600 or 7200.
pub fn offset(instant: Instant) -> i32 {
    Stockholm.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc()
}

/// The years that a dialogue can be in; whatever is outside is a slip of the hand.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads an RFC 3339 date-time with its offset, in the years 1900 to 2199. Leap seconds are refused, and a blank in
/// place of the T.
pub fn instant(text: &str) -> Option<Instant> {
    let t = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
    let plain = !text.contains(' ') && t.timestamp_subsec_nanos() < 1_000_000_000;
    (plain && YEARS.contains(&day(t).year())).then_some(t)
}

/// Reads `2024-06-03` (RFC 3339 full-date) and nothing else, in the years 1900 to 2199.
pub fn date(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    ymd(year, unsigned(month)?, unsigned(day)?)
}

fn ymd(year: &str, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(self::year(year)?, month, day)
}

/// Reads a year, 1900 to 2199: four digits and nothing else.
pub fn year(text: &str) -> Option<i32> {
    number(text, 4).filter(|year| YEARS.contains(year))
}

fn number(digits: &str, length: usize) -> Option<i32> {
    (digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

fn unsigned(digits: &str) -> Option<u32> {
    number(digits, 2)?.try_into().ok()
}

/// A point in time as a feed may state it: to the minute, or only the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// An instant.
    Time(Instant),
    /// A day whose time is not known.
    Date(NaiveDate),
}

impl When {
    /// Reads an RFC 3339 date-time or full-date.
    pub fn parse(text: &str) -> Option<Self> {
        instant(text).map(Self::Time).or_else(|| date(text).map(Self::Date))
    }

    /// The first instant it can mean.
    pub fn start(self) -> Instant {
        match self {
            Self::Time(t) => t,
            Self::Date(d) => midnight(d),
        }
    }

    /// The first instant that is past it: the next midnight for a date.
    pub fn end(self) -> Instant {
        match self {
            Self::Time(t) => t,
            Self::Date(d) => midnight(next(d)),
        }
    }

    /// The Swedish date.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Time(t) => day(t),
            Self::Date(d) => d,
        }
    }
}

/// The day after (the same day at the end of the calendar, the year 262142).
pub fn next(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

/// The edge of a period, which may be no sharper than a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// A date or a point in time.
    When(When),
    /// A month, kept as its first day.
    Month(NaiveDate),
    /// A year, kept as its first day.
    Year(NaiveDate),
}

impl Around {
    /// Reads what [`When`] reads, and `2020-10` and `2020`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(when) = When::parse(text) {
            return Some(Self::When(when));
        }
        match text.split_once('-') {
            None => ymd(text, 1, 1).map(Self::Year),
            Some((year, month)) => ymd(year, unsigned(month)?, 1).map(Self::Month),
        }
    }

    /// The first instant it can mean.
    pub fn start(self) -> Instant {
        match self {
            Self::When(w) => w.start(),
            Self::Month(d) | Self::Year(d) => midnight(d),
        }
    }

    /// The first instant that is past it.
    pub fn end(self) -> Instant {
        let months = match self {
            Self::When(w) => return w.end(),
            Self::Month(_) => 1,
            Self::Year(_) => 12,
        };
        let first = day(self.start());
        midnight(first.checked_add_months(Months::new(months)).unwrap_or(first))
    }
}

/// When a meeting takes place. Its end, where there is one, is after its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// From a time; the end may be unknown.
    Time {
        /// Begins.
        start: Instant,
        /// Ends, if the feed says so.
        end: Option<Instant>,
    },
    /// Whole days, the last one included; the time is not known.
    Days {
        /// The first day.
        first: NaiveDate,
        /// The last day, often the same.
        last: NaiveDate,
    },
}

impl Slot {
    /// Joins a start with an end of the same kind; `None` when the end is not after the start or of another kind.
    pub fn new(start: When, end: Option<When>) -> Option<Self> {
        match (start, end) {
            (When::Time(start), None) => Some(Self::Time { start, end: None }),
            (When::Time(start), Some(When::Time(end))) => {
                (start < end).then_some(Self::Time { start, end: Some(end) })
            }
            (When::Date(first), None) => Some(Self::Days { first, last: first }),
            (When::Date(first), Some(When::Date(last))) => {
                (first <= last).then_some(Self::Days { first, last })
            }
            _ => None,
        }
    }

    /// The first instant.
    pub fn start(self) -> Instant {
        match self {
            Self::Time { start, .. } => start,
            Self::Days { first, .. } => midnight(first),
        }
    }

    /// From when on it is surely over: its end, or the midnight after its last known day.
    pub fn over(self) -> Instant {
        match self {
            Self::Time { end: Some(end), .. } => end,
            Self::Time { start, end: None } => midnight(next(day(start))),
            Self::Days { last, .. } => midnight(next(last)),
        }
    }

    /// Whether it is on at an instant.
    pub fn contains(self, now: Instant) -> bool {
        self.start() <= now && now < self.over()
    }

    /// The first Swedish day.
    pub fn day(self) -> NaiveDate {
        day(self.start())
    }
}

/// `2020-10` or `2020`; a date or time as [`machine`] writes it.
pub fn machine_around(around: Around) -> String {
    match around {
        Around::When(when) => machine(When::Date(when.day())),
        Around::Month(first) => format!("{:04}-{:02}", first.year(), first.month()),
        Around::Year(first) => format!("{:04}", first.year()),
    }
}

/// `2024-06-03T16:00+02:00`, or `2024-06-03`: the form of HTML's `datetime` and schema.org's dates.
pub fn machine(when: When) -> String {
    let date = when.day();
    let mut text = format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    if let When::Time(instant) = when {
        use chrono::Timelike;
        let wall = local(instant);
        let offset = offset(instant) / 60;
        text.push_str(&format!(
            "T{:02}:{:02}+{:02}:{:02}",
            wall.hour(),
            wall.minute(),
            offset / 60,
            offset % 60
        ));
    }
    text
}
