//! The frame around a box: label above the box, hint and messages below it.

use leptos::prelude::*;
use push_view::view;

use super::message::{Message, message_list};
use crate::ui::element_id::element_id;

/// What a box has to carry so that its label, hint and messages belong to it.
#[derive(Debug, Clone)]
pub struct Wiring {
    /// Value of `id`.
    pub id: String,
    /// Value of `aria-describedby`.
    pub described_by: String,
    /// Value of `aria-invalid`: `true` or nothing.
    pub invalid: Signal<Option<&'static str>>,
}

/// What every field has around its box.
#[derive(Clone, Copy)]
pub(super) struct Surroundings {
    pub label: Signal<String>,
    pub hint: Option<Signal<String>>,
    pub messages: Signal<Vec<Message>>,
}

impl Surroundings {
    /// Draws the field around the box that `control` makes.
    pub fn around(self, control: impl FnOnce(&Wiring) -> AnyView) -> AnyView {
        let id = element_id("field");
        let (hint_id, messages_id) = (id.clone() + "-hint", id.clone() + "-messages");
        let described_by = match self.hint {
            Some(_) => [hint_id.as_str(), &messages_id].join(" "),
            None => messages_id.clone(),
        };
        let wiring = Wiring { id: id.clone(), described_by, invalid: invalid(self.messages) };
        let control = control(&wiring);
        view! {
            <div class="field">
                <label class="field-label" for=id>
                    {move || self.label.get()}
                </label>
                {control}
                {hint_text(hint_id, self.hint)}
                {message_list(messages_id, self.messages)}
            </div>
        }
        .into_any()
    }
}

/// The hint, where there is one.
pub(super) fn hint_text(id: String, hint: Option<Signal<String>>) -> Option<AnyView> {
    hint.map(|hint| view! { <p class="field-hint" id=id>{move || hint.get()}</p> }.into_any())
}

/// True for screen readers as long as one message blocks.
pub(super) fn invalid(messages: Signal<Vec<Message>>) -> Signal<Option<&'static str>> {
    Signal::derive(move || messages.with(|list| list.iter().any(Message::is_blocking)).then_some("true"))
}

/// A field around a box of one's own: `<Field label="Size" let:wiring> <input id=wiring.id … /> </Field>`.
#[component]
pub fn Field<F, V>(
    /// The label, which is the box's name.
    #[prop(into)]
    label: Signal<String>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    messages: Signal<Vec<Message>>,
    /// Makes the box, which has to carry all of the wiring.
    children: F,
) -> impl IntoView
where
    F: FnOnce(Wiring) -> V,
    V: IntoAny,
{
    Surroundings { label, hint, messages }.around(|wiring| children(wiring.clone()).into_any())
}
