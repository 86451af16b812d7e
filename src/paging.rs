//! Walking through a list page by page: the upstream's tokens, the trail in the address, and the two buttons.
//!
//! It knows neither what is listed nor how it is drawn.

mod listing;

use leptos::prelude::*;
use push_view::view;

use crate::route::{Onward, Trail};
use crate::ui::{Banner, Button, Pager, Tone};

pub use listing::{Answer, Listing};

/// The way to other pages, and a word when the upstream leads in a circle.
#[component]
pub fn Paging(
    /// The way to the page in force.
    #[prop(into)]
    trail: Signal<Trail>,
    /// Where that page leads on; none while it is not known.
    #[prop(into)]
    onward: Signal<Option<Onward>>,
    /// True while a page is on its way.
    #[prop(into)]
    pending: Signal<bool>,
    /// Goes to another page.
    on_trail: Callback<Trail>,
    /// What is on the page, in words.
    #[prop(into)]
    summary: Signal<String>,
) -> impl IntoView {
    let go_on = move |()| {
        if let Some(Onward::Page(token)) = onward.get_untracked() {
            on_trail.run(trail.get_untracked().forward(token));
        }
    };
    let go_back = move |()| {
        if let Some(trail) = trail.get_untracked().back() {
            on_trail.run(trail);
        }
    };
    // While a page is on its way the button stays alive, though deaf, so that it keeps the keyboard.
    let has_next = move || pending.get() || matches!(onward.get(), Some(Onward::Page(_)));
    view! {
        {move || (onward.get() == Some(Onward::Circle)).then(circle)}
        <Pager
            page=move || trail.with(Trail::number)
            has_previous=move || trail.with(|trail| trail.back().is_some())
            has_next=has_next
            busy=pending
            on_previous=go_back
            on_next=go_on
            summary=summary
        />
    }
    .into_any()
}

fn circle() -> AnyView {
    view! {
        <Banner tone=Tone::Warn title="The list leads in a circle">
            <p>
                "As its next page the upstream names one that you have already seen, so the list ends here. There may be more: narrow the filters to see them."
            </p>
        </Banner>
    }
    .into_any()
}

/// What stands in place of a page whose token the upstream does not take any more.
#[component]
pub fn LostPlace(
    /// Goes to the first page.
    to_first: Callback<()>,
) -> impl IntoView {
    view! {
        <Banner
            tone=Tone::Warn
            title="This page cannot be found any more"
            actions=move || view! { <Button on_click=to_first>"Go to the first page"</Button> }
        >
            <p>"The upstream does not take the page token in this address. Tokens do not live for ever."</p>
        </Banner>
    }
    .into_any()
}
