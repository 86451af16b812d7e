//! Takes a send off this browser's own record, once a person has found out what became of it.

use crate::connection::Connection;
use crate::platform::storage::{StorageError, Store};

/// Removes the record of the send with this key.
///
/// # Errors
/// The browser's words when its database refuses; the record is still there then.
pub async fn forget_send(key: &str, connection: Connection) -> Result<(), StorageError> {
    Store::Sends.remove(key).await?;
    connection.sends_changed();
    Ok(())
}
