//! What the head of a printed page says of it: for search engines, link previews and the title bar.

use super::{Press, json_ld, rows, tags::Tags};
use crate::{
    domain::{archive::archive, body::paragraph, lang::Lang, live::Live, route::Route},
    page,
    text::Text,
};
use std::sync::Arc;

/// The longest description, in characters: that of a summary (feed.md).
const LONGEST: usize = 300;

/// The tags that stand between the head's marks, one a line.
pub fn head(press: &Press, route: &Route) -> String {
    let (text, lang) = (press.text(), press.links.lang());
    let live = Live::Fresh(Arc::clone(press.feed));
    let title = page::title(text, route, &live);
    let site = page::title(text, &Route::List, &live);
    let description = description(press, route);
    let mut tags = Tags::default();
    tags.line(&["<title>"], &title, "</title>");
    if let Some(description) = &description {
        tags.meta("name", "description", description);
    }
    if let Some(style) = press.template.without_app() {
        // Not escaped: it stands so in the built document.
        tags.verbatim("<noscript><link rel=\"stylesheet\" href=\"", style, "\"></noscript>");
    }
    // What is missing may be so in any language.
    if let Some(words) = press.template.words(lang).filter(|_| *route != Route::Missing) {
        // The very request of start.js: see Trunk.toml on the wasm's.
        tags.line(&["<link rel=\"preload\" as=\"fetch\" type=\"text/plain\" href=\""], &words, "\">");
    }
    if matches!(route, Route::Mine | Route::Missing) {
        tags.for_no_search();
        return tags.into_lines();
    }
    let url = press.links.absolute(route);
    tags.addresses(press.links, |links| links.absolute(route));
    if *route == Route::List {
        let start = ["<link rel=\"alternate\" type=\"text/calendar\" href=\""];
        tags.line(&start, &press.links.calendar_of_all(), "\">");
    }
    let image = press.links.full(&press.links.file("share.png"));
    let kind = if matches!(route, Route::Dialogue(_)) { "article" } else { "website" };
    for (name, value) in [
        ("og:type", kind),
        ("og:title", &title),
        ("og:description", description.as_deref().unwrap_or(&site)),
        ("og:url", &url),
        ("og:locale", locale(lang)),
        ("og:site_name", &site),
        ("og:image", &image),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", &site),
    ] {
        tags.meta("property", name, value);
    }
    tags.meta("name", "twitter:card", "summary_large_image");
    if let Some(json) = json_ld(press, route) {
        // Not escaped as HTML: it is safe inside a script already (json_ld::thing::script).
        tags.verbatim("<script type=\"application/ld+json\">", &json, "</script>");
    }
    tags.into_lines()
}

/// What the head of a document for any page says.
pub fn shell_head(press: &Press, text: &Text) -> String {
    let mut tags = Tags::default();
    let live = Live::Fresh(Arc::clone(press.feed));
    tags.line(&["<title>"], &page::title(text, &Route::List, &live), "</title>");
    tags.for_no_search();
    tags.into_lines()
}

fn json_ld(press: &Press, route: &Route) -> Option<String> {
    let text = press.text();
    let site = json_ld::Site { feed: press.feed, links: press.links, text };
    Some(match route {
        Route::List => {
            let shown = rows().apply(press.feed, press.now, press.links.lang());
            json_ld::list(&site, shown.hits.iter().map(|(_, dialogue)| &**dialogue))
        }
        Route::Dialogue(slug) => json_ld::dialogue(&site, press.feed.find(slug)?),
        Route::Archive(year) => {
            let all = archive(press.feed, press.now);
            let found = all.iter().find(|y| y.year == *year)?;
            let rows = found.dialogues.iter().map(|dialogue| &**dialogue);
            json_ld::archive(&site, route, &text.archive_title.number((*year).into()), rows)
        }
        Route::Mine | Route::Missing => return None,
    })
}

/// A language with its country, as Open Graph writes it.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv | Lang::Simple => "sv_SE",
        Lang::Fi => "fi_FI",
        // What is said of a Swedish municipality; Open Graph has no en_SE.
        Lang::En => "en_GB",
    }
}

/// A dialogue's summary, else the feed's own first words.
fn description(press: &Press, route: &Route) -> Option<String> {
    let tag = press.text().tag;
    let words = match route {
        Route::Mine | Route::Missing => None,
        Route::Dialogue(slug) => press.feed.find(slug).and_then(|d| d.description()),
        _ => paragraph(&press.feed.intro),
    };
    words.map(|words| short(words.get(tag).text))
}

/// On one line, cut between words.
fn short(words: &str) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in words.split_whitespace() {
        length += word.chars().count() + 1;
        if length > LONGEST {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
