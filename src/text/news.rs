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
    pub follow: &'static str,
    pub unfollow: &'static str,
    /// After those words, heard only.
    pub dialogue_hidden: &'static str,
    /// Beside a dialogue's button, whether it is followed or not.
    pub note: fn(followed: bool) -> &'static str,
    /// Where that is kept.
    pub kept: fn(unkept: bool) -> &'static str,
    /// Beside a meeting's.
    pub note_of_meeting: &'static str,
    pub with_dialogue: &'static str,
    pub unread: fn(Unread) -> Advice,

    pub mine: &'static str,
    pub mine_count: fn(usize) -> String,
    pub mine_none_title: &'static str,
    pub mine_none_text: &'static str,
    pub mine_no_app: &'static str,
    pub no_longer_listed: &'static str,
    pub calendar_all: &'static str,
    pub calendar_all_name: &'static str,
    pub forget: &'static str,
    pub forget_text: &'static str,
    pub forget_all: &'static str,

    pub news: &'static str,
    pub news_count: fn(usize) -> String,
    pub news_here: &'static str,
    pub seen: &'static str,
    /// Beside the changed calendar file.
    pub calendar_takes: &'static str,
    pub in_calendar: fn(changed: bool) -> &'static str,

    pub heading: fn(&Turn, meeting: bool) -> &'static str,
    /// What has happened to a meeting, in a sentence about its time.
    pub meeting: fn(&Turn, when: &str) -> String,
    pub dialogue: fn(&Turn) -> &'static str,
    pub time: fn(after: &str, before: &str) -> String,
    pub place: fn(after: &str, before: &str) -> String,
    pub place_unknown: &'static str,
    pub ask: fn(name: &str, ways: &str) -> String,
    pub ask_unnamed: &'static str,
    pub or: &'static str,
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
    let said = match (turn, &news.slot) {
        (Turn::Moved { before, after }, _) => (words.time)(&said(after), &said(before)),
        (Turn::Place { before, after }, _) => (words.place)(site(text, after), site(text, before)),
        (Turn::Results, _) | (_, None) => (words.dialogue)(turn).to_owned(),
        (_, Some(slot)) => (words.meeting)(turn, &said(slot)),
    };
    match turn {
        Turn::Vanished => format!("{said} {}", ask(text, feed.publisher.as_ref())),
        _ => said,
    }
}

fn site<'a>(text: &Text, site: &'a Site) -> &'a str {
    match site {
        Site::Unknown => words(text).place_unknown,
        Site::Net => text.on_the_net,
        Site::At(line) => line,
    }
}

/// Whom to ask: the publisher by mail or telephone, else by the site's name.
pub fn ask(text: &Text, publisher: Option<&Publisher>) -> String {
    let Some(publisher) = publisher else { return words(text).ask_unnamed.to_owned() };
    let email = publisher.email.as_ref().map(|e| e.as_str());
    let phone = publisher.phone.as_ref().map(|p| p.as_str());
    let site = publisher.url.as_ref().and_then(|u| u.host()).filter(|_| email.or(phone).is_none());
    let ways: Vec<&str> = [email, phone, site].into_iter().flatten().collect();
    (words(text).ask)(&publisher.name, &ways.join(words(text).or))
}
