//! What is wrong with a field, in words, beside it.

use leptos::prelude::*;
use push_view::view;

use crate::ui::icon::{Glyph, Icon};

/// Whether a message stops the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageTone {
    /// The form cannot go on.
    Blocking,
    /// Worth a look; the form may go on.
    Warning,
}

/// One thing that is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// How badly.
    pub tone: MessageTone,
    /// What, and what to do about it.
    pub text: String,
}

impl Message {
    /// A message that stops the form.
    pub fn blocking(text: impl Into<String>) -> Self {
        Self { tone: MessageTone::Blocking, text: text.into() }
    }

    /// A message that does not stop the form.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { tone: MessageTone::Warning, text: text.into() }
    }

    /// True when it stops the form.
    pub fn is_blocking(&self) -> bool {
        self.tone == MessageTone::Blocking
    }
}

/// The list of messages. It is there while empty, so that screen readers notice what comes into it.
pub(super) fn message_list(id: String, messages: Signal<Vec<Message>>) -> AnyView {
    let items = move || messages.get().into_iter().map(item).collect::<Vec<_>>();
    view! {
        <div class="field-messages" id=id aria-live="polite">
            {items}
        </div>
    }
    .into_any()
}

fn item(message: Message) -> AnyView {
    let (tone, glyph, word) = match message.tone {
        MessageTone::Blocking => ("danger", Glyph::Stop, "Error: "),
        MessageTone::Warning => ("warn", Glyph::Warning, "Warning: "),
    };
    view! {
        <p class="field-message" data-tone=tone>
            <Icon glyph />
            <span>
                <span class="visually-hidden">{word}</span>
                {message.text}
            </span>
        </p>
    }
    .into_any()
}
