//! One of a few values, all of them in sight.

use leptos::prelude::*;
use push_view::view;

use super::combo_box::Choice;
use crate::ui::binding::Binding;
use crate::ui::element_id::element_id;

/// A group of radio buttons. Arrow keys walk through it, as the browser has it.
#[component]
pub fn RadioGroup(
    /// The legend, which is the group's name.
    #[prop(into)]
    label: Signal<String>,
    /// Value of the choice made.
    #[prop(into)]
    value: Binding<String>,
    /// What can be chosen, in order.
    choices: Vec<Choice>,
) -> impl IntoView {
    let group = element_id("group");
    let button = |choice: Choice| {
        let (id, own, sent) = (element_id("field"), choice.value.clone(), choice.value);
        view! {
            <div class="field-choice">
                <input
                    id=id.clone()
                    type="radio"
                    name=group.clone()
                    prop:checked=move || value.get() == own
                    on:change=move |_| value.set(sent.clone())
                />
                <label for=id>{choice.label}</label>
            </div>
        }
        .into_any()
    };
    let buttons: Vec<AnyView> = choices.into_iter().map(button).collect();
    view! {
        <fieldset class="field radio-group">
            <legend class="field-label">{move || label.get()}</legend>
            <div class="cluster">{buttons}</div>
        </fieldset>
    }
    .into_any()
}
