//! How many hits there are: seen at once, spoken once when typing rests.

use super::el::{live, pieces};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use std::time::Duration;

/// A screen reader is told when nothing has changed for this long, so that it does not talk over every key.
const REST: Duration = Duration::from_millis(800);

/// The number of hits, with `role="status"` of its own (WCAG 4.1.3).
#[component]
pub fn HitCount(
    /// The words: `3 träffar`.
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    let spoken = RwSignal::new(String::new());
    Effect::new(move |before: Option<(String, Option<TimeoutHandle>)>| {
        let now = words.get();
        let Some((old, timer)) = before else { return (now, None) };
        if let Some(timer) = timer {
            timer.clear();
        }
        if old == now && spoken.get_untracked() == now {
            return (now, None);
        }
        let news = now.clone();
        (now, set_timeout_with_handle(move || spoken.set(news), REST).ok())
    });
    // A text that is empty would be printed as a blank.
    let said = move || spoken.with(|words| pieces((!words.is_empty()).then_some(words.as_str())));
    view! {
        <p class="hit-count" id="hits" tabindex="-1">
            {words}
        </p>
        <p class="visually-hidden" role="status">
            {live(said)}
        </p>
    }
    .into_any()
}
