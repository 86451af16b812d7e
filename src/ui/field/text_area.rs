//! Several lines of text.

use leptos::prelude::*;
use push_view::view;

use super::message::Message;
use super::wiring::Surroundings;
use crate::ui::binding::Binding;

/// A text box of several lines.
#[component]
pub fn TextArea(
    /// The label, which is its name.
    #[prop(into)]
    label: Signal<String>,
    /// What it holds; told of every keystroke.
    #[prop(into)]
    value: Binding<String>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    messages: Signal<Vec<Message>>,
    /// Lines shown at once.
    #[prop(default = 4)]
    rows: u32,
    /// An example, shown while empty.
    #[prop(optional, into)]
    placeholder: Option<&'static str>,
    /// True for ids and code: fixed width, no wrapping, no spelling check.
    #[prop(optional)]
    code: bool,
) -> impl IntoView {
    Surroundings { label, hint, messages }.around(|wiring| {
        let invalid = wiring.invalid;
        view! {
            <textarea
                class="box"
                class:code=code
                id=wiring.id.clone()
                dir=(!code).then_some("auto")
                rows=rows
                spellcheck=code.then_some("false")
                autocapitalize=code.then_some("off")
                wrap=code.then_some("off")
                placeholder=placeholder
                aria-describedby=wiring.described_by.clone()
                aria-invalid=move || invalid.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            ></textarea>
        }
        .into_any()
    })
}
