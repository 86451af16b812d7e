//! Keeps the draft.

use push_api::Draft;

use super::{CURRENT, UNSAVED};
use crate::platform::storage::words::{self, Keep};
use crate::platform::storage::{StorageError, Store};

/// Keeps the draft on disk.
pub async fn save_draft(draft: &Draft) -> Result<(), StorageError> {
    Store::Drafts.put(CURRENT, draft).await?;
    words::set(Keep::Tab, UNSAVED, None);
    Ok(())
}

/// Leaves the draft with the tab, at once: a page that goes away is not there to see the disk answer.
pub fn save_draft_now(draft: &Draft) -> bool {
    serde_json::to_string(draft).is_ok_and(|text| words::set(Keep::Tab, UNSAVED, Some(&text)))
}
