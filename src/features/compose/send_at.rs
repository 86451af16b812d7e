//! Box *Send at*: a moment of the person's own time zone, with the zone written out and the moment in UTC.

use leptos::html;
use leptos::prelude::*;
use push_api::Timestamp;
use push_view::view;
use web_sys::HtmlInputElement;

use super::form::Form;
use crate::platform::clock;
use crate::ui::{Field, Message};

/// What is said of a moment that is typed in part. The browser gives such a moment as nothing, which would send
/// at once.
pub const INCOMPLETE: &str = "Fill in day and time, or clear it to send at once.";

/// The box.
#[component]
pub fn SendAtBox(
    /// The form that it belongs to.
    form: Form,
    /// What is wrong with it.
    #[prop(into)]
    messages: Signal<Vec<Message>>,
) -> impl IntoView {
    let zone = clock::time_zone();
    let hint = move || {
        let moment = form.send_at.with(|text| clock::from_local_input(text));
        match moment {
            Some(at) => format!("Your time zone: {zone}. In UTC: {}.", Timestamp::from_unix_ms(at)),
            None => format!("Your time zone: {zone}. Empty sends at once."),
        }
    };
    // A browser tells of no input while the parts do not make a moment yet, so keys and leaving count too.
    let take = move |input: &HtmlInputElement| {
        let is_incomplete = input.validity().bad_input();
        form.is_send_at_incomplete.set(is_incomplete);
        // Written back, the nothing of an incomplete moment would wipe what is typed so far.
        if !is_incomplete && form.send_at.with_untracked(|text| *text != input.value()) {
            form.send_at.set(input.value());
        }
    };
    let node = NodeRef::<html::Input>::new();
    Effect::new(move || {
        // An emptied form empties the box too, which holds more than its value says.
        let is_empty = form.send_at.read().is_empty() && !form.is_send_at_incomplete.get();
        if let Some(input) = node.get().filter(|input| is_empty && input.validity().bad_input()) {
            input.set_value("");
        }
    });
    view! {
        <Field label="Send at" hint=Signal::derive(hint) messages let:wiring>
            <input
                class="box"
                type="datetime-local"
                node_ref=node
                id=wiring.id
                aria-describedby=wiring.described_by
                aria-invalid=move || wiring.invalid.get()
                prop:value=move || form.send_at.get()
                on:input:target=move |event| take(&event.target())
                on:keyup:target=move |event| take(&event.target())
                on:blur:target=move |event| take(&event.target())
            />
        </Field>
    }
    .into_any()
}
