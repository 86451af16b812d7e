//! One of a handful of values, by the browser's own list.

use leptos::prelude::*;
use push_view::view;

use super::message::Message;
use super::wiring::Surroundings;
use crate::ui::binding::Binding;

/// One value to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for.
    pub value: String,
    /// What a person reads.
    pub label: String,
}

impl Choice {
    /// A choice of `value`, read as `label`.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// A combo box. A value that is none of the choices is shown as an extra choice, so that nothing is lost.
#[component]
pub fn ComboBox(
    /// The label, which is its name.
    #[prop(into)]
    label: Signal<String>,
    /// Value of the choice made.
    #[prop(into)]
    value: Binding<String>,
    /// What can be chosen, in order.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    messages: Signal<Vec<Message>>,
    /// True when it cannot be changed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let offered = Memo::new(move |_| {
        let (mut choices, value) = (choices.get(), value.get());
        if !choices.iter().any(|choice| choice.value == value) {
            choices.push(Choice::new(value.clone(), value));
        }
        choices
    });
    let option = move |Choice { value: own, label }: Choice| {
        let selected = own.clone();
        view! { <option value=own prop:selected=move || value.get() == selected>{label}</option> }
    };
    Surroundings { label, hint, messages }.around(|wiring| {
        let invalid = wiring.invalid;
        view! {
            <select
                class="box"
                id=wiring.id.clone()
                aria-describedby=wiring.described_by.clone()
                aria-invalid=move || invalid.get()
                disabled=move || disabled.get()
                on:change:target=move |event| value.set(event.target().value())
            >
                {move || offered.get().into_iter().map(option).collect::<Vec<_>>()}
            </select>
        }
        .into_any()
    })
}
