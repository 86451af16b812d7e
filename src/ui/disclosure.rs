//! Something that is there for those who ask: closed at first, opened by its summary.

use leptos::prelude::*;
use push_view::view;

/// A `<details>` with a summary.
#[component]
pub fn Disclosure(
    /// What is inside, in a few words.
    #[prop(into)]
    summary: Signal<String>,
    /// True to start open.
    #[prop(optional)]
    open: bool,
    /// What is inside.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>{move || summary.get()}</summary>
            <div class="disclosure-content">{children()}</div>
        </details>
    }
    .into_any()
}
