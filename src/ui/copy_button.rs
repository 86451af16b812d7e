//! A button that hands a text to whoever owns the clipboard.

use leptos::prelude::*;
use push_view::view;

use super::icon::{Glyph, Icon};

/// A button that copies a text. The copying itself, and saying whether it worked, is the callback's.
#[component]
pub fn CopyButton(
    /// What is copied, whole.
    #[prop(into)]
    text: Signal<String>,
    /// Its name, such as *Copy as JSON*.
    #[prop(into)]
    label: Signal<String>,
    /// True to show only the glyph; the name stays for screen readers and as a tooltip.
    #[prop(optional)]
    compact: bool,
    /// Takes the text to the clipboard.
    #[prop(into)]
    on_copy: Callback<String>,
) -> impl IntoView {
    view! {
        <button
            class="button copy-button"
            type="button"
            data-kind=if compact { "quiet" } else { "secondary" }
            data-compact=compact.then_some("")
            title=move || compact.then(|| label.get())
            on:click=move |_| on_copy.run(text.get_untracked())
        >
            <Icon glyph=Glyph::Copy />
            <span class=compact.then_some("visually-hidden")>{move || label.get()}</span>
        </button>
    }
    .into_any()
}
