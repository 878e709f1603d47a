//! Finding by words: case and diacritics do not matter, a word's beginning is enough, and one slip is forgiven.

use super::{body::Block, dialogue::Dialogue, lang::Lang, localized::Localized, organiser::Participant};

/// A text without case and diacritics: `Fröslunda` → `froslunda`, `Ærø` → `aero`.
///
/// Covers the Latin letters of Europe's languages (Latin-1, Latin Extended-A) and combining marks; a full Unicode
/// normalization would cost 48 KB and find nothing more in a Swedish feed.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().map(lower) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => folded.push('c'),
            'ď' | 'đ' | 'ð' => folded.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => folded.push('g'),
            'ĥ' | 'ħ' => folded.push('h'),
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => folded.push('i'),
            'ĵ' => folded.push('j'),
            'ķ' => folded.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => folded.push('o'),
            'œ' => folded.push_str("oe"),
            'ŕ' | 'ŗ' | 'ř' => folded.push('r'),
            'ś' | 'ŝ' | 'ş' | 'š' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ţ' | 'ť' | 'ŧ' => folded.push('t'),
            'þ' => folded.push_str("th"),
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => folded.push('u'),
            'ŵ' => folded.push('w'),
            'ý' | 'ÿ' | 'ŷ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// The small letter of a capital, in the Latin, Greek and Cyrillic letters of Europe's languages. Rust's own table for
/// all the world's letters weighs 5 KB of brotli.
fn lower(c: char) -> char {
    let shift = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        'Ÿ' => return 'ÿ',
        'Ā'..='Ķ' | 'Ŋ'..='ŷ' if u32::from(c) % 2 == 0 => 1,
        'Ĺ'..='Ň' | 'Ź'..='Ž' if u32::from(c) % 2 == 1 => 1,
        _ => return c,
    };
    char::from_u32(u32::from(c) + shift).unwrap_or(c)
}

/// A key that sorts as a language does; Swedish and Finnish have å, ä and ö after z.
pub fn collation(text: &str, lang: Lang) -> String {
    let last = |c: char| match c {
        // An English reader looks for Årby among the As.
        _ if lang == Lang::En => None,
        'å' => Some('{'),
        'ä' | 'æ' => Some('|'),
        'ö' | 'ø' => Some('}'),
        _ => None,
    };
    text.chars()
        .map(lower)
        .map(|c| last(c).map_or_else(|| fold(c.encode_utf8(&mut [0; 4])), String::from))
        .collect()
}

fn split(text: &str) -> impl Iterator<Item = String> {
    // Combining marks are no letters, so the text is folded before it is split.
    let folded = fold(text);
    let words: Vec<String> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    words.into_iter()
}

/// The folded words of one dialogue, sorted, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// Title, texts, places, districts, topics, organisers, participants and meetings, in every language.
    pub(super) fn of(dialogue: &Dialogue) -> Self {
        let mut words = Vec::new();
        let mut add = |text: &str| words.extend(split(text));
        let results = &dialogue.results;
        let blocks = [&dialogue.body, &dialogue.background, &results.heard, &results.next, &results.decision];
        let texts = std::iter::once(&dialogue.title)
            .chain(&dialogue.summary)
            .chain(&dialogue.topics)
            .chain(&dialogue.districts)
            .chain(dialogue.organisers.iter().map(|o| &o.name))
            .chain(blocks.into_iter().flatten().flat_map(Block::texts))
            .chain(dialogue.meetings.iter().flat_map(|m| m.title.iter().chain(&m.theme)));
        texts.flat_map(Localized::all).for_each(&mut add);
        for meeting in &dialogue.meetings {
            if let Some(place) = &meeting.place {
                add(&place.line());
                place.hint.iter().flat_map(Localized::all).for_each(&mut add);
            }
            for Participant { name, role, party } in &meeting.participants {
                name.iter().chain(party).for_each(|t| add(t));
                role.iter().flat_map(Localized::all).for_each(&mut add);
            }
        }
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    fn begins(&self, word: &str) -> bool {
        let at = self.0.partition_point(|w| w.as_str() < word);
        self.0.get(at).is_some_and(|w| w.starts_with(word))
    }

    fn nearly_begins(&self, word: &str) -> bool {
        let length = word.chars().count();
        // In a word of three letters, one slip would match almost anything.
        if length < 4 {
            return self.begins(word);
        }
        self.0.iter().filter(|candidate| may_be_near(candidate, word)).any(|candidate| {
            (length - 1..=length + 1).any(|n| {
                let end = candidate.char_indices().nth(n).map_or(candidate.len(), |(at, _)| at);
                candidate.get(..end).is_some_and(|start| strsim::osa_distance(start, word) <= 1)
            })
        })
    }
}

/// One slip leaves the first letter alone, or stands in it: nine words of ten are told apart by their first two
/// letters, without measuring a distance.
fn may_be_near(candidate: &str, word: &str) -> bool {
    let two = |text: &str| {
        let mut letters = text.chars();
        (letters.next(), letters.next())
    };
    let ((a, b), (x, y)) = (two(candidate), two(word));
    a == x || b == y || a == y || b == x
}

/// How strictly words are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// Each word must begin a word of the text.
    Exact,
    /// One letter too many, too few, wrong or swapped is forgiven in words of four letters and more.
    Near,
}

/// What a resident typed, ready to compare. Without words it matches everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// Splits a text into folded words.
    pub fn new(text: &str) -> Self {
        Self(split(text).collect())
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word is found.
    pub fn matches(&self, words: &Words, closeness: Closeness) -> bool {
        self.0.iter().all(|word| match closeness {
            Closeness::Exact => words.begins(word),
            Closeness::Near => words.nearly_begins(word),
        })
    }
}
