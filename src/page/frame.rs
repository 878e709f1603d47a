//! What stands around every page: skip link, the municipality, the date of the contents.

use super::CONTENT;
use crate::{
    domain::{live::Live, when::When},
    part::{Env, when_time},
};
use leptos::prelude::*;

/// The landmarks of the page with `main` filled.
pub fn frame(env: Env, live: Signal<Live>, page: AnyView) -> AnyView {
    let text = env.text;
    let owner = move || {
        let publisher = live.with(|l| l.feed().and_then(|f| f.publisher.clone()))?;
        let href = publisher.url.map(|url| url.as_str().to_owned());
        Some(view! {
            <a class="page-owner" href=href>
                {publisher.name}
            </a>
        })
    };
    view! {
        <div class="medborgardialoger" lang=text.tag>
            // rel="external": the router would scroll there without moving the focus.
            <a class="skip-link visually-hidden" href=format!("#{CONTENT}") rel="external">
                {text.skip}
            </a>
            <header class="page-header">{owner}</header>
            <main class="main" id=CONTENT tabindex="-1">
                {page}
            </main>
            {move || footer(&env, &live.get())}
        </div>
    }
    .into_any()
}

fn footer(env: &Env, live: &Live) -> AnyView {
    let text = env.text;
    let Some(feed) = live.feed() else { return ().into_any() };
    let updated = feed.generated_at.map(|t| {
        let date = when_time(env, When::Date(crate::domain::when::day(t)));
        view! { <p>{text.data_updated} " " {date}</p> }
    });
    let publisher = feed.publisher.as_ref().and_then(|p| {
        let url = p.url.as_ref()?;
        Some(view! {
            <li>
                <a class="tap" href=url.as_str().to_owned()>
                    {(text.to_publisher)(url.host().unwrap_or_default().trim_start_matches("www."))}
                </a>
            </li>
        })
    });
    view! {
        <footer class="page-footer">
            {updated}
            <ul class="page-footer-links" role="list">
                {publisher}
                <li>
                    <a class="tap" href=env.links.file("feed.json") rel="external">
                        {text.open_data}
                    </a>
                </li>
            </ul>
        </footer>
    }
    .into_any()
}
