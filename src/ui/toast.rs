//! Short words about what has just been done. They go by themselves; nothing that matters is said only here.

use leptos::prelude::*;
use push_view::view;

use super::button::{Button, ButtonKind};
use super::icon::Icon;
use super::tone::Tone;

#[derive(Clone)]
struct Toast {
    number: usize,
    tone: Tone,
    text: String,
}

/// The toasts on show. One for the whole console, provided at the top.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    pushed: StoredValue<usize>,
}

impl Toasts {
    /// Provides the toasts to everything below the current owner, and returns them.
    pub fn provide() -> Self {
        let toasts = Self { shown: RwSignal::default(), pushed: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// Those provided above; where nobody has, they are shown nowhere.
    pub fn get() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Shows a sentence.
    pub fn push(self, tone: Tone, text: impl Into<String>) {
        self.pushed.update_value(|number| *number += 1);
        let toast = Toast { number: self.pushed.get_value(), tone, text: text.into() };
        self.shown.update(|shown| shown.push(toast));
    }

    fn remove(self, number: usize) {
        self.shown.update(|shown| shown.retain(|toast| toast.number != number));
    }
}

/// Where the toasts appear. It is there from the start, so that screen readers notice what comes into it.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = Toasts::get();
    let draw = move |toast: Toast| {
        let number = toast.number;
        // The animation is the timer: it stands still while a toast is pointed at or holds the focus.
        view! {
            <div class="toast" data-tone=toast.tone.name() on:animationend=move |_| toasts.remove(number)>
                <Icon glyph=toast.tone.glyph() />
                <span class="toast-text">{toast.text}</span>
                <Button kind=ButtonKind::Quiet on_click=move |()| toasts.remove(number)>
                    "Dismiss"
                </Button>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.shown.get() key=|toast| toast.number children=draw />
        </div>
    }
    .into_any()
}
