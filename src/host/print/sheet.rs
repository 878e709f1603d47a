//! All there is to print: a file of the site each.

use super::{Press, head::head, page};
use crate::{
    domain::{
        feed::Feed,
        ics,
        route::{Links, Route},
        slug::Slug,
    },
    text::{Lang, entry::entry, of},
};

/// The calendar that holds every meeting.
pub const COLLECTED: &str = "alla.ics";

/// A file to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A page in a language.
    Page(Route, Lang),
    /// What a server answers where there is nothing.
    NotFound,
    /// A meeting's calendar file.
    Meeting(Slug, Slug),
    /// The feed itself.
    Feed,
}

impl Sheet {
    /// All of them.
    pub fn all(feed: &Feed) -> Vec<Self> {
        let mut all = vec![Self::Feed, Self::NotFound];
        for lang in Lang::ALL {
            all.push(Self::Page(Route::List, lang));
            all.extend(feed.dialogues.iter().map(|d| Self::Page(Route::Dialogue(d.id.clone()), lang)));
        }
        for dialogue in &feed.dialogues {
            all.extend(dialogue.meetings.iter().map(|m| Self::Meeting(dialogue.id.clone(), m.id.clone())));
        }
        all
    }

    /// Where it lies below the site's folder.
    pub fn path(&self, links: &Links) -> String {
        let href = match self {
            Self::Page(route, _) => format!("{}index.html", links.href(route)),
            Self::NotFound => links.file("404.html"),
            Self::Meeting(dialogue, meeting) => links.calendar(dialogue, meeting),
            Self::Feed => links.file("feed.json"),
        };
        href.strip_prefix(links.base()).unwrap_or(&href).to_owned()
    }

    /// Its contents.
    pub fn print(&self, press: &Press) -> Vec<u8> {
        match self {
            Self::Page(route, lang) => document(press, route, *lang).into_bytes(),
            Self::NotFound => document(press, &Route::Missing, Lang::Sv).into_bytes(),
            Self::Meeting(dialogue, meeting) => {
                calendar(press, dialogue, meeting).unwrap_or_default().into_bytes()
            }
            Self::Feed => press.bytes.to_vec(),
        }
    }
}

fn document(press: &Press, route: &Route, lang: Lang) -> String {
    let text = of(lang);
    let app = page(route.clone(), press.feed.clone(), press.links.clone(), text, press.now);
    press.template.fill(text.tag, &head(press, route, lang), &press.stamp(), &app)
}

fn calendar(press: &Press, dialogue: &Slug, meeting: &Slug) -> Option<String> {
    let dialogue = press.feed.find(dialogue)?;
    let meeting = dialogue.meeting(meeting.as_str())?;
    Some(ics::print(&entry(of(Lang::Sv), press.links, press.feed, dialogue, meeting)))
}
