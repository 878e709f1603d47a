//! Where the feed comes from.

use super::said;
use medborgardialoger::text::publish::{Refusal, Unfetched};
use std::{fs, path::Path, time::Duration};
use ureq::{Agent, Error};

/// How long an address may take for all of its answer, in seconds.
const PATIENCE: u64 = 30;

/// How large an answer may be, in megabytes; 200 dialogues are about one.
const LARGEST: u64 = 16;

/// The bytes of a file, or of what an address (https or http) answers.
pub fn bytes(feed: &str) -> Result<Vec<u8>, Refusal> {
    if feed.starts_with("https://") || feed.starts_with("http://") {
        return fetch(feed).map_err(|error| Refusal::Fetch(feed.to_owned(), why(error)));
    }
    let path = Path::new(feed);
    fs::read(path).map_err(said(path))
}

fn fetch(address: &str) -> Result<Vec<u8>, Error> {
    let agent: Agent =
        Agent::config_builder().timeout_global(Some(Duration::from_secs(PATIENCE))).build().into();
    let mut answer = agent.get(address).call()?;
    answer.body_mut().with_config().limit(LARGEST * 1024 * 1024).read_to_vec()
}

fn why(error: Error) -> Unfetched {
    match error {
        Error::StatusCode(status) => Unfetched::Status(status),
        Error::Timeout(_) => Unfetched::Slow(PATIENCE),
        Error::BodyExceedsLimit(_) => Unfetched::Large(LARGEST),
        other => Unfetched::Other(other.to_string()),
    }
}
