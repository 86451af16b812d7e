//! Something dear that is made only for those who ask: as a disclosure, but what is inside does not exist before it is
//! opened, nor after it is closed.

use leptos::ev::Event;
use leptos::prelude::*;
use push_view::view;
use web_sys::Element;

/// A `<details>` with a summary. `content` is called while it is open, and again when what it reads changes.
pub fn unfold(
    summary: impl Into<Signal<String>>,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let summary: Signal<String> = summary.into();
    let is_open = RwSignal::new(false);
    let toggled = move |event: Event| is_open.set(event_target::<Element>(&event).has_attribute("open"));
    view! {
        <details class="disclosure" on:toggle=toggled>
            <summary>{move || summary.get()}</summary>
            <div class="disclosure-content">{move || is_open.get().then(&content)}</div>
        </details>
    }
    .into_any()
}
