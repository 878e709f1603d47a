//! The publisher's door: prints a built site from a feed and puts it in the old one's place, whole or not at all.
//!
//! ```text
//! options → lock → feed → check → (assets + sheets) → folder beside → exchange
//! ```

mod asset;
#[path = "../clock.rs"]
mod clock;
mod disk;
mod element;
mod fill;
mod hashed;
mod keep;
mod lean;
mod options;
mod place;
mod source;
mod squeeze;
mod stranger;
mod version;

use fill::{Old, Works};
use medborgardialoger::{
    domain::{
        check::{Severity, check},
        feed::{self, Feed},
        route::Links,
    },
    host::print::{Press, Sheet, Template},
    text::{
        self, Lang, Text,
        check::{dates, report},
        publish::{Refusal, USAGE, published, refusal, stands, stands_at},
    },
};
use options::Options;
use place::Place;
use rustix::{fs::Mode, process::umask};
use std::{
    env,
    ffi::OsString,
    fs,
    io::{self, ErrorKind, Write},
    path::Path,
    process::ExitCode,
    sync::Arc,
};
use version::Version;

/// Says what it did on stdout; on stderr what is wrong, as sentences. Fails without having touched the old site.
fn main() -> ExitCode {
    let text = text::of(Lang::Sv);
    // Files that everybody may read, whoever publishes them: 0644, and folders 0755.
    umask(Mode::from_raw_mode(0o022));
    match publish(text, env::args_os().skip(1)) {
        Ok(done) => {
            // The site is in its place, whether that can be told or not.
            let _ = writeln!(io::stdout(), "{done}");
            ExitCode::SUCCESS
        }
        Err(words) => {
            warn(&words);
            ExitCode::FAILURE
        }
    }
}

/// Says something on stderr, if anybody can hear it.
fn warn(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

fn publish(text: &Text, words: impl Iterator<Item = OsString>) -> Result<String, String> {
    let words: Vec<OsString> = words.collect();
    if words.iter().any(|word| word == "--help") {
        return Ok(USAGE.to_owned());
    }
    let options = Options::read(words.into_iter()).map_err(|error| refusal(text, &error))?;
    print(text, &options).map_err(|error| {
        let words = refusal(text, &error);
        if options.out.join("index.html").exists() { stands(&error, words) } else { words }
    })
}

/// Does it all; what to say then.
fn print(text: &Text, options: &Options) -> Result<String, Refusal> {
    let (site, out) = (options.site.as_path(), options.out.as_path());
    let place = Place::take(site, out)?;
    let index = site.join("index.html");
    let index = fs::read_to_string(index).map_err(|_| Refusal::Site(site.display().to_string()))?;
    let built = asset::all(site)?.into_iter().filter(|asset| !element::is_ours(&asset.path)).collect();
    let version = Version::of(site, &index, built, options.worker)?;
    let template = Template::read(&version.index).ok_or_else(|| Refusal::Site(site.display().to_string()))?;
    let bytes = source::bytes(&options.feed)?;
    let now = options.now.unwrap_or_else(clock::now);
    let previous = fs::read(place.out.join("feed.json")).ok();
    let findings = check(&bytes, now, previous.as_deref(), &dates(text)).map_err(Refusal::Feed)?;
    for line in report(text, &options.feed, &findings) {
        warn(&line);
    }
    match findings.iter().filter(|f| f.severity() == Severity::Error).count() {
        0 => {}
        errors => return Err(Refusal::Errors(errors)),
    }
    let feed = Arc::new(feed::parse(&bytes).map_err(Refusal::Feed)?);
    let (origin, guessed) = origin(options, &feed)?;
    let links = Links::new(&origin, template.base());
    let press = Press { template, feed: &feed, bytes: &bytes, links: &links, now };
    let sheets = Sheet::all(&press);
    let pages = sheets.iter().filter(|sheet| matches!(sheet, Sheet::Page(..))).count();
    let folder = place.folder()?;
    let mut assets = version.assets.clone();
    assets.extend(version.worker(site, &press)?);
    assets.extend(element::assets(site, &version, &press)?);
    let works = Works { press, sheets, assets, plain: options.plain };
    let files = works.fill(&folder, &Old { site, out: &place.out })?;
    let files = files + keep::keep(&place.out, &folder, now, options.plain)?;
    place.exchange(&folder)?;
    let done = published(&out.display().to_string(), pages, files);
    Ok(if guessed { format!("{done}\n{}", stands_at(&links)) } else { done })
}

/// Where the site will stand: as asked, else where the feed says that its page is; whether that is a guess.
fn origin(options: &Options, feed: &Feed) -> Result<(String, bool), Refusal> {
    let of_feed = || options::origin(feed.url.as_ref()?.as_str());
    let asked = options.origin.clone().map(|origin| (origin, false));
    asked.or_else(|| Some((of_feed()?, true))).ok_or(Refusal::Nowhere)
}

/// What the system says of a file.
fn said(path: &Path) -> impl Fn(io::Error) -> Refusal + use<'_> {
    move |error| {
        let name = path.display().to_string();
        match error.kind() {
            ErrorKind::NotFound => Refusal::Missing(name),
            ErrorKind::PermissionDenied => Refusal::Forbidden(name),
            ErrorKind::StorageFull => Refusal::Full(name),
            ErrorKind::ReadOnlyFilesystem => Refusal::ReadOnly(name),
            _ => Refusal::File(name, error.to_string()),
        }
    }
}
