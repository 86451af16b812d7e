//! The card of one operation: its status, its counters, and how fresh they are. The same on its own page and
//! in the list.

use leptos::prelude::*;
use push_api::{Operation, OperationId};
use push_view::view;

use super::figures::Figures;
use super::poller::{Poller, Trouble};
use super::schedule::Schedule;
use super::words::of_status;
use crate::copying::shorten;
use crate::route::Route;
use crate::ui::{Badge, Banner, Button, ErrorPanel, Glyph, Skeleton, Tone};

/// A card that shows what its poller knows.
#[component]
pub fn OperationCard(
    /// Which operation.
    id: OperationId,
    /// What follows it.
    poller: Poller,
    /// True in a list, where the card leads to the operation's own page.
    #[prop(optional)]
    leads_on: bool,
    /// What else is known of it, below its heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let name = ["Operation", id.as_str()].join(" ");
    let status_name = ["Status of operation", &shorten(id.as_str())].join(" ");
    let meaning = move || poller.latest().map(|operation| of_status(&operation.status).meaning);
    view! {
        <article class="card operation-card" aria-label=name>
            <header class="operation-header">
                {leads_on.then(|| heading(&id))}
                <p class="operation-status" role="status" aria-label=status_name>
                    {move || poller.latest().map(|operation| status_badge(&operation))}
                </p>
                <p class="operation-meaning muted">{meaning}</p>
            </header>
            {children.map(|children| children())}
            {trouble(poller)}
            {figures(poller, !leads_on)}
            <footer class="operation-footer">
                <Schedule poller />
                <Button icon=Glyph::Refresh on_click=move |()| poller.hurry()>
                    "Refresh now"
                </Button>
            </footer>
        </article>
    }
    .into_any()
}

fn heading(id: &OperationId) -> AnyView {
    let href = Route::operation(id.clone()).href();
    view! {
        <h2 class="operation-name">
            <a href=href title=id.to_string()>
                {shorten(id.as_str())}
            </a>
        </h2>
    }
    .into_any()
}

fn status_badge(operation: &Operation) -> AnyView {
    let words = of_status(&operation.status);
    view! { <Badge tone=words.tone>{words.label}</Badge> }.into_any()
}

/// What failed, beside the last answer.
fn trouble(poller: Poller) -> impl Fn() -> Option<AnyView> {
    // A failure that comes again in the same words is not read out again: its request id changes each time.
    let trouble = Memo::new_with_compare(
        move |_| poller.trouble(),
        |old, new| old.map(Option::as_ref).map(words) != new.map(Option::as_ref).map(words),
    );
    move || {
        let trouble = trouble.get()?;
        Some(match trouble {
            Trouble::NotYet => view! {
                <Banner tone=Tone::Info title="Not there yet">
                    <p>"A push that was sent just now can take a moment to appear. Asking again …"</p>
                </Banner>
            }
            .into_any(),
            Trouble::Error(error) => view! { <ErrorPanel error /> }.into_any(),
        })
    }
}

fn words(trouble: Option<&Trouble>) -> Option<(&str, &str)> {
    trouble.map(|trouble| match trouble {
        Trouble::NotYet => ("", ""),
        Trouble::Error(error) => (error.title.as_str(), error.meaning.as_str()),
    })
}

fn figures(poller: Poller, explained: bool) -> impl Fn() -> Option<AnyView> {
    let is_known = Memo::new(move |_| poller.latest().is_some());
    let is_awaited = Memo::new(move |_| poller.trouble().is_none());
    move || {
        if is_known.get() {
            let latest = Signal::derive(move || poller.latest());
            Some(view! { <Figures operation=latest explained /> }.into_any())
        } else {
            is_awaited.get().then(|| view! { <Skeleton lines=3 /> }.into_any())
        }
    }
}
