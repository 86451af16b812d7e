//! Sends a confirmed draft, once. Its key and its record are on disk before the request leaves; whatever comes
//! back, or does not, the record says truly what is known.

use push_api::confirmed::Confirmations;
use push_api::history::{SendRecord, SendState};
use push_api::proxy::Mode;
use push_api::roster::Kinds;

use crate::api::Endpoint;
use crate::connection::Connection;
use crate::features::drafts::forget_draft;
use crate::features::review::{
    Plan, Stage, confirmations, frees_key, keep_confirmations, stage_of, state_of,
};
use crate::platform::storage::{StorageError, Store};
use crate::platform::{clock, random};
use crate::ui::ErrorView;

/// Sends the plan to where `mode` says, and tells what became of it. Only after [`Stage::begin`] has said yes.
pub async fn send_draft(connection: Connection, plan: &Plan, mode: Mode) -> Stage {
    let content = &plan.request.content;
    let outgoing = Outgoing {
        body: &plan.body,
        title: content.title.as_deref().unwrap_or_default(),
        text: &content.body,
        kinds: plan.kinds,
        key: None,
    };
    connection.set_sending(true);
    let stage = send_once(connection, outgoing, mode).await;
    if matches!(stage, Stage::Accepted(_)) {
        // Left behind, the draft would come back although it was sent; the page empties its form as well.
        let _ = forget_draft().await;
    }
    connection.set_sending(false);
    stage
}

/// One request as it leaves, and what is put down about it.
#[derive(Clone, Copy)]
pub struct Outgoing<'o> {
    /// The exact JSON.
    pub body: &'o str,
    /// Title as written, before personalisation.
    pub title: &'o str,
    /// Text as written, before personalisation.
    pub text: &'o str,
    /// Recipients of each kind.
    pub kinds: Kinds,
    /// The key under which it is sent; without one it is that under which these bytes were confirmed before, or new.
    pub key: Option<&'o str>,
}

/// Sends one request under a key of its own, and tells what became of it. Its record is on disk before it leaves.
/// Who calls it has said that a send is on its way.
pub async fn send_once(connection: Connection, outgoing: Outgoing<'_>, mode: Mode) -> Stage {
    let stage = match put_down(outgoing, mode).await {
        Ok(prepared) => send(connection, outgoing.body, prepared).await,
        Err(StorageError(detail)) => Stage::NotSent { why: not_put_down(detail), again_at: None },
    };
    connection.sends_changed();
    stage
}

/// What is on disk before the request leaves.
struct Prepared {
    confirmations: Confirmations,
    record: SendRecord,
    earlier: Option<SendRecord>,
}

/// Finds the key of these bytes, or a new one, and puts key and record on disk.
async fn put_down(outgoing: Outgoing<'_>, mode: Mode) -> Result<Prepared, StorageError> {
    let mut confirmations = confirmations().await?;
    let known = outgoing.key.or_else(|| confirmations.key_for(outgoing.body)).map(str::to_owned);
    let no_randomness = || StorageError("this browser has no source of randomness".to_owned());
    let key = known.or_else(random::new_key).ok_or_else(no_randomness)?;
    let earlier: Option<SendRecord> = Store::Sends.get(&key).await?;
    let record = SendRecord {
        key: key.clone(),
        confirmed_at: clock::now_ms(),
        mode,
        title: outgoing.title.to_owned(),
        body: outgoing.text.to_owned(),
        kinds: outgoing.kinds,
        state: SendState::Leaving,
        is_checked: false,
    };
    let record = match &earlier {
        Some(earlier) => record.tried_again(earlier),
        None => record,
    };
    if outgoing.key.is_none() {
        confirmations.remember(&key, outgoing.body);
        keep_confirmations(&confirmations).await?;
    }
    Store::Sends.put(&key, &record).await?;
    Ok(Prepared { confirmations, record, earlier })
}

async fn send(connection: Connection, body: &str, prepared: Prepared) -> Stage {
    let Prepared { mut confirmations, record, earlier } = prepared;
    let call = Endpoint::send(body.to_owned(), &record.key);
    let answer = connection.client_now().submit(call).await;
    let record = record.settled(state_of(&answer), earlier.as_ref());
    // A record that cannot be settled stays "leaving", which the next page reads as unknown: true enough.
    let _ = Store::Sends.put(&record.key, &record).await;
    if frees_key(&answer) {
        confirmations.forget(&record.key);
        let _ = keep_confirmations(&confirmations).await;
    }
    stage_of(record, answer, clock::now_ms())
}

fn not_put_down(detail: String) -> ErrorView {
    ErrorView {
        title: "This browser cannot keep a record of the send".to_owned(),
        meaning: "So nothing was sent: if the answer got lost, nobody could tell whether it had been."
            .to_owned(),
        action: "Leave private browsing or free some space, then try again.".to_owned(),
        detail: Some(detail),
        is_retryable: true,
    }
}
