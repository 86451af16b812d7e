//! The shell: navigation, the banner that says sandbox or live, and the page that the address names.

mod banner;
mod navigation;
mod other_pages;

use leptos::prelude::*;
use push_view::view;

use crate::api::config::Config;
use crate::connection::Connection;
use crate::features::compose;
use crate::platform::history::History;
use crate::platform::page;
use crate::route::Route;
use crate::second_module::Later;
use crate::ui::{Skeleton, ToastRegion, Toasts};

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

/// The page for a route: the first one that most people see at once, every other from the second module.
fn show(page: Route, route: Memo<Route>) -> AnyView {
    match page {
        Route::Compose => view! { <compose::ComposePage /> }.into_any(),
        Route::Unknown(_) => view! {
            <header class="page-header"><h1>"Page not found"</h1></header>
            <p>"There is nothing at this address. " <a href=Route::Compose.href()>"Compose a push"</a></p>
        }
        .into_any(),
        other => {
            let page = Later::new(move || other_pages::other_page(other.clone(), route));
            let load = move |()| page.load(|| ());
            load(());
            view! {
                {page.trouble(Callback::new(load))}
                {page.show(|| view! { <Skeleton lines=6 /> }.into_any())}
            }
            .into_any()
        }
    }
}
