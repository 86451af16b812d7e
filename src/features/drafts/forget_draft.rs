//! Forgets the draft: it was sent.

use super::{CURRENT, UNSAVED};
use crate::platform::storage::words::{self, Keep};
use crate::platform::storage::{StorageError, Store};

/// Forgets the draft, on disk and with the tab.
pub async fn forget_draft() -> Result<(), StorageError> {
    words::set(Keep::Tab, UNSAVED, None);
    Store::Drafts.remove(CURRENT).await
}
