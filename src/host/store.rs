//! The live feed: fetched, read, kept as one value.

use crate::{
    browser::fetch::{self, Cache, Early},
    domain::{
        feed,
        live::{Live, Older, SLOW_AFTER, Trouble},
    },
};
use leptos::prelude::*;
use std::{sync::Arc, time::Duration};

/// Asks for the feed, once more if need be. A feed that is shown stays until there is another; `then` is called after
/// the answer, whatever it is. An `early` request that is under way already is not made again.
pub fn load(live: RwSignal<Live>, early: Option<Early>, address: String, then: fn()) {
    if live.with_untracked(|l| l.feed().is_none()) {
        live.set(Live::Loading);
        let late = move || {
            // A list that is here already is not drawn anew: whoever types in it would lose the focus.
            if live.with_untracked(|l| matches!(l, Live::Loading)) {
                live.update(|l| *l = l.clone().late());
            }
        };
        set_timeout(late, Duration::from_millis(SLOW_AFTER.into()));
    }
    leptos::task::spawn_local(async move {
        let answer = ask(&address, early, Cache::NoCache).await;
        live.update(|l| *l = l.clone().answered(answer));
        then();
    });
}

/// Adds the next page of the feed, if there is one; `then` is called when it is there. A failure is told in `older`
/// and leaves all else as it was.
pub fn load_older(live: RwSignal<Live>, older: RwSignal<Older>, then: impl FnOnce() + 'static) {
    let Some(feed) = live.with_untracked(|l| l.feed().cloned()) else { return };
    let Some(next) = feed.next.clone().filter(|_| older.get_untracked() != Older::Busy) else { return };
    older.set(Older::Busy);
    leptos::task::spawn_local(async move {
        match ask(next.as_str(), None, Cache::NoCache).await {
            Ok(page) => {
                let mut whole = Arc::unwrap_or_clone(feed);
                whole.extend(page);
                older.set(Older::Idle);
                live.set(Live::Fresh(Arc::new(whole)));
                then();
            }
            Err(trouble) => older.set(Older::Failed(trouble)),
        }
    });
}

/// The feed at an address. Always asked anew (an answer that is the same costs no body): a meeting may have been called
/// off since.
pub async fn ask(address: &str, early: Option<Early>, cache: Cache) -> Result<feed::Feed, Trouble> {
    let bytes = fetch::bytes(address, early, cache).await?;
    feed::parse(&bytes).map_err(Trouble::Feed)
}
