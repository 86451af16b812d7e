//! Keys and bytes of confirmed drafts as this browser keeps them, and the record of an earlier try.

use push_api::confirmed::Confirmations;
use push_api::history::SendRecord;

use crate::platform::storage::{StorageError, Store};

/// Key of the confirmed drafts among the drafts.
const CONFIRMED: &str = "confirmed";

/// The confirmed drafts that are not known to be sent.
pub async fn confirmations() -> Result<Confirmations, StorageError> {
    Ok(Store::Drafts.get(CONFIRMED).await?.unwrap_or_default())
}

/// Keeps the confirmed drafts; done when they are on disk.
pub async fn keep_confirmations(confirmations: &Confirmations) -> Result<(), StorageError> {
    Store::Drafts.put(CONFIRMED, confirmations).await
}

/// The record of an earlier try to send these very bytes.
pub async fn earlier_try(body: &str) -> Result<Option<SendRecord>, StorageError> {
    match confirmations().await?.key_for(body) {
        Some(key) => Store::Sends.get(key).await,
        None => Ok(None),
    }
}
