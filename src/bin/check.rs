//! The editor's door: says what is wrong in a feed before residents see it. `./dev check [FILE [PREVIOUS]]`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it answers on a terminal")]

use medborgardialoger::{
    domain::{
        check::{Severity, check},
        when::Instant,
    },
    text::{self, Lang, check as words},
};
use std::{env, fs, process::ExitCode, time::SystemTime};

/// Prints a sentence a finding. Fails when there is an error among them, or no feed to read.
fn main() -> ExitCode {
    let mut files = env::args().skip(1);
    let Some(file) = files.next() else {
        eprintln!("check FILE [PREVIOUS]: säger vad som är fel i en fil med dialoger");
        return ExitCode::FAILURE;
    };
    let read = |file: &str| fs::read(file).inspect_err(|error| eprintln!("{file}: {error}")).ok();
    let previous = files.next();
    let (Some(bytes), Some(previous)) = (read(&file), previous.map_or(Some(None), |p| read(&p).map(Some)))
    else {
        return ExitCode::FAILURE;
    };
    let text = text::of(Lang::Sv);
    let findings = match check(&bytes, now(), previous.as_deref(), &words::dates(text)) {
        Ok(findings) => findings,
        Err(error) => {
            println!("Fel: {}", words::unreadable(text, &error));
            return ExitCode::FAILURE;
        }
    };
    for finding in &findings {
        let severity = if finding.severity() == Severity::Error { "Fel" } else { "Varning" };
        println!("{severity}: {}", words::finding(text, finding));
    }
    let errors = findings.iter().filter(|f| f.severity() == Severity::Error).count();
    println!("{file}: {errors} fel, {} varningar", findings.len() - errors);
    if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[expect(clippy::disallowed_methods, reason = "a door may ask the clock")]
fn now() -> Instant {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .and_then(|t| Instant::from_timestamp(t.as_secs().try_into().ok()?, 0))
        .unwrap_or_default()
}
