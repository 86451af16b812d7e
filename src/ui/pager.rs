//! One page back, one page on. Where the pages come from is not its concern.

use leptos::prelude::*;

use super::button::Button;
use super::icon::Glyph;

/// Buttons *Previous page* and *Next page* around the number of the page shown.
#[component]
pub fn Pager(
    /// Number of the page shown, from 1.
    #[prop(into)]
    page: Signal<usize>,
    /// True when there is a page before this one.
    #[prop(into)]
    has_previous: Signal<bool>,
    /// True when there is a page after this one.
    #[prop(into)]
    has_next: Signal<bool>,
    /// True while a page is on its way: presses are swallowed.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Leads one page back.
    #[prop(into)]
    on_previous: Callback<()>,
    /// Leads one page on.
    #[prop(into)]
    on_next: Callback<()>,
    /// What is on the page, such as *50 notifications*.
    #[prop(optional, into)]
    summary: Option<Signal<String>>,
) -> impl IntoView {
    view! {
        <nav class="pager" aria-label="Pages">
            <p class="pager-text" role="status">
                <span class="pager-page">"Page " {move || page.get()}</span>
                {summary.map(|summary| view! { <span class="pager-summary">{move || summary.get()}</span> })}
            </p>
            <div class="cluster">
                <Button
                    icon=Glyph::ChevronLeft
                    disabled=move || !has_previous.get()
                    busy
                    on_click=move |()| on_previous.run(())
                >
                    "Previous page"
                </Button>
                <Button
                    icon=Glyph::ChevronRight
                    disabled=move || !has_next.get()
                    busy
                    on_click=move |()| on_next.run(())
                >
                    "Next page"
                </Button>
            </div>
        </nav>
    }
    .into_any()
}
