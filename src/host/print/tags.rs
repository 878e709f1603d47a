//! What a document's head says, a tag a line.

use crate::{
    domain::{lang::Lang, route::Links},
    part::el::escape,
};

/// Tags, indented as in index.html.
#[derive(Default)]
pub struct Tags(String);

impl Tags {
    /// A tag around a value, which is escaped.
    pub fn line(&mut self, start: &[&str], value: &str, end: &str) {
        self.0.push_str("  ");
        self.0.extend(start.iter().copied());
        escape(value, &mut self.0);
        self.0.extend([end, "\n"]);
    }

    /// A tag around a value that must not be escaped, or is so already.
    pub fn verbatim(&mut self, start: &str, value: &str, end: &str) {
        self.0.extend(["  ", start, value, end, "\n"]);
    }

    /// A `meta` tag.
    pub fn meta(&mut self, kind: &str, name: &str, value: &str) {
        self.line(&["<meta ", kind, "=\"", name, "\" content=\""], value, "\">");
    }

    /// That no search engine shall show the page.
    pub fn for_no_search(&mut self) {
        self.meta("name", "robots", "noindex");
    }

    /// The page's own address and, for each language, that of the page in it; Swedish is what others get.
    pub fn addresses(&mut self, links: &Links, address: impl Fn(&Links) -> String) {
        self.line(&["<link rel=\"canonical\" href=\""], &address(links), "\">");
        let languages = Lang::ALL.map(|lang| (lang.tag(), lang));
        for (tag, lang) in languages.into_iter().chain([("x-default", Lang::Sv)]) {
            let start = ["<link rel=\"alternate\" hreflang=\"", tag, "\" href=\""];
            self.line(&start, &address(&links.speaking(lang)), "\">");
        }
    }

    /// All lines.
    pub fn into_lines(self) -> String {
        self.0
    }
}
