//! Notifications: the list, the list within an operation, and one of them whole.

use leptos::prelude::*;
use push_api::{NotificationId, OperationId};

use crate::route::NotificationsView;

/// The list.
#[component]
pub fn NotificationsPage(
    /// Filters and place.
    view: Signal<NotificationsView>,
) -> impl IntoView {
    view! { <header class="page-header"><h1>"Notifications"</h1></header> {move || view.get().trail.number()} }
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
    view! { {move || version.get()} {id.to_string()} {move || view.get().trail.number()} }
}

/// One notification.
#[component]
pub fn NotificationPage(
    /// Which.
    id: NotificationId,
) -> impl IntoView {
    view! { <header class="page-header"><h1>"Notification"</h1></header> {id.to_string()} }
}
