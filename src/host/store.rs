//! The live feed: shown from its last copy, fetched, read, kept as one value and on the device.

use super::answer::{Answer, Whence, kept, newest, page};
use crate::{
    browser::{cache, clock, fetch::Early, worker},
    domain::{
        feed::Feed,
        live::{AGAIN_AFTER, Live, Older, SLOW_AFTER, Trouble},
        when::Instant,
    },
    part::Told,
};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use web_sys::HtmlElement;

/// What is known of the feed when the app begins.
#[derive(Default)]
pub struct Begin {
    /// It has just come.
    pub answer: Option<Answer>,
    /// There is a copy of it, fetched earlier.
    pub copy: Option<Answer>,
    /// Its pages of older dialogues that are there already.
    pub pages: Vec<Feed>,
    /// A request for it that is under way.
    pub early: Option<Early>,
}

/// The feed of the app at its own address.
#[derive(Clone, Copy)]
pub struct Store {
    /// The feed as it is shown.
    pub live: RwSignal<Live>,
    /// Its next page.
    pub older: RwSignal<Older>,
    /// What else the browser has to tell.
    pub told: RwSignal<Told>,
    held: StoredValue<Rc<Held>, LocalStorage>,
}

struct Held {
    /// On it start.js leaves what it can do for the app.
    node: HtmlElement,
    address: String,
    /// What is shown, and when that was fetched.
    shown: RefCell<(Vec<u8>, Instant)>,
    /// When it was last asked for.
    asked: Cell<Instant>,
    /// Pages of older dialogues that have been added.
    pages: RefCell<Vec<Feed>>,
}

impl Store {
    /// Shows what is there, and asks for what is not; `then` is called when there is something to see where nothing was.
    /// From now on it is asked for again when the network or the resident comes back.
    pub fn begin(node: HtmlElement, address: String, begin: Begin, then: fn(HtmlElement)) -> Self {
        let now = clock::now();
        let told = RwSignal::new(Told { newer: worker::waits(&node), ..Told::default() });
        let shown = RefCell::new((Vec::new(), now));
        let pages = RefCell::new(begin.pages);
        let held = Held { node, address, shown, asked: Cell::new(now), pages };
        let store = Self {
            live: RwSignal::new(Live::Loading),
            older: RwSignal::new(Older::Idle),
            told,
            held: StoredValue::new_local(Rc::new(held)),
        };
        if let Some(copy) = begin.copy {
            store.show(copy);
        }
        match begin.answer {
            Some(answer) => store.take(Ok(answer)),
            None if store.live.with_untracked(Live::is_stale) => store.load(begin.early, |_| {}),
            None => store.load(begin.early, then),
        }
        store.watch();
        store
    }

    fn watch(self) {
        let again = move |after: i64| {
            if (clock::now() - self.held.get_value().asked.get()).num_seconds() >= after {
                self.load(None, |_| {});
            }
        };
        let heard = [
            window_event_listener_untyped("online", move |_| again(0)),
            window_event_listener_untyped("focus", move |_| again(AGAIN_AFTER)),
            window_event_listener_untyped(worker::WAITING, move |_| {
                self.told.update(|told| told.newer = true)
            }),
        ];
        on_cleanup(move || heard.into_iter().for_each(WindowListenerHandle::remove));
    }

    /// Takes the new version of the app.
    pub fn renew(self) {
        worker::renew(&self.held.get_value().node);
    }

    /// Asks for the feed, once more if need be. A feed that is shown stays until there is another; `then` is called
    /// with the app's node after the answer, whatever it is. An `early` request that is under way already is not made again.
    pub fn load(self, early: Option<Early>, then: fn(HtmlElement)) {
        let held = self.held.get_value();
        held.asked.set(clock::now());
        if early.is_none() {
            self.change(self.live.get_untracked().asked());
        }
        if !matches!(self.live.get_untracked(), Live::Fresh(_)) {
            set_timeout(
                move || {
                    if !self.is_over() {
                        self.change(self.live.get_untracked().late());
                    }
                },
                Duration::from_millis(SLOW_AFTER.into()),
            );
        }
        leptos::task::spawn_local(async move {
            let mut then = Some(then);
            if self.is_over() {
                return;
            }
            let nothing = self.live.with_untracked(|l| l.feed().is_none());
            // A print that has just given way was measured by the copy. Later another tab may have kept a newer one.
            if (nothing || early.is_none())
                && let Some(copy) = kept(&held.node, &held.address).await
                && !self.is_over()
            {
                self.show(copy);
                // Once: whoever reads the copy is not led anywhere when something newer comes.
                if nothing && let Some(then) = then.take() {
                    then(held.node.clone());
                }
            }
            let than =
                self.live.try_with_untracked(|l| l.feed().and_then(|feed| feed.generated_at)).flatten();
            let answer = newest(&held.address, early, than).await;
            if self.is_over() {
                return;
            }
            self.take(answer);
            if let Some(then) = then {
                then(held.node.clone());
            }
        });
    }

    /// Whether the app has been taken away while something was waited for.
    fn is_over(self) -> bool {
        self.live.is_disposed()
    }

    /// Shows a copy until something newer comes.
    fn show(self, copy: Answer) {
        if let Some(after) = self.live.get_untracked().kept(self.whole(copy.feed), copy.at) {
            self.change(after);
            self.held.get_value().shown.replace((copy.bytes, copy.at));
        }
    }

    /// Shows what came, if it is better than what is shown, and keeps it.
    fn take(self, answer: Result<Answer, Trouble>) {
        let held = self.held.get_value();
        let (answer, came) = match answer {
            Ok(Answer { feed, bytes, at }) => {
                let next = feed.next.clone();
                let mut feed = self.whole(feed);
                // The pages that were added are of the feed before this one: what is missing may lie in newer ones.
                if !held.shown.borrow().0.is_empty() {
                    feed.next = next;
                }
                (Ok(feed), Some((bytes, at)))
            }
            Err(trouble) => (Err(trouble), None),
        };
        let since = held.shown.borrow().1;
        if came.as_ref().is_some_and(|(bytes, _)| held.shown.borrow().0 == *bytes) {
            // Nothing is drawn anew.
            self.change(self.live.get_untracked().confirmed());
        } else {
            self.change(self.live.get_untracked().answered(answer, clock::now(), since));
        }
        // A feed that was doubted is not shown, so it is not kept either.
        let Some((bytes, at)) = came.filter(|_| !self.live.with_untracked(Live::is_stale)) else { return };
        held.shown.replace((bytes.clone(), at));
        leptos::task::spawn_local(async move {
            if !cache::keep(&held.node, &held.address, &bytes).await {
                self.told.update(|told| told.unkept = true);
            }
        });
    }

    /// A feed with the pages that have been added.
    fn whole(self, mut feed: Feed) -> Feed {
        self.held.get_value().pages.borrow().iter().for_each(|page| feed.extend(page.clone()));
        feed
    }

    /// What is drawn already is not drawn anew: whoever types in it would lose the focus.
    fn change(self, after: Live) {
        if !self.live.with_untracked(|before| before.same(&after)) {
            self.live.set(after);
        }
    }

    /// Adds the next page of the feed, if there is one; `then` is called when it is there. A failure is told in `older`
    /// and leaves all else as it was.
    pub fn load_older(self, then: impl FnOnce() + 'static) {
        let next = self.live.with_untracked(|l| l.feed().and_then(|feed| feed.next.clone()));
        let Some(next) = next.filter(|_| self.older.get_untracked() != Older::Busy) else { return };
        self.older.set(Older::Busy);
        let held = self.held.get_value();
        leptos::task::spawn_local(async move {
            let page = page(&held.node, next.as_str(), Whence::Net).await;
            if self.is_over() {
                return;
            }
            match page {
                Ok(page) => {
                    self.older.set(Older::Idle);
                    held.pages.borrow_mut().push(page.clone());
                    self.change(self.live.get_untracked().with_page(page));
                    then();
                }
                Err(trouble) => self.older.set(Older::Failed(trouble)),
            }
        });
    }
}
