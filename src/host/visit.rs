//! A resident's way through the pages: where she stood and what had the focus, so that Back brings her there again.

use crate::browser::{focus, scroll};
use leptos::{ev, prelude::*};
use std::{cell::RefCell, rc::Rc};
use web_sys::HtmlElement;

/// Where a resident stood on a page.
#[derive(Clone, Default)]
pub struct Stand {
    top: f64,
    focus: Option<String>,
}

/// How a page was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By a link or a choice.
    Link,
    /// By the browser's Back or Forward.
    History,
}

/// The heading of each page.
const HEADING: &str = ".heading-title";

/// The button that was pressed is gone: the focus goes to the page's heading, unless it is somewhere already.
pub fn recover(app: &HtmlElement) {
    if focus::is_lost() {
        focus::to(app, HEADING);
    }
}

/// The pages of this visit by address (path and query). In memory only.
pub struct Visit {
    app: HtmlElement,
    address: RefCell<String>,
    stands: RefCell<Vec<(String, Stand)>>,
}

impl Visit {
    /// Begins at an address of the app in this node.
    pub fn new(app: HtmlElement, address: String) -> Self {
        Self { app, address: RefCell::new(address), stands: RefCell::default() }
    }

    /// Notes where the window stands whenever it scrolls, and what has the focus whenever that changes. What has no id
    /// can't be found again, and a focus that is lost, as when its element is taken away, is nothing to come back to.
    pub fn watch(this: &Rc<Self>) {
        let visit = Rc::clone(this);
        let scroll =
            window_event_listener(ev::scroll, move |_| visit.note(|stand| stand.top = scroll::top()));
        let visit = Rc::clone(this);
        let focus = window_event_listener(ev::focusin, move |_| visit.tapped(focus::id(&visit.app)));
        on_cleanup(move || {
            scroll.remove();
            focus.remove();
        });
    }

    /// Notes the link that is followed; call it at a click. Safari gives a tapped link no focus.
    pub fn tapped(&self, id: Option<String>) {
        if id.is_some() {
            self.note(|stand| stand.focus = id);
        }
    }

    fn note(&self, change: impl FnOnce(&mut Stand)) {
        let address = self.address.borrow();
        let mut stands = self.stands.borrow_mut();
        match stands.iter_mut().find(|(of, _)| *of == *address) {
            Some((_, stand)) => change(stand),
            None => {
                let mut stand = Stand::default();
                change(&mut stand);
                stands.push((address.clone(), stand));
            }
        }
    }

    fn stand(&self) -> Stand {
        let address = self.address.borrow();
        let stands = self.stands.borrow();
        stands.iter().find(|(of, _)| *of == *address).map(|(_, stand)| stand.clone()).unwrap_or_default()
    }

    /// The same page has another address, as typing and choosing give it.
    pub fn renamed(&self, address: String) {
        let stand = self.stand();
        self.address.replace(address);
        self.note(|of_new| *of_new = stand);
    }

    /// Another address is shown from now on; what scrolls or takes the focus next belongs to it. Answers where one
    /// stood there before, for [`Self::arrived`]: a link leads to the top, whatever one did there earlier.
    pub fn left_for(&self, address: String, how: Arrival) -> Stand {
        self.address.replace(address);
        if how == Arrival::Link {
            self.note(|stand| *stand = Stand::default());
        }
        self.stand()
    }

    /// The new page is drawn: puts scroll and focus right. A link to another page leads to its heading (WCAG 2.4.3).
    pub fn arrived(&self, how: Arrival, same_page: bool, stand: Stand) {
        match how {
            Arrival::History => {
                let back = stand.focus.is_some_and(|id| focus::to(&self.app, &format!("[id='{id}']")));
                if !back && !same_page {
                    focus::to(&self.app, HEADING);
                }
                scroll::to(stand.top);
            }
            // What was tapped may be gone, as a chip is.
            Arrival::Link if same_page => {
                if focus::is_lost() {
                    focus::to(&self.app, "#hits");
                }
            }
            Arrival::Link => {
                focus::to(&self.app, HEADING);
            }
        }
    }
}
