//! One page back, one page on. Where the pages come from is not its concern.

use leptos::html;
use leptos::prelude::*;
use push_view::view;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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
    let buttons = NodeRef::<html::Div>::new();
    let pressed = StoredValue::new(None::<Signal<bool>>);
    // A button that has just been pressed and is dead now would drop the focus; the other one takes it.
    Effect::new(move || {
        let lives = (has_previous.get(), has_next.get());
        let dead = pressed.get_value().is_some_and(|lives| !lives.get_untracked());
        if dead && lives != (false, false) {
            pressed.set_value(None);
            focus_living(buttons);
        }
    });
    let press = move |lives: Signal<bool>, turn: Callback<()>| {
        pressed.set_value(Some(lives));
        turn.run(());
    };
    view! {
        <nav class="pager" aria-label="Pages">
            <p class="pager-text" role="status">
                <span class="pager-page">"Page " {move || page.get()}</span>
                {summary.map(|summary| view! { <span class="pager-summary">{move || summary.get()}</span> })}
            </p>
            <div class="cluster" node_ref=buttons>
                <Button
                    icon=Glyph::ChevronLeft
                    disabled=move || !has_previous.get()
                    busy
                    on_click=move |()| press(has_previous, on_previous)
                >
                    "Previous page"
                </Button>
                <Button
                    icon=Glyph::ChevronRight
                    disabled=move || !has_next.get()
                    busy
                    on_click=move |()| press(has_next, on_next)
                >
                    "Next page"
                </Button>
            </div>
        </nav>
    }
    .into_any()
}

/// Focuses the button that still lives, unless the person has gone elsewhere meanwhile.
fn focus_living(buttons: NodeRef<html::Div>) {
    let Some(buttons) = buttons.get_untracked() else { return };
    let active = document().active_element();
    if active.is_some_and(|active| active.tag_name() != "BODY" && !buttons.contains(Some(&active))) {
        return;
    }
    let living = buttons.query_selector("button:enabled").ok().flatten();
    if let Some(button) = living.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // Focus is a courtesy: where the browser refuses it, nothing is lost.
        let _ = button.focus();
    }
}
