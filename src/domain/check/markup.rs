//! HTML in a text. Text is text: a resident would read the code.

/// The elements of HTML that an editor may paste, and Word's own `o:p`. With names, `<ditt namn>` is no markup.
const ELEMENTS: &str = "a abbr address article aside audio b big blockquote body br button caption center cite code col \
    dd del details div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html \
    i iframe img input ins kbd label legend li link main map mark meta nav noscript o:p object ol option p pre q s \
    samp script section select small source span strike strong style sub summary sup svg table tbody td template \
    textarea tfoot th thead time title tr tt u ul var video wbr";

/// The first piece of HTML in a text, cut to 60 characters: an element's start (`<p class="x">`), any end (`</`), a
/// comment, or a character reference (`&nbsp;`, `&#229;`). A lone `<` or `&` is none, as in `5 < 7` or `H&M`.
pub(super) fn markup(text: &str) -> Option<String> {
    let found = text.match_indices(['<', '&']).find_map(|(at, _)| {
        let rest = text.get(at..)?;
        if rest.starts_with('&') { reference(rest) } else { tag(rest) }
    })?;
    Some(found.chars().take(60).collect())
}

fn reference(rest: &str) -> Option<&str> {
    let whole = rest.split_inclusive(';').next()?;
    let name = whole.strip_prefix('&')?.strip_suffix(';')?;
    let named = |name: &str| {
        name.len() >= 2
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let numbered = |digits: &str| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit()),
        None => !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()),
    };
    name.strip_prefix('#').map_or_else(|| named(name), numbered).then_some(whole)
}

fn tag(rest: &str) -> Option<&str> {
    let whole = rest.split_inclusive('>').next()?;
    let inner = whole.strip_prefix('<')?;
    if inner.starts_with("!--") {
        return Some(whole);
    }
    if inner.strip_prefix('/').is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())) {
        return Some(whole);
    }
    let inner = inner.strip_suffix('>')?;
    let name = inner.split(|c: char| c.is_whitespace() || c == '/').next()?;
    let known = ELEMENTS.split_ascii_whitespace().any(|element| element.eq_ignore_ascii_case(name));
    (known && !inner.contains('<')).then_some(whole)
}
