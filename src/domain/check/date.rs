//! Dates as they are written in running text: `onsdagen den 18 oktober 2023`, `18 okt`.

use crate::domain::{localized::plain, when::Slot};
use chrono::{Datelike, NaiveDate, TimeDelta};

/// The words by which a language writes dates; handed in, since the domain knows no language. All in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateWords {
    /// BCP 47 tag of the language; its easy-read form and the like count as the same.
    pub tag: &'static str,
    /// The weekdays from Monday, each in all its forms.
    pub weekdays: [Vec<String>; 7],
    /// The months, each with its full name first and then its short forms.
    pub months: [Vec<String>; 12],
    /// A word that may stand between weekday and day.
    pub article: &'static str,
    /// What may follow a day after a colon.
    pub endings: &'static [&'static str],
}

impl DateWords {
    /// Whether a tag is of this language.
    pub(super) fn speaks(&self, tag: &str) -> bool {
        plain(tag).eq_ignore_ascii_case(self.tag)
    }
}

/// A date in a text: a day and a month's name, often with a weekday before and a year after.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// As it is written, from weekday to year.
    pub text: String,
    /// The weekday, from Monday = 0.
    pub weekday: Option<u32>,
    /// The year, also when it is shared with the date that follows.
    pub year: Option<i32>,
    day: u32,
    month: u32,
    first: usize,
    last: usize,
}

impl Written {
    /// The date that its weekday disagrees with. Without a year the date is looked for among the dialogue's meetings;
    /// when there is none on that day and month nobody can tell, and when one of several agrees all is well.
    pub fn mistaken(&self, meetings: &[Slot]) -> Option<NaiveDate> {
        let in_year = |year| NaiveDate::from_ymd_opt(year, self.month, self.day);
        let weekday = self.weekday?;
        let candidates: Vec<NaiveDate> = match self.year {
            Some(year) => in_year(year).into_iter().collect(),
            None => meetings.iter().filter_map(|slot| within(*slot, in_year)).collect(),
        };
        let agrees = candidates.iter().any(|date| date.weekday().num_days_from_monday() == weekday);
        candidates.first().copied().filter(|_| !agrees)
    }
}

/// The day of a meeting that falls on a day and month, in the year in which it begins or ends.
fn within(slot: Slot, in_year: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let (first, last) = (slot.day(), last_day(slot));
    [first.year(), last.year()].into_iter().filter_map(in_year).find(|day| first <= *day && *day <= last)
}

/// A meeting's last day.
pub(super) fn last_day(slot: Slot) -> NaiveDate {
    crate::domain::when::day(slot.over() - TimeDelta::nanoseconds(1))
}

/// A run of letters and digits, and what stands between it and the one before.
struct Token {
    gap: String,
    word: String,
}

impl Token {
    /// Whether only blanks, or blanks and a comma, stand before it.
    fn follows(&self) -> bool {
        self.gap.chars().all(|c| c.is_whitespace() || c == ',')
    }

    fn follows_closely(&self) -> bool {
        self.gap.chars().all(char::is_whitespace)
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut gap, mut word) = (String::new(), String::new());
    for c in text.chars() {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            tokens.push(Token { gap: std::mem::take(&mut gap), word: std::mem::take(&mut word) });
        }
        gap.push(c);
    }
    if !word.is_empty() {
        tokens.push(Token { gap, word });
    }
    tokens
}

/// All dates in a text whose month is a word; `18/10` is none, since `3/4` may be a fraction.
pub(super) fn dates(text: &str, words: &DateWords) -> Vec<Written> {
    let tokens = tokens(text);
    let mut dates: Vec<Written> = (0..tokens.len()).filter_map(|i| around(&tokens, i, words)).collect();
    share_years(&mut dates, &tokens);
    dates
}

/// Which of the words it is, and in which of their forms.
fn named(names: &[Vec<String>], token: &Token) -> Option<(usize, usize)> {
    let word = token.word.to_lowercase();
    let mut forms = names.iter().map(|forms| forms.iter().position(|form| *form == word));
    let found = forms.by_ref().enumerate().find(|(_, form)| form.is_some());
    found.and_then(|(which, form)| Some((which, form?)))
}

/// The date around a month's name.
fn around(tokens: &[Token], at: usize, words: &DateWords) -> Option<Written> {
    let (month, form) = named(&words.months, tokens.get(at)?)?;
    let (day_at, day) = day_before(tokens, at, words)?;
    let weekday = weekday_before(tokens, day_at, words);
    // A short form may end in a point: `18 okt. 2023`.
    let joins = |t: &&Token| t.follows_closely() || (form > 0 && t.gap.trim() == ".");
    let year =
        tokens.get(at + 1).filter(joins).filter(|t| t.word.len() == 4).and_then(|t| t.word.parse().ok());
    let first = weekday.map_or(day_at, |(at, _)| at);
    let last = if year.is_some() { at + 1 } else { at };
    let mut text = String::new();
    for token in tokens.get(first..=last)? {
        if !text.is_empty() {
            text.push_str(&token.gap);
        }
        text.push_str(&token.word);
    }
    let weekday = weekday.and_then(|(_, weekday)| weekday.try_into().ok());
    Some(Written { text, weekday, year, day, month: u32::try_from(month).ok()? + 1, first, last })
}

/// The day before a month's name, and where it stands: `18 oktober`, `18:e oktober`.
fn day_before(tokens: &[Token], month: usize, words: &DateWords) -> Option<(usize, u32)> {
    let near = month.checked_sub(1)?;
    let ending = |t: &Token| t.gap == ":" && words.endings.contains(&t.word.to_lowercase().as_str());
    let at = if ending(tokens.get(near)?) { near.checked_sub(1)? } else { near };
    let token = tokens.get(at)?;
    let day = token.word.parse().ok().filter(|day| token.word.len() <= 2 && (1..=31).contains(day))?;
    // The 30 of `17.30 oktober` is no day.
    let part_of_a_number = at > 0 && [".", ":", ",", "/"].contains(&token.gap.as_str());
    (tokens.get(month)?.follows_closely() && !part_of_a_number).then_some((at, day))
}

/// The weekday before a day, and where it stands: `onsdag 18`, `onsdagen den 18`.
fn weekday_before(tokens: &[Token], day: usize, words: &DateWords) -> Option<(usize, usize)> {
    let near = day.checked_sub(1)?;
    let article = tokens.get(near)?;
    let skip = article.word.to_lowercase() == words.article && article.follows();
    let at = if skip { near.checked_sub(1)? } else { near };
    let (weekday, _) = named(&words.weekdays, tokens.get(at)?)?;
    tokens.get(day)?.follows().then_some((at, weekday))
}

/// Gives `18 oktober` its year in `18 oktober–19 oktober 2023` and `18 oktober och 19 oktober 2023`: at most one word
/// and no end of a sentence stands between them.
fn share_years(dates: &mut [Written], tokens: &[Token]) {
    let mut later: Option<(usize, i32, u32, u32)> = None;
    for date in dates.iter_mut().rev() {
        if let (None, Some((first, year, month, day))) = (date.year, later) {
            let gaps = tokens.get(date.last + 1..=first).unwrap_or_default();
            let near =
                gaps.len() <= 2 && !gaps.iter().any(|t| t.gap.contains(['!', '?']) || t.gap.contains(". "));
            // 30 December is of the year before in `30 december–2 januari 2024`.
            let turn = i32::from((month, day) < (date.month, date.day));
            date.year = near.then_some(year - turn);
        }
        later = date.year.map(|year| (date.first, year, date.month, date.day));
    }
}
