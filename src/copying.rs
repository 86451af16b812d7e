//! Copying: the clipboard joined with a word on whether it worked, and long ids that are short for the eye only.

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_view::view;

use crate::platform::clipboard;
use crate::ui::{CopyButton, Toasts, Tone};

const HEAD: usize = 10;
const TAIL: usize = 6;

/// What a copy button calls: copies the text and says in a toast whether that worked.
pub fn copier() -> Callback<String> {
    let toasts = Toasts::get();
    Callback::new(move |text: String| {
        spawn_local(async move {
            match clipboard::copy(&text).await {
                Ok(()) => toasts.push(Tone::Ok, "Copied."),
                Err(sentence) => toasts.push(Tone::Warn, sentence),
            }
        });
    })
}

/// The beginning and the end of a long text; a short one whole.
pub fn shorten(text: &str) -> String {
    let length = text.chars().count();
    if length <= HEAD + TAIL + 1 {
        return text.to_owned();
    }
    let head = text.chars().take(HEAD);
    let tail = text.chars().skip(length - TAIL);
    head.chain(['…']).chain(tail).collect()
}

/// An id, short for the eye, with a button that copies it whole.
#[component]
pub fn ShortId(
    /// The id as it came.
    #[prop(into)]
    id: String,
    /// Name of the button, such as *Copy operation ID*.
    label: &'static str,
) -> impl IntoView {
    let short = shorten(&id);
    view! {
        <span class="short-id">
            <code title=id.clone()>{short}</code>
            <CopyButton text=id label=label compact=true on_copy=copier() />
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_text_is_shortened() {
        let table = [
            ("", ""),
            ("fail-1", "fail-1"),
            ("12345678901234567", "12345678901234567"),
            ("123456789012345678", "1234567890…345678"),
            ("comms_operation_01h2xcejqtf2nbrexx3vqjhp41", "comms_oper…qjhp41"),
            ("ééééééééééééééééééééé", "éééééééééé…éééééé"),
        ];
        for (text, short) in table {
            assert_eq!(shorten(text), short);
        }
    }
}
