//! News of what is followed, in words. Old and new stand side by side as words, so that a screen reader says both.

use super::{Advice, Lang, Text, date, sv};
use crate::domain::{
    feed::Feed,
    organiser::Publisher,
    saved::{News, Site, Turn, Unread},
    when::Slot,
};

/// The words of following, each once.
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub heading: fn(&Turn, meeting: bool) -> &'static str,
    pub cancelled: fn(when: &str) -> String,
    pub postponed: fn(when: &str) -> String,
    pub reinstated: fn(when: &str) -> String,
    pub returned: fn(when: &str) -> String,
    pub vanished: fn(when: &str) -> String,
    pub new: fn(when: &str) -> String,
    pub time: fn(after: &str, before: &str) -> String,
    pub time_set: fn(when: &str) -> String,
    pub moved_online: fn(when: &str, before: &str) -> String,
    pub place: fn(when: &str, after: &str, before: &str) -> String,
    pub place_set: fn(when: &str, after: &str) -> String,
    pub place_lost: fn(when: &str, before: &str) -> String,
    pub dialogue: fn(&Turn) -> &'static str,
    pub ask: fn(name: &str, ways: &str) -> String,
    pub ask_unnamed: &'static str,
    pub or: &'static str,
    /// Beside the changed calendar file.
    pub calendar_takes: &'static str,
    /// Beside the mark of what is saved already.
    pub in_calendar: &'static str,
    /// Beside "Följ" and the button that forgets all: what is stored, and where.
    pub stored: &'static str,
    pub unread: fn(&Unread) -> Advice,
}

/// The words of a language.
pub fn words(text: &Text) -> &'static Words {
    match text.lang {
        Lang::Sv => &sv::NEWS,
    }
}

/// A piece of news: a heading, and what has happened and what to do, a sentence or two a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// `Flyttat: Medborgardialog med Torshälla stads nämnd`
    pub title: String,
    /// What has happened, in the order of the turns.
    pub sentences: Vec<String>,
}

/// News in words. The feed that it came from gives titles in the reader's language, and whom to ask.
pub fn tell(text: &Text, feed: &Feed, news: &News) -> Told {
    let meeting = news.id.meeting.is_some();
    let heading = news.turns.first().map_or("", |turn| (words(text).heading)(turn, meeting));
    Told {
        title: format!("{heading}: {}", title(text, feed, news)),
        sentences: news.turns.iter().map(|turn| sentence(text, feed, news, turn)).collect(),
    }
}

fn title<'a>(text: &Text, feed: &'a Feed, news: &'a News) -> &'a str {
    let dialogue = feed.find(&news.id.dialogue);
    // What is gone keeps its last known title, which may be the meeting's own.
    let here = match &news.id.meeting {
        Some(id) => {
            dialogue.and_then(|d| d.meeting(id.as_str()).map(|m| m.title.as_ref().unwrap_or(&d.title)))
        }
        None => dialogue.map(|d| &d.title),
    };
    here.map_or(&news.title, |title| title.get(text.tag).text)
}

fn sentence(text: &Text, feed: &Feed, news: &News, turn: &Turn) -> String {
    let words = words(text);
    let said = |slot: &Slot| date::slot(text, *slot).whole();
    let when = news.slot.as_ref().map(said).unwrap_or_default();
    let vanished = |what: String| format!("{what} {}", ask(text, feed.publisher.as_ref()));
    match turn {
        Turn::Vanished if news.id.meeting.is_none() => vanished((words.dialogue)(turn).to_owned()),
        _ if news.id.meeting.is_none() => (words.dialogue)(turn).to_owned(),
        Turn::Vanished => vanished((words.vanished)(&when)),
        Turn::Cancelled => (words.cancelled)(&when),
        Turn::Postponed => (words.postponed)(&when),
        Turn::Reinstated => (words.reinstated)(&when),
        Turn::Returned => (words.returned)(&when),
        Turn::New => (words.new)(&when),
        Turn::Results => (words.dialogue)(turn).to_owned(),
        Turn::TimeSet { before: Slot::Days { .. }, after } => (words.time_set)(&said(after)),
        Turn::TimeSet { before, after } if before == after => (words.time_set)(&said(after)),
        Turn::TimeSet { before, after } | Turn::Moved { before, after } | Turn::Ends { before, after } => {
            (words.time)(&said(after), &said(before))
        }
        Turn::MovedOnline(before) => (words.moved_online)(&when, before),
        Turn::Place { before, after } => place(text, &when, before, after),
    }
}

fn place(text: &Text, when: &str, before: &Site, after: &Site) -> String {
    let words = words(text);
    let line = |site: &Site| match site {
        Site::Unknown => None,
        Site::Net => Some(text.on_the_net.to_owned()),
        Site::At(line) => Some(line.clone()),
    };
    match (line(before), line(after)) {
        (Some(before), Some(after)) => (words.place)(when, &after, &before),
        (None, Some(after)) => (words.place_set)(when, &after),
        (before, None) => (words.place_lost)(when, &before.unwrap_or_default()),
    }
}

/// Whom to ask: the publisher by mail or telephone, else by the site's name.
fn ask(text: &Text, publisher: Option<&Publisher>) -> String {
    let Some(publisher) = publisher else { return words(text).ask_unnamed.to_owned() };
    let email = publisher.email.as_ref().map(|e| e.as_str());
    let phone = publisher.phone.as_ref().map(|p| p.as_str());
    let site = publisher.url.as_ref().and_then(|u| u.host()).filter(|_| email.or(phone).is_none());
    let ways: Vec<&str> = [email, phone, site].into_iter().flatten().collect();
    (words(text).ask)(&publisher.name, &ways.join(words(text).or))
}
