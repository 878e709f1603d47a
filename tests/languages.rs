//! The languages beside each other: each says all that Swedish says, in its own words and its own signs, and easy-read
//! Swedish is easy to read as far as that can be counted. Dates and counts in whole words: tests/languages_said.rs.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod util;

use medborgardialoger::text::{Lang, OWN_NAMES, embed, of, of_poster, table::write};
use util::sv;

/// All strings of a language, those of its posters last.
fn lines(lang: Lang) -> Vec<String> {
    // The first line of a table is its form.
    [write(of(lang)), write(of_poster(lang))]
        .iter()
        .flat_map(|table| table.lines().skip(1).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Each string of a language beside the Swedish one.
fn pairs(lang: Lang) -> Vec<(String, String)> {
    let (swedish, other) = (lines(Lang::Sv), lines(lang));
    assert_eq!(swedish.len(), other.len());
    swedish.into_iter().zip(other).collect()
}

/// All languages but Swedish.
const OTHERS: [Lang; 3] = [Lang::Simple, Lang::Fi, Lang::En];

#[test]
fn each_language_knows_its_tag_and_the_names_of_all() {
    for lang in Lang::ALL {
        assert_eq!(of(lang).tag, lang.tag());
        assert_eq!(of(lang).own_names, OWN_NAMES);
    }
}

#[test]
fn no_language_is_silent_where_swedish_speaks() {
    for lang in OTHERS {
        for (swedish, other) in pairs(lang) {
            assert!(
                swedish.is_empty() || !other.trim().is_empty() || other == " ",
                "{lang:?} lacks: {swedish}"
            );
        }
    }
}

#[test]
fn each_sentence_has_the_places_of_the_swedish_one() {
    let places = |line: &str| {
        let mut places: Vec<String> = line
            .split('{')
            .skip(1)
            .map(|part| part.split('}').next().unwrap_or_default().to_owned())
            .collect();
        places.sort();
        places
    };
    for lang in OTHERS {
        for (swedish, other) in pairs(lang) {
            // `in_languages` alone is said in Finnish and not in Swedish, and has no places.
            assert_eq!(places(&swedish), places(&other), "{lang:?}: {swedish}\n{other}");
        }
    }
}

/// What may be the same in Swedish and in another language: no words at all, names, and words that both have.
#[rustfmt::skip]
const SAME: [&str; 19] = [
    "", "{1} – {2}", "{1} ({2})", "”{}”", "{}", ".", ",", " ", "0", "{1} {2} {3}", "{} kB", "{} MB", "1 byte", "Text",
    "Period", "dari", "sorani", "meänkieli", "romani chib",
];

#[test]
fn nothing_is_left_in_swedish() {
    for lang in [Lang::Fi, Lang::En] {
        for (swedish, other) in pairs(lang) {
            let may = SAME.contains(&other.as_str()) || OWN_NAMES.contains(&other.as_str());
            assert!(swedish != other || may, "{lang:?}, left in Swedish: {swedish}");
        }
    }
    for english in lines(Lang::En) {
        let swedish = english.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']);
        assert!(!swedish || english == "Meänkieli" || OWN_NAMES.contains(&english.as_str()), "{english}");
    }
}

/// What stands between two others, and has its blanks for that.
fn joins(lang: Lang) -> [&'static str; 2] {
    [of(lang).dates.dash, of(lang).dates.clock_join]
}

#[test]
fn each_language_sets_its_own_signs() {
    let blank = |line: &str| (line.starts_with(' '), line.ends_with(' '));
    for lang in Lang::ALL {
        for (swedish, line) in pairs(lang) {
            for wrong in ["\"", "'", "...", "  ", " - ", "--", " ,", " .", "\t", "\u{a0}", "„", "«"] {
                assert!(!line.contains(wrong), "{lang:?} has {wrong:?}: {line}");
            }
            // A dash has blanks on both sides or on neither.
            for (before, after) in
                line.match_indices('–').map(|(at, dash)| (&line[..at], &line[at + dash.len()..]))
            {
                assert_eq!(before.ends_with(' '), after.starts_with(' '), "{lang:?}: {line}");
            }
            let quotes = |sign: char| line.matches(sign).count();
            let (opens, closes) = (quotes('“'), quotes('”'));
            match lang {
                Lang::En => assert_eq!(opens, closes, "{line}"),
                Lang::Sv | Lang::Simple | Lang::Fi => {
                    assert_eq!((opens, closes % 2), (0, 0), "{lang:?}: {line}")
                }
            }
            assert!(
                blank(&swedish) == blank(&line) || joins(lang).contains(&line.as_str()),
                "{lang:?}: {line:?}"
            );
        }
    }
    let quoted = |lang: Lang| of(lang).quoted.with("park");
    assert_eq!(Lang::ALL.map(quoted), ["”park”", "”park”", "”park”", "“park”"]);
}

#[test]
fn days_months_and_languages_have_capitals_in_english_alone() {
    for lang in Lang::ALL {
        let text = of(lang);
        let dates = &text.dates;
        let names = [&dates.weekdays[..], &dates.weekdays_short, &dates.months, &dates.months_short];
        for name in names.concat().into_iter().chain(text.language_names) {
            let capital = name.starts_with(char::is_uppercase) || name == "easy-read Swedish";
            assert_eq!(capital, lang == Lang::En, "{lang:?}: {name}");
        }
    }
}

/// Words that English writes with a capital wherever they stand; `Follow` is a button's name.
#[rustfmt::skip]
const CAPITALS: [&str; 10] =
    ["I", "Swedish", "Sami", "Sign", "Language", "WebAssembly", "Ctrl", "P", "Follow", "A4"];

#[test]
fn english_has_capitals_where_a_sentence_begins_only() {
    for line in lines(Lang::En).iter().filter(|line| !OWN_NAMES.contains(&line.as_str())) {
        let words: Vec<&str> = line.split(' ').collect();
        for (before, word) in words.iter().zip(&words[1..]) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let begins = before.ends_with(['.', '?', ':']) || word.starts_with('(');
            let plain =
                !bare.starts_with(char::is_uppercase) || CAPITALS.contains(&bare) || bare.contains("MB");
            assert!(begins || plain, "{word}: {line}");
        }
    }
}

#[test]
fn english_is_british() {
    for line in lines(Lang::En) {
        let line = line.to_lowercase();
        for american in
            ["color", "center", "canceled", "program ", "ize ", "izes", "ized", "izing", "catalog", "e-mail"]
        {
            assert!(!line.contains(american) || line.contains("calendar program "), "{american}: {line}");
        }
    }
}

/// What a resident reads: not the words on how a feed is written, which are the same for whoever writes it.
fn read_by_residents(lang: Lang) -> Vec<String> {
    let fault = write(&of(lang).fault);
    let editors: Vec<&str> = fault.lines().skip(1).collect();
    lines(lang).into_iter().filter(|line| !editors.contains(&line.as_str())).collect()
}

fn sentences(line: &str) -> Vec<&str> {
    line.split_inclusive(['.', '?', '!', ':'])
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

fn words(text: &str) -> Vec<&str> {
    let bare = |word| str::trim_matches(word, |c: char| !c.is_alphanumeric());
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// The most words of a sentence.
const MOST: usize = 12;

#[test]
fn easy_swedish_has_short_sentences() {
    for line in read_by_residents(Lang::Simple) {
        for sentence in sentences(&line) {
            assert!(words(sentence).len() <= MOST, "{} words: {sentence}", words(sentence).len());
            // A second clause at most.
            assert!(sentence.matches(", ").count() <= 2 && !sentence.contains([';', '–']), "{sentence}");
        }
    }
}

/// What ends as the passive does and is none.
const NO_PASSIVE: [&str; 6] = ["finns", "plats", "dess", "hjälps", "pass", "tills"];

#[test]
fn easy_swedish_says_who_does_what() {
    for line in read_by_residents(Lang::Simple) {
        for word in words(&line).iter().map(|word| word.to_lowercase()) {
            let passive = ["as", "ades", "des", "tes", "ts", "ns", "vs", "ls", "gs", "ljs", "sätts", "ras"];
            let passive =
                passive.iter().any(|end| word.ends_with(end)) && !NO_PASSIVE.contains(&word.as_str());
            assert!(!passive, "{word}: {line}");
        }
    }
}

/// Words of offices and of machines that an easier word was found for, by their beginnings; and what is cut short.
#[rustfmt::skip]
const HEAVY: [&str; 33] = [
    "underlag", "synpunkt", "sammanställ", "redovis", "angiv", "prenumer", "filt", "enkät", "arrangör", "medverk",
    "uppskj", "avslut", "enhet", "period", "besked", "public", "uppgifter ", "befintlig", "samt", "dock", "erhåll",
    "avse", "gälla", "genomför", "samtal", "delta", "beslutar", "kl.", "t.ex.", "bl.a.", "m.m.", "ca", "man",
];

#[test]
fn easy_swedish_uses_common_words() {
    for line in read_by_residents(Lang::Simple) {
        for word in line.to_lowercase().split(' ') {
            let heavy = HEAVY.iter().find(|heavy| match heavy.len() {
                0..=3 => word == **heavy,
                _ => word.starts_with(**heavy),
            });
            assert_eq!(heavy, None, "{line}");
        }
    }
}

/// LIX: words a sentence, and how many in a hundred are longer than six letters. Below 25 is very easy (Björnsson, 1968).
fn lix(lang: Lang) -> f64 {
    let long_texts: Vec<String> =
        read_by_residents(lang).into_iter().filter(|line| words(line).len() >= 8).collect();
    let sentences: usize = long_texts.iter().map(|line| sentences(line).len()).sum();
    let words: Vec<&str> = long_texts.iter().flat_map(|line| words(line)).collect();
    let long = words.iter().filter(|word| word.chars().count() > 6).count();
    words.len() as f64 / sentences as f64 + 100.0 * long as f64 / words.len() as f64
}

#[test]
fn easy_swedish_is_very_easy_by_lix() {
    let [easy, plain] = [Lang::Simple, Lang::Sv].map(lix);
    assert!(easy < 25.0 && easy + 5.0 < plain, "LIX {easy:.1}; Swedish {plain:.1}");
}

#[test]
fn the_words_of_editors_are_not_those_of_residents() {
    // They are Swedish alone (text/embed.rs), so that no table has them.
    assert!(!lines(Lang::Sv).iter().any(|line| line == embed::WORDS.title));
    assert_eq!(sv().tag, "sv");
}
