//! The page that says how accessible the app is, `/tillganglighet/`, in each language: a page without script or app, so that
//! it can be read where they can't. The words are in text/statement.rs.

use super::Press;
use crate::{
    domain::{
        route::{Links, Route},
        when,
    },
    part::{
        contacts::ways,
        el::{El, Piece, Pieces, el, escape},
        section::{list, section, tap},
    },
    text::{
        Lang, OWN_NAMES, Text, date, of,
        statement::{
            CHECKED, ENGINES, FAULTS, FOREIGN, Fault, REPORT, STANDARD, TOOL, UPDATED, WCAG_TAGS, Words,
            words,
        },
    },
};
use leptos::prelude::{Owner, RenderHtml};

/// Its folder, below that of its language.
pub const FOLDER: &str = "tillganglighet";

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

/// The page in a language, and what it is made of.
struct Page<'a> {
    press: &'a Press<'a>,
    lang: Lang,
    text: &'static Text,
    words: &'static Words,
}

/// Where it stands in a language.
pub fn address(links: &Links, lang: Lang) -> String {
    links.file(&format!("{}{FOLDER}/", lang.folder()))
}

/// The whole document.
pub fn statement(press: &Press, lang: Lang) -> String {
    let page = Page { press, lang, text: of(lang), words: words(lang) };
    let body = Owner::new().with(|| Piece::El(page.body()).to_html());
    let parts = [
        "<!doctype html>\n<html lang=\"",
        lang.tag(),
        "\">\n<head>\n",
        &page.head(),
        "</head>\n<body>\n",
        &body,
        "\n</body>\n</html>\n",
    ];
    parts.concat()
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
        line("<link rel=\"canonical\" href=\"", &self.full(self.lang), "\">");
        for lang in Lang::ALL {
            let start = ["<link rel=\"alternate\" hreflang=\"", lang.tag(), "\" href=\""].concat();
            line(&start, &self.full(lang), "\">");
        }
        line("<link rel=\"alternate\" hreflang=\"x-default\" href=\"", &self.full(Lang::Sv), "\">");
        line("<link rel=\"icon\" href=\"", &links.file("icon.svg"), "\" type=\"image/svg+xml\">");
        line("<link rel=\"stylesheet\" href=\"", &links.file(STYLE_NAME), "\">");
        head
    }

    fn full(&self, lang: Lang) -> String {
        self.press.links.full(&address(self.press.links, lang))
    }

    fn body(&self) -> El {
        let words = self.words;
        let owner = self.press.feed.publisher.as_ref().map(|p| el("p", "", words.owner.with(&p.name)));
        let top = (
            el("h1", "heading-title", words.title.with(self.text.app)),
            (owner, el("p", "lead", words.lead), el("p", "", words.rest)),
        );
        let main = el(
            "main",
            "statement",
            (top, self.status(), self.answers(), self.lacks(), self.tests(), self.host()),
        );
        el("div", "medborgardialoger", (self.header(), main.attr("id", "main")))
    }

    /// Past what stands on each of these pages, back to the dialogues, and the other languages.
    fn header(&self) -> El {
        let skip = el("a", "skip-link visually-hidden", self.text.skip).attr("href", "#main");
        let back = tap(self.press.links.href(&Route::List), self.text.back_to_list);
        let languages = Lang::ALL.into_iter().zip(OWN_NAMES).map(|(lang, name)| {
            let name = if lang == self.lang {
                el("span", "", name).attr("aria-current", "page")
            } else {
                tap(address(self.press.links, lang), name).attr("hreflang", lang.tag())
            };
            el("li", "", name.attr("lang", lang.tag()))
        });
        let languages =
            el("nav", "", list("languages", languages.collect())).attr("aria-label", self.text.language);
        el("header", "statement-header", (skip, back, languages))
    }

    fn status(&self) -> El {
        let words = self.words;
        let lines = (
            el("p", "", el("strong", "", words.law)),
            el("p", "", words.standard.with(STANDARD)),
            el("p", "", words.doubt),
        );
        section("status", words.status, lines)
    }

    /// Whom to tell, and who sees to it.
    fn answers(&self) -> impl Pieces + use<> {
        let words = self.words;
        let whom = match &self.press.feed.publisher {
            Some(publisher) => (
                el("p", "", words.report_to.with(&publisher.name)),
                Some(ways(publisher.email.as_ref(), publisher.phone.as_slice(), publisher.url.as_ref())),
            ),
            None => (el("p", "", words.report_unnamed), None),
        };
        let digg = tap(REPORT, words.supervision_link).attr("hreflang", Lang::Sv.tag());
        (
            section("report", words.report, (el("p", "", words.report_text), whom)),
            section(
                "supervision",
                words.supervision,
                (el("p", "", words.supervision_text), el("p", "", digg)),
            ),
        )
    }

    fn lacks(&self) -> impl Pieces + use<> {
        let words = self.words;
        let burden = el("p", "", words.burden);
        let known = |intro, faults: &[Fault]| {
            let rows = faults.iter().map(|fault| {
                let title = el("strong", "", format!("{}.", fault.title.of(self.lang)));
                el("li", "", (title, " ", fault.text.of(self.lang)))
            });
            (el("p", "", intro), el("ul", "", rows.collect::<Vec<_>>()))
        };
        (
            section("faults", words.faults, (known(words.faults_text, &FAULTS), burden)),
            section("foreign", words.foreign, known(words.foreign_text, &FOREIGN)),
        )
    }

    fn tests(&self) -> El {
        let (words, terms) = (self.words, &self.words.terms);
        let fact =
            |term: &'static str, value: Piece| el("div", "", (el("dt", "", term), el("dd", "", value)));
        let said = |value: String| Piece::Text(value);
        let facts = vec![
            fact(terms.standard, said(STANDARD.to_owned())),
            fact(terms.levels, said(words.levels.to_owned())),
            fact(terms.tool, said(format!("{TOOL} ({})", WCAG_TAGS.join(", ")))),
            fact(terms.engines, said(ENGINES.join(", "))),
            fact(terms.checked, Piece::El(self.day(CHECKED))),
            fact(terms.updated, Piece::El(self.day(UPDATED))),
        ];
        let items = |items: [&'static str; 6]| el("ul", "", Vec::from(items.map(|item| el("li", "", item))));
        let what = (
            (el("h3", "", words.checks_title), items(words.checks)),
            (el("h3", "", words.untested_title), items(words.untested)),
        );
        section("tests", words.tests, (el("p", "", words.tests_text), el("dl", "", facts), what))
    }

    fn day(&self, date: &'static str) -> El {
        el("time", "", self.said(date)).attr("datetime", date)
    }

    fn said(&self, date: &str) -> String {
        when::date(date).map(|date| date::plain(self.text, date)).unwrap_or_default()
    }

    /// The text to take into the municipality's own statement. A field: it can be reached, marked and copied with a
    /// keyboard, and without a script.
    fn host(&self) -> El {
        let words = self.words;
        let faults = FAULTS.iter().chain(&FOREIGN).map(|fault| format!("– {}", fault.title.of(self.lang)));
        let paste = words.paste.fill(&[
            self.text.app,
            &self.press.links.absolute(&Route::List),
            &faults.collect::<Vec<_>>().join("\n"),
            TOOL,
            &self.said(CHECKED),
            &self.full(self.lang),
        ]);
        let label = el("label", "field-label", words.host_label).attr("for", "paste");
        let field = el("textarea", "", paste).attr("id", "paste").attr("readonly", "").attr("rows", "16");
        section("host", words.host, (el("p", "", words.host_text), el("div", "paste", (label, field))))
    }
}
