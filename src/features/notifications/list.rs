//! The list itself: the table, what stands there when it is empty, and the way through its pages.

use leptos::prelude::*;
use push_api::OperationId;

use super::columns::{columns, key};
use super::filters::ToView;
use super::listing::{Listing, count_in_words, question};
use crate::api::Endpoint;
use crate::connection::Connection;
use crate::route::{NotificationsView, Onward, Route};
use crate::steering::Step;
use crate::ui::{Banner, Button, EmptyState, LinkButton, Pager, Read, Remote, Table, Tone};

/// The read behind the list. Asks again when the view, the connection or `version` changes.
pub fn listing(
    view: Signal<NotificationsView>,
    within: Option<OperationId>,
    version: Signal<u32>,
) -> Read<Listing> {
    let connection = Connection::current();
    Read::new(move || {
        version.track();
        let (view, client) = (view.get(), connection.client());
        let query = question(&view, within.as_ref());
        async move { Listing::of(view, client.send(Endpoint::notifications(&query)).await) }
    })
}

/// The list.
#[component]
pub fn NotificationList(
    /// What was read.
    read: Read<Listing>,
    /// The view in force.
    view: Signal<NotificationsView>,
    /// Goes to another.
    to_view: ToView,
    /// True within an operation's page.
    within_operation: bool,
) -> impl IntoView {
    // Only an answer to the view in force says where it leads on; an older one is shown, but is not followed.
    let current = Memo::new(move |_| {
        let listing = read.get()?.ok()?;
        (listing.view == view.get()).then(|| (listing.onward(), listing.items().len()))
    });
    let onward = Memo::new(move |_| current.get().map(|(onward, _)| onward));
    let pending = read.pending();
    let go_on = move |()| {
        if let Some(Onward::Page(token)) = onward.get_untracked() {
            let view = view.get_untracked();
            to_view.run((NotificationsView { trail: view.trail.forward(token), ..view }, Step::Push));
        }
    };
    let go_back = move |()| {
        let view = view.get_untracked();
        if let Some(trail) = view.trail.back() {
            to_view.run((NotificationsView { trail, ..view }, Step::Push));
        }
    };
    let to_first = Callback::new(move |()| to_view.run((view.get_untracked().on_first_page(), Step::Push)));
    let clear = Callback::new(move |()| to_view.run((NotificationsView::default(), Step::Push)));
    let empty = move || nothing(&view.get(), within_operation, to_first, clear);
    let summary = move || current.get().map(|(_, count)| count_in_words(count)).unwrap_or_default();
    view! {
        <div class="notification-list">
            <Remote
                source=read
                is_empty=|listing: &Listing| listing.items().is_empty() && !listing.is_lost()
                empty=empty
                let:listing
            >
                {good(listing, to_first)}
            </Remote>
            {move || (onward.get() == Some(Onward::Circle)).then(circle)}
            <Pager
                page=move || view.with(|view| view.trail.number())
                has_previous=move || view.with(|view| view.trail.back().is_some())
                has_next=move || pending.get() || matches!(onward.get(), Some(Onward::Page(_)))
                busy=pending
                on_previous=go_back
                on_next=go_on
                summary=Signal::derive(summary)
            />
        </div>
    }
    .into_any()
}

fn good(listing: Signal<Listing>, to_first: Callback<()>) -> impl Fn() -> AnyView + Send + Sync {
    let is_lost = Memo::new(move |_| listing.with(Listing::is_lost));
    move || {
        if is_lost.get() {
            return view! {
                <Banner
                    tone=Tone::Warn
                    title="This page cannot be found any more"
                    actions=move || view! { <Button on_click=to_first>"Go to the first page"</Button> }
                >
                    <p>"The upstream does not take the page token in this address. Tokens do not live for ever."</p>
                </Banner>
            }
            .into_any();
        }
        let rows = Signal::derive(move || listing.with(|listing| listing.items().to_vec()));
        view! { <Table name="Notifications" columns=columns() rows key /> }.into_any()
    }
}

fn circle() -> AnyView {
    view! {
        <Banner tone=Tone::Warn title="The list leads in a circle">
            <p>
                "As its next page the upstream names one that you have already seen, so it ends here. There may be more: narrow the filters to see them."
            </p>
        </Banner>
    }
    .into_any()
}

fn nothing(
    view: &NotificationsView,
    within_operation: bool,
    to_first: Callback<()>,
    clear: Callback<()>,
) -> AnyView {
    if view.trail.current().is_some() {
        return view! {
            <EmptyState title="Nothing on this page" text="The list has become shorter since the last page.">
                <Button on_click=to_first>"Go to the first page"</Button>
            </EmptyState>
        }
        .into_any();
    }
    if view.has_filters() {
        return view! {
            <EmptyState title="Nothing fits these filters" text="Records are kept for 7 days.">
                <Button on_click=clear>"Clear filters"</Button>
            </EmptyState>
        }
        .into_any();
    }
    if within_operation {
        let text = "They appear as the operation is worked through, and are kept for 7 days.";
        return view! { <EmptyState title="No notifications yet" text /> }.into_any();
    }
    view! {
        <EmptyState title="No notifications yet" text="Every push to one recipient is listed here for 7 days.">
            <LinkButton href=Route::Compose.href()>"Compose a push"</LinkButton>
        </EmptyState>
    }
    .into_any()
}
