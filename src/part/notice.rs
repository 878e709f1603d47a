//! What must be said: nothing ahead, nothing found, no feed, something left out.

use super::Env;
use crate::domain::fault::Fault;
use leptos::prelude::*;

/// A heading, a sentence and a way on.
#[component]
pub fn Notice(
    /// Unique on its page.
    id: &'static str,
    /// Whether something failed: it is then read out at once.
    #[prop(optional)]
    error: bool,
    /// The heading.
    #[prop(into)]
    title: String,
    /// What was met, and what to do.
    #[prop(into)]
    text: String,
    /// The way on.
    children: Children,
) -> impl IntoView {
    view! {
        <section
            class=if error { "notice notice-error" } else { "notice" }
            role=error.then_some("alert")
            aria-labelledby=id
        >
            <h2 class="notice-title" id=id>
                {title}
            </h2>
            <p>{text}</p>
            {children()}
        </section>
    }
    .into_any()
}

/// What of the feed was left out, told at the end of the list for whoever writes it.
#[component]
pub fn Faults(
    /// Where it is shown.
    env: Env,
    /// What was left out.
    faults: Vec<Fault>,
) -> impl IntoView {
    let text = env.text;
    let lines: Vec<_> = faults.iter().map(|fault| view! { <li>{(text.fault)(fault)}</li> }).collect();
    view! {
        <Notice id="faults" title=(text.faults_title)(faults.len()) text=text.faults_text>
            <details class="faults">
                <summary>{text.faults_show}</summary>
                <ul>{lines}</ul>
            </details>
        </Notice>
    }
    .into_any()
}
