//! What a meeting should say: that it has moved, and how one gets in.

use super::{Case, Kind, Report, shape::join};
use crate::domain::{
    dialogue::Dialogue,
    meeting::{Meeting, Mode},
    stage::Stage,
};
use serde_json::Value;

/// Checks one meeting of a dialogue. One that the reader leaves out is passed over.
pub(super) fn check(case: &Case, dialogue: &Dialogue, value: &Value, path: &str, report: &mut Report) {
    let Some(meeting) = case.read(value, Meeting::read) else { return };
    moved(case, dialogue, &meeting, path, report);
    // What the stage says of the whole holds for its meetings.
    if !matches!(dialogue.stage, Some(Stage::Paused | Stage::Cancelled)) {
        no_access(case, &meeting, path, report);
    }
}

/// Another start or end than in the previous feed, under the same ids, asks for a higher revision; otherwise calendars
/// keep the old time. The revision is what calendars are given: `sequence`, else what `updated` makes of it.
fn moved(case: &Case, dialogue: &Dialogue, meeting: &Meeting, path: &str, report: &mut Report) {
    let old =
        case.before.and_then(|feed| feed.find(&dialogue.id)).and_then(|d| d.meeting(meeting.id.as_str()));
    let Some(old) = old else { return };
    if old.slot != meeting.slot && meeting.revision() <= old.revision() {
        let sequence = old.revision().saturating_add(1);
        let kind = Kind::Moved { before: old.slot, after: meeting.slot, sequence };
        report.say(&join(path, "sequence"), kind);
    }
}

/// A place to go to with neither `access` nor `accessNote`: the page then says that nothing is known. Meetings that
/// are over, called off, paused or on the net are passed over, since nobody goes there.
fn no_access(case: &Case, meeting: &Meeting, path: &str, report: &mut Report) {
    let Some(place) = &meeting.place else { return };
    let ahead = case.now < meeting.slot.over() && meeting.status.takes_place();
    let silent = place.access.is_empty() && place.access_note.is_none();
    if ahead && silent && meeting.attendance() != Some(Mode::Online) {
        report.say(&join(path, "place.accessNote"), Kind::NoAccess);
    }
}
