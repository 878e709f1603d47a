//! A dialogue as a row of the list.

use super::{
    El, Env, Piece,
    calendar_link::in_calendar,
    date_block, dotted,
    el::{Pieces, el, pieces},
    facts, phrase, slot_time,
    time::{span_time, with_time},
};
use crate::{
    domain::{
        dialogue::{Dialogue, Group},
        localized::Localized,
        meeting::{Meeting, Mode, Status},
        route::Route,
        saved::News,
        when::Instant,
    },
    text::date,
};

/// What, when, where, for whom and whether to register. The title is the link, and the whole row answers to it. It is
/// marked where it has news, and where its meeting is in the calendar.
pub fn card(env: &Env, dialogue: &Dialogue, group: Group, now: Instant, news: &[News]) -> El {
    // A process that has no meeting ahead is shown by its period; what only had meetings by the latest of them.
    let meeting = match dialogue.next_meeting(now) {
        None if dialogue.period.is_none() => dialogue.last_meeting(now),
        next => next,
    };
    let told = meeting.filter(|m| now < m.slot.over() || m.status == Status::Cancelled);
    let status = told.map_or(Status::Scheduled, |m| m.status);
    let link = el("a", "card-link", title(env, &dialogue.title, status))
        .attr("id", format!("d-{}", dialogue.id))
        .attr("href", env.links.href(&Route::Dialogue(dialogue.id.clone())));
    let marks = (news_mark(env, dialogue, news), told.and_then(|m| in_calendar(env, dialogue, m)));
    let marks = dotted(pieces(marks));
    let lines = (
        el("h3", "card-title", link),
        (!marks.is_empty()).then(|| el("p", "card-marks", marks).key("marks")),
        when(env, dialogue, meeting, now),
        lines_of_facts(env, dialogue, meeting, group, now),
    );
    let class = if status.takes_place() { "card" } else { "card is-off" };
    let row = (meeting.map(|m| date_block(env, m.slot)), el("div", "card-body", lines));
    el("li", class, row).key(dialogue.id.to_string())
}

/// That something has happened to a dialogue since it was last seen.
pub fn news_mark(env: &Env, dialogue: &Dialogue, news: &[News]) -> Option<El> {
    let new = news.iter().any(|news| news.id.dialogue == dialogue.id);
    new.then(|| el("span", "state state-changed", env.text.news.news_here))
}

/// A title with its state before it; struck through when it does not take place.
pub fn title(env: &Env, title: &Localized, status: Status) -> Vec<Piece> {
    let words = phrase(env, title);
    match status {
        Status::Cancelled => pieces((state(env, status), el("s", "", words))),
        _ => pieces((state(env, status), words)),
    }
}

/// `Inställt `, `Flyttat `, … in its own tone and shape; nothing for what goes as planned.
pub fn state(env: &Env, status: Status) -> impl Pieces {
    let class = if status == Status::Cancelled { "state state-cancelled" } else { "state state-changed" };
    env.text.statuses.known(status).map(|word| (el("span", class, word), " "))
}

fn when(env: &Env, dialogue: &Dialogue, meeting: Option<&Meeting>, now: Instant) -> Vec<Piece> {
    let text = env.text;
    let line = |words: Vec<Piece>| el("p", "card-when", words);
    if let Some(meeting) = meeting {
        let postponed = meeting.status == Status::Postponed;
        let time = slot_time(env, meeting.slot);
        let time = if postponed { el("s", "", time) } else { time };
        let later = postponed.then(|| el("strong", "", text.new_date_later));
        // A cancelled meeting keeps its place; the next one that can be visited stands under it.
        let open =
            dialogue.next_open_meeting(now).filter(|m| m.id != meeting.id && !meeting.status.takes_place());
        let next = open.map(|m| line(with_time(text.next_meeting, slot_time(env, m.slot))));
        let beside = if postponed { None } else { beside(env, meeting, now) };
        return pieces((line(pieces((dotted(pieces((time, later))), beside))), next));
    }
    let words = match (&dialogue.period, &dialogue.recurrence_note) {
        (Some(period), _) => span_time(env, Some(period.start), period.end, now),
        (None, note) => pieces(note.as_ref().map(|note| phrase(env, note))),
    };
    pieces((!words.is_empty()).then(|| line(words)))
}

/// How near a meeting is, when it takes place at all.
pub fn nearness(env: &Env, meeting: &Meeting, now: Instant) -> Option<String> {
    date::nearness(env.text, meeting.slot, now).filter(|_| meeting.status.takes_place())
}

/// The same, to be set beside its time. All of it goes where a print would grow stale (public/no-app.css).
pub fn beside(env: &Env, meeting: &Meeting, now: Instant) -> Option<impl Pieces> {
    // The line breaks after the dot, never before it.
    nearness(env, meeting, now).map(|words| (el("span", "soon", "\u{a0}·"), " ", el("strong", "soon", words)))
}

fn lines_of_facts(
    env: &Env,
    dialogue: &Dialogue,
    meeting: Option<&Meeting>,
    group: Group,
    now: Instant,
) -> Option<El> {
    let text = env.text;
    let ended = group == Group::Ended;
    let results = dialogue.results.any();
    let results_here = (ended && results).then(|| el("span", "state state-done", text.results_here));
    let no_results = (ended && !results).then_some(text.no_results_yet);
    let town = meeting.and_then(|m| m.place.as_ref()).and_then(|p| p.locality.as_deref());
    // The place's town says it already.
    let names = dialogue.districts.iter().map(|d| d.get(text.tag).text).filter(|name| town != Some(*name));
    let districts = districts(env, &names.collect::<Vec<_>>());
    let ahead = meeting.filter(|m| now < m.slot.over() && m.status.takes_place());
    let registration = ahead.and_then(|m| m.registration.as_ref());
    let registration = registration.map(|r| el("span", "", facts::registration_now(env, r, now)));
    let foreign = dialogue.title.get(text.tag).lang.map(|tag| text.in_language(tag));
    let facts = pieces((
        results_here,
        meeting.and_then(|m| place(env, m)),
        districts,
        registration,
        no_results,
        foreign,
    ));
    (!facts.is_empty()).then(|| el("p", "card-facts", dotted(facts)))
}

/// Name, room and town of where it is held, or that it is on the net.
pub fn place(env: &Env, meeting: &Meeting) -> Option<String> {
    let text = env.text;
    let name = meeting.place.as_ref().map(|p| p.short());
    match (meeting.attendance(), name) {
        (Some(Mode::Online), _) => Some(text.on_the_net.to_owned()),
        (Some(Mode::Hybrid), Some(name)) => Some(format!("{name} ({})", text.in_room_and_net)),
        (Some(Mode::Hybrid), None) => Some(text.in_room_and_net.to_owned()),
        (_, name) => name,
    }
}

/// At most three names; of more, two and how many are left.
pub fn districts(env: &Env, names: &[&str]) -> Option<String> {
    match names {
        [] => None,
        [first, second, rest @ ..] if rest.len() > 1 => {
            Some(format!("{first}, {second} {}", env.text.and_more.count(rest.len())))
        }
        names => Some(names.join(", ")),
    }
}
