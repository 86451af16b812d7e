//! Yes or no.

use leptos::prelude::*;
use push_view::view;

use super::wiring::hint_text;
use crate::ui::binding::Binding;
use crate::ui::element_id::element_id;

/// A check box with its label behind it.
#[component]
pub fn CheckBox(
    /// The label, which is its name.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Binding<bool>,
    /// What helps to decide.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let id = element_id("field");
    let hint_id = id.clone() + "-hint";
    view! {
        <div class="field field-choice">
            <input
                id=id.clone()
                type="checkbox"
                aria-describedby=hint.is_some().then(|| hint_id.clone())
                prop:checked=move || checked.get()
                on:change:target=move |event| checked.set(event.target().checked())
            />
            <label for=id>{move || label.get()}</label>
            {hint_text(hint_id, hint)}
        </div>
    }
    .into_any()
}
