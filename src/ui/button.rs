//! Buttons, and links that look like them. A busy button keeps the focus but cannot be pressed again.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use push_view::view;

use super::icon::{Glyph, Icon};

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here; once per view.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// Without a frame, for rows and toolbars.
    Quiet,
    /// Cannot be undone.
    Danger,
}

impl ButtonKind {
    fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// A button. Its children are its name.
#[component]
pub fn Button(
    /// How much it asks to be pressed; secondary by default.
    #[prop(optional)]
    kind: ButtonKind,
    /// True when it cannot be pressed at all.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// True while what it started is under way: presses are swallowed, the focus stays.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Called on a press, unless disabled or busy.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// True for the button that submits its form.
    #[prop(optional)]
    submit: bool,
    /// Glyph before the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let press = move |event: MouseEvent| {
        if busy.get_untracked() || disabled.get_untracked() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    view! {
        <button
            class="button"
            type=if submit { "submit" } else { "button" }
            data-kind=kind.name()
            disabled=move || disabled.get()
            aria-disabled=move || busy.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=press
        >
            {icon.map(|glyph| view! { <Icon glyph /> })}
            {children()}
        </button>
    }
    .into_any()
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks to be followed; secondary by default.
    #[prop(optional)]
    kind: ButtonKind,
    /// Glyph before the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class="button" data-kind=kind.name() href=move || href.get()>
            {icon.map(|glyph| view! { <Icon glyph /> })}
            {children()}
        </a>
    }
    .into_any()
}
