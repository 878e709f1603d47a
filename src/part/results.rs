//! What came of a dialogue.

use super::{Body, Documents, Env, section, when_time};
use crate::{
    domain::{
        body::Block,
        dialogue::Group,
        document::Results,
        when::{Instant, When},
    },
    text::date,
};
use leptos::prelude::*;

/// What residents said, what is done with it, what was decided and when the next news comes. That there is nothing
/// yet is said too.
#[component]
pub fn ResultsSection(
    /// Where it is shown.
    env: Env,
    /// The results.
    results: Results,
    /// The dialogue's group.
    group: Group,
    /// What time it is.
    now: Instant,
) -> impl IntoView {
    let text = env.text;
    let news = results.next_update.filter(|when| now < when.end());
    let body = |title: &'static str, blocks: &[Block]| {
        (!blocks.is_empty())
            .then(|| part(title, view! { <Body env=env.clone() blocks=blocks.to_vec()/> }.into_any()))
    };
    let documents = (!results.documents.is_empty())
        .then(|| view! { <Documents env=env.clone() documents=results.documents.clone()/> }.into_any());
    let nothing = (!results.any()).then(|| {
        let words = if group == Group::Ended { text.results_none } else { text.results_none_yet };
        view! { <p>{words}</p> }
    });
    let published = results.published.filter(|_| results.any()).map(|when: When| {
        view! { <p class="quiet">{(text.published)(&date::plain(text, when.day()))}</p> }
    });
    let content = view! {
        {nothing}
        {body(text.heard, &results.heard)}
        {body(text.next_steps, &results.next)}
        {body(text.decision, &results.decision)}
        {documents}
        {news.map(|when| part(text.next_news, view! { <p>{text.news_by} " " {when_time(&env, when)}</p> }.into_any()))}
        {published}
    };
    section("results", text.results, content.into_any())
}

fn part(title: &'static str, content: AnyView) -> AnyView {
    view! {
        <div class="results-part">
            <h3>{title}</h3>
            {content}
        </div>
    }
    .into_any()
}
