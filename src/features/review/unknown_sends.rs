//! The standing notice of sends that nobody knows the end of. It goes when a person has looked into them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::history::{SendRecord, SendState};
use push_api::proxy::Mode;
use push_view::view;

use super::mark_checked::mark_checked;
use crate::connection::Connection;
use crate::platform::clock;
use crate::platform::storage::Store;
use crate::route::{OperationsView, Route};
use crate::second_module::{Later, second_module};
use crate::ui::{Banner, Button, LinkButton, Read, Toasts, Tone, grouped};

/// Says what is known of such a send, in the same words wherever it is met.
pub(super) const UNKNOWN_TITLE: &str = "Outcome unknown: this push may have been sent";

/// A banner for each unknown send.
#[component]
pub fn UnknownSends(
    /// True on the page that lists operations: a link to it would lead nowhere.
    #[prop(optional)]
    among_operations: bool,
) -> impl IntoView {
    let connection = Connection::current();
    let records = Read::new(move || {
        connection.track_sends();
        Store::Sends.all::<SendRecord>()
    });
    let open = Memo::new(move |_| {
        // Without storage nothing was sent from here, so there is nothing to remind of.
        let mut records = records.get().and_then(Result::ok).unwrap_or_default();
        records.retain(SendRecord::needs_checking);
        records
    });
    let draw = move || {
        open.get().into_iter().map(|record| notice(connection, record, among_operations)).collect::<Vec<_>>()
    };
    view! { <div class="stack unknown-sends">{draw}</div> }.into_any()
}

/// The same where most people have sent nothing yet: their code is loaded once this browser has a record of a send.
#[component]
pub fn UnknownSendsLater() -> impl IntoView {
    let connection = Connection::current();
    let notices = Later::new(notices);
    let load = move |()| notices.load(|| ());
    Effect::new(move |_| {
        connection.track_sends();
        spawn_local(async move {
            // Without storage nothing was sent from here.
            if Store::Sends.holds_any().await.unwrap_or_default() {
                load(());
            }
        });
    });
    view! {
        {notices.trouble(Callback::new(load))}
        {notices.show(|| ().into_any())}
    }
}

second_module! {
    fn notices() -> AnyView {
        view! { <UnknownSends /> }.into_any()
    }
}

fn notice(connection: Connection, record: SendRecord, among_operations: bool) -> AnyView {
    let toasts = Toasts::get();
    let (what, reason) = (in_words(&record), reason(&record).to_owned());
    let key = record.key.clone();
    let check = Callback::new(move |()| {
        let record = record.clone();
        spawn_local(async move {
            if let Err(error) = mark_checked(connection, record).await {
                toasts.push(Tone::Danger, format!("This browser could not keep that: {}.", error.0));
            }
        });
    });
    let actions = move || {
        view! {
            <div class="cluster">
                {(!among_operations).then(look)}
                <Button on_click=check>"Mark as checked"</Button>
            </div>
        }
    };
    view! {
        <Banner tone=Tone::Danger title=UNKNOWN_TITLE actions=actions>
            <p>{what}</p>
            <p>{reason}</p>
            <p>
                "Look for an operation of that time before you send it again. The console never repeats it by itself. Its key: "
                <code>{key}</code>
            </p>
        </Banner>
    }
    .into_any()
}

fn look() -> AnyView {
    let href = Route::Operations(OperationsView::default()).href();
    view! { <LinkButton href=href>"Look in Operations"</LinkButton> }.into_any()
}

/// What was confirmed, when, and to how many.
pub(super) fn in_words(record: &SendRecord) -> String {
    let name = if record.title.is_empty() { &record.body } else { &record.title };
    let name: String = name.chars().take(60).collect();
    let count = record.kinds.total();
    let recipients = if count == 1 { "recipient" } else { "recipients" };
    let count = grouped(count.try_into().unwrap_or(u64::MAX));
    let place = match &record.mode {
        Mode::Sandbox => "sandbox",
        Mode::Live => "live, real devices",
        Mode::Unknown(word) => word,
    };
    let when = clock::show_ms(record.confirmed_at);
    format!("“{name}”, confirmed {when}, to {count} {recipients} ({place}).")
}

fn reason(record: &SendRecord) -> &str {
    match &record.state {
        SendState::Unknown { reason } => reason,
        _ => "",
    }
}
