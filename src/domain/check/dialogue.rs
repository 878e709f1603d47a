//! What a dialogue as a whole should say: where it has come, what came of it, whom to ask, what there is to read.

use super::{Case, Kind, Report, date::last_day, items, meeting, shape, writing};
use crate::domain::{
    dialogue::{Dialogue, Group},
    link::{Email, Link},
    meeting::Meeting,
    stage::Stage,
    when::{Around, Slot, When, day},
};
use chrono::TimeDelta;
use serde_json::Value;

/// For so many days after its end a dialogue may be without results.
const PATIENCE: i64 = 60;

/// Checks a dialogue and all that stands in it. Of one that the reader leaves out only the writing is checked.
pub(super) fn check(case: &Case, value: &Value, path: &str, report: &mut Report) {
    let dialogue = case.read(value, Dialogue::read);
    let meetings = dialogue.as_ref().map(|d| d.meetings.iter().flat_map(times).collect::<Vec<_>>());
    writing::check(case, value, &shape::DIALOGUE, path, &meetings.unwrap_or_default(), report);
    let Some(dialogue) = dialogue else { return };
    only_past(case, &dialogue, path, report);
    no_results(case, &dialogue, path, report);
    contacts(case, value, path, report);
    for (path, item) in items(value, "documents", path) {
        document(item, &path, report);
    }
    if let Some(results) = value.get("results") {
        for (path, item) in items(results, "documents", &shape::join(path, "results")) {
            document(item, &path, report);
        }
    }
    for (path, item) in items(value, "meetings", path) {
        meeting::check(case, &dialogue, item, &path, report);
    }
}

/// When a meeting is, and when it was to be.
fn times(meeting: &Meeting) -> impl Iterator<Item = Slot> {
    let before = meeting.previous_start.map(|start| Slot::Time { start, end: None });
    std::iter::once(meeting.slot).chain(before)
}

/// An open dialogue with only past meetings. Open is what the feed says is `open`, and what it gives no stage as long
/// as nothing else in it says that it is over: neither results nor the end of its period. (Without this a dialogue
/// would stand open for years, as on the municipality's page of 17 April 2024.) A period whose end lies ahead says
/// that it goes on without meetings; one without an end says nothing.
fn only_past(case: &Case, dialogue: &Dialogue, path: &str, report: &mut Report) {
    let end = dialogue.period.as_ref().and_then(|p| p.end).map(Around::end);
    let open = match dialogue.stage {
        Some(Stage::Open) => true,
        None => !dialogue.results.any() && end.is_none(),
        Some(_) => false,
    };
    let goes_on = end.is_some_and(|end| case.now < end) || dialogue.next_meeting(case.now).is_some();
    if let (true, false, Some(last)) =
        (open, goes_on, dialogue.meetings.iter().map(|m| last_day(m.slot)).max())
    {
        report.say(&shape::join(path, "stage"), Kind::OnlyPast { stated: dialogue.stage.is_some(), last });
    }
}

/// A dialogue that has ended over 60 days ago without results. It has ended when the clock says so (`Group::Ended`,
/// the same as on the page) and its stage does not say otherwise; its last day is that of its last meeting that took
/// place, or of its period if that is later. Where neither is known nothing is said, nor while `nextUpdate` lies ahead:
/// then residents are told when there will be something.
fn no_results(case: &Case, dialogue: &Dialogue, path: &str, report: &mut Report) {
    let may_end = matches!(dialogue.stage, None | Some(Stage::Closed | Stage::Reported));
    let promised = dialogue.results.next_update.map(When::end).is_some_and(|next| case.now < next);
    if !may_end || promised || dialogue.results.any() || dialogue.group(case.now) != Group::Ended {
        return;
    }
    let met = dialogue.meetings.iter().filter(|m| m.status.takes_place()).map(|m| m.slot.over());
    let period = dialogue.period.as_ref().and_then(|p| p.end).map(Around::end);
    let Some(end) = met.chain(period).filter(|end| *end <= case.now).max() else { return };
    let ended = day(end - TimeDelta::nanoseconds(1));
    let days = day(case.now).signed_duration_since(ended).num_days();
    if days > PATIENCE {
        report.say(&shape::join(path, "results"), Kind::NoResults { ended, days });
    }
}

/// A contact's mail should be the publisher's: of the host of its address, or of its own mail. A part of that domain
/// counts as the same, both ways, and `www.` does not count.
fn contacts(case: &Case, value: &Value, path: &str, report: &mut Report) {
    let Some(publisher) = &case.feed.publisher else { return };
    let site = publisher.url.as_ref().and_then(Link::host);
    let hosts = site.into_iter().chain(publisher.email.as_ref().and_then(host)).map(str::to_lowercase);
    let own: Vec<String> =
        hosts.map(|h| h.strip_prefix("www.").map_or_else(|| h.clone(), str::to_owned)).collect();
    let Some(domain) = own.first() else { return };
    let inside = |host: &str| own.iter().any(|own| is_part(host, own) || is_part(own, host));
    for (path, contact) in items(value, "contacts", path) {
        let Some(email) = contact.get("email").and_then(Value::as_str).and_then(|s| Email::new(s.trim()))
        else {
            continue;
        };
        if host(&email).is_some_and(|host| !inside(&host.to_lowercase())) {
            let (email, domain) = (email.as_str().to_owned(), domain.clone());
            report.say(&shape::join(&path, "email"), Kind::Outside { email, domain });
        }
    }
}

fn host(email: &Email) -> Option<&str> {
    email.as_str().split_once('@').map(|(_, host)| host)
}

fn is_part(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// A resident wants to know what she fetches.
fn document(value: &Value, path: &str, report: &mut Report) {
    let absent = |field: &str| value.is_object() && value.get(field).is_none_or(Value::is_null);
    for (field, kind) in [("mediaType", Kind::NoType), ("bytes", Kind::NoSize)] {
        if absent(field) {
            report.say(&shape::join(path, field), kind);
        }
    }
}
