//! The languages beside each other: each says all that Swedish says, in its own words and its own signs, and easy-read
//! Swedish is easy to read as far as that can be counted. Dates and counts in whole words: tests/languages_said.rs.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use medborgardialoger::text::{Lang, OWN_NAMES, of, of_poster, table::write};

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

/// What Swedish says and another language need not: the 0 of `08.05`, since Finnish writes `8.05`.
const SILENT: [(Lang, &str); 1] = [(Lang::Fi, "0")];

#[test]
fn no_language_is_silent_where_swedish_speaks() {
    for lang in OTHERS {
        for (swedish, other) in pairs(lang) {
            let may = swedish.is_empty() || SILENT.contains(&(lang, swedish.as_str()));
            // A blank may be all that stands between two words.
            assert!(
                may || !other.trim().is_empty() || swedish.trim() == other.trim(),
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
const SAME: [&str; 17] = [
    "", "{1} – {2}", "{1} ({2})", "”{}”", ".", ",", " ", "0", "{1} {2} {3}", "{} kB", "{} MB", "1 byte", "Text",
    "dari", "sorani", "meänkieli", "romani chib",
];

#[test]
fn nothing_is_left_in_swedish() {
    for lang in [Lang::Fi, Lang::En] {
        let same =
            pairs(lang).into_iter().filter(|(swedish, other)| swedish == other).map(|(_, other)| other);
        let left = |line: &String| !SAME.contains(&line.as_str()) && !OWN_NAMES.contains(&line.as_str());
        assert_eq!(same.filter(left).collect::<Vec<_>>(), [""; 0], "{lang:?}");
    }
    let swedish = lines(Lang::En).into_iter().filter(|line| line.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']));
    assert_eq!(swedish.collect::<Vec<_>>(), ["Lättläst svenska", "Meänkieli"]);
}

/// What no language sets: signs of typewriters, blanks that nobody sees.
#[rustfmt::skip]
const UNSET: [&str; 13] = ["\"", "'", "...", "  ", " - ", "--", " ,", " .", " :", " ?", "\t", "\u{a0}", "‘"];

#[test]
fn each_language_sets_its_own_signs() {
    let blanks = |line: &str| (line.starts_with(' '), line.ends_with(' '));
    for lang in Lang::ALL {
        // They stand between two others, and have their blanks for that.
        let joins = [of(lang).dates.dash, of(lang).dates.clock_join];
        for (swedish, line) in pairs(lang) {
            for wrong in UNSET {
                assert!(!line.contains(wrong), "{lang:?} has {wrong:?}: {line}");
            }
            // A dash has blanks on both sides or on neither.
            let parts: Vec<&str> = line.split('–').collect();
            for (before, after) in parts.iter().zip(&parts[1..]) {
                assert_eq!(before.ends_with(' '), after.starts_with(' '), "{lang:?}: {line}");
            }
            let [opens, closes] = ['“', '”'].map(|sign| line.matches(sign).count());
            match lang {
                Lang::En => assert_eq!(opens, closes, "{line}"),
                Lang::Sv | Lang::Simple | Lang::Fi => {
                    assert_eq!((opens, closes % 2), (0, 0), "{lang:?}: {line}")
                }
            }
            // No blank before a colon.
            let may = joins.contains(&line.as_str()) || line.starts_with(':');
            assert!(may || blanks(&swedish) == blanks(&line), "{lang:?}: {line:?}");
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

/// Words that English writes with a capital wherever they stand. Follow is what a button says.
#[rustfmt::skip]
const CAPITALS: [&str; 13] = [
    "I", "Swedish", "English", "Sami", "Sign", "Language", "WebAssembly", "Ctrl", "P", "A4", "Follow", "kB", "MB",
];

#[test]
fn english_has_a_capital_only_where_a_sentence_begins() {
    for line in lines(Lang::En).iter().filter(|line| !OWN_NAMES.contains(&line.as_str())) {
        let words: Vec<&str> = line.split(' ').collect();
        for (before, word) in words.iter().zip(&words[1..]) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let begins = before.ends_with(['.', '?', ':']) || word.starts_with('(');
            let plain = !bare.starts_with(char::is_uppercase) || CAPITALS.contains(&bare);
            assert!(begins || plain, "{word}: {line}");
        }
    }
}

#[test]
fn english_is_british_and_never_short() {
    // “Contractions” are hard for those who learn the language.
    let wrong = [
        "color", "center", "canceled", "ize ", "izes", "ized", "catalog ", "n’t", "’re", "’ll", "’ve",
        "please",
    ];
    for line in lines(Lang::En) {
        let found = wrong.iter().find(|wrong| line.to_lowercase().contains(**wrong));
        assert_eq!(found, None, "{line}");
    }
}

/// What a resident reads: not how a feed is to be written, which only those who write one are told.
fn read_by_residents(lang: Lang) -> Vec<String> {
    let fault = write(&of(lang).fault);
    let editors: Vec<&str> = fault.lines().skip(1).collect();
    lines(lang).into_iter().filter(|line| !editors.contains(&line.as_str())).collect()
}

fn sentences(line: &str) -> Vec<&str> {
    line.split_inclusive(['.', '?', '!', ':']).map(str::trim).filter(|s| !words(s).is_empty()).collect()
}

fn words(text: &str) -> Vec<&str> {
    let bare = |word| str::trim_matches(word, |c: char| !c.is_alphanumeric());
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// The most words of an easy sentence.
const MOST: usize = 12;

#[test]
fn easy_swedish_has_short_sentences() {
    let lines = read_by_residents(Lang::Simple);
    let long = lines.iter().flat_map(|line| sentences(line));
    let long =
        long.filter(|s| words(s).len() > MOST || s.matches(", ").count() > 1 || s.contains([';', '–']));
    assert_eq!(long.collect::<Vec<_>>(), ["{1} – {2}"], "of more than {MOST} words, or of many parts");
}

/// What ends as the passive does and is none: names of days and months, what belongs to something, and a few words.
#[rustfmt::skip]
const NO_PASSIVE: [&str; 11] =
    ["ons", "tors", "mars", "kommunens", "dialogens", "dialogernas", "mötets", "deras", "finns", "plats", "tills"];

#[test]
fn easy_swedish_says_who_does_what() {
    let ends = ["as", "es", "ts", "ns", "vs", "ls", "gs", "ks", "ds", "rs"];
    for line in read_by_residents(Lang::Simple) {
        for word in words(&line).iter().map(|word| word.to_lowercase()) {
            let passive = ends.iter().any(|end| word.ends_with(end)) && !NO_PASSIVE.contains(&word.as_str());
            assert!(!passive, "{word}: {line}");
        }
    }
}

/// Words of offices and of machines, by their beginnings, where there is an easier one.
#[rustfmt::skip]
const HEAVY: [&str; 30] = [
    "underlag", "synpunkt", "sammanställ", "redovis", "angiv", "prenumer", "filt", "enkät", "arrangör", "medverk",
    "uppskj", "avslut", "enhet", "period", "besked", "public", "befintlig", "erhåll", "avser", "gälla", "genomför",
    "samtal", "delta", "beslutar", "versionen", "sluttid", "felskriv", "förbättr", "tidigare", "aktuell",
];
/// The same, whole: and what is cut short.
const HEAVY_WORDS: [&str; 9] = ["kl.", "t.ex.", "bl.a.", "m.m.", "ca", "man", "samt", "dock", "ej"];

#[test]
fn easy_swedish_uses_common_words() {
    for line in read_by_residents(Lang::Simple) {
        for word in line.to_lowercase().split(' ') {
            let heavy = HEAVY.iter().any(|heavy| word.starts_with(heavy)) || HEAVY_WORDS.contains(&word);
            assert!(!heavy, "{word}: {line}");
        }
    }
}

/// LIX: words a sentence, and how many in a hundred are longer than six letters. Below 25 it is easy even for
/// children (Björnsson 1968).
/// Of whole sentences only: what stands on a button says nothing of how a text flows.
fn lix(lang: Lang) -> f64 {
    let lines = read_by_residents(lang);
    let sentences: Vec<Vec<&str>> = lines
        .iter()
        .flat_map(|line| sentences(line))
        .filter(|s| s.ends_with(['.', '?']))
        .map(words)
        .collect();
    let words = sentences.concat();
    let long = words.iter().filter(|word| word.chars().count() > 6).count();
    words.len() as f64 / sentences.len() as f64 + 100.0 * long as f64 / words.len() as f64
}

#[test]
fn easy_swedish_is_very_easy_by_lix() {
    let [easy, plain] = [Lang::Simple, Lang::Sv].map(lix);
    assert!(easy < 20.0 && easy < plain - 3.0, "easy {easy:.1}, Swedish {plain:.1}");
}
