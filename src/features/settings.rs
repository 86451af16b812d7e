//! Settings: which proxy, as whom, and whether the way there works.

mod address;
mod diagnosis;
mod report;
mod test_connection;

use leptos::prelude::*;
use push_view::view;

use self::report::Report;
use crate::api::OperatorToken;
use crate::connection::Connection;
use crate::platform::page;
use crate::ui::{
    Button, ButtonKind, Card, CheckBox, Description, DescriptionList, Message, TextBox, TextBoxType, Toasts,
    Tone,
};

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! {
        <header class="page-header">
            <h1>"Settings"</h1>
            <p class="page-lead">"The proxy that this console talks to, and who you are to it."</p>
        </header>
        <div class="stack">
            <ProxyForm />
            <Report />
        </div>
    }
}

#[component]
fn ProxyForm() -> impl IntoView {
    let connection = Connection::current();
    let toasts = Toasts::get();
    let typed_address = RwSignal::new(connection.proxy_origin_untracked());
    let typed_token = RwSignal::new(String::new());
    let remember = RwSignal::new(connection.is_remembered_untracked());
    let address = Memo::new(move |_| address::read(&typed_address.get()));
    let address_messages = move || match address.get() {
        Err(sentence) => vec![Message::blocking(sentence)],
        Ok(address) if is_elsewhere(&address, &connection.configured_address()) => vec![Message::warning(
            "This page was set up for another proxy; its security policy may not let it call this one.",
        )],
        Ok(_) => Vec::new(),
    };
    let token_messages = move || {
        let text = typed_token.get();
        let is_unusable = !text.trim().is_empty() && OperatorToken::read(&text).is_none();
        if is_unusable {
            vec![Message::blocking("A token has no blanks and no accents: copy it again.")]
        } else {
            Vec::new()
        }
    };
    let token_hint = move || match (connection.has_token(), connection.is_remembered()) {
        (false, _) => "None is set. The proxy prints one when it starts, or its operator hands one out.",
        (true, false) => {
            "One is set, and forgotten when this page is closed or reloaded. Leave empty to keep it."
        }
        (true, true) => "One is set, and kept until this tab is closed. Leave empty to keep it.",
    };
    let is_blocked = move || address.read().is_err() || !token_messages().is_empty();
    let save = move |()| {
        let Ok(address) = address.get_untracked() else { return };
        let own = address == page::origin() && connection.configured_address().is_empty();
        connection.set_address(if own { "" } else { &address });
        let token =
            OperatorToken::read(&typed_token.get_untracked()).or_else(|| connection.token_untracked());
        let is_kept = connection.set_token(token, remember.get_untracked());
        typed_token.set(String::new());
        connection.ask_again();
        if is_kept {
            toasts.push(Tone::Ok, "Settings are in use.");
        } else {
            toasts.push(Tone::Warn, "In use, but this browser does not keep the token: it forbids storage.");
        }
    };
    let forget = move |()| {
        connection.set_token(None, false);
        remember.set(false);
        toasts.push(Tone::Ok, "The token is forgotten.");
    };
    view! {
        <Card title="Proxy">
            <form class="stack" on:submit=move |event| event.prevent_default()>
                <TextBox label="Proxy address" value=typed_address messages=Signal::derive(address_messages)
                    hint="Empty is this page's own address." text_type=TextBoxType::Url code=true />
                <TextBox label="Operator token" value=typed_token messages=Signal::derive(token_messages)
                    hint=Signal::derive(move || token_hint().to_owned()) text_type=TextBoxType::Password code=true />
                <CheckBox label="Keep the token until this tab is closed" checked=remember
                    hint="Otherwise it lives in this page's memory only." />
                <div class="cluster">
                    <Button kind=ButtonKind::Primary submit=true disabled=Signal::derive(is_blocked) on_click=save>
                        "Use these settings"
                    </Button>
                    <Button kind=ButtonKind::Quiet disabled=Signal::derive(move || !connection.has_token()) on_click=forget>
                        "Forget the token"
                    </Button>
                </div>
            </form>
            <DescriptionList items=vec![Description::new("Origin of this page", page::origin())] />
        </Card>
    }
}

/// True for an address that the page's hosting was not set up for.
fn is_elsewhere(address: &str, configured: &str) -> bool {
    address != configured && !(configured.is_empty() && (address.is_empty() || address == page::origin()))
}
