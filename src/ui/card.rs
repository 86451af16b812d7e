//! A framed part of a page with a heading of its own.

use leptos::prelude::*;
use push_view::view;

use super::element_id::element_id;

/// A card. With a title it is a region that screen readers can jump to.
#[component]
pub fn Card(
    /// Its heading (h2); without one it is only a frame.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// What stands at the right of the heading.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let id = title.map(|_| element_id("card"));
    let heading = title.map(|title| {
        view! {
            <header class="card-header">
                <h2 class="card-title" id=id.clone()>
                    {move || title.get()}
                </h2>
                {actions.map(|actions| view! { <div class="cluster">{actions.run()}</div> })}
            </header>
        }
    });
    view! {
        <section class="card" aria-labelledby=id>
            {heading}
            {children()}
        </section>
    }
    .into_any()
}
