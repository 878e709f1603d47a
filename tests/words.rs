//! The languages as data: a file of lines holds all of a language, and nothing else is taken for one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use medborgardialoger::text::{
    Lang, Text, of,
    table::{Pattern, Plural, read, write},
};

fn leaked(words: &str) -> &'static str {
    words.to_owned().leak()
}

#[test]
fn a_language_is_the_same_after_it_went_through_its_file() {
    for lang in Lang::ALL {
        let file = leaked(&write(of(lang)));
        let back: Text = read(file).unwrap();
        assert_eq!(back, *of(lang));
        assert!(!file.contains('\r'), "a line break of another kind");
    }
}

#[test]
fn a_file_of_more_or_fewer_words_is_no_language() {
    let file = write(of(Lang::Sv));
    let (fewer, _) = file.rsplit_once('\n').unwrap();
    for wrong in ["", "Medborgardialoger", fewer, &format!("{file}\nmer"), &format!("{file}\n")] {
        assert_eq!(read::<Text>(leaked(wrong)), None);
    }
}

#[test]
#[rustfmt::skip] // one line a case
fn a_pattern_takes_its_values_in_the_order_of_its_language() {
    let fill = |pattern: &'static str, words: &str| assert_eq!(Pattern(pattern).fill(&["a", "b"]), words, "{pattern}");
    fill("Till {}", "Till a");
    fill("{1} – {2}", "a – b");
    fill("{2}, {1}, {2}", "b, a, b");
    fill("utan", "utan");
    fill("{3}", "");
    assert_eq!(Pattern("Till {}").with("{1} {}"), "Till {1} {}", "values are no patterns");
    assert_eq!(Pattern("i {} dagar").around(), ("i ", " dagar"));
    assert_eq!(Pattern("{}").around(), ("", ""));
}

#[test]
fn zero_has_a_form_of_its_own_where_the_language_gives_one() {
    let plural = |none| Plural { none, one: "1 träff", many: "{} träffar" };
    assert_eq!([0, 1, 2].map(|n| plural("Inga träffar").number(n)), ["Inga träffar", "1 träff", "2 träffar"]);
    assert_eq!([0, 1, 2].map(|n| plural("").number(n)), ["0 träffar", "1 träff", "2 träffar"]);
}
