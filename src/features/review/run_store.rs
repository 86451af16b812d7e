//! The list on its way as this browser keeps it.

use push_api::run::Run;

use crate::platform::storage::{StorageError, Store};

/// Its key among the drafts.
const RUN: &str = "run";

/// What is known of the list that was sent last, as it was put down.
pub async fn kept_run() -> Result<Option<Run>, StorageError> {
    Store::Drafts.get(RUN).await
}

/// Keeps what is known; done when it is on disk.
pub async fn keep_run(run: &Run) -> Result<(), StorageError> {
    Store::Drafts.put(RUN, run).await
}
