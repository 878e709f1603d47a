//! An address that means nothing here: said, with a way back.

use crate::{
    domain::{feed::Feed, route::Route},
    part::{Act, Env},
};
use leptos::prelude::*;

/// No dead end: back to the list, and to older dialogues when the feed has more pages.
pub fn missing(env: &Env, feed: Option<&Feed>, act: Callback<Act>) -> AnyView {
    let text = env.text;
    let older = feed.and_then(|f| f.next.as_ref()).map(|_| {
        view! {
            <p>{text.missing_older}</p>
            <p>
                <button class="button-plain" type="button" on:click=move |_| act.run(Act::Older)>
                    {text.show_older}
                </button>
            </p>
        }
    });
    view! {
        <div class="heading">
            <h1 class="heading-title" tabindex="-1">
                {text.missing_title}
            </h1>
            <p class="lead">{text.missing_text}</p>
        </div>
        {older}
        <p>
            <a class="button" href=env.links.href(&Route::List)>
                {text.missing_back}
            </a>
        </p>
    }
    .into_any()
}
