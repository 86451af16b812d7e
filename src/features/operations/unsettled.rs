//! Sends of which nobody knows whether they went out. They stand on top until a person has looked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::Timestamp;
use push_api::history::SendRecord;
use push_view::view;

use super::forget_send::forget_send;
use super::sent::kinds_in_words;
use super::standing::{Standing, standing};
use crate::connection::Connection;
use crate::platform::clock;
use crate::route::{NotificationsView, Route};
use crate::ui::{Banner, Button, ButtonKind, LinkButton, Toasts, Tone};

/// One banner for each send with an unknown outcome among `records`.
#[component]
pub fn Unsettled(
    /// This browser's record of sends.
    records: Signal<Vec<SendRecord>>,
) -> impl IntoView {
    let unknown = Memo::new(move |_| {
        let now = clock::now_ms();
        let outcome = |record: SendRecord| match standing(&record, now, None) {
            Standing::Unknown(reason) => Some((record, reason)),
            _ => None,
        };
        records.get().into_iter().filter_map(outcome).collect::<Vec<_>>()
    });
    view! {
        <For
            each=move || unknown.get()
            key=|(record, _)| record.key.clone()
            children=|(record, reason)| banner(record, reason)
        />
    }
    .into_any()
}

fn banner(record: SendRecord, reason: String) -> AnyView {
    let (connection, toasts) = (Connection::current(), Toasts::get());
    let when = clock::show_ms(record.confirmed_at);
    let name = if record.title.is_empty() { record.body.clone() } else { record.title.clone() };
    let what = format!(
        "“{name}”, confirmed {when}, {} recipients ({}).",
        record.kinds.total(),
        kinds_in_words(record.kinds)
    );
    let that_day = Route::Notifications(NotificationsView {
        from: Timestamp::from_unix_ms(record.confirmed_at).as_str().chars().take(10).collect(),
        ..NotificationsView::default()
    });
    let key = record.key;
    let reference = key.clone();
    let forget = move |()| {
        let key = key.clone();
        spawn_local(async move {
            if let Err(error) = forget_send(&key, connection).await {
                toasts.push(Tone::Danger, format!("The record could not be removed: {}.", error.0));
            }
        });
    };
    view! {
        <Banner
            tone=Tone::Warn
            title="Nobody knows yet whether this was sent"
            actions=move || {
                view! {
                    <LinkButton href=that_day.href()>"Look at that day's notifications"</LinkButton>
                    <Button kind=ButtonKind::Quiet on_click=forget.clone()>
                        "I have checked it"
                    </Button>
                }
            }
        >
            <p>{what}</p>
            <p>{reason}</p>
            <p>
                "Before sending it again, look for an operation of that time below, and for its notifications. If there are none, it was not sent."
            </p>
            <p class="muted">
                "For the operator of the proxy, its key is " <code>{reference}</code> "."
            </p>
        </Banner>
    }
    .into_any()
}
