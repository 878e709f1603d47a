//! All there is to print: a file of the site each.

use super::{
    Press, editor,
    head::{head, shell_head},
    not_found::not_found,
    page, poster, qr, sitemap, statement,
};
use crate::{
    domain::{
        archive::archive,
        ics,
        lang::Lang,
        route::{Links, Route, STATEMENT, SUBSCRIPTION},
        slug::Slug,
    },
    text::entry::{calendar_name, entries, entry},
};
use std::sync::Arc;

/// The sitemap's name.
pub const SITEMAP: &str = "sitemap.xml";

/// The name of [`shell`].
pub const SHELL: &str = "shell.html";

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

/// The folders that hold nothing but prints ([`Route`]). Beside them: those of the languages ([`Lang::folder`]).
const FOLDERS: [&str; 5] = ["dialog", "arkiv", "mina", STATEMENT, editor::FOLDER];

/// A file to print; what a reader sees, in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A page.
    Page(Lang, Route),
    /// What a server answers where there is nothing; it boots the app, whose feed may be newer.
    NotFound,
    /// A meeting's calendar file, by its dialogue and itself.
    Meeting(Lang, Slug, Slug),
    /// The QR code that leads to a dialogue's page.
    Qr(Lang, Slug),
    /// A dialogue's poster.
    Poster(Lang, Slug),
    /// The style of all posters.
    PosterStyle,
    /// How accessible the app is.
    Statement(Lang),
    /// The style of that page.
    StatementStyle,
    /// The calendar of all meetings.
    Subscription(Lang),
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
            Self::Sitemap,
            Self::Robots,
        ];
        for lang in Lang::ALL {
            all.extend([Self::Subscription(lang), Self::Statement(lang)]);
            let routes = routes(press).into_iter().chain([Route::Mine]);
            all.extend(routes.map(|route| Self::Page(lang, route)));
            for dialogue in &press.feed.dialogues {
                let id = || dialogue.id.clone();
                all.extend([Self::Qr(lang, id()), Self::Poster(lang, id())]);
                all.extend(dialogue.meetings.iter().map(|m| Self::Meeting(lang, id(), m.id.clone())));
            }
        }
        all
    }

    /// Whether a file below the site's folder is a print of whatever feed, and no part of the built app.
    pub fn is_printed(path: &str) -> bool {
        FILES.contains(&path)
            || path.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder))
            || Lang::ALL.iter().any(|lang| !lang.folder().is_empty() && path.starts_with(lang.folder()))
    }

    /// The language that it is in; what is in none is Swedish, as the pages in the root.
    fn lang(&self) -> Lang {
        match self {
            Self::Page(lang, _)
            | Self::Meeting(lang, ..)
            | Self::Qr(lang, _)
            | Self::Poster(lang, _)
            | Self::Statement(lang)
            | Self::Subscription(lang) => *lang,
            Self::NotFound
            | Self::PosterStyle
            | Self::StatementStyle
            | Self::Sitemap
            | Self::Robots
            | Self::Feed => Lang::Sv,
        }
    }

    /// Where it lies below the site's folder.
    pub fn path(&self, links: &Links) -> String {
        let links = links.speaking(self.lang());
        let href = match self {
            Self::Page(_, route) => format!("{}index.html", links.href(route)),
            Self::NotFound => links.file("404.html"),
            Self::Meeting(_, dialogue, meeting) => links.calendar(dialogue, meeting),
            Self::Qr(_, dialogue) => links.qr(dialogue),
            Self::Poster(_, dialogue) => format!("{}index.html", links.poster(dialogue)),
            Self::PosterStyle => links.file(poster::NAME),
            Self::Statement(_) => format!("{}index.html", links.statement()),
            Self::StatementStyle => links.file(statement::STYLE_NAME),
            Self::Subscription(_) => links.calendar_of_all(),
            Self::Sitemap => links.file(SITEMAP),
            Self::Robots => links.file("robots.txt"),
            Self::Feed => links.file("feed.json"),
        };
        href.strip_prefix(links.base()).unwrap_or(&href).to_owned()
    }

    /// Its contents.
    pub fn print(&self, press: &Press) -> Vec<u8> {
        let links = press.links.speaking(self.lang());
        let press = &Press { links: &links, ..*press };
        match self {
            Self::Page(_, route) => {
                let app = page(route.clone(), Arc::clone(press.feed), links.clone(), press.text(), press.now);
                document(press, route, &app).into_bytes()
            }
            Self::NotFound => document(press, &Route::Missing, &not_found(press)).into_bytes(),
            Self::Meeting(_, dialogue, meeting) => {
                calendar(press, dialogue, meeting).unwrap_or_default().into_bytes()
            }
            Self::Qr(_, dialogue) => {
                let address = press.links.absolute(&Route::Dialogue(dialogue.clone()));
                qr::svg(&address).unwrap_or_default().into_bytes()
            }
            Self::Poster(_, dialogue) => poster::poster(press, dialogue).unwrap_or_default().into_bytes(),
            Self::PosterStyle => poster::STYLE.as_bytes().to_vec(),
            Self::Statement(_) => statement::statement(press).into_bytes(),
            Self::StatementStyle => statement::STYLE.as_bytes().to_vec(),
            Self::Subscription(_) => subscription(press).into_bytes(),
            Self::Sitemap => sitemap::sitemap(press, &routes(press)).into_bytes(),
            Self::Robots => sitemap::robots(press).into_bytes(),
            Self::Feed => press.bytes.to_vec(),
        }
    }
}

/// Every page there is for everybody, in each language.
fn routes(press: &Press) -> Vec<Route> {
    let dialogues = press.feed.dialogues.iter().map(|d| Route::Dialogue(d.id.clone()));
    let years = archive(press.feed, press.now).into_iter().map(|year| Route::Archive(year.year));
    [Route::List].into_iter().chain(dialogues).chain(years).collect()
}

fn document(press: &Press, route: &Route, app: &str) -> String {
    press.template.fill(press.text().tag, &head(press, route), Some(&press.stamp()), app)
}

/// The document of any page with nothing printed in it: what the worker (public/sw.js) shows where there is no network.
/// Its language and its words come by its address (public/start.js).
pub fn shell(press: &Press) -> String {
    let text = press.text();
    press.template.fill(text.tag, &shell_head(press, text), None, "")
}

fn calendar(press: &Press, dialogue: &Slug, meeting: &Slug) -> Option<String> {
    let dialogue = press.feed.find(dialogue)?;
    let meeting = dialogue.meeting(meeting.as_str())?;
    Some(ics::print(&entry(press.text(), press.links, press.feed, dialogue, meeting)))
}

fn subscription(press: &Press) -> String {
    let text = press.text();
    ics::print_all(&calendar_name(text, press.feed), &entries(text, press.links, press.feed))
}
