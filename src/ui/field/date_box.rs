//! A day, or a moment, by the browser's own pickers. Time zones are the business of whoever reads the value.

use leptos::prelude::*;
use push_view::view;

use super::message::Message;
use super::wiring::Surroundings;
use crate::ui::binding::Binding;

/// A box for a moment of the person's own time zone: `YYYY-MM-DDTHH:MM`, or empty.
#[component]
pub fn DateTimeBox(
    /// The label, which is its name.
    #[prop(into)]
    label: Signal<String>,
    /// What it holds.
    #[prop(into)]
    value: Binding<String>,
    /// What helps to fill it in; a good place for the time zone.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    messages: Signal<Vec<Message>>,
) -> impl IntoView {
    date_field("datetime-local", value, Surroundings { label, hint, messages })
}

/// A box for a day: `YYYY-MM-DD`, or empty.
#[component]
pub fn DateBox(
    /// The label, which is its name.
    #[prop(into)]
    label: Signal<String>,
    /// What it holds.
    #[prop(into)]
    value: Binding<String>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    messages: Signal<Vec<Message>>,
) -> impl IntoView {
    date_field("date", value, Surroundings { label, hint, messages })
}

fn date_field(kind: &'static str, value: Binding<String>, surroundings: Surroundings) -> AnyView {
    surroundings.around(|wiring| {
        let invalid = wiring.invalid;
        view! {
            <input
                class="box"
                id=wiring.id.clone()
                type=kind
                aria-describedby=wiring.described_by.clone()
                aria-invalid=move || invalid.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            />
        }
        .into_any()
    })
}
