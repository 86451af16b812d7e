//! Sends a confirmed draft, once. Its key and its record are on disk before the request leaves; whatever comes
//! back, or does not, the record says truly what is known.

use push_api::confirmed::Confirmations;
use push_api::history::{SendRecord, SendState};
use push_api::proxy::Mode;

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
    connection.set_sending(true);
    let stage = match put_down(plan, mode).await {
        Ok(prepared) => send(connection, plan, prepared).await,
        Err(StorageError(detail)) => Stage::NotSent { why: not_put_down(detail), again_at: None },
    };
    connection.sends_changed();
    connection.set_sending(false);
    stage
}

/// What is on disk before the request leaves.
struct Prepared {
    confirmations: Confirmations,
    record: SendRecord,
    earlier: Option<SendRecord>,
}

/// Finds the key of these bytes, or a new one, and puts key and record on disk.
async fn put_down(plan: &Plan, mode: Mode) -> Result<Prepared, StorageError> {
    let mut confirmations = confirmations().await?;
    let known = confirmations.key_for(&plan.body).map(str::to_owned);
    let no_randomness = || StorageError("this browser has no source of randomness".to_owned());
    let key = known.or_else(random::new_key).ok_or_else(no_randomness)?;
    let earlier: Option<SendRecord> = Store::Sends.get(&key).await?;
    let record = SendRecord {
        key: key.clone(),
        confirmed_at: clock::now_ms(),
        mode,
        title: plan.request.content.title.clone().unwrap_or_default(),
        body: plan.request.content.body.clone(),
        kinds: plan.kinds,
        state: SendState::Leaving,
        is_checked: false,
    };
    let record = match &earlier {
        Some(earlier) => record.tried_again(earlier),
        None => record,
    };
    confirmations.remember(&key, &plan.body);
    keep_confirmations(&confirmations).await?;
    Store::Sends.put(&key, &record).await?;
    Ok(Prepared { confirmations, record, earlier })
}

async fn send(connection: Connection, plan: &Plan, prepared: Prepared) -> Stage {
    let Prepared { mut confirmations, record, earlier } = prepared;
    let call = Endpoint::send(plan.body.clone(), &record.key);
    let answer = connection.client_now().submit(call).await;
    let record = record.settled(state_of(&answer), earlier.as_ref());
    // A record that cannot be settled stays "leaving", which the next page reads as unknown: true enough.
    let _ = Store::Sends.put(&record.key, &record).await;
    if frees_key(&answer) {
        confirmations.forget(&record.key);
        let _ = keep_confirmations(&confirmations).await;
    }
    if record.operation_id().is_some() {
        // Left behind, the draft would come back although it was sent; the page empties its form as well.
        let _ = forget_draft().await;
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
