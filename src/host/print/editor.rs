//! The page for editors, `/badda-in/`: what to choose, how it looks, and the code to copy. Its script and its style are its
//! own, and the preview is the embed itself.

use super::{Press, bare::bare, tags::Tags};
use crate::{
    domain::{filter::Filter, outcome::Choice},
    part::el::{El, Pieces, el, pieces},
    text::{
        Lang, OWN_NAMES,
        embed::{WORDS, Words},
        entry::unbroken,
        of,
    },
};

/// Its folder.
pub const FOLDER: &str = "badda-in";

/// Its style: the app's tokens and elements, and what stands on this page alone.
pub const STYLE: &str = concat!(
    include_str!("../../../style/tokens.css"),
    "\n",
    include_str!("../../../style/base.css"),
    "\n",
    include_str!("../../../style/editor.css")
);

/// The whole document.
pub fn editor(press: &Press) -> String {
    let more = |tags: &mut Tags| {
        tags.for_no_search();
        for script in ["embed.js", &format!("{FOLDER}/editor.js")] {
            tags.line(&["<script type=\"module\" src=\""], &press.links.file(script), "\"></script>");
        }
    };
    bare(press, WORDS.title, &format!("{FOLDER}/editor.css"), more, || pieces(page(press, &WORDS)))
}

fn page(press: &Press, words: &'static Words) -> El {
    let top = (el("h1", "heading-title", words.title), el("p", "lead", words.lead));
    let notes = words.sitevision_notes.map(|note| el("li", "", note));
    let parts = (
        section(words.choices, choices(press, words)),
        section(
            words.preview,
            el("div", "previews", (preview(words.phone, "phone"), preview(words.column, "column"))),
        ),
        section(words.code, (el("p", "", words.code_text), code("snippet", words.code_label, words))),
        section(words.sitevision, el("ul", "", Vec::from(notes))),
        section(words.frame, (el("p", "", words.frame_text), code("frame", words.frame_label, words))),
        section(words.policy, (el("p", "", words.policy_text), code("policy", words.policy_label, words))),
    );
    let main = el("main", "editor", (top, parts));
    el("div", "medborgardialoger", main.attr("data-low", words.low_contrast))
}

fn section(title: &'static str, content: impl Pieces) -> El {
    el("section", "", (el("h2", "", title), content))
}

fn choices(press: &Press, words: &Words) -> El {
    let text = of(Lang::Sv);
    let found = Filter::default().apply(press.feed, press.now, press.links.lang()).choices;
    let names = |label, name: &'static str, list: Vec<Choice<_>>| {
        let value = |choice: Choice<crate::domain::localized::Localized>| choice.value.key().to_owned();
        let all = [(String::new(), words.everything.to_owned())];
        let names = list.into_iter().map(value).map(|name| (name.clone(), name));
        select(label, name, all.into_iter().chain(names))
    };
    let fixed = |label, name: &'static str, list: &[(&str, &str)]| {
        select(label, name, list.iter().map(|(value, label)| ((*value).to_owned(), (*label).to_owned())))
    };
    let limit = el("input", "", ()).attr("type", "number").attr("min", "1").attr("inputmode", "numeric");
    let colour = el("input", "", ()).attr("type", "color").attr("value", "#0b4a6f");
    let low = el("p", "low", ()).attr("id", "low").attr("role", "status");
    let fields = (
        names(text.district, "district", found.districts),
        names(text.topic, "topic", found.topics),
        fixed(words.layout, "layout", &words.layouts),
        field(words.limit, "limit", limit),
        fixed(words.level, "heading-level", &words.levels),
        (languages(words), fixed(words.theme, "theme", &words.themes), field(words.colour, "accent", colour)),
    );
    el("div", "", (el("div", "choices", fields).attr("id", "choices"), low))
}

fn field(label: &'static str, name: &'static str, control: El) -> El {
    let label = el("label", "field-label", label).attr("for", name);
    el("div", "field", (label, control.attr("id", name).attr("name", name)))
}

fn select(label: &'static str, name: &'static str, options: impl Iterator<Item = (String, String)>) -> El {
    // What stands for itself in the code is the first that is empty.
    let options = options.map(|(value, label)| {
        let chosen = value.is_empty().then_some("");
        el("option", "", label).attr("value", value).maybe("selected", chosen)
    });
    field(label, name, el("select", "", options.collect::<Vec<_>>()))
}

/// Each with the folder of its pages and with what a link there says.
fn languages(words: &Words) -> El {
    let options = Lang::ALL.into_iter().zip(OWN_NAMES).map(|(lang, name)| {
        let own = lang == Lang::Sv;
        el("option", "", name)
            .attr("value", if own { "" } else { lang.tag() })
            .attr("lang", lang.tag())
            .attr("data-folder", lang.folder())
            .attr("data-link", unbroken(of(lang).list_title))
            .maybe("selected", own.then_some(""))
    });
    field(words.language, "lang", el("select", "", options.collect::<Vec<_>>()))
}

fn preview(title: &'static str, width: &'static str) -> El {
    let element = el("medborgar-dialoger", width, ());
    el("figure", "preview", (el("figcaption", "field-label", title), element))
}

fn code(id: &'static str, label: &'static str, words: &Words) -> El {
    let area = el("textarea", "", ())
        .attr("id", id)
        .attr("readonly", "")
        .attr("rows", "5")
        .attr("spellcheck", "false");
    let copy = el("button", "button", words.copy).attr("type", "button").attr("data-copies", id);
    let told = el("p", "told", ()).attr("role", "status");
    let label = el("label", "field-label", label).attr("for", id);
    let told = told.attr("data-copied", words.copied).attr("data-by-hand", words.copy_by_hand);
    el("div", "code", (label, area, copy, told))
}
