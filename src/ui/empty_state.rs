//! What stands where there is nothing yet: why, and what to do about it.

use leptos::prelude::*;

/// An empty place, with a small drawing, a sentence and perhaps a way on.
#[component]
pub fn EmptyState(
    /// What is not there, in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// Why, or how something comes to be here.
    #[prop(into)]
    text: Signal<String>,
    /// A button or a link that leads on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <svg class="empty-state-drawing" viewBox="0 0 120 72" aria-hidden="true" focusable="false">
                <rect class="back" x="18" y="6" width="84" height="26" rx="6" />
                <rect class="front" x="8" y="22" width="104" height="38" rx="8" />
                <circle class="mark" cx="26" cy="41" r="8" />
                <path class="lines" d="M44 36h52M44 46h34" />
            </svg>
            <p class="empty-state-title">{move || title.get()}</p>
            <p class="empty-state-text">{move || text.get()}</p>
            {children.map(|children| view! { <div class="cluster">{children()}</div> })}
        </div>
    }
    .into_any()
}
