//! The list itself: the table, what stands there when it is empty, and the way through its pages.

use leptos::prelude::*;
use push_api::{NotificationSummary, OperationId};
use push_view::view;

use super::columns::{columns, key};
use super::filters::ToView;
use super::nothing::nothing;
use super::question::{count_in_words, question};
use crate::api::Endpoint;
use crate::connection::Connection;
use crate::paging::{Listing, LostPlace, Paging};
use crate::route::NotificationsView;
use crate::steering::Step;
use crate::ui::{Read, Remote, Table};

/// A page of notifications with the view that it answers.
pub type Notifications = Listing<NotificationsView, NotificationSummary>;

/// The read behind the list. Asks again when the view, the connection or `version` changes.
pub fn listing(
    view: Signal<NotificationsView>,
    within: Option<OperationId>,
    version: Signal<u32>,
) -> Read<Notifications> {
    let connection = Connection::current();
    Read::new(move || {
        version.track();
        let (view, client) = (view.get(), connection.client());
        let query = question(&view, within.as_ref());
        async move {
            let answer = client.send(Endpoint::notifications(&query)).await;
            let trail = view.trail.clone();
            Listing::of(view, &trail, answer)
        }
    })
}

/// The list.
#[component]
pub fn NotificationList(
    /// What was read.
    read: Read<Notifications>,
    /// The view in force.
    #[prop(into)]
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
    let on_trail = Callback::new(move |trail| {
        to_view.run((NotificationsView { trail, ..view.get_untracked() }, Step::Push));
    });
    let to_first = Callback::new(move |()| to_view.run((view.get_untracked().on_first_page(), Step::Push)));
    let clear = Callback::new(move |()| to_view.run((NotificationsView::default(), Step::Push)));
    let empty = move || nothing(&view.get(), within_operation, to_first, clear);
    let summary = move || current.get().map(|(_, count)| count_in_words(count)).unwrap_or_default();
    view! {
        <div class="notification-list">
            <Remote source=read is_empty=Notifications::is_empty empty let:listing>
                {good(listing, to_first)}
            </Remote>
            <Paging
                trail=Signal::derive(move || view.with(|view| view.trail.clone()))
                onward=Signal::derive(move || current.get().map(|(onward, _)| onward))
                pending=read.pending()
                on_trail
                summary=Signal::derive(summary)
            />
        </div>
    }
    .into_any()
}

fn good(listing: Signal<Notifications>, to_first: Callback<()>) -> impl Fn() -> AnyView + Send + Sync {
    let is_lost = Memo::new(move |_| listing.with(Listing::is_lost));
    move || {
        if is_lost.get() {
            return view! { <LostPlace to_first /> }.into_any();
        }
        let rows = Signal::derive(move || listing.with(|listing| listing.items().to_vec()));
        view! { <Table name="Notifications" columns=columns() rows key /> }.into_any()
    }
}
