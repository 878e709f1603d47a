//! Where the feed comes from.

use super::said;
use medborgardialoger::text::publish::{Refusal, Unfetched};
use std::{fs, io::ErrorKind, path::Path, time::Duration};
use ureq::{Agent, Error};

/// How long an address may take for all of its answer, in seconds.
const PATIENCE: u64 = 30;

/// How large an answer may be, in megabytes; 200 dialogues are about one.
const LARGEST: u64 = 16;

/// The bytes of a file, or of what an address (https or http) answers.
pub fn bytes(feed: &str) -> Result<Vec<u8>, Refusal> {
    let Some((scheme, _)) = feed.split_once("://") else {
        let path = Path::new(feed);
        return fs::read(path).map_err(said(path));
    };
    let scheme = scheme.to_ascii_lowercase();
    if !["https", "http"].contains(&scheme.as_str()) {
        return Err(Refusal::Scheme(scheme));
    }
    fetch(feed, scheme == "https").map_err(|error| Refusal::Fetch(feed.to_owned(), why(error)))
}

/// `safe`: what begins with https must not be led away from it.
fn fetch(address: &str, safe: bool) -> Result<Vec<u8>, Error> {
    let config = Agent::config_builder().timeout_global(Some(Duration::from_secs(PATIENCE))).https_only(safe);
    let agent: Agent = config.build().into();
    let mut answer = agent.get(address).call()?;
    answer.body_mut().with_config().limit(LARGEST * 1024 * 1024).read_to_vec()
}

fn why(error: Error) -> Unfetched {
    match error {
        Error::StatusCode(status) => Unfetched::Status(status),
        Error::Timeout(_) => Unfetched::Slow(PATIENCE),
        Error::BodyExceedsLimit(_) => Unfetched::Large(LARGEST),
        Error::RequireHttpsOnly(_) => Unfetched::Unsafe,
        Error::Io(error) if error.kind() == ErrorKind::UnexpectedEof => Unfetched::Cut,
        other => Unfetched::Other(other.to_string()),
    }
}
