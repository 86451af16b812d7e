//! The button that empties the draft, and the question before it.

use leptos::prelude::*;
use push_view::view;

use crate::second_module::{Later, second_module};
use crate::ui::{Button, ButtonKind, Dialog, Glyph};

/// Button *Start over*. `on_confirm` is called when the person has said yes.
#[component]
pub fn StartOver(
    /// True when there is nothing to empty.
    disabled: Signal<bool>,
    /// Empties the draft.
    on_confirm: Callback<()>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let question = Later::new(move || question(is_open, on_confirm));
    let ask = move |()| question.load(move || is_open.set(true));
    view! {
        <Button kind=ButtonKind::Quiet disabled busy=Signal::derive(move || question.is_coming()) on_click=ask>
            "Start over"
        </Button>
        {question.trouble(Callback::new(ask))}
        {question.show(|| ().into_any())}
    }
    .into_any()
}

second_module! {
    fn question(is_open: RwSignal<bool>, on_confirm: Callback<()>) -> AnyView {
        let confirm = move |()| {
            is_open.set(false);
            on_confirm.run(());
        };
        let footer = move || {
            view! {
                <Button on_click=move |()| is_open.set(false)>"Keep the draft"</Button>
                <Button kind=ButtonKind::Danger icon=Glyph::Trash on_click=confirm>
                    "Empty the draft"
                </Button>
            }
        };
        view! {
            <Dialog title="Start over?" open=is_open footer=footer>
                <p>"Everything in the form is removed, recipients too. This cannot be undone."</p>
                <p>"What was sent already is not touched."</p>
            </Dialog>
        }
        .into_any()
    }
}
