//! What this browser knows of its own sends, read from its own record.

use leptos::prelude::*;
use push_api::OperationId;
use push_api::history::SendRecord;
use push_api::roster::Kinds;
use push_view::view;

use crate::connection::Connection;
use crate::platform::clock;
use crate::platform::storage::{StorageError, Store};
use crate::ui::{Card, Description, DescriptionList, Read};

/// This browser's record of sends, newest first; read again when it changes.
pub fn sends() -> Read<Vec<SendRecord>> {
    let connection = Connection::current();
    Read::new(move || {
        connection.track_sends();
        async move {
            let mut records: Vec<SendRecord> = Store::Sends.all().await?;
            records.sort_unstable_by_key(|record| std::cmp::Reverse(record.confirmed_at));
            Ok::<_, StorageError>(records)
        }
    })
}

/// What was sent, as it was written, when this browser sent it; nothing otherwise.
#[component]
pub fn SentHere(
    /// Which operation.
    id: OperationId,
) -> impl IntoView {
    let sends = sends();
    let record = Memo::new(move |_| {
        let records = sends.get()?.ok()?;
        records.into_iter().find(|record| record.operation_id() == Some(&id))
    });
    move || record.get().map(|record| view! { <Card title="What was sent">{as_written(&record)}</Card> })
}

/// Title and text before personalisation, and to how many.
pub fn as_written(record: &SendRecord) -> AnyView {
    let mut facts = Vec::new();
    if !record.title.is_empty() {
        facts.push(Description::new("Title", record.title.clone()));
    }
    facts.push(Description::new("Body", record.body.clone()));
    facts.push(Description::new("Sent to", kinds_in_words(record.kinds)));
    facts.push(Description::new("Confirmed here", clock::show_ms(record.confirmed_at)));
    view! { <DescriptionList items=facts /> }.into_any()
}

/// Recipients of each kind, those that there are.
pub fn kinds_in_words(kinds: Kinds) -> String {
    let counted = [
        (kinds.fcm, "by FCM"),
        (kinds.apn, "by APNs"),
        (kinds.other, "by another provider"),
        (kinds.users, "by user id"),
    ];
    let parts = counted.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, how)| format!("{count} {how}")).collect();
    if parts.is_empty() { "nobody".to_owned() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_kinds_that_there_are_are_named() {
        let table = [
            (Kinds { fcm: 2, users: 1, ..Kinds::default() }, "2 by FCM, 1 by user id"),
            (Kinds { apn: 1, ..Kinds::default() }, "1 by APNs"),
            (Kinds::default(), "nobody"),
        ];
        for (kinds, words) in table {
            assert_eq!(kinds_in_words(kinds), words);
        }
    }
}
