//! Every page but *Compose*, in the second module.

use leptos::prelude::*;
use push_view::view;

use crate::features::{notifications, operations, review, settings};
use crate::route::{NotificationsView, OperationsView, Route};
use crate::second_module::second_module;

second_module! {
    /// The page for a route. What may change while it stays is given as a signal.
    pub fn other_page(page: Route, route: Memo<Route>) -> AnyView {
        build(page, route)
    }
}

fn build(page: Route, route: Memo<Route>) -> AnyView {
    match page {
        Route::Operations(_) => {
            let view = Signal::derive(move || match route.get() {
                Route::Operations(view) => view,
                _ => OperationsView::default(),
            });
            view! {
                <operations::OperationsPage view=view>
                    <review::UnknownSends among_operations=true />
                </operations::OperationsPage>
            }
            .into_any()
        }
        Route::Operation(id, _) => {
            // The card knows when the operation changes, the list below it wants to know: they meet only here.
            let version = RwSignal::new(0_u32);
            let view = Signal::derive(move || match route.get() {
                Route::Operation(_, view) => view,
                _ => NotificationsView::default(),
            });
            let notifications = {
                let id = id.clone();
                move || {
                    view! { <notifications::OperationNotifications id=id.clone() view=view version=version /> }
                }
            };
            let changed = move |()| version.update(|version| *version += 1);
            view! {
                <operations::OperationPage id=id on_change=changed>{notifications()}</operations::OperationPage>
            }
            .into_any()
        }
        Route::Notifications(_) => {
            let view = Signal::derive(move || match route.get() {
                Route::Notifications(view) => view,
                _ => NotificationsView::default(),
            });
            view! { <notifications::NotificationsPage view=view /> }.into_any()
        }
        Route::Notification(id) => view! { <notifications::NotificationPage id=id /> }.into_any(),
        Route::Settings => view! { <settings::SettingsPage /> }.into_any(),
        // Those two are drawn by the shell.
        Route::Compose | Route::Unknown(_) => ().into_any(),
    }
}
