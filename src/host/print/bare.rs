//! A document that stands without the app: a poster, the statement, the page for editors.

use super::{Press, tags::Tags};
use crate::part::el::Piece;
use leptos::prelude::{Owner, RenderHtml};

/// The whole document in the press's language, with the style of this name. `more` adds to the head.
pub fn bare(
    press: &Press,
    title: &str,
    style: &str,
    more: impl FnOnce(&mut Tags),
    body: impl FnOnce() -> Vec<Piece>,
) -> String {
    let mut tags = Tags::default();
    tags.line(&["<meta charset=\""], "utf-8", "\">");
    tags.line(&["<title>"], title, "</title>");
    tags.meta("name", "viewport", "width=device-width, initial-scale=1");
    tags.meta("name", "color-scheme", "light dark");
    more(&mut tags);
    tags.line(&["<link rel=\"icon\" href=\""], &press.links.file("icon.svg"), "\" type=\"image/svg+xml\">");
    tags.line(&["<link rel=\"stylesheet\" href=\""], &press.links.file(style), "\">");
    let body =
        Owner::new().with(|| body().into_iter().map(|part| part.to_html()).collect::<Vec<_>>().join("\n"));
    let parts = [
        "<!doctype html>\n<html lang=\"",
        press.text().tag,
        "\">\n<head>\n",
        &tags.into_lines(),
        "</head>\n<body>\n",
        &body,
        "\n</body>\n</html>\n",
    ];
    parts.concat()
}
