//! How texts and times are written, wherever they stand.

use super::{
    Case, Kind, Report, date, markup,
    shape::{Leaf, Shape, walk},
};
use crate::domain::{
    node::is_control,
    when::{Slot, offset},
};
use chrono::DateTime;
use serde_json::Value;

/// Checks all texts and times in a value. `meetings` are what a date without a year may mean.
pub(super) fn check(
    case: &Case,
    value: &Value,
    shape: &Shape,
    path: &str,
    meetings: &[Slot],
    report: &mut Report,
) {
    let own = case.feed.language.as_str();
    walk(value, shape, path, &mut |path, leaf| match leaf {
        Leaf::Time(time) => time_of_another_zone(time).into_iter().for_each(|kind| report.say(path, kind)),
        Leaf::Words(text, tag) => {
            text.chars()
                .find(|c| is_control(*c))
                .into_iter()
                .for_each(|c| report.say(path, Kind::Control(c)));
            markup::markup(text).into_iter().for_each(|found| report.say(path, Kind::Markup(found)));
            if case.words.speaks(tag.unwrap_or(own)) {
                dates(case, text, path, meetings, report);
            }
        }
        Leaf::Languages(tags) => {
            if !tags.iter().any(|tag| case.words.speaks(tag)) {
                report.say(path, Kind::Untranslated(tags.into_iter().map(str::to_owned).collect()));
            }
        }
        // One finding for all of them: it is the feed's language that is another.
        Leaf::Plain => {
            if !case.words.speaks(own) {
                report.say_once("language", Kind::Foreign(own.to_owned()));
            }
        }
    });
}

/// A date is wrong in one way at most: with a wrong weekday the missing year is not told as well.
fn dates(case: &Case, text: &str, path: &str, meetings: &[Slot], report: &mut Report) {
    for written in date::dates(text, case.words) {
        match (written.mistaken(meetings), written.year) {
            (Some(date), _) => report.say(path, Kind::Weekday { written: written.text, date }),
            (None, None) => report.say(path, Kind::Yearless(written.text)),
            (None, Some(_)) => {}
        }
    }
}

/// Compares the offset with the one that Sweden has at that very instant. `Z` is wrong all year round: a feed is
/// written in Swedish time, so that an editor can read it.
fn time_of_another_zone(time: &str) -> Option<Kind> {
    let parsed = DateTime::parse_from_rfc3339(time).ok()?;
    let (written, right) = (parsed.offset().local_minus_utc(), offset(parsed.to_utc()));
    let shown = |seconds: i32| {
        let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
        format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    };
    let zulu = time.ends_with(['Z', 'z']);
    (written != right).then(|| Kind::Offset {
        time: time.to_owned(),
        written: if zulu { "Z".to_owned() } else { shown(written) },
        right: shown(right),
    })
}
