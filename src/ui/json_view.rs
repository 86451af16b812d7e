//! Text for machines, shown as it is: every byte, in a frame that scrolls.

use leptos::prelude::*;
use push_view::view;

/// Preformatted text. The frame takes the focus, so that it can be scrolled by keyboard.
#[component]
pub fn JsonView(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// Its name for screen readers, such as *Request as JSON*.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <pre class="json-view" role="region" tabindex="0" aria-label=move || label.get()>
            <code>{move || text.get()}</code>
        </pre>
    }
    .into_any()
}
