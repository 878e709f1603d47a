//! What it is asked to do.

use medborgardialoger::{
    domain::when::{Instant, instant},
    text::publish::Refusal,
};
use std::{ffi::OsString, path::PathBuf};
use ureq::http::Uri;

/// The options of the command line (text::publish::USAGE).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The built site.
    pub site: PathBuf,
    /// A file, or an address.
    pub feed: String,
    /// The folder to replace.
    pub out: PathBuf,
    /// Where it will stand, if that is said.
    pub origin: Option<String>,
    /// The time to reckon from, if not the clock's.
    pub now: Option<Instant>,
    /// Without compressed twins.
    pub plain: bool,
}

impl Options {
    /// Reads `--name value` pairs and the one flag. Folders may have any name, all else is text.
    pub fn read(mut words: impl Iterator<Item = OsString>) -> Result<Self, Refusal> {
        let plain = |word: OsString| {
            word.into_string().map_err(|word| Refusal::Unknown(word.to_string_lossy().into_owned()))
        };
        let (mut site, mut feed, mut out) = (None, None, None);
        let mut options = Self::default();
        while let Some(word) = words.next() {
            let word = plain(word)?;
            if word == "--plain" {
                options.plain = true;
                continue;
            }
            let Some(value) = words.next() else { return Err(Refusal::Unknown(word)) };
            match word.as_str() {
                "--site" => site = Some(PathBuf::from(value)),
                "--out" => out = Some(PathBuf::from(value)),
                "--feed" => feed = Some(plain(value)?),
                "--origin" => options.origin = Some(origin_alone(plain(value)?)?),
                "--now" => {
                    let value = plain(value)?;
                    options.now = Some(instant(&value).ok_or(Refusal::Time(value))?);
                }
                _ => return Err(Refusal::Unknown(word)),
            }
        }
        options.site = site.ok_or(Refusal::Lacking("--site"))?;
        options.feed = feed.ok_or(Refusal::Lacking("--feed"))?;
        options.out = out.ok_or(Refusal::Lacking("--out"))?;
        Ok(options)
    }
}

/// Takes `https://host` with or without a last slash; a path would be lost, so it is refused.
fn origin_alone(text: String) -> Result<String, Refusal> {
    let found = origin(&text);
    let rest = found.as_ref().and_then(|origin| text.get(origin.len()..));
    match (found.clone(), rest) {
        (Some(origin), Some("" | "/")) => Ok(origin),
        _ => Err(Refusal::Origin(text)),
    }
}

/// Scheme, host and port of an address: all before its path. A host with letters beyond ASCII is none, it has to be
/// written as browsers send it (`xn--…`).
pub fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let scheme = scheme.to_ascii_lowercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    let known = matches!(scheme.as_str(), "https" | "http") && host.chars().all(fits);
    let origin = format!("{scheme}://{}", host.to_ascii_lowercase());
    let uri: Uri = origin.parse().ok()?;
    let named = uri.host().is_some_and(|host| host.contains(|c: char| c.is_ascii_alphanumeric()));
    let port = uri.port_u16().is_some() || !host.trim_end_matches(']').rsplit(']').next()?.contains(':');
    (known && named && port).then_some(origin)
}
