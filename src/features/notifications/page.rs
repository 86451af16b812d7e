//! The list as a page of its own, and as a part of an operation's page.

use leptos::prelude::*;
use push_api::OperationId;
use push_view::view;

use super::filters::Filters;
use super::list::{NotificationList, listing};
use crate::route::{NotificationsView, Route};
use crate::steering::steering;
use crate::ui::{Button, ButtonKind, Glyph};

/// The list of the account's notifications.
#[component]
pub fn NotificationsPage(
    /// Filters and place.
    view: Signal<NotificationsView>,
) -> impl IntoView {
    let read = listing(view, None, Signal::stored(0));
    let steer = steering();
    let to_view = Callback::new(move |(view, step)| steer(&Route::Notifications(view), step));
    view! {
        <header class="page-header">
            <div>
                <h1>"Notifications"</h1>
                <p class="page-lead">"Every push to every recipient, for 7 days."</p>
            </div>
            <Button kind=ButtonKind::Secondary icon=Glyph::Refresh busy=read.pending() on_click=move |()| read.reload()>
                "Refresh list"
            </Button>
        </header>
        <div class="stack">
            <Filters view to_view within_operation=false />
            <NotificationList read view to_view within_operation=false />
        </div>
    }
    .into_any()
}

/// The same list within an operation's page.
#[component]
pub fn OperationNotifications(
    /// Which operation.
    id: OperationId,
    /// Filters and place.
    view: Signal<NotificationsView>,
    /// Asks again when it changes.
    #[prop(into)]
    version: Signal<u32>,
) -> impl IntoView {
    let read = listing(view, Some(id.clone()), version);
    let steer = steering();
    let to_view = Callback::new(move |(view, step)| steer(&Route::Operation(id.clone(), view), step));
    view! {
        <section class="stack" aria-labelledby="operation-notifications">
            <header class="card-header">
                <h2 id="operation-notifications">"Notifications"</h2>
                <Button kind=ButtonKind::Secondary icon=Glyph::Refresh busy=read.pending() on_click=move |()| read.reload()>
                    "Refresh list"
                </Button>
            </header>
            <Filters view to_view within_operation=true />
            <NotificationList read view to_view within_operation=true />
        </section>
    }
    .into_any()
}
