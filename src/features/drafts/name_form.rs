//! A box for a name with the button that uses it.

use leptos::prelude::*;
use push_api::saved::read_name;
use push_view::view;

use crate::ui::{Button, ButtonKind, Message, TextBox};

/// The box and its button. Enter in the box is a press of the button.
#[component]
pub fn NameForm(
    /// The label of the box.
    #[prop(into)]
    label: Signal<String>,
    /// What is in the box.
    name: RwSignal<String>,
    /// What was wrong with the name that was tried last; typing takes it away.
    fault: RwSignal<Option<String>>,
    /// The words on the button.
    action: &'static str,
    /// Takes a name that may be used.
    on_name: Callback<String>,
    /// More boxes, between the two.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let messages = Signal::derive(move || fault.get().into_iter().map(Message::blocking).collect::<Vec<_>>());
    let value = (name, move |text: String| {
        name.set(text);
        fault.set(None);
    });
    let submit = move || match name.with_untracked(|text| read_name(text)) {
        Ok(name) => on_name.run(name),
        Err(sentence) => fault.set(Some(sentence)),
    };
    view! {
        <form
            class="stack stack-tight"
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <div class="drafts-name-form">
                <TextBox label value messages />
                <Button kind=ButtonKind::Primary submit=true>
                    {action}
                </Button>
            </div>
            {children.map(|children| children())}
        </form>
    }
    .into_any()
}
