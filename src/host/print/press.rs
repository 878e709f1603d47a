//! What every page of one print shares.

use super::Template;
use crate::{
    domain::{feed::Feed, route::Links, when::Instant},
    text::{Text, of},
};
use chrono::SecondsFormat;
use std::sync::Arc;

/// One print of one feed: the same press prints the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    /// What every page is put into.
    pub template: Template<'a>,
    /// What is printed.
    pub feed: &'a Arc<Feed>,
    /// The feed as it was read, to lie beside the pages.
    pub bytes: &'a [u8],
    /// Where the site stands, and in which language what is printed now speaks.
    pub links: &'a Links,
    /// When it is printed.
    pub now: Instant,
}

impl Press<'_> {
    /// The words of that language.
    pub fn text(&self) -> &'static Text {
        of(self.links.lang())
    }

    /// From when the print is: the feed's own time (RFC 3339), else the time of the print.
    pub fn stamp(&self) -> String {
        self.feed.generated_at.unwrap_or(self.now).to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}
