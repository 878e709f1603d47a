//! The page that says how accessible the app is: what it says in each language, and that what it says of the checks is so.
#![cfg(feature = "publish")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

#[path = "util/press.rs"]
mod press;

use medborgardialoger::{
    domain::{feed::Feed, route::Links, when},
    host::print::{Press, Sheet, Template},
    text::{
        Lang, OWN_NAMES, date, of,
        statement::{
            CHECKED, ENGINES, FAULTS, FOREIGN, REPORT, STANDARD, TOOL, UPDATED, WCAG_TAGS, Words, words,
        },
    },
};
use press::{Bench, ORIGIN};
use std::sync::Arc;
use util::{
    file, frame,
    html::{Token, all, texts, tokens},
    read,
};

const BASE: &str = "/medborgardialoger/";
const FULL: &str = "https://dialog.exempelstad.example/medborgardialoger/";

/// The page of a feed in a language.
#[track_caller]
fn page(feed: Feed, lang: Lang) -> String {
    let built = r#"<html lang="sv"><!-- print:head --><!-- /print:head --><script src="/medborgardialoger/start.js"></script><!-- print:app --><!-- /print:app -->"#;
    let links = Links::new(ORIGIN, BASE);
    let press = Press {
        template: Template::read(built).unwrap(),
        feed: &Arc::new(feed),
        bytes: b"",
        links: &links,
        now: util::at(press::NOW),
    };
    String::from_utf8(Sheet::Statement(lang).print(&press)).unwrap()
}

/// The page of a municipality with these contacts.
#[track_caller]
fn of_publisher(contacts: &str, lang: Lang) -> String {
    let publisher = r#""url":"https://exempelstad.example/""#;
    page(read(&frame("").replace(publisher, &format!("{publisher}{contacts}"))), lang)
}

/// What stands between `<body>` and its end.
#[track_caller]
fn body(html: &str) -> &str {
    let (_, rest) = html.split_once("<body>\n").unwrap();
    rest.split_once("\n</body>").unwrap().0
}

/// The texts of all elements of a name, as one reads them.
#[track_caller]
fn named(html: &str, name: &str) -> Vec<String> {
    let (mut found, mut inside): (Vec<String>, bool) = (Vec::new(), false);
    for token in tokens(body(html)) {
        match token {
            Token::Open(tag, _) if tag == name => {
                inside = true;
                found.push(String::new());
            }
            Token::Close(tag) if tag == name => inside = false,
            Token::Text(text) if inside => found.last_mut().unwrap().push_str(text),
            _ => {}
        }
    }
    found
}

/// The texts of the section with a heading of this id, one a block.
#[track_caller]
fn section(html: &str, id: &str) -> String {
    texts(body(html), "aria-labelledby", id).join("|")
}

fn said(lang: Lang, day: &str) -> String {
    date::plain(of(lang), when::date(day).unwrap())
}

#[test]
fn the_swedish_page_has_what_the_law_asks_for_in_this_order() {
    let html = of_publisher("", Lang::Sv);
    assert_eq!(named(&html, "h1"), ["Tillgänglighets\u{ad}redogörelse för Medborgardialoger"]);
    let headings = [
        "Hur tillgänglig är appen?",
        "Säg till om något inte fungerar",
        "Tillsyn",
        "Brister i appen",
        "Innehåll som andra gör",
        "Så är appen testad",
        "För dig som skriver kommunens redogörelse",
    ];
    assert_eq!(named(&html, "h2"), headings);
    assert_eq!(named(&html, "h3"), ["Det här testas", "Det här är inte testat"]);
    assert_eq!(
        named(&html, "strong")[0],
        "Appen är delvis förenlig med lagen om tillgänglighet till digital offentlig service (2018:1937)."
    );
    assert!(section(&html, "status").contains(
        "Kraven står i standarden EN 301 549 V3.2.1 (2021-03), där WCAG 2.1 på nivå A och AA ingår. Appen testas också mot"
    ));
    assert_eq!(
        section(&html, "supervision"),
        "Tillsyn|Myndigheten för digital förvaltning (Digg) ser till att lagen följs. Får du inget svar av kommunen, eller \
         är du inte nöjd med svaret, kan du anmäla det till Digg.|Anmäl till Digg"
    );
    assert!(html.contains("<a class=\"tap\" href=\"https://www.digg.se/tdosanmalan\""), "{html}");
    assert!(section(&html, "tests").contains("|Personer med funktionsnedsättning har inte testat appen.|"));
}

#[test]
fn every_page_is_whole_in_its_language() {
    for lang in Lang::ALL {
        let (html, words) = (of_publisher("", lang), words(lang));
        assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{}\">\n", lang.tag())), "{html}");
        assert_eq!(named(&html, "h1"), [words.title.with(of(lang).app)]);
        let headings = [
            words.status,
            words.report,
            words.supervision,
            words.faults,
            words.foreign,
            words.tests,
            words.host,
        ];
        assert_eq!(named(&html, "h2"), headings);
        let facts = [
            STANDARD.to_owned(),
            words.levels.to_owned(),
            format!("{TOOL} (wcag2a, wcag2aa, wcag21a, wcag21aa, wcag22a, wcag22aa)"),
            "Chromium, Firefox (Gecko), WebKitGTK".to_owned(),
            said(lang, CHECKED),
            said(lang, UPDATED),
        ];
        assert_eq!(named(&html, "dd"), facts);
        assert_eq!(named(&html, "dt").len(), facts.len());
        let known = FAULTS.iter().chain(&FOREIGN);
        let known: Vec<String> =
            known.map(|fault| format!("{}. {}", fault.title.of(lang), fault.text.of(lang))).collect();
        let items = named(&html, "li");
        let (languages, items) = items.split_at(OWN_NAMES.len() - 1);
        assert!(languages.iter().all(|name| OWN_NAMES.contains(&name.as_str())), "{languages:?}");
        let lists: Vec<&str> = words.checks.into_iter().chain(words.untested).collect();
        assert_eq!(items, [known, lists.into_iter().map(str::to_owned).collect()].concat());
        assert!(!html.contains(['{', '}']), "a place without its value: {html}");
    }
}

#[test]
fn no_language_lacks_words_or_has_those_of_another() {
    let all = Lang::ALL.map(|lang| {
        let Words { lead, rest, law, doubt, report_text, report_unnamed, host_text, .. } = words(lang);
        let known = FAULTS.iter().chain(&FOREIGN).flat_map(|f| [f.title.of(lang), f.text.of(lang)]);
        [*lead, rest, law, doubt, report_text, report_unnamed, host_text]
            .into_iter()
            .chain(words(lang).checks)
            .chain(words(lang).untested)
            .chain(known)
            .collect::<Vec<_>>()
    });
    for (i, one) in all.iter().enumerate() {
        assert!(one.iter().all(|words| words.len() > 10), "{one:?}");
        for other in &all[i + 1..] {
            for (one, other) in one.iter().zip(other) {
                // Easy-read Swedish may say the same where Swedish is easy already.
                assert!(one != other || *one == "Personer med funktionsnedsättning har inte testat appen.");
            }
        }
    }
    for fault in FAULTS.iter().chain(&FOREIGN) {
        let ends = |words: &str| words.ends_with('.');
        assert!(
            Lang::ALL.into_iter().all(|l| !ends(fault.title.of(l)) && ends(fault.text.of(l))),
            "{fault:?}"
        );
    }
}

/// As tests/languages.rs has it for the app's own words.
#[test]
fn easy_swedish_has_short_sentences_that_say_who_does_what() {
    let html = of_publisher("", Lang::Simple);
    let blocks = [named(&html, "p"), named(&html, "li"), named(&html, "h2")].concat();
    let sentences = blocks.iter().flat_map(|block| block.split_inclusive(['.', '?', ':']));
    for sentence in sentences {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        assert!(words.len() <= 12, "{} words: {sentence}", words.len());
        for passive in ["testas", "testats", "visas", "provas", "används", "görs", "ändrades"] {
            assert!(!words.iter().any(|word| word.trim_end_matches('.') == passive), "{sentence}");
        }
    }
}

#[test]
fn whom_to_tell_comes_from_the_feed() {
    let hrefs = |html: &str| -> Vec<String> {
        let (_, rest) = html.split_once("aria-labelledby=\"report\">").unwrap();
        let (section, _) = rest.split_once("</section>").unwrap();
        all(section, "href")
    };
    let reached = r#","email":"kontakt@exempelstad.example","phone":"016-710 10 00""#;
    let html = of_publisher(reached, Lang::Sv);
    assert_eq!(
        section(&html, "report"),
        "Säg till om något inte fungerar|Berätta vilken sida det gäller, vad du försökte göra och vad som hände. Berätta gärna \
         vilken webbläsare och vilka hjälpmedel du använder. Säg också till om du behöver innehållet i en annan form.|Kontakta \
         Exempelstad.|kontakt@exempelstad.example| |016-710 10 00| |exempelstad.example"
    );
    assert_eq!(
        hrefs(&html),
        ["mailto:kontakt@exempelstad.example", "tel:+46167101000", "https://exempelstad.example/"]
    );
    assert_eq!(hrefs(&of_publisher("", Lang::Sv)), ["https://exempelstad.example/"], "no mail, no telephone");
    for lang in Lang::ALL {
        let html = of_publisher(reached, lang);
        assert!(section(&html, "report").contains("Exempelstad.|kontakt@exempelstad.example|"), "{html}");
        assert!(named(&html, "p").contains(&words(lang).owner.with("Exempelstad")), "{html}");
    }
}

#[test]
fn without_a_publisher_in_the_feed_the_page_still_says_whom_to_tell() {
    let json = frame("").replace("\"publisher\"", "\"x\"");
    for lang in Lang::ALL {
        let html = page(read(&json), lang);
        assert!(section(&html, "report").ends_with(words(lang).report_unnamed), "{html}");
        assert!(!html.contains("Exempelstad") && !html.contains('{'), "{html}");
        // Where a heading may be broken is nothing for a window's title.
        let title = words(lang).title.with(of(lang).app).replace('\u{ad}', "");
        assert!(html.contains(&format!("<title>{title}</title>")), "{html}");
    }
}

#[test]
fn each_language_leads_to_the_others_in_their_own_words() {
    let header = |lang| {
        let html = of_publisher("", lang);
        let (_, rest) = html.split_once("<header").unwrap();
        rest.split_once("</header>").unwrap().0.to_owned()
    };
    let text = of(Lang::Fi);
    let link = |folder: &str, tag: &str, name: &str| {
        format!(
            r#"<li><a class="tap" href="{BASE}{folder}tillganglighet/" rel="external" lang="{tag}" hreflang="{tag}">{name}</a></li>"#
        )
    };
    let wanted = [
        r##" class="statement-header"><a class="skip-link visually-hidden" href="#main">"##,
        text.skip,
        r#"</a><a class="tap" href="/medborgardialoger/fi/" rel="external">"#,
        text.back_to_list,
        r#"</a><nav class="languages" aria-label=""#,
        text.language,
        r#""><ul class="languages-list" role="list">"#,
        &link("", "sv", "Svenska"),
        &link("lattlast/", "sv-simple", "Lättläst svenska"),
        &link("en/", "en", "English"),
        "</ul></nav>",
    ];
    assert_eq!(header(Lang::Fi), wanted.concat());
    for lang in Lang::ALL {
        let wanted: Vec<&str> = Lang::ALL.into_iter().filter(|other| *other != lang).map(Lang::tag).collect();
        assert_eq!(header(lang).matches("hreflang").count(), wanted.len());
        assert!(wanted.iter().all(|tag| header(lang).contains(&format!(r#"lang="{tag}""#))), "{lang:?}");
    }
}

#[test]
fn the_head_says_what_the_page_is_and_where_the_others_stand() {
    let html = of_publisher("", Lang::En);
    let (head, _) = html.split_once("<body>").unwrap();
    let (words, text) = (words(Lang::En), of(Lang::En));
    let title = text.page_title.fill(&[&words.title.with(text.app), "Exempelstad"]);
    let lead = words.lead;
    let wanted = format!(
        r#"<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>{title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="description" content="{lead}">
  <link rel="canonical" href="{FULL}en/tillganglighet/">
  <link rel="alternate" hreflang="sv" href="{FULL}tillganglighet/">
  <link rel="alternate" hreflang="sv-simple" href="{FULL}lattlast/tillganglighet/">
  <link rel="alternate" hreflang="fi" href="{FULL}fi/tillganglighet/">
  <link rel="alternate" hreflang="en" href="{FULL}en/tillganglighet/">
  <link rel="alternate" hreflang="x-default" href="{FULL}tillganglighet/">
  <link rel="icon" href="/medborgardialoger/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/medborgardialoger/tillganglighet/statement.css">
</head>
"#
    );
    assert_eq!(head, wanted);
}

#[test]
fn its_markup_is_sound_for_those_who_do_not_see_it() {
    for lang in Lang::ALL {
        let html = of_publisher(r#","email":"kontakt@exempelstad.example""#, lang);
        let tokens = tokens(body(&html));
        let opened =
            |name: &str| tokens.iter().filter(|t| matches!(t, Token::Open(tag, _) if *tag == name)).count();
        assert_eq!([opened("h1"), opened("main"), opened("header"), opened("nav")], [1; 4]);
        let ids = all(body(&html), "id");
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{ids:?}");
        let named: Vec<String> =
            ["aria-labelledby", "for"].iter().flat_map(|name| all(body(&html), name)).collect();
        assert!(named.iter().all(|id| ids.contains(id)) && named.len() == 8, "{named:?}");
        let levels: Vec<&str> = tokens
            .iter()
            .filter_map(|t| match t {
                Token::Open(tag, _) if tag.len() == 2 && tag.starts_with('h') => Some(*tag),
                _ => None,
            })
            .collect();
        assert_eq!(
            levels,
            ["h1", "h2", "h2", "h2", "h2", "h2", "h2", "h3", "h3", "h2"],
            "no level is left out"
        );
        let bare = |t: &Token| t.attr("style").is_some() || t.attr("onclick").is_some();
        assert!(!tokens.iter().any(bare) && !html.contains("<script"), "{html}");
        // A field can be reached and copied by keyboard; nothing can be typed into it.
        let field = tokens.iter().find(|t| matches!(t, Token::Open("textarea", _))).unwrap();
        assert!(field.attr("readonly").is_some() && field.attr("id") == Some("paste"));
        assert!(!html.contains("</li></li>") && !html.contains("<p></p>") && !html.contains("<ul></ul>"));
    }
}

#[test]
fn what_the_municipality_takes_into_its_own_statement_is_plain_text() {
    let html = of_publisher("", Lang::Sv);
    let titles: Vec<String> =
        FAULTS.iter().chain(&FOREIGN).map(|fault| format!("– {}\n", fault.title.sv)).collect();
    let wanted = format!(
        "Medborgardialoger\n\n\
         På {FULL} visar vi våra medborgardialoger. Sidorna är delvis förenliga med lagen om tillgänglighet till digital \
         offentlig service (2018:1937). Vi känner till de här bristerna:\n\n\
         {}\n\
         Sidorna är testade genom självskattning, med automatiska tester mot WCAG 2.2 på nivå A och AA ({TOOL}), senast den \
         {}. De är inte testade med skärmläsare eller av personer med funktionsnedsättning. Vi åberopar inget \
         undantag för oskäligt betungande anpassning (12 §).\n\n\
         Mer om bristerna och testerna: {FULL}tillganglighet/",
        titles.concat(),
        said(Lang::Sv, CHECKED),
    );
    assert_eq!(named(&html, "textarea"), [wanted]);
    for lang in Lang::ALL {
        let text = named(&of_publisher("", lang), "textarea").concat();
        let address = format!(": {FULL}{}tillganglighet/", lang.folder());
        assert!(
            text.ends_with(&address) && text.contains(TOOL) && text.contains(&said(lang, CHECKED)),
            "{text}"
        );
        assert_eq!(text.matches("\n– ").count(), FAULTS.len() + FOREIGN.len(), "{text}");
    }
}

#[test]
fn words_of_the_feed_stay_words() {
    let json = frame("").replace("Exempelstad", r#"</title><script>\"'&"#);
    for lang in Lang::ALL {
        let html = page(read(&json), lang);
        assert!(!html.contains("<script") && html.matches("</title>").count() == 1, "{html}");
        assert_eq!(html.matches("&lt;/title&gt;&lt;script&gt;&quot;'&amp;").count(), 3, "{html}");
        tokens(body(&html));
    }
}

#[test]
fn no_resident_downloads_its_words_and_nobody_elses_file_is_taken_for_it() {
    let bench = Bench::new("statement-apart", "/");
    bench.print(&file("public/feed.json"), "out");
    let files = bench.files("out");
    let untested = Lang::ALL.map(|lang| words(lang).untested[1]);
    for (name, content) in &files {
        let content = String::from_utf8_lossy(content);
        let carries = untested.iter().any(|words| content.contains(words));
        assert_eq!(carries, name.ends_with("tillganglighet/index.html"), "{name}");
    }
    let style = String::from_utf8(files["tillganglighet/statement.css"].clone()).unwrap();
    let parts = ["tokens", "base", "statement"].map(|name| file(&format!("style/{name}.css")));
    assert_eq!(style, parts.join("\n"));
    for printed in
        ["tillganglighet/index.html", "fi/tillganglighet/index.html", "tillganglighet/statement.css"]
    {
        assert!(Sheet::is_printed(printed), "{printed}");
    }
    for other in ["tillganglighet.html", "finska/index.html", "docs/tillganglighet/index.html", "en"] {
        assert!(!Sheet::is_printed(other), "{other}");
    }
}

/// The tests that stand behind each line of what is tested, in the order of the words.
const CHECKS: [&[(&str, &str)]; 7] = [
    &[
        (AXE, "satisfies_axe_on_every_page"),
        (AXE, "satisfies_axe_in_easy_swedish"),
        (AXE, "satisfies_axe_in_finnish"),
        (AXE, "satisfies_axe_in_english"),
        (AXE, "satisfies_axe_on_a_phone"),
        (AXE, "satisfies_axe_in_the_dark"),
        (AXE, "Colours::ALL"),
        (AXE, "tillganglighet/"),
    ],
    &[("tests/contrast.rs", "too_weak(&pairs, 7.0)"), ("tests/contrast.rs", "too_weak(&pairs, 3.0)")],
    &[
        (SIZE, "fits_a_page_of_320_pixels"),
        (SIZE, "keeps_all_text_at_twice_its_size"),
        (SIZE, "keeps_all_text_in_the_spacing_that_a_reader_sets"),
    ],
    &[("tests/browser/src/scenario/access.rs", "has_targets_for_thumbs")],
    &[("tests/browser/src/scenario/access_keys.rs", "reaches_every_action_in_the_order_of_the_page")],
    &[
        ("tests/browser/src/scenario/access.rs", "keeps_its_shapes_in_forced_colours"),
        ("tests/browser/src/scenario/access.rs", "shortens_motion_where_it_is_not_wanted"),
    ],
    &[("tests/browser/src/scenario/aria.rs", "reads_every_page_as_it_was_reviewed")],
];
const AXE: &str = "tests/browser/src/scenario/access_axe.rs";
const SIZE: &str = "tests/browser/src/scenario/access_size.rs";

/// Of those, what it says of all three engines.
const IN_ALL: [&str; 7] = [
    "satisfies_axe_on_every_page",
    "satisfies_axe_on_a_phone",
    "fits_a_page_of_320_pixels",
    "keeps_all_text_at_twice_its_size",
    "keeps_all_text_in_the_spacing_that_a_reader_sets",
    "has_targets_for_thumbs",
    "reaches_every_action_in_the_order_of_the_page",
];

#[test]
fn what_it_says_is_tested_is_tested_so() {
    let mut in_all = String::new();
    for (source, check) in CHECKS.concat() {
        let source_text = file(source);
        assert!(source_text.contains(check), "{source} has no {check} any more: correct the statement");
        for table in source_text.split(" in ALL:").skip(1) {
            in_all.extend(table.split(';').next());
        }
    }
    for check in IN_ALL {
        assert!(in_all.contains(check), "{check} is not tried in all engines: correct the statement");
    }
    // In Chromium each page is looked at in all colours.
    assert!(file(AXE).contains("Dark in OTHERS: satisfies_axe_in_the_dark;"), "correct the statement");
    let (name, version) = TOOL.split_once(' ').unwrap();
    assert!(
        file("dev").contains(&format!("\nAXE=$TOOLS/{name}-{version}\n")),
        "`dev` installs another {name}"
    );
    let browser = file("tests/browser/src/browser.rs");
    let (_, tags) = browser.split_once("pub const WCAG: &[&str] = &[").unwrap();
    let (tags, _) = tags.split_once("];").unwrap();
    let tags: Vec<&str> =
        tags.split(',').map(|tag| tag.trim().trim_matches('"')).filter(|t| !t.is_empty()).collect();
    assert_eq!(tags, WCAG_TAGS, "the browser tests go by other rules");
    let engines = file("tests/browser/src/engine.rs");
    let (_, named) = engines.split_once("pub const ALL: &[Self] = &[").unwrap();
    let (named, _) = named.split_once(']').unwrap();
    assert_eq!(named, "Self::Chromium, Self::Firefox, Self::WebKit", "other engines than {ENGINES:?}");
}

#[test]
fn its_dates_are_days_and_its_way_to_complain_is_the_authoritys() {
    let [checked, updated] = [CHECKED, UPDATED].map(|day| when::date(day).unwrap());
    assert!(checked >= updated, "what it says was changed after it was last tested");
    assert_eq!(REPORT, "https://www.digg.se/tdosanmalan");
}
