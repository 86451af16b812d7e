//! The shell: navigation, the banner that says sandbox or live, and the page that the address names.

mod banner;
mod navigation;

use leptos::prelude::*;
use push_view::view;

use crate::api::config::Config;
use crate::connection::Connection;
use crate::features::{compose, notifications, operations, review, settings};
use crate::platform::history::History;
use crate::platform::page;
use crate::route::{NotificationsView, OperationsView, Route};
use crate::ui::{ToastRegion, Toasts};

const MAIN: &str = "main";

/// The whole console.
#[component]
pub fn App(
    /// What `config.json` said, or the sentence to show when it could not be read.
    hosting: Result<Config, String>,
) -> impl IntoView {
    let (config, trouble) = match hosting {
        Ok(config) => (config, None),
        Err(sentence) => (Config::default(), Some(sentence)),
    };
    Connection::provide(&config);
    Toasts::provide();
    let history = History::provide();
    let route = Memo::new(move |_| {
        let address = history.address();
        Route::read(&address.path, &address.query)
    });
    // A changed filter is the same page: only another page is built anew.
    let page = Memo::new_with_compare(
        move |_| route.get(),
        |old, new| match (old, new) {
            (Some(old), Some(new)) => !old.is_same_page(new),
            _ => true,
        },
    );
    Effect::new(move |_| {
        // A token may also come later, in an address that was pasted into the open page.
        if history.address().fragment.starts_with("#token=") {
            Connection::current().adopt_token_from_address();
            history.look();
        }
    });
    Effect::new(move |visited: Option<()>| {
        page::set_title(&format!("{} · Push Console", page.read().title()));
        // The first page has the keyboard where the browser puts it; a later one is read from its top.
        if visited.is_some() {
            page::focus(MAIN);
        }
    });
    view! {
        <div class="shell">
            <a class="skip-link" href="#main">"Skip to the content"</a>
            <banner::ModeBanner trouble=trouble />
            <navigation::Navigation route=route />
            <main id=MAIN class="shell-main" tabindex="-1">
                {move || show(page.get(), route)}
            </main>
        </div>
        <ToastRegion />
    }
}

/// The page for a route. What may change while it stays is given as a signal.
fn show(page: Route, route: Memo<Route>) -> AnyView {
    match page {
        Route::Compose => view! { <compose::ComposePage /> }.into_any(),
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
        Route::Unknown(_) => view! {
            <header class="page-header"><h1>"Page not found"</h1></header>
            <p>"There is nothing at this address. " <a href=Route::Compose.href()>"Compose a push"</a></p>
        }
        .into_any(),
    }
}
