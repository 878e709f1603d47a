//! All there is to print: a file of the site each.

use super::{
    Press, editor,
    head::{bare_head, head},
    page, poster, qr, sitemap, statement,
};
use crate::{
    domain::{
        archive::archive,
        ics,
        route::{Links, Route, SUBSCRIPTION},
        slug::Slug,
    },
    text::{
        Lang,
        entry::{calendar_name, entries, entry},
        of,
    },
};
use std::sync::Arc;

/// The sitemap's name.
pub const SITEMAP: &str = "sitemap.xml";

/// The name of [`shell`].
pub const SHELL: &str = "shell.html";
/// The language of all prints. A second one asks for addresses of its own (`Links`) first.
const LANG: Lang = Lang::Sv;

/// The files of a print whose names never change. Beside them: [`FOLDERS`].
const FILES: [&str; 11] = [
    "index.html",
    "404.html",
    SHELL,
    "feed.json",
    SUBSCRIPTION,
    SITEMAP,
    "robots.txt",
    poster::NAME,
    // Written by the publisher's own door (src/bin/publish/element.rs).
    "embed.js",
    "frame.js",
    "framed.js",
];

/// The folders that hold nothing but prints ([`Route`]).
const FOLDERS: [&str; 8] =
    ["dialog", "arkiv", "mina", editor::FOLDER, statement::FOLDER, "lattlast", "fi", "en"];

/// A file to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A page.
    Page(Route),
    /// What a server answers where there is nothing; it boots the app, whose feed may be newer.
    NotFound,
    /// A meeting's calendar file, by its dialogue and itself.
    Meeting(Slug, Slug),
    /// The QR code that leads to a dialogue's page.
    Qr(Slug),
    /// A dialogue's poster.
    Poster(Slug),
    /// The style of all posters.
    PosterStyle,
    /// How accessible the app is, in a language.
    Statement(Lang),
    /// The style of that page in every language.
    StatementStyle,
    /// The calendar of all meetings.
    Subscription,
    /// Every page, for search engines.
    Sitemap,
    /// Leads search engines to the sitemap.
    Robots,
    /// The feed itself.
    Feed,
}

impl Sheet {
    /// All of them.
    pub fn all(press: &Press) -> Vec<Self> {
        let mut all = vec![
            Self::Feed,
            Self::NotFound,
            Self::PosterStyle,
            Self::StatementStyle,
            Self::Subscription,
            Self::Sitemap,
            Self::Robots,
        ];
        all.extend(Lang::ALL.map(Self::Statement));
        all.extend(routes(press).into_iter().chain([Route::Mine]).map(Self::Page));
        for dialogue in &press.feed.dialogues {
            all.extend([Self::Qr(dialogue.id.clone()), Self::Poster(dialogue.id.clone())]);
            all.extend(dialogue.meetings.iter().map(|m| Self::Meeting(dialogue.id.clone(), m.id.clone())));
        }
        all
    }

    /// Whether a file below the site's folder is a print of whatever feed, and no part of the built app.
    pub fn is_printed(path: &str) -> bool {
        FILES.contains(&path) || path.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder))
    }

    /// Where it lies below the site's folder.
    pub fn path(&self, links: &Links) -> String {
        let href = match self {
            Self::Page(route) => format!("{}index.html", links.href(route)),
            Self::NotFound => links.file("404.html"),
            Self::Meeting(dialogue, meeting) => links.calendar(dialogue, meeting),
            Self::Qr(dialogue) => links.qr(dialogue),
            Self::Poster(dialogue) => format!("{}index.html", links.poster(dialogue)),
            Self::PosterStyle => links.file(poster::NAME),
            Self::Statement(lang) => format!("{}index.html", statement::address(links, *lang)),
            Self::StatementStyle => links.file(statement::STYLE_NAME),
            Self::Subscription => links.file(SUBSCRIPTION),
            Self::Sitemap => links.file(SITEMAP),
            Self::Robots => links.file("robots.txt"),
            Self::Feed => links.file("feed.json"),
        };
        href.strip_prefix(links.base()).unwrap_or(&href).to_owned()
    }

    /// Its contents.
    pub fn print(&self, press: &Press) -> Vec<u8> {
        match self {
            Self::Page(route) => document(press, route).into_bytes(),
            Self::NotFound => document(press, &Route::Missing).into_bytes(),
            Self::Meeting(dialogue, meeting) => {
                calendar(press, dialogue, meeting).unwrap_or_default().into_bytes()
            }
            Self::Qr(dialogue) => {
                let address = press.links.absolute(&Route::Dialogue(dialogue.clone()));
                qr::svg(&address).unwrap_or_default().into_bytes()
            }
            Self::Poster(dialogue) => poster::poster(press, dialogue, LANG).unwrap_or_default().into_bytes(),
            Self::PosterStyle => poster::STYLE.as_bytes().to_vec(),
            Self::Statement(lang) => statement::statement(press, *lang).into_bytes(),
            Self::StatementStyle => statement::STYLE.as_bytes().to_vec(),
            Self::Subscription => subscription(press).into_bytes(),
            Self::Sitemap => sitemap::sitemap(press, &routes(press)).into_bytes(),
            Self::Robots => sitemap::robots(press).into_bytes(),
            Self::Feed => press.bytes.to_vec(),
        }
    }
}

/// Every page there is for everybody.
fn routes(press: &Press) -> Vec<Route> {
    let dialogues = press.feed.dialogues.iter().map(|d| Route::Dialogue(d.id.clone()));
    let years = archive(press.feed, press.now).into_iter().map(|year| Route::Archive(year.year));
    [Route::List].into_iter().chain(dialogues).chain(years).collect()
}

fn document(press: &Press, route: &Route) -> String {
    let text = of(LANG);
    let app = page(route.clone(), Arc::clone(press.feed), press.links.clone(), text, press.now);
    press.template.fill(text.tag, &head(press, route, LANG), Some(&press.stamp()), &app)
}

/// The document of any page with nothing printed in it: what the worker (public/sw.js) shows where there is no network.
pub fn shell(press: &Press) -> String {
    let text = of(LANG);
    press.template.fill(text.tag, &bare_head(press, text), None, "")
}

fn calendar(press: &Press, dialogue: &Slug, meeting: &Slug) -> Option<String> {
    let dialogue = press.feed.find(dialogue)?;
    let meeting = dialogue.meeting(meeting.as_str())?;
    Some(ics::print(&entry(of(LANG), press.links, press.feed, dialogue, meeting)))
}

fn subscription(press: &Press) -> String {
    let text = of(LANG);
    ics::print_all(&calendar_name(text, press.feed), &entries(text, press.links, press.feed))
}
