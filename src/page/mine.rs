//! What the resident follows.

use super::state::feed_or;
use crate::{
    domain::{
        dialogue::Dialogue,
        feed::Feed,
        ics,
        live::Live,
        meeting::{Meeting, Status},
        route::Route,
        saved::{Change, Followed, Id, Unread},
        slug::Slug,
        when::Instant,
    },
    part::{
        Act, CalendarFile, Env,
        back_link::back_link,
        calendar_link::in_calendar,
        card, dotted,
        el::{self, El, Piece, el, pieces},
        follow::follow_button,
        news::news,
        notice::notice,
        section::{list, more, tap_inside},
        time::slot_time,
    },
    text::{
        entry,
        news::{ask, where_kept, why_unread},
    },
};
use leptos::prelude::*;

/// The page of what is followed. It is there without the feed too, as last seen.
pub fn mine(env: Env, live: Signal<Live>, act: Callback<Act>) -> AnyView {
    let content = move || {
        let title = el("h1", "heading-title", env.text.news.mine).attr("tabindex", "-1");
        let top = (back_link(&env), el("div", "heading", title));
        // A print would say to those who follow something that they don't.
        if env.is_print() {
            let no_app = el("p", "no-app", env.text.news.mine_no_app);
            return pieces((top, el("div", "list-hits", no_app)));
        }
        let (feed, state) = match live.with(|l| feed_or(&env, l, act)) {
            Ok(feed) => (Some(feed), None),
            Err(state) => (None, Some(state)),
        };
        pieces((top, el("div", "list-hits", content(&env, feed.as_deref(), act)), state))
    };
    el::live(content)
}

fn content(env: &Env, feed: Option<&Feed>, act: Callback<Act>) -> Vec<Piece> {
    let words = &env.text.news;
    let keeping = env.keeping();
    let unread = keeping.unread.map(|unread| {
        let advice = why_unread(env.text, unread);
        notice("unread", advice.title, advice.text, ()).key("unread")
    });
    if keeping.unread == Some(Unread::Newer) {
        return pieces(unread);
    }
    let followed = keeping.saved.followed();
    let rows = list("mine", followed.iter().map(|followed| row(env, feed, followed, act)).collect());
    let none =
        rows.is_none().then(|| notice("none", words.mine_none_title, words.mine_none_text, ()).key("none"));
    let file = feed.and_then(|feed| file(env, feed, act));
    let news = feed.and_then(|feed| news(env, feed, None, act));
    let kept = keeping.unread.is_some() || !keeping.saved.is_empty();
    let forget = kept.then(|| {
        let button = el("button", "button-plain", words.forget_all).attr("type", "button");
        let button = button.click(act, Act::Save(Change::ForgetAll));
        let text = el("p", "", words.forget_text);
        let kept = el("p", "quiet", where_kept(env.text, keeping.is_unkept()));
        (kept, more("forget", words.forget, (text, button)))
    });
    pieces((unread, news, none, rows.map(|rows| rows.key("rows")), file, forget))
}

fn row(env: &Env, feed: Option<&Feed>, followed: &Followed, act: Callback<Act>) -> El {
    let words = &env.text.news;
    let now = env.now.get_untracked();
    let id = &followed.id;
    let dialogue = feed.and_then(|feed| feed.find(&id.dialogue));
    let found = dialogue.and_then(|dialogue| match &id.meeting {
        Some(id) => dialogue.meeting(id.as_str()).map(|m| (dialogue, Some(m))),
        None => Some((dialogue, dialogue.ahead(now))),
    });
    let title = match found {
        Some((dialogue, meeting)) => title(env, id, dialogue, meeting),
        None => pieces(followed.title.as_str()),
    };
    let title = tap_inside(env.links.href(&Route::Dialogue(id.dialogue.clone())), el("span", "", title));
    // Older pages of the feed may have it.
    let gone = feed.filter(|feed| found.is_none() && feed.next.is_none());
    let gone = gone.map(|feed| (words.no_longer_listed, " ", ask(env.text, feed.publisher.as_ref())));
    let facts = match found {
        Some((dialogue, Some(meeting))) => facts(env, dialogue, meeting, now),
        Some((_, None)) => Vec::new(),
        None => pieces(followed.slot.map(|slot| slot_time(env, slot))),
    };
    let lines = (
        el("h2", "mine-title", title),
        (!facts.is_empty()).then(|| el("p", "card-facts", dotted(facts))),
        gone.map(|gone| el("p", "", gone)),
        el("p", "", follow_button(env, id.clone(), true, format!(": {}", followed.title), act)),
    );
    let key = id.meeting.as_ref().map_or("", Slug::as_str);
    el("li", "", lines).key(format!("{}/{key}", id.dialogue))
}

/// A dialogue's title, or a meeting's own, with the meeting's state.
fn title(env: &Env, id: &Id, dialogue: &Dialogue, meeting: Option<&Meeting>) -> Vec<Piece> {
    let own = meeting.filter(|_| id.meeting.is_some());
    let title = own.and_then(|m| m.title.as_ref()).unwrap_or(&dialogue.title);
    card::title(env, title, meeting.map_or(Status::Scheduled, |m| m.status))
}

fn facts(env: &Env, dialogue: &Dialogue, meeting: &Meeting, now: Instant) -> Vec<Piece> {
    let mark = in_calendar(env, dialogue, meeting).filter(|_| now < meeting.slot.over());
    pieces((slot_time(env, meeting.slot), card::place(env, meeting), mark))
}

/// One calendar file of all that lies ahead.
fn file(env: &Env, feed: &Feed, act: Callback<Act>) -> Option<El> {
    let words = &env.text.news;
    let ahead = env.keeping().saved.ahead(feed, env.now.get_untracked());
    if ahead.is_empty() {
        return None;
    }
    let entries: Vec<_> = ahead.iter().map(|(d, m)| entry::entry(env.text, &env.links, feed, d, m)).collect();
    let ids = ahead.iter().map(|(d, m)| Id::one(&d.id, &m.id)).collect();
    let text = ics::print_all(words.calendar_all_name, &entries);
    let name = words.calendar_all_file.to_owned();
    let address = env.links.file(&name);
    let href = (env.calendar_href)(&CalendarFile { address, name, text });
    let link = el("a", "button", words.calendar_all)
        .attr("href", href)
        .attr("download", words.calendar_all_file)
        .attr("type", ics::MEDIA_TYPE)
        .click(act, Act::Save(Change::Calendar(ids)));
    Some(el("p", "", link).key("file"))
}
