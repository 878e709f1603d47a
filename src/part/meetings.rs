//! The meetings of a dialogue, those ahead first.

use super::{
    Act, El, Env,
    calendar_link::{calendar_file_link, in_calendar},
    card, date_block, dotted,
    el::{el, pieces},
    facts::{earlier, facts, good_to_know, how_to_come},
    follow::follow_meeting,
    phrase,
    section::{list, more, section},
    slot_time,
};
use crate::domain::{dialogue::Dialogue, feed::Feed, meeting::Meeting, when::Instant};
use leptos::prelude::Callback;

/// All meetings; nothing when there is only one, since the page shows it already.
pub fn meetings(env: &Env, feed: &Feed, dialogue: &Dialogue, now: Instant, act: Callback<Act>) -> Option<El> {
    if dialogue.meetings.len() < 2 {
        return None;
    }
    let row = |m: &Meeting| row(env, feed, dialogue, m, now, act);
    let (past, ahead): (Vec<&Meeting>, Vec<&Meeting>) =
        dialogue.meetings.iter().partition(|m| m.slot.over() <= now);
    let count = past.len();
    let past = list("meetings", past.into_iter().rev().map(row).collect());
    let past = past.map(|past| more("meetings-past", env.text.past_meetings.number(count), past));
    let ahead = list("meetings", ahead.into_iter().map(row).collect());
    Some(section("meetings", env.text.meetings, (ahead, past)))
}

fn row(
    env: &Env,
    feed: &Feed,
    dialogue: &Dialogue,
    meeting: &Meeting,
    now: Instant,
    act: Callback<Act>,
) -> El {
    let text = env.text;
    let over = meeting.slot.over() <= now;
    let title = meeting.title.as_ref().or(meeting.theme.as_ref()).unwrap_or(&dialogue.title);
    let beside = card::beside(env, meeting, now);
    let done = over.then(|| el("span", "state state-done", text.over));
    let mark = if over { None } else { in_calendar(env, dialogue, meeting) };
    let where_held = dotted(pieces((done, mark, meeting.place.as_ref().map(|p| p.short()))));
    let ahead = (!over).then(|| {
        let known = facts((how_to_come(env, meeting, now), good_to_know(env, meeting, now)));
        let link = calendar_file_link(env, feed, dialogue, meeting, act);
        let follow = follow_meeting(env, dialogue, meeting, act);
        (more("meeting-more", text.meeting_more, known), link, follow)
    });
    let lines = (
        el("h3", "meeting-title", card::title(env, title, meeting.status)),
        el("p", "card-when", (slot_time(env, meeting.slot), beside)),
        (!where_held.is_empty()).then(|| el("p", "card-facts", where_held).key("where")),
        meeting.status_note.as_ref().map(|note| el("p", "", phrase(env, note))),
        earlier(env, meeting).map(|earlier| el("p", "card-facts", pieces(earlier))),
        ahead,
    );
    let class = if meeting.status.takes_place() { "meeting" } else { "meeting is-off" };
    el("li", class, (date_block(env, meeting.slot), el("div", "meeting-body", lines)))
        .attr("id", format!("m-{}", meeting.id))
}
