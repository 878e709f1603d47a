//! A dialogue's poster for the notice board: a page without script or app, with a style of its own (style/poster.css),
//! that is one A4 on paper.

use super::{Press, bare::bare, env, tags::Tags};
use crate::{
    domain::{
        dialogue::{Dialogue, Group},
        feed::Feed,
        meeting::{Meeting, Mode},
        organiser::Contact,
        route::Route,
        slug::Slug,
        stage::Stage,
        when::{Instant, When, day},
    },
    part::{
        Env,
        card::{districts, place},
        el::{El, Piece, el, pieces},
        facts::{registration_now, state_line},
        phrase::phrase,
        section::tap,
        time::{slot_time, span_time, when_time},
    },
    text::{Text, of_poster, poster::Words},
};

/// The name of [`STYLE`].
pub const NAME: &str = "poster.css";

/// What every poster is drawn with. It comes with the publisher and not with the app, so that no resident's visit
/// carries it.
pub const STYLE: &str =
    concat!(include_str!("../../../style/tokens.css"), "\n", include_str!("../../../style/poster.css"));

/// Up to so many characters a title is short, and long; beyond it is longest, and set smallest.
const SHORT: usize = 40;
const LONG: usize = 90;

/// The whole document; `None` for a dialogue that the feed has not got.
pub fn poster(press: &Press, slug: &Slug) -> Option<String> {
    let (text, words) = (press.text(), of_poster(press.links.lang()));
    let dialogue = press.feed.find(slug)?;
    let title = words.page_title.with(dialogue.title.get(text.tag).text);
    let body = || body(press, dialogue, text, words);
    Some(bare(press, &title, NAME, Tags::for_no_search, body))
}

fn body(press: &Press, dialogue: &Dialogue, text: &'static Text, words: &Words) -> Vec<Piece> {
    let env = env(press.links.clone(), text, press.now);
    let page = env.links.href(&Route::Dialogue(dialogue.id.clone()));
    let tools = el("nav", "tools", (tap(page, words.back), el("p", "", words.how_to_print)));
    pieces((tools, sheet(&env, words, press.feed, dialogue, press.now)))
}

fn sheet(env: &Env, words: &Words, feed: &Feed, dialogue: &Dialogue, now: Instant) -> El {
    let group = dialogue.group(now);
    let ahead = dialogue.ahead(now);
    let owner = feed.publisher.as_ref().map(|publisher| el("p", "owner", publisher.name.as_str()));
    let length = dialogue.title.get(env.text.tag).text.chars().count();
    let class = if length <= SHORT {
        "title"
    } else if length <= LONG {
        "title title-long"
    } else {
        "title title-longest"
    };
    let top = (
        el("header", "top", (owner, el("p", "kind", words.kind))),
        el("h1", class, phrase(env, &dialogue.title)),
        state(env, dialogue, group, ahead),
    );
    let facts = match ahead {
        Some(meeting) => meeting_lines(env, meeting, now),
        None => lines_without_meeting(env, dialogue, group, now),
    };
    let names: Vec<&str> = dialogue.districts.iter().map(|d| d.get(env.text.tag).text).collect();
    let term = if names.len() == 1 { env.text.district } else { env.text.districts };
    let names = districts(env, &names).map(|names| el("p", "fact", (term, ": ", names)));
    el("main", "poster", (top, el("div", "facts", (facts, names)), bottom(env, words, feed, dialogue, group)))
}

/// What is not as planned: that it is over, rests or is called off, or what has become of its next meeting.
fn state(env: &Env, dialogue: &Dialogue, group: Group, ahead: Option<&Meeting>) -> Option<El> {
    let text = env.text;
    let word = match (dialogue.stage, group) {
        (Some(stage @ (Stage::Cancelled | Stage::Paused)), _) => text.stages.of(stage),
        (_, Group::Ended) => text.group_of_one.of(group),
        _ => {
            return ahead
                .and_then(|meeting| state_line(env, meeting))
                .map(|line| el("div", "state-box", line));
        }
    };
    let note = dialogue.stage_note.as_ref().map(|note| (" ", phrase(env, note)));
    Some(el("p", "state-box", (el("strong", "", word), note)))
}

/// When and where the next meeting is, whether to register and how one gets in.
fn meeting_lines(env: &Env, meeting: &Meeting, now: Instant) -> Vec<Piece> {
    let text = env.text;
    let time = slot_time(env, meeting.slot);
    if !meeting.status.takes_place() {
        return pieces(el("p", "when", el("s", "", time)));
    }
    let in_room = meeting.attendance() != Some(Mode::Online);
    let room = meeting.place.as_ref().filter(|_| in_room);
    let line = match room {
        Some(place) if meeting.attendance() == Some(Mode::Hybrid) => {
            Some(format!("{} ({})", place.line(), text.in_room_and_net))
        }
        Some(place) => Some(place.line()),
        None => place(env, meeting),
    };
    let hint = room.and_then(|place| place.hint.as_ref()).map(|hint| (" (", phrase(env, hint), ")"));
    let register = match &meeting.registration {
        Some(registration) => registration_now(env, registration, now),
        None => pieces(text.registration_unknown),
    };
    let known: Vec<&str> = room.iter().flat_map(|p| p.access.iter().map(|a| text.accesses.of(*a))).collect();
    let access = match room.and_then(|place| place.access_note.as_ref()) {
        Some(note) if known.is_empty() => Some(phrase(env, note)),
        _ => (!known.is_empty()).then(|| Piece::Text(known.join(", "))),
    };
    let theme = meeting.title.as_ref().or(meeting.theme.as_ref());
    pieces((
        el("p", "when", time),
        line.map(|line| el("p", "where", (line, hint))),
        theme.map(|theme| el("p", "fact", phrase(env, theme))),
        meeting.hours.as_ref().map(|hours| el("p", "fact", phrase(env, hours))),
        el("p", "fact", register),
        access.map(|access| el("p", "fact", (text.access, ": ", access))),
    ))
}

/// That it goes on, and since when; of one that is over, when its last meeting was.
fn lines_without_meeting(env: &Env, dialogue: &Dialogue, group: Group, now: Instant) -> Vec<Piece> {
    let text = env.text;
    if let Some(last) = dialogue.last_meeting(now).filter(|_| group == Group::Ended) {
        return pieces(el("p", "fact", (text.last_meeting_title, ": ", slot_time(env, last.slot))));
    }
    let period = dialogue.period.as_ref();
    let span = period.map(|period| span_time(env, Some(period.start), period.end, now));
    let note = period.and_then(|period| period.note.as_ref()).or(dialogue.recurrence_note.as_ref());
    let word = (group != Group::Ended).then(|| el("p", "when", text.group_of_one.of(group)));
    pieces((
        word,
        span.map(|span| el("p", "where", span)),
        note.map(|note| el("p", "fact", phrase(env, note))),
    ))
}

/// The way on: the QR code, the address as one says it, whom to ask, and from when all this is.
fn bottom(env: &Env, words: &Words, feed: &Feed, dialogue: &Dialogue, group: Group) -> El {
    let text = env.text;
    let open = group != Group::Ended && matches!(dialogue.stage, None | Some(Stage::Open | Stage::Planned));
    let call = if open { words.read_and_say } else { words.read };
    let address = env.links.absolute(&Route::Dialogue(dialogue.id.clone()));
    let short = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).trim_end_matches('/');
    let ask = match dialogue.contacts.first() {
        Some(contact) => contact_line(env, contact),
        None => feed.publisher.as_ref().map_or_else(Vec::new, |publisher| {
            let phone = publisher.phone.as_ref().map(|phone| phone.as_str());
            let ways = [phone, publisher.email.as_ref().map(|email| email.as_str())];
            let ways = ways.into_iter().flatten().map(|way| Piece::Text(way.to_owned()));
            std::iter::once(Piece::Text(publisher.name.clone())).chain(ways).collect()
        }),
    };
    let ask = (!ask.is_empty()).then(|| el("p", "ask", (text.contact, ": ", listed(ask))));
    let made = feed.generated_at.map(|made| When::Date(day(made)));
    let made = made.map(|made| el("p", "made", (text.data_updated, " ", when_time(env, made))));
    let way_on = (el("p", "call", call), el("p", "address", short), ask, made);
    let code = el("img", "code", ()).attr("src", env.links.qr(&dialogue.id)).attr("alt", "");
    el("footer", "bottom", (el("div", "way-on", way_on), code))
}

fn contact_line(env: &Env, contact: &Contact) -> Vec<Piece> {
    let name = contact.name.clone().map(Piece::Text);
    let role = contact.role.as_ref().map(|role| phrase(env, role));
    let phone = contact.phones.first().map(|phone| phone.as_str());
    let email = contact.email.as_ref().map(|email| email.as_str());
    // Whoever has a name needs no title on a wall.
    pieces((name.or(role), phone, email))
}

/// `a, b, c`.
fn listed(all: Vec<Piece>) -> Vec<Piece> {
    let mut list = Vec::with_capacity(2 * all.len());
    for piece in all {
        if !list.is_empty() {
            list.push(Piece::Text(", ".to_owned()));
        }
        list.push(piece);
    }
    list
}
