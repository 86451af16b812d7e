//! The banner that cannot be missed: sandbox, live, or why that is not known.

use leptos::prelude::*;
use push_api::proxy::Mode;

use crate::api::ApiError;
use crate::connection::Connection;
use crate::route::Route;

/// Says where a push would go. `trouble` is what was wrong with the hosting's config.
#[component]
pub fn ModeBanner(trouble: Option<String>) -> impl IntoView {
    let connection = Connection::current();
    let mode = move || match connection.mode() {
        Some(Mode::Sandbox) => "sandbox",
        Some(Mode::Live) => "live",
        _ => "unknown",
    };
    let words = move || match connection.session() {
        None => view! { <p>"Asking the proxy whether this is the sandbox …"</p> }.into_any(),
        Some(Ok(session)) => said(&session.mode).into_any(),
        Some(Err(error)) => trouble_with(&error, connection).into_any(),
    };
    view! {
        <div class="mode-banner" data-mode=mode role="region" aria-label="Where pushes go">
            {words}
            {trouble.map(|sentence| view! { <p role="alert">{sentence}</p> })}
        </div>
    }
}

fn said(mode: &Mode) -> impl IntoView + use<> {
    let (word, meaning) = match mode {
        Mode::Sandbox => ("Sandbox", "Nothing reaches a real device. Send as often as you like.".to_owned()),
        Mode::Live => ("Live", "Every push goes to real devices and real people.".to_owned()),
        Mode::Unknown(word) => ("Unknown", format!("The proxy calls itself “{word}”; treat it as live.")),
    };
    view! { <p><strong class="mode-word">{word}</strong> " " {meaning}</p> }
}

fn trouble_with(error: &ApiError, connection: Connection) -> impl IntoView + use<> {
    let words = error.explain();
    view! {
        <p role="alert">
            <strong class="mode-word">"Not connected"</strong>
            " " {words.title} ". " {words.meaning} " " {words.action} " "
            <a href=Route::Settings.href()>"Settings"</a>
        </p>
        <button type="button" class="button" data-kind="secondary" on:click=move |_| connection.ask_again()>
            "Ask again"
        </button>
    }
}
