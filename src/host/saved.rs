//! What the resident follows, kept on this device for all tabs of this app. What is to be written and shown is decided
//! in `domain::saved::Keeping`.

use super::store::Store;
use crate::{
    browser::{clock, storage},
    domain::saved::{Change, Keeping, Write},
};
use leptos::prelude::*;
use std::{sync::Arc, time::Duration};

/// How long after a tap on a calendar's file the page says that it is in the calendar: a browser may still be fetching
/// the file from an address that a new drawing takes back.
const REST: Duration = Duration::from_secs(1);

/// What is followed.
#[derive(Clone, Copy)]
pub struct Follows {
    /// As it is shown.
    pub keeping: RwSignal<Arc<Keeping>>,
    /// Its key. It names the app and where that stands: others may live on the same origin.
    key: StoredValue<String>,
    store: Store,
}

impl Follows {
    /// Reads what is followed; nothing is written. From now on it is read again when another tab changes it, and when
    /// the resident comes back: a page that slept has heard nothing.
    pub fn begin(base: &str, store: Store) -> Self {
        let key = StoredValue::new(format!("medborgardialoger {base} saved"));
        let follows = Self { keeping: RwSignal::default(), key, store };
        follows.change(None);
        let heard = [storage::CHANGED, "pageshow", "focus"]
            .map(|event| window_event_listener_untyped(event, move |_| follows.change(None)));
        on_cleanup(move || heard.into_iter().for_each(WindowListenerHandle::remove));
        follows
    }

    /// Makes a change: reads the newest text, changes it and writes it in one breath, so that no other tab comes
    /// between.
    pub fn change(self, change: Option<Change>) {
        let key = self.key.get_value();
        let aside = format!("{key} broken");
        let stored = storage::read(&key);
        let feed = self.store.live.with_untracked(|live| live.feed().cloned());
        let late = matches!(change, Some(Change::Calendar(_)));
        let before = self.keeping.get_untracked();
        let text = stored.as_ref().ok().and_then(Option::as_deref).unwrap_or_default();
        let (mut after, write) = before.after(text, change, feed.as_deref(), clock::now());
        let done = stored.is_ok()
            && match write {
                Write::Nothing => false,
                Write::Remove { aside: too } => {
                    (!too || storage::remove(&aside).is_ok()) && storage::remove(&key).is_ok()
                }
                Write::Text { text: new, aside: broken } => {
                    (!broken || storage::write(&aside, text).is_ok()) && storage::write(&key, &new).is_ok()
                }
            };
        after.wrote(done);
        if *before == after {
            return;
        }
        self.keeping.update_untracked(|keeping| *keeping = Arc::new(after));
        if late {
            set_timeout(move || self.keeping.notify(), REST);
        } else {
            self.keeping.notify();
        }
    }
}
