//! A feed as it comes: from the server, or from its copy on this device.

use crate::{
    browser::{
        cache, clock,
        fetch::{self, Cache, Early},
    },
    domain::{
        feed::{self, Feed},
        live::Trouble,
        when::Instant,
    },
};
use web_sys::HtmlElement;

/// A feed as it came.
#[derive(Clone)]
pub struct Answer {
    /// What its bytes say.
    pub feed: Feed,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// When it came.
    pub at: Instant,
}

/// The copy on the device.
pub async fn kept(node: &HtmlElement, address: &str) -> Option<Answer> {
    let (bytes, at) = cache::kept(node, address).await?;
    Some(Answer { feed: feed::parse(&bytes).ok()?, bytes, at })
}

/// Where a page of older dialogues may come from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whence {
    /// The server, or this device where that can't be had.
    Net,
    /// This device.
    Kept,
}

/// A page of older dialogues.
pub async fn page(node: &HtmlElement, address: &str, whence: Whence) -> Result<Feed, Trouble> {
    let answer = match whence {
        Whence::Net => ask(address, None, Cache::NoCache).await,
        Whence::Kept => Err(Trouble::Unreachable),
    };
    match answer {
        Ok(Answer { feed, bytes, .. }) => {
            // The feed's own copy tells whether anything can be kept.
            let _ = cache::keep(node, address, &bytes).await;
            Ok(feed)
        }
        Err(trouble) => kept(node, address).await.map(|copy| copy.feed).ok_or(trouble),
    }
}

/// The feed at an address. If it is older `than` what is here, some server on the way has kept a copy, and is passed by
/// once. What is there then holds.
pub async fn newest(address: &str, early: Option<Early>, than: Option<Instant>) -> Result<Answer, Trouble> {
    let answer = ask(address, early, Cache::NoCache).await?;
    if answer.feed.generated_at >= than {
        return Ok(answer);
    }
    Ok(ask(address, None, Cache::Reload).await.unwrap_or(answer))
}

/// Always asked anew (an answer that is the same costs no body): a meeting may have been called off since.
async fn ask(address: &str, early: Option<Early>, cache: Cache) -> Result<Answer, Trouble> {
    let bytes = fetch::bytes(address, early, cache).await?;
    let feed = feed::parse(&bytes).map_err(Trouble::Feed)?;
    Ok(Answer { feed, bytes, at: clock::now() })
}
