//! The sections of the page, in the order of Digg's model.

use super::Page;
use crate::{
    domain::{lang::Lang, route::Route, when},
    part::{
        contacts::ways,
        el::{El, Piece, Pieces, el},
        section::{section, tap},
    },
    text::{
        date,
        statement::{CHECKED, ENGINES, FAULTS, FOREIGN, Fault, REPORT, STANDARD, TOOL, UPDATED, WCAG_TAGS},
    },
};

impl Page<'_> {
    pub(super) fn status(&self) -> El {
        let words = self.words;
        let lines = (
            el("p", "", el("strong", "", words.law)),
            el("p", "", words.standard.with(STANDARD)),
            el("p", "", words.doubt),
        );
        section("status", words.status, lines)
    }

    /// Whom to tell, and who sees to it.
    pub(super) fn answers(&self) -> impl Pieces {
        let words = self.words;
        let whom = match &self.press.feed.publisher {
            Some(publisher) => {
                let ways = ways(publisher.email.as_ref(), publisher.phone.as_slice(), publisher.url.as_ref());
                (el("p", "", words.report_to.with(&publisher.name)), Some(ways))
            }
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

    pub(super) fn lacks(&self) -> impl Pieces {
        let (words, lang) = (self.words, self.press.links.lang());
        let known = |intro, faults: &[Fault]| {
            let rows = faults.iter().map(|fault| {
                let title = el("strong", "", format!("{}.", fault.title.of(lang)));
                el("li", "", (title, " ", fault.text.of(lang)))
            });
            (el("p", "", intro), el("ul", "", rows.collect::<Vec<_>>()))
        };
        let own = (known(words.faults_text, &FAULTS), el("p", "", words.burden));
        (
            section("faults", words.faults, own),
            section("foreign", words.foreign, known(words.foreign_text, &FOREIGN)),
        )
    }

    pub(super) fn tests(&self) -> El {
        let (words, terms) = (self.words, &self.words.terms);
        let fact =
            |term: &'static str, value: Piece| el("div", "", (el("dt", "", term), el("dd", "", value)));
        let facts = vec![
            fact(terms.standard, Piece::Text(STANDARD.to_owned())),
            fact(terms.levels, Piece::Text(words.levels.to_owned())),
            fact(terms.tool, Piece::Text(format!("{TOOL} ({})", WCAG_TAGS.join(", ")))),
            fact(terms.engines, Piece::Text(ENGINES.join(", "))),
            fact(terms.checked, self.day(CHECKED)),
            fact(terms.updated, self.day(UPDATED)),
        ];
        let items =
            |items: &[&str]| el("ul", "", items.iter().map(|item| el("li", "", *item)).collect::<Vec<_>>());
        let what = (
            (el("h3", "", words.checks_title), items(&words.checks)),
            (el("h3", "", words.untested_title), items(&words.untested)),
        );
        section("tests", words.tests, (el("p", "", words.tests_text), el("dl", "", facts), what))
    }

    fn day(&self, date: &'static str) -> Piece {
        Piece::El(el("time", "", self.said(date)).attr("datetime", date))
    }

    fn said(&self, date: &str) -> String {
        when::date(date).map(|date| date::plain(self.text, date)).unwrap_or_default()
    }

    /// The text to take into the municipality's own statement. A field: it can be reached, marked and copied with a
    /// keyboard, and without a script.
    pub(super) fn host(&self) -> El {
        let (words, links) = (self.words, self.press.links);
        let faults = FAULTS.iter().chain(&FOREIGN).map(|fault| format!("– {}", fault.title.of(links.lang())));
        let paste = words.paste.fill(&[
            self.text.app,
            &links.absolute(&Route::List),
            &faults.collect::<Vec<_>>().join("\n"),
            TOOL,
            &self.said(CHECKED),
            &links.full(&links.statement()),
        ]);
        let label = el("label", "field-label", words.host_label).attr("for", "paste");
        let field = el("textarea", "", paste).attr("id", "paste").attr("readonly", "").attr("rows", "16");
        section("host", words.host, (el("p", "", words.host_text), el("div", "paste", (label, field))))
    }
}
