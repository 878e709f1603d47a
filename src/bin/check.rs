//! The editor's door: says what is wrong in a feed before residents see it. `./dev check [FILE [PREVIOUS]]`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it answers on a terminal")]

mod clock;

use medborgardialoger::{
    domain::check::{Severity, check},
    text::{self, Lang, check as words},
};
use std::{env, fs, process::ExitCode};

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
    let findings = match check(&bytes, clock::now(), previous.as_deref(), &words::dates(text)) {
        Ok(findings) => findings,
        Err(error) => {
            println!("Fel: {}", words::unreadable(text, &error));
            return ExitCode::FAILURE;
        }
    };
    for line in words::report(text, &file, &findings) {
        println!("{line}");
    }
    let errors = findings.iter().any(|f| f.severity() == Severity::Error);
    if errors { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
