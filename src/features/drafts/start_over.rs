//! The button that empties the draft, and the question before it.

use leptos::prelude::*;
use push_view::view;

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
        <Button kind=ButtonKind::Quiet disabled on_click=move |()| is_open.set(true)>
            "Start over"
        </Button>
        <Dialog title="Start over?" open=is_open footer=footer>
            <p>"Everything in the form is removed, recipients too. This cannot be undone."</p>
            <p>"What was sent already is not touched."</p>
        </Dialog>
    }
    .into_any()
}
