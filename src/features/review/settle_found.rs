//! Settles what an earlier page left behind.

use std::pin::Pin;

use push_api::history::{SendRecord, SendState};

use crate::connection::Connection;
use crate::platform::storage::{StorageError, Store};
use crate::second_module::second_module;

/// Puts down every send whose page went before the answer came as unknown. Only for a page from which nothing is
/// on its way. What cannot be settled now, without storage or without the code for it, the next page settles.
pub async fn settle_found(connection: Connection) {
    if Store::Sends.holds_any().await == Ok(true)
        && let Ok(settling) = settling(connection).await
    {
        let _ = settling.await;
    }
}

type Settling = Pin<Box<dyn Future<Output = Result<(), StorageError>>>>;

second_module! {
    fn settling(connection: Connection) -> Settling {
        Box::pin(settle(connection))
    }
}

async fn settle(connection: Connection) -> Result<(), StorageError> {
    let records = Store::Sends.all::<SendRecord>().await?;
    let left = records.into_iter().filter(|record| record.state == SendState::Leaving);
    let mut has_changed = false;
    for record in left.map(SendRecord::found_later) {
        Store::Sends.put(&record.key, &record).await?;
        has_changed = true;
    }
    if has_changed {
        connection.sends_changed();
    }
    Ok(())
}
