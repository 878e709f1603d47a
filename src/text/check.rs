//! What the validator finds, in whole sentences: where, what was met, what to do. They are for editors, who write
//! Swedish, and so stand beside [`Text`] and not in it: no resident should download them.

use super::{Text, date, fault::fault};
use crate::domain::{
    check::{DateWords, Finding, Kind, Severity},
    fault::{Fault, Found},
    feed::FeedError,
    when::Slot,
};

/// The words by which Swedish writes dates; both `onsdag` and `onsdagen`, both `oktober` and `okt`.
pub fn dates(text: &Text) -> DateWords {
    let word = |words: &[&str], i: usize| words.get(i).copied().unwrap_or_default().to_owned();
    DateWords {
        tag: text.tag,
        weekdays: std::array::from_fn(|i| {
            let name = word(&text.dates.weekdays, i);
            vec![format!("{name}en"), word(&text.dates.weekdays_short, i), name]
        }),
        months: std::array::from_fn(|i| vec![word(&text.dates.months, i), word(&text.dates.months_short, i)]),
        article: "den",
        endings: &["e", "a"],
    }
}

/// All findings, a line each with how bad it is, and the sum: `feed.json: 1 fel, 2 varningar`.
pub fn report(text: &Text, name: &str, findings: &[Finding]) -> Vec<String> {
    let line = |f: &Finding| match f.severity() {
        Severity::Error => format!("Fel: {}", finding(text, f)),
        Severity::Warning => format!("Varning: {}", finding(text, f)),
    };
    let errors = findings.iter().filter(|f| f.severity() == Severity::Error).count();
    let sum = format!("{name}: {errors} fel, {} varningar", findings.len() - errors);
    findings.iter().map(line).chain([sum]).collect()
}

/// A finding as a sentence or two: `skolan: dialogues[2].stage saknas, och …`
pub fn finding(text: &Text, finding: &Finding) -> String {
    let Finding { item, path, kind } = finding;
    if let Kind::Unusable { found, expected } = kind {
        let (item, path, found) = (item.clone(), path.clone(), Found::clone(found));
        return fault(text, &Fault { item, path, found, expected: *expected });
    }
    let item = if item.is_empty() { String::new() } else { format!("{item}: ") };
    let place = if path.is_empty() { String::new() } else { format!("{path} ") };
    format!("{item}{place}{}", said(text, kind))
}

fn said(text: &Text, kind: &Kind) -> String {
    match kind {
        // `finding` has said it in the words of `fault`.
        Kind::Unusable { .. } => String::new(),
        Kind::Offset { time, written, right } => offset(time, written, right),
        Kind::Markup(found) => format!(
            "innehåller HTML-koden ”{found}”, och den visas som den står. Ta bort koden och skriv bara text."
        ),
        Kind::Control(c) => format!(
            "innehåller ett styrtecken (U+{:04X}), som inte syns och visas som ett blanksteg. Skriv om texten utan det; \
             ofta har det följt med från ett annat program.",
            u32::from(*c)
        ),
        Kind::Previous(error) => previous(text, error),
        Kind::Moved { before, after, sequence } => moved(text, *before, *after, *sequence),
        Kind::Weekday { written, date } => {
            let right = date::full(text, *date);
            format!("säger ”{written}”, men rätt är {right}. Ändra veckodagen eller datumet.")
        }
        Kind::Yearless(written) => format!("säger ”{written}” utan år. Skriv ut året efter månaden."),
        Kind::OnlyPast { stated, last } => only_past(*stated, &date::full(text, *last)),
        Kind::NoResults { ended, days } => no_results(&date::full(text, *ended), *days),
        Kind::Untranslated(tags) => {
            format!("finns bara på {}. Lägg till texten på svenska (sv).", names(text, tags))
        }
        Kind::Foreign(tag) => format!(
            "är ”{tag}”, så texter utan språkkod räknas som {}. Skriv sv om de är på svenska. Lägg annars till \
             svenska (sv) i varje text.",
            text.language_name(tag)
        ),
        Kind::Outside { email, domain } => format!(
            "är ”{email}”, utanför kommunens egen domän {domain}. Kontrollera adressen, och skriv helst en hos \
             kommunen."
        ),
        Kind::NoSize => "saknas. Skriv filens storlek i byte, som 180000.".to_owned(),
        Kind::NoType => "saknas. Skriv filens typ, som application/pdf.".to_owned(),
        Kind::NoAccess => "saknas, och access säger inget heller. Skriv hur man kommer in: trappsteg, hiss, \
             hörslinga, toalett, parkering."
            .to_owned(),
    }
}

fn offset(time: &str, written: &str, right: &str) -> String {
    format!("är ”{time}”, men då gäller {right} i Sverige, inte {written}. Skriv svensk tid med {right}.")
}

fn previous(text: &Text, error: &FeedError) -> String {
    format!(
        "Den förra filen kunde inte jämföras med den nya. {} Kontrollera själv att flyttade möten har fått \
         högre sequence.",
        unreadable(text, error)
    )
}

fn moved(text: &Text, before: Slot, after: Slot, sequence: u32) -> String {
    let [before, after] = [before, after].map(|slot| date::slot(text, slot).whole());
    format!(
        "är inte högre än förut, fast mötets tid är ändrad: från {before} till {after}. Skriv {sequence}, annars \
         står den gamla tiden kvar i kalendrar."
    )
}

fn only_past(stated: bool, last: &str) -> String {
    let stage = if stated { "är ”open”, men" } else { "saknas, och" };
    format!(
        "{stage} alla möten är över. Det senaste var {last}. Är dialogen slut, skriv closed. Fortsätter den, lägg \
         till nästa möte eller skriv hur långt den har kommit."
    )
}

fn no_results(ended: &str, days: i64) -> String {
    format!(
        "har inget att läsa, fast dialogen tog slut {ended}, för {days} dagar sedan. Skriv vad ni hörde (heard), \
         vad ni gör (next) eller vad som är beslutat (decision), eller när besked kommer (nextUpdate)."
    )
}

fn names(text: &Text, tags: &[String]) -> String {
    let names: Vec<&str> = tags.iter().map(|tag| text.language_name(tag)).collect();
    text.join(&names)
}

/// Why a feed can't be read at all, and what to do. (`Text::trouble` says it to residents.)
pub fn unreadable(text: &Text, error: &FeedError) -> String {
    match error {
        FeedError::Empty => "Filen är tom. Skapa den på nytt.".to_owned(),
        FeedError::Html => "Filen är en webbsida och inte JSON. Kontrollera adressen till filen.".to_owned(),
        FeedError::NotJson { line, column } => format!(
            "Filen är inte hel JSON: felet är på rad {line}, tecken {column}. Rätta det, ofta saknas ett \
             kommatecken, ett citattecken eller filens slut."
        ),
        FeedError::Version(version) => format!(
            "version är ”{version}”, men appen läser format 1. Skriv filen i format 1.0, eller byt till en \
             nyare app."
        ),
        FeedError::Zone(zone) => {
            format!("timeZone är ”{zone}”, men appen kan bara Europe/Stockholm. Skriv tiderna i svensk tid.")
        }
        FeedError::Frame(wrong) => fault(text, wrong),
    }
}
