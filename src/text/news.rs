//! News of what is followed, in words. Old and new stand side by side as words, so that a screen reader says both.

use super::{
    Advice, Text,
    by::By,
    date,
    table::{Pattern, Plural, table},
};
use crate::domain::{
    feed::Feed,
    organiser::Publisher,
    saved::{News, Site, Turn, TurnKind, Unread},
    when::Slot,
};

table! {
/// The words of following, each once.
#[allow(missing_docs, reason = "each field's value in sv.rs is its best description")]
pub struct Words {
    pub follow: &'static str,
    pub unfollow: &'static str,
    /// After those words, heard only.
    pub dialogue_hidden: &'static str,
    /// Beside a dialogue's button, whether it is followed or not.
    pub note: &'static str,
    pub note_followed: &'static str,
    /// Where that is kept, and that it can't be.
    pub kept: &'static str,
    pub kept_not: &'static str,
    /// Beside a meeting's.
    pub note_of_meeting: &'static str,
    pub with_dialogue: &'static str,
    /// What is kept was written by a newer app.
    pub newer_title: &'static str,
    pub newer_text: &'static str,
    /// What is kept can't be read.
    pub broken_title: &'static str,
    pub broken_text: &'static str,

    pub mine: &'static str,
    pub mine_count: Pattern,
    pub mine_none_title: &'static str,
    pub mine_none_text: &'static str,
    pub mine_no_app: &'static str,
    pub no_longer_listed: &'static str,
    pub calendar_all: &'static str,
    pub calendar_all_name: &'static str,
    pub calendar_all_file: &'static str,
    pub forget: &'static str,
    pub forget_text: &'static str,
    pub forget_all: &'static str,

    pub news: &'static str,
    pub news_count: Plural,
    pub news_here: &'static str,
    pub seen: &'static str,
    /// Beside the changed calendar file.
    pub calendar_takes: &'static str,
    pub in_calendar: &'static str,
    pub in_calendar_changed: &'static str,

    pub heading: By<TurnKind, 9>,
    pub heading_of_dialogue: By<TurnKind, 9>,
    /// What has happened to a meeting: patterns with its time.
    pub meeting: By<TurnKind, 9>,
    pub dialogue: By<TurnKind, 9>,
    /// After and before.
    pub time: Pattern,
    /// After and before.
    pub place: Pattern,
    pub place_unknown: &'static str,
    pub ask: Pattern,
    /// Whom, and by which ways.
    pub ask_by: Pattern,
    pub ask_unnamed: &'static str,
    pub or: &'static str,
}
}

/// Why what is kept is not shown.
pub fn why_unread(text: &Text, unread: Unread) -> Advice {
    let words = &text.news;
    let (title, text) = match unread {
        Unread::Newer => (words.newer_title, words.newer_text),
        Unread::Broken => (words.broken_title, words.broken_text),
    };
    Advice { title: title.to_owned(), text: text.to_owned() }
}

/// Where what is followed is kept.
pub fn where_kept(text: &Text, unkept: bool) -> &'static str {
    if unkept { text.news.kept_not } else { text.news.kept }
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
    let words = &text.news;
    let headings = if news.id.meeting.is_some() { &words.heading } else { &words.heading_of_dialogue };
    let heading = news.turns.first().map_or("", |turn| headings.of(turn.kind()));
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
    let words = &text.news;
    let said = |slot: &Slot| date::slot(text, *slot).whole();
    let said = match (turn, &news.slot) {
        (Turn::Moved { before, after }, _) => words.time.fill(&[&said(after), &said(before)]),
        (Turn::Place { before, after }, _) => words.place.fill(&[site(text, after), site(text, before)]),
        (Turn::Results, _) | (_, None) => words.dialogue.of(turn.kind()).to_owned(),
        (_, Some(slot)) => Pattern(words.meeting.of(turn.kind())).with(&said(slot)),
    };
    match turn {
        Turn::Vanished => format!("{said} {}", ask(text, feed.publisher.as_ref())),
        _ => said,
    }
}

fn site<'a>(text: &Text, site: &'a Site) -> &'a str {
    match site {
        Site::Unknown => text.news.place_unknown,
        Site::Net => text.on_the_net,
        Site::At(line) => line,
    }
}

/// Whom to ask: the publisher by mail or telephone, else by the site's name.
pub fn ask(text: &Text, publisher: Option<&Publisher>) -> String {
    let words = &text.news;
    let Some(publisher) = publisher else { return words.ask_unnamed.to_owned() };
    let email = publisher.email.as_ref().map(|e| e.as_str());
    let phone = publisher.phone.as_ref().map(|p| p.as_str());
    let site = publisher.url.as_ref().and_then(|u| u.host()).filter(|_| email.or(phone).is_none());
    let ways: Vec<&str> = [email, phone, site].into_iter().flatten().collect();
    match ways.join(words.or).as_str() {
        "" => words.ask.with(&publisher.name),
        ways => words.ask_by.fill(&[&publisher.name, ways]),
    }
}
