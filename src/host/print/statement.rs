//! The page that says how accessible the app is, `/tillganglighet/`, in each language: a page without script or app, so that
//! it can be read where they can't. Its words are in text/statement.rs.

mod sections;

use super::{Press, bare::bare, tags::Tags};
use crate::{
    domain::route::Route,
    part::{
        el::{El, el, pieces},
        languages::languages,
        section::tap,
    },
    text::{
        Text,
        entry::unbroken,
        statement::{Words, words},
    },
};

/// The name of [`STYLE`], in the folder of the Swedish page.
pub const STYLE_NAME: &str = "tillganglighet/statement.css";

/// Its style in every language: the app's tokens and elements, and what stands on this page alone.
pub const STYLE: &str = concat!(
    include_str!("../../../style/tokens.css"),
    "\n",
    include_str!("../../../style/base.css"),
    "\n",
    include_str!("../../../style/statement.css")
);

/// What the page is made of.
struct Page<'a> {
    press: &'a Press<'a>,
    text: &'static Text,
    words: &'static Words,
}

/// The whole document.
pub fn statement(press: &Press) -> String {
    let page = Page { press, text: press.text(), words: words(press.links.lang()) };
    let more = |tags: &mut Tags| {
        tags.meta("name", "description", page.words.lead);
        tags.addresses(press.links, |links| links.full(&links.statement()));
    };
    bare(press, &page.title(), STYLE_NAME, more, || pieces(page.body()))
}

impl Page<'_> {
    fn title(&self) -> String {
        let title = unbroken(&self.words.title.with(self.text.app));
        match &self.press.feed.publisher {
            Some(publisher) => self.text.page_title.fill(&[&title, &publisher.name]),
            None => title,
        }
    }

    fn body(&self) -> El {
        let words = self.words;
        let owner = self.press.feed.publisher.as_ref().map(|p| el("p", "", words.owner.with(&p.name)));
        let top = (
            el("h1", "heading-title", words.title.with(self.text.app)),
            (owner, el("p", "lead", words.lead), el("p", "", words.rest)),
        );
        let main = (top, self.status(), self.answers(), self.lacks(), self.tests(), self.host());
        el("div", "medborgardialoger", (self.header(), el("main", "statement", main).attr("id", "main")))
    }

    /// Past what stands on each of these pages, back to the dialogues, and the other languages.
    fn header(&self) -> El {
        let links = self.press.links;
        let skip = el("a", "skip-link visually-hidden", self.text.skip).attr("href", "#main");
        let back = tap(links.href(&Route::List), self.text.back_to_list);
        let others = languages(self.text, links.lang(), |lang| links.speaking(lang).statement());
        el("header", "statement-header", (skip, back, others))
    }
}
