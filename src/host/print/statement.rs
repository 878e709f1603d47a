//! The page that says how accessible the app is, `/tillganglighet/`, in each language: a page without script or app, so that
//! it can be read where they can't. Its words are in text/statement.rs.

mod sections;

use super::Press;
use crate::{
    domain::{
        lang::Lang,
        route::{Links, Route},
    },
    part::{
        el::{El, Piece, el, escape},
        section::{list, tap},
    },
    text::{
        OWN_NAMES, Text,
        statement::{Words, words},
    },
};
use leptos::prelude::{Owner, RenderHtml};

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
    let body = Owner::new().with(|| Piece::El(page.body()).to_html());
    let parts = [
        "<!doctype html>\n<html lang=\"",
        page.text.tag,
        "\">\n<head>\n",
        &page.head(),
        "</head>\n<body>\n",
        &body,
        "\n</body>\n</html>\n",
    ];
    parts.concat()
}

/// Its full address in the language of the links.
fn address(links: &Links) -> String {
    links.full(&links.statement())
}

impl Page<'_> {
    fn head(&self) -> String {
        let Press { links, feed, .. } = self.press;
        let title = self.words.title.with(self.text.app);
        let title = match &feed.publisher {
            Some(publisher) => self.text.page_title.fill(&[&title, &publisher.name]),
            None => title,
        };
        let mut head = String::from("  <meta charset=\"utf-8\">\n");
        let mut line = |start: &str, value: &str, end: &str| {
            head.extend(["  ", start]);
            escape(value, &mut head);
            head.extend([end, "\n"]);
        };
        line("<title>", &title, "</title>");
        line("<meta name=\"viewport\" content=\"", "width=device-width, initial-scale=1", "\">");
        line("<meta name=\"color-scheme\" content=\"", "light dark", "\">");
        line("<meta name=\"description\" content=\"", self.words.lead, "\">");
        line("<link rel=\"canonical\" href=\"", &address(links), "\">");
        let languages = Lang::ALL.map(|lang| (lang.tag(), lang)).into_iter().chain([("x-default", Lang::Sv)]);
        for (tag, lang) in languages {
            let start = ["<link rel=\"alternate\" hreflang=\"", tag, "\" href=\""].concat();
            line(&start, &address(&links.speaking(lang)), "\">");
        }
        line("<link rel=\"icon\" href=\"", &links.file("icon.svg"), "\" type=\"image/svg+xml\">");
        line("<link rel=\"stylesheet\" href=\"", &links.file(STYLE_NAME), "\">");
        head
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
        let others = Lang::ALL.into_iter().zip(OWN_NAMES).filter(|(lang, _)| *lang != links.lang());
        let others = others.map(|(lang, name)| {
            let link = tap(links.speaking(lang).statement(), name);
            el("li", "", link.attr("lang", lang.tag()).attr("hreflang", lang.tag()))
        });
        let others = list("languages-list", others.collect());
        let others = el("nav", "languages", others).attr("aria-label", self.text.language);
        el("header", "statement-header", (skip, back, others))
    }
}
