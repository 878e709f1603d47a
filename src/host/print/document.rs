//! The built index.html as a template: what the publisher fills, and where the site is to be served.

use crate::text::Lang;

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
        let (base, _) = named(before_app, "src=\"", "start", ".js")?;
        Some(Self { before_lang, before_head, before_app, end, base })
    }

    /// The path below which the site was built to be served: `/` or `/medborgardialoger/`.
    pub fn base(&self) -> &'a str {
        self.base
    }

    /// The address of the style of a page without its app (public/no-app.css).
    pub fn without_app(&self) -> Option<&'a str> {
        named(self.before_app, "href=\"", "no-app", ".css").map(|(_, address)| address)
    }

    /// The address of a language's words (bin/publish/version.rs names them on the start script).
    pub fn words(&self, lang: Lang) -> Option<String> {
        let (_, rest) = cut_after(self.before_app, &format!("\"{}\":\"", lang.name()))?;
        let (name, _) = cut_before(rest, "\"")?;
        Some(format!("{}{name}", self.base))
    }

    /// The whole document. A `stamp` says that the node holds a print, and from when (RFC 3339).
    pub fn fill(&self, lang: &str, head: &str, stamp: Option<&str>, app: &str) -> String {
        let stamp = stamp.map(|stamp| [" data-print=\"", stamp, "\""].concat()).unwrap_or_default();
        let parts = [
            self.before_lang,
            lang,
            self.before_head,
            "\n",
            head,
            "  ",
            self.before_app,
            "\n  <div id=\"app\"",
            &stamp,
            ">",
            app,
            "</div>\n  ",
            self.end,
        ];
        parts.concat()
    }
}

/// The first address of an attribute whose file has such a name, its hash aside (Trunk.toml: pattern_script), and the
/// base path before it.
fn named<'a>(html: &'a str, attribute: &str, stem: &str, end: &str) -> Option<(&'a str, &'a str)> {
    html.split(attribute).skip(1).find_map(|rest| {
        let (address, _) = cut_before(rest, "\"")?;
        let (base, name) = address.split_at_checked(address.rfind('/')? + 1)?;
        let hash = name.strip_prefix(stem)?.strip_suffix(end)?;
        (hash.is_empty() || hash.starts_with('-')).then_some((base, address))
    })
}

fn cut_after<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    text.split_at_checked(text.find(mark)? + mark.len())
}

fn cut_before<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    text.split_at_checked(text.find(mark)?)
}
