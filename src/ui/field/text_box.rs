//! One line of text.

use leptos::prelude::*;
use push_view::view;

use super::message::Message;
use super::wiring::Surroundings;
use crate::ui::binding::Binding;
use crate::ui::element_id::element_id;

/// What kind of text it takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextBoxType {
    /// Any text.
    #[default]
    Text,
    /// A secret, not shown.
    Password,
    /// A web address.
    Url,
    /// Words to look for.
    Search,
}

impl TextBoxType {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Password => "password",
            Self::Url => "url",
            Self::Search => "search",
        }
    }
}

/// A text box of one line.
#[component]
pub fn TextBox(
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
    /// What kind of text it takes.
    #[prop(optional)]
    text_type: TextBoxType,
    /// An example, shown while empty.
    #[prop(optional, into)]
    placeholder: Option<&'static str>,
    /// Value of `autocomplete`; off by default.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// True for ids and code: fixed width, no spelling check.
    #[prop(optional)]
    code: bool,
    /// Values offered while typing.
    #[prop(optional, into)]
    suggestions: Vec<String>,
    /// True when it cannot be changed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let list_id = (!suggestions.is_empty()).then(|| element_id("suggestions"));
    let list = list_id.clone().map(|id| {
        let options = suggestions.into_iter().map(|value| view! { <option value=value></option> });
        view! { <datalist id=id>{options.collect::<Vec<_>>()}</datalist> }
    });
    Surroundings { label, hint, messages }.around(|wiring| {
        let invalid = wiring.invalid;
        view! {
            <input
                class="box"
                class:code=code
                id=wiring.id.clone()
                dir=(!code).then_some("auto")
                type=text_type.name()
                autocomplete=autocomplete
                spellcheck=code.then_some("false")
                autocapitalize=code.then_some("off")
                placeholder=placeholder
                list=list_id
                aria-describedby=wiring.described_by.clone()
                aria-invalid=move || invalid.get()
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            />
            {list}
        }
        .into_any()
    })
}
