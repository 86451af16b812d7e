//! Keeps the imported list in this browser, so that a reload loses neither it nor the choices made for its columns.

use push_qa::column::Choice;
use wasm_bindgen::JsCast;
use web_sys::File;

use crate::platform::storage::{StorageError, Store};

/// Keys among the drafts.
const FILE: &str = "list";
const COLUMNS: &str = "list-columns";

/// Keeps the file itself. The choices that were made for another are forgotten.
pub async fn keep_list(file: &File) -> Result<(), StorageError> {
    Store::Drafts.remove(COLUMNS).await?;
    Store::Drafts.put_value(FILE, file).await
}

/// Keeps the choices made for its columns.
pub async fn keep_columns(choices: &[Choice]) -> Result<(), StorageError> {
    Store::Drafts.put(COLUMNS, &choices).await
}

/// The file that was kept here, and the choices made for its columns.
pub async fn kept_list() -> Result<Option<(File, Option<Vec<Choice>>)>, StorageError> {
    let file = Store::Drafts.value(FILE).await?.dyn_into::<File>().ok();
    let Some(file) = file else { return Ok(None) };
    Ok(Some((file, Store::Drafts.get(COLUMNS).await?)))
}

/// Forgets both.
pub async fn forget_list() -> Result<(), StorageError> {
    Store::Drafts.remove(FILE).await?;
    Store::Drafts.remove(COLUMNS).await
}
