//! Drafts under names, on disk: one record for each, under its name.

use push_api::saved::SavedDraft;

use crate::platform::storage::{StorageError, Store};

/// What the keys of named drafts begin with, beside the keys of what is being composed.
const BEGINNING: &str = "saved:";

/// Every named draft, the last saved first.
pub async fn read_saved() -> Result<Vec<SavedDraft>, StorageError> {
    let mut saved = Store::Drafts.all_beginning::<SavedDraft>(BEGINNING).await?;
    saved.sort_by(|one, other| other.saved_at.cmp(&one.saved_at).then_with(|| one.name.cmp(&other.name)));
    Ok(saved)
}

/// Keeps a draft under a name that is free. Returns false, and changes nothing, when it is taken.
pub async fn add_saved(saved: &SavedDraft) -> Result<bool, StorageError> {
    Store::Drafts.add(&key(&saved.name), saved).await
}

/// Keeps a draft under its name, in place of what was there.
pub async fn replace_saved(saved: &SavedDraft) -> Result<(), StorageError> {
    Store::Drafts.put(&key(&saved.name), saved).await
}

/// Forgets the draft of this name.
pub async fn remove_saved(name: &str) -> Result<(), StorageError> {
    Store::Drafts.remove(&key(name)).await
}

fn key(name: &str) -> String {
    BEGINNING.to_owned() + name
}
