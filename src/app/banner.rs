//! The banner that cannot be missed: sandbox, live, or why that is not known.

use leptos::prelude::*;
use push_api::proxy::Mode;
use push_view::view;

use crate::api::ApiError;
use crate::connection::Connection;
use crate::route::Route;
use crate::ui::{Button, Glyph, Icon, LinkButton};

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
        None => view! { <span>"Asking the proxy whether this is the sandbox …"</span> }.into_any(),
        Some(Ok(session)) => said(&session.mode).into_any(),
        Some(Err(error)) => trouble_with(&error, connection).into_any(),
    };
    view! {
        <div class="mode-banner" data-mode=mode role="region" aria-label="Where pushes go">
            {words}
            {trouble.map(|sentence| view! { <span role="alert">{sentence}</span> })}
        </div>
    }
}

fn said(mode: &Mode) -> impl IntoView + use<> {
    let (glyph, word, meaning) = match mode {
        Mode::Sandbox => {
            (Glyph::Flask, "Sandbox", "No real device is reached. Send as often as you like.".to_owned())
        }
        Mode::Live => (Glyph::Live, "Live", "Every push goes to real devices and real people.".to_owned()),
        Mode::Unknown(word) => {
            (Glyph::Warning, "Unknown", format!("The proxy calls itself “{word}”; treat it as live."))
        }
    };
    view! { <Icon glyph=glyph /> <strong>{word}</strong> <span>{meaning}</span> }
}

fn trouble_with(error: &ApiError, connection: Connection) -> impl IntoView + use<> {
    let words = error.explain();
    view! {
        <Icon glyph=Glyph::Warning />
        <strong>"Not connected"</strong>
        <span role="alert">{words.title} ". " {words.meaning} " " {words.action}</span>
        <span class="cluster">
            <Button on_click=move |()| connection.ask_again()>"Ask again"</Button>
            <LinkButton href=Route::Settings.href()>"Settings"</LinkButton>
        </span>
    }
}
