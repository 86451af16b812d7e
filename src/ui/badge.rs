//! A word on a tinted ground, such as a status.

use leptos::prelude::*;
use push_view::view;

use super::tone::Tone;

/// A badge. The word says it all; the tint only helps to find it.
#[component]
pub fn Badge(
    /// What its colour means.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! {
        <span class="badge" data-tone=move || tone.get().name()>
            {children()}
        </span>
    }
    .into_any()
}
