//! Feeds to show, and what the app's own core says of them.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, anyhow};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use medborgardialoger::domain::dialogue::Dialogue;
use medborgardialoger::domain::feed::{self, Feed};
use medborgardialoger::domain::meeting::Meeting;
use medborgardialoger::domain::route::Links;
use medborgardialoger::domain::when::{self, Instant};
use medborgardialoger::domain::{ics, slug::Slug};
use medborgardialoger::text::{self, Lang, Text, entry};

/// The app's words.
pub fn sv() -> &'static Text {
    text::of(Lang::Sv)
}

/// Now, by this machine's clock, which the browsers share.
pub fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Instant::from_timestamp_millis(i64::try_from(since.as_millis()).unwrap_or_default()).unwrap_or_default()
}

/// A day so many days from today, in Sweden.
pub fn day(days: i64) -> NaiveDate {
    from(when::day(now()), days)
}

/// A day so many days from another.
pub fn from(today: NaiveDate, days: i64) -> NaiveDate {
    let far = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_sub_days(far) } else { today.checked_add_days(far) };
    day.unwrap_or(today)
}

/// That day as addresses and date fields have it.
pub fn iso(days: i64) -> String {
    when::machine(when::When::Date(day(days)))
}

/// Makes a template a feed: `@+1T18:00` and `@-30` are times and days from today, in Sweden.
pub fn fill(template: &str) -> String {
    fill_on(template, day(0))
}

/// The same as of another day.
pub fn fill_on(template: &str, today: NaiveDate) -> String {
    let mut parts = template.split("\"@");
    let mut feed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (mark, rest) = part.split_once('"').unwrap_or((part, ""));
        let (days, clock) = mark.split_once('T').map_or((mark, None), |(days, clock)| (days, Some(clock)));
        let day = from(today, days.parse().unwrap_or_default());
        let filled = match clock.and_then(|clock| NaiveTime::parse_from_str(clock, "%H:%M").ok()) {
            None => day.to_string(),
            Some(clock) => {
                let wall = day.and_time(clock);
                // Sweden is one hour ahead of UTC, or two; only one of them leads back to the same wall clock.
                let ahead = |hours| when::local((wall - TimeDelta::hours(hours)).and_utc()) == wall;
                format!("{}T{}+0{}:00", day, clock.format("%H:%M:%S"), if ahead(2) { 2 } else { 1 })
            }
        };
        feed.extend(["\"", &filled, "\"", rest]);
    }
    feed
}

/// The example feed of a town that does not exist: tests/fixture/exempelstad.json, as of today.
pub fn example() -> Result<String> {
    Ok(fill(&template()?))
}

/// Its text, with its marks.
pub fn template() -> Result<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture/exempelstad.json");
    std::fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// A feed with these dialogues, which may have marks as in `fill`.
pub fn of(dialogues: &str) -> String {
    fill(&with(dialogues))
}

/// Its text, with its marks.
pub fn with(dialogues: &str) -> String {
    format!(
        r#"{{"version":"1.0","generatedAt":"@-1T12:00","publisher":{{"name":"Exempelstads kommun","url":"https://www.exempelstad.example/"}},
        "language":"sv","timeZone":"Europe/Stockholm","dialogues":[{dialogues}]}}"#
    )
}

/// A feed with so many dialogues, one a day from tomorrow on, named Dialog 1 and so on.
pub fn many(dialogues: i64) -> String {
    let one = |n| {
        format!(r#"{{"id":"nr-{n}","title":"Dialog {n}","meetings":[{{"id":"m","start":"@+{n}T18:00"}}]}}"#)
    };
    of(&(1..=dialogues).map(one).collect::<Vec<_>>().join(","))
}

/// A feed as the app reads it.
pub fn read(json: &str) -> Result<Feed> {
    feed::parse(json.as_bytes()).map_err(|error| anyhow!("no feed: {error:?}"))
}

/// A meeting of a feed, with its dialogue.
pub fn meeting<'a>(feed: &'a Feed, dialogue: &str, meeting: &str) -> Result<(&'a Dialogue, &'a Meeting)> {
    let slug = Slug::new(dialogue).context("no slug")?;
    let dialogue = feed.find(&slug).with_context(|| format!("no dialogue {slug}"))?;
    Ok((dialogue, dialogue.meeting(meeting).with_context(|| format!("no meeting {meeting}"))?))
}

/// The calendar entry of a meeting and the name of its file, for the app at an origin and base.
pub fn entry(
    feed: &Feed,
    dialogue: &Dialogue,
    meeting: &Meeting,
    origin: &str,
    base: &str,
) -> (ics::Entry, String) {
    let entry = entry::entry(sv(), &Links::new(origin, base), feed, dialogue, meeting);
    (entry, entry::file_name(sv(), dialogue, meeting))
}
