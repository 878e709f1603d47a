//! Where a print stands, it stays until the feed is there; then the app takes its place in one task.

use super::{
    answer::{self, Answer, Whence},
    site,
    store::Begin,
    visit,
};
use crate::{
    browser::{
        fetch::{self, Early},
        focus,
        held::Held,
        page as document,
    },
    domain::{
        feed::Feed,
        link::Link,
        live::Trouble,
        route::{Links, Route},
        when::{self, Instant},
    },
    part::{
        Act,
        el::{live, pieces},
        notice,
    },
    text::Text,
};
use leptos::prelude::*;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// The most pages of older dialogues that are asked for in search of what a print shows: no feed leads on for ever.
const MOST_PAGES: usize = 50;

/// The print of a page.
struct Print {
    node: HtmlElement,
    text: &'static Text,
    links: Links,
    route: Route,
    /// When the feed was made that it was printed from.
    made: Option<Instant>,
    /// Why it still stands; nothing while the feed is asked for.
    trouble: ArcRwSignal<Option<Trouble>>,
    /// The notice that says so, once there has been a trouble.
    notice: RefCell<Option<Box<dyn FnOnce()>>>,
}

/// Takes the print's place as soon as the feed is there. `made` is what the print says of its feed (RFC 3339).
pub fn take_over(node: HtmlElement, text: &'static Text, links: Links, made: &str) {
    let early = fetch::early(&node);
    let print = Print {
        route: links.route(&document::path()),
        node,
        text,
        links,
        made: when::instant(made),
        trouble: ArcRwSignal::new(None),
        notice: RefCell::default(),
    };
    attempt(Rc::new(print), early);
}

fn attempt(print: Rc<Print>, early: Option<Early>) {
    // Not leptos' own: that runs only once something is mounted.
    spawn_local(async move {
        let copy = answer::kept(&print.node, &print.links.file("feed.json")).await;
        if let Some(pages) = print.pages_of(copy.as_ref()).await {
            return print.give_way(Begin { copy, pages, early, ..Begin::default() }).await;
        }
        match print.feed(early).await {
            // An older copy is no page to show, but what comes is measured by it: it may have been emptied by mistake.
            Ok(begin) => print.give_way(Begin { copy, ..begin }).await,
            Err(trouble) => tell(&print, trouble),
        }
    });
}

impl Print {
    /// The older pages that this page shows of the copy on the device, if that can be shown: when the page is no newer and
    /// shows nothing else. Then nobody need wait for an answer.
    async fn pages_of(&self, copy: Option<&Answer>) -> Option<Vec<Feed>> {
        let copy = copy.filter(|copy| copy.feed.generated_at >= self.made)?;
        self.pages(&copy.feed, Whence::Kept).await.ok()
    }

    /// The feed, with all of it that this page shows.
    async fn feed(&self, early: Option<Early>) -> Result<Begin, Trouble> {
        let answer = answer::newest(&self.links.file("feed.json"), early, self.made).await?;
        let pages = self.pages(&answer.feed, Whence::Net).await?;
        Ok(Begin { answer: Some(answer), pages, ..Begin::default() })
    }

    /// The pages of older dialogues that this page shows.
    async fn pages(&self, feed: &Feed, whence: Whence) -> Result<Vec<Feed>, Trouble> {
        let mut pages = Vec::new();
        let mut whole = feed.clone();
        while let Some(next) = self.lacks(&whole, pages.len()) {
            let page = answer::page(&self.node, next.as_str(), whence).await?;
            whole.extend(page.clone());
            pages.push(page);
        }
        Ok(pages)
    }

    /// The next page of the feed, if this page shows what that may have.
    fn lacks(&self, feed: &Feed, pages: usize) -> Option<Link> {
        let lacks = match &self.route {
            Route::Dialogue(slug) => feed.find(slug).is_none(),
            Route::Archive(_) => true,
            Route::List | Route::Mine | Route::Missing => false,
        };
        feed.next.clone().filter(|_| lacks && pages < MOST_PAGES)
    }

    async fn give_way(&self, begin: Begin) {
        let tried_again = self.notice.take().is_some_and(|take_away| {
            let has_focus = !focus::is_lost();
            take_away();
            has_focus && focus::is_lost()
        });
        let held = Held::note(&self.node).await;
        // A browser has been there already, if it was printed.
        let led_there = document::fragment().is_some();
        site::mount(&self.node, self.text, self.links.clone(), begin);
        held.give_back();
        if !led_there {
            request_animation_frame(document::show_fragment);
        }
        if tried_again {
            visit::recover(&self.node);
        }
    }
}

/// The print stays: says from when it is, why there is nothing newer, and how to try again.
fn tell(print: &Rc<Print>, trouble: Trouble) {
    print.trouble.set(Some(trouble));
    if print.notice.borrow().is_some() {
        return;
    }
    document::show_without_app(true);
    let Some(room) = document::make_room(&print.node, "stale") else { return };
    let (shown, of, text, made) = (room.clone(), Rc::clone(print), print.text, print.made);
    let view = site::put(
        room,
        Box::new(move || {
            let trouble = of.trouble.clone();
            let of = StoredValue::new_local(of);
            let retry = Callback::new(move |_: Act| {
                let print = of.get_value();
                if print.trouble.with_untracked(Option::is_some) {
                    print.trouble.set(None);
                    attempt(print, None);
                }
            });
            live(move || pieces(notice::stale(text, made, trouble.get().as_ref(), retry)))
        }),
    );
    let take_away = move || {
        drop(view);
        shown.remove();
    };
    print.notice.replace(Some(Box::new(take_away)));
}
