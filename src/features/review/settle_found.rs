//! Settles what an earlier page left behind.

use push_api::history::{SendRecord, SendState};

use crate::connection::Connection;
use crate::platform::storage::{StorageError, Store};

/// Puts down every send whose page went before the answer came as unknown. Only for a page from which nothing is
/// on its way.
pub async fn settle_found(connection: Connection) -> Result<(), StorageError> {
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
