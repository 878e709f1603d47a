//! The built index.html as a template: what the publisher fills, and where the site is to be served.

/// The start script's name, after the base path (Trunk.toml: pattern_script).
const START: &str = "start.js\"";

/// A built or printed index.html, cut at its marks. A print can be cut anew: the marks stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template<'a> {
    /// Up to the value of `lang` on `<html>`.
    before_lang: &'a str,
    /// From there to the head's first mark.
    before_head: &'a str,
    /// From the head's last mark to the first around the app's node.
    before_app: &'a str,
    /// The last mark and all after it.
    end: &'a str,
    base: &'a str,
}

impl<'a> Template<'a> {
    /// Cuts a document; `None` where a mark, `lang` or the start script is missing: it is not this app's.
    pub fn read(html: &'a str) -> Option<Self> {
        let (before_lang, rest) = cut_after(html, "<html lang=\"")?;
        let (_, rest) = cut_before(rest, "\"")?;
        let (before_head, rest) = cut_after(rest, "<!-- print:head -->")?;
        let (_, rest) = cut_before(rest, "<!-- /print:head -->")?;
        let (before_app, rest) = cut_after(rest, "<!-- print:app -->")?;
        let (_, end) = cut_before(rest, "<!-- /print:app -->")?;
        let (script, _) = cut_before(before_app, START)?;
        let base = script.rsplit_once("src=\"")?.1;
        Some(Self { before_lang, before_head, before_app, end, base })
    }

    /// The path below which the site was built to be served: `/` or `/medborgardialoger/`.
    pub fn base(&self) -> &'a str {
        self.base
    }

    /// The whole document. `stamp` says that the node holds a print, and from when (RFC 3339).
    pub fn fill(&self, lang: &str, head: &str, stamp: &str, app: &str) -> String {
        let parts = [
            self.before_lang,
            lang,
            self.before_head,
            "\n",
            head,
            "  ",
            self.before_app,
            "\n  <div id=\"app\" data-print=\"",
            stamp,
            "\">",
            app,
            "</div>\n  ",
            self.end,
        ];
        parts.concat()
    }
}

fn cut_after<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    text.split_at_checked(text.find(mark)? + mark.len())
}

fn cut_before<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    text.split_at_checked(text.find(mark)?)
}
