//! Grey lines where text will be. The style sheet shows them only after a moment, so that nothing flickers.

use leptos::prelude::*;
use push_view::view;

/// Lines that stand for what is on its way.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 4)]
    lines: usize,
) -> impl IntoView {
    let lines: Vec<_> = (0..lines).map(|_| view! { <span class="skeleton-line"></span> }).collect();
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{"Loading…"}</span>
            {lines}
        </div>
    }
    .into_any()
}
