//! What stands where there is nothing yet: why, and what to do about it.

use leptos::prelude::*;
use push_view::view;

/// Two cards, one behind the other: class and outline of each stroke, from back to front.
const STROKES: [(&str, &str); 4] = [
    ("back", "M24 6h72a6 6 0 0 1 6 6v20H18V12a6 6 0 0 1 6-6z"),
    ("front", "M16 22h88a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8H16a8 8 0 0 1-8-8V30a8 8 0 0 1 8-8z"),
    ("mark", "M26 33a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"),
    ("lines", "M44 36h52M44 46h34"),
];

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
            {drawing()}
            <p class="empty-state-title">{move || title.get()}</p>
            <p class="empty-state-text">{move || text.get()}</p>
            {children.map(|children| view! { <div class="cluster">{children()}</div> })}
        </div>
    }
    .into_any()
}

fn drawing() -> AnyView {
    view! {
        <svg class="empty-state-drawing" viewBox="0 0 120 72" aria-hidden="true" focusable="false">
            {STROKES.map(|(class, d)| view! { <path class=class d=d /> }).into_iter().collect::<Vec<_>>()}
        </svg>
    }
    .into_any()
}
