//! What happened, what it means, what to do: an error beside what failed.

use leptos::prelude::*;
use push_view::view;

use crate::ui::button::Button;
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::{Glyph, Icon};

/// An error in words for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorView {
    /// What happened.
    pub title: String,
    /// What it means.
    pub meaning: String,
    /// What to do.
    pub action: String,
    /// Words for whoever looks into it.
    pub detail: Option<String>,
    /// True when asking again may help.
    pub is_retryable: bool,
}

/// Shows an error, with *Try again* where that may help.
#[component]
pub fn ErrorPanel(
    /// The error.
    error: ErrorView,
    /// Asks again; without it there is no button.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// True while it is being asked again.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let retry = on_retry.filter(|_| error.is_retryable).map(|on_retry| {
        view! {
            <Button icon=Glyph::Refresh busy on_click=on_retry>
                "Try again"
            </Button>
        }
    });
    let detail = error.detail.map(|detail| {
        view! {
            <Disclosure summary="Detail">
                <p class="error-detail">{detail}</p>
            </Disclosure>
        }
    });
    view! {
        <div class="banner" data-tone="danger" role="alert">
            <Icon glyph=Glyph::Stop />
            <div class="banner-text">
                <p class="banner-title">{error.title}</p>
                <p>{error.meaning}</p>
                <p>{error.action}</p>
                {detail}
            </div>
            {retry.map(|retry| view! { <div class="banner-actions">{retry}</div> })}
        </div>
    }
    .into_any()
}
