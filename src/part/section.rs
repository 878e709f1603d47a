//! A section of a page under its heading.

use leptos::prelude::*;

/// A region named by its h2. `id` is the heading's, so that a link can lead to it.
pub fn section(id: &'static str, title: impl IntoView + 'static, content: AnyView) -> AnyView {
    view! {
        <section class="section" aria-labelledby=id>
            <h2 class="section-title" id=id>
                {title.into_any()}
            </h2>
            {content}
        </section>
    }
    .into_any()
}
