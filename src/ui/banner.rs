//! A sentence across the page or a card that should be read before going on.

use leptos::prelude::*;
use push_view::view;

use super::icon::Icon;
use super::tone::Tone;

/// A banner: glyph, bold title, a sentence, and perhaps something to do.
#[component]
pub fn Banner(
    /// What its colour and glyph mean; info is usual.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// What it is about, in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// True to have it read out at once; for what goes wrong while a person works.
    #[prop(optional)]
    urgent: bool,
    /// Buttons or links at its end.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The sentence.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="banner" data-tone=move || tone.get().name() role=urgent.then_some("alert")>
            {move || view! { <Icon glyph=tone.get().glyph() /> }}
            <div class="banner-text">
                <p class="banner-title">{move || title.get()}</p>
                {children.map(|children| children())}
            </div>
            {actions.map(|actions| view! { <div class="banner-actions">{actions.run()}</div> })}
        </div>
    }
    .into_any()
}
