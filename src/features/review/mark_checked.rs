//! Says that a person has looked into an unknown send.

use push_api::history::SendRecord;

use super::earlier::{confirmations, keep_confirmations};
use crate::connection::Connection;
use crate::platform::storage::{StorageError, Store};

/// Puts down that a person has found out what became of it. The same text is another push from now on, with
/// another key: whoever sends it again has decided so. Asks nothing of the upstream.
pub async fn mark_checked(connection: Connection, mut record: SendRecord) -> Result<(), StorageError> {
    record.is_checked = true;
    Store::Sends.put(&record.key, &record).await?;
    let mut confirmed = confirmations().await?;
    confirmed.forget(&record.key);
    keep_confirmations(&confirmed).await?;
    connection.sends_changed();
    Ok(())
}
