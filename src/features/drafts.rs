//! What is being composed, kept in this browser so that neither a reload nor a crash loses a word of it; and drafts
//! under names, to be opened again, taken away as a file, or shared as a link.
//!
//! Knows a draft only as a value; what it means is not decided here. Nothing of one is ever sent to a server.

mod autosave;
mod compare;
mod contents;
mod desk;
mod dialog;
mod export_drafts;
mod forget_draft;
mod import_drafts;
mod in_form;
mod list;
mod name_form;
mod notice;
mod open_drafts;
mod pane;
mod questions;
mod received;
mod row;
mod save_draft;
mod saved;
mod sharing;
mod start_over;

use push_api::{Draft, json};

use crate::platform::storage::Store;
use crate::platform::storage::words::{self, Keep};

pub use autosave::autosave;
pub use forget_draft::forget_draft;
pub use open_drafts::OpenDrafts;
pub use saved::{add_saved, read_saved, remove_saved, replace_saved};
pub use start_over::StartOver;

/// Key of the one draft among the drafts.
const CURRENT: &str = "current";
/// Name of the draft in the tab's words, where a page that goes away can still put it.
const UNSAVED: &str = "push-console.draft";

/// What was found when the page opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// The draft, or an empty one.
    pub draft: Draft,
    /// False in a browser that does not keep drafts.
    pub is_kept: bool,
}

/// Reads the draft that was left here. What a closing page could only leave with the tab is newer, and is kept
/// on disk from then on.
pub async fn read_draft() -> Restored {
    let unsaved = words::get(Keep::Tab, UNSAVED).and_then(|text| json::read::<Draft>(&text).ok());
    if let Some(draft) = unsaved {
        let is_kept = save_draft::save_draft(&draft).await.is_ok();
        return Restored { draft, is_kept };
    }
    let stored = Store::Drafts.get(CURRENT).await;
    Restored { is_kept: stored.is_ok(), draft: stored.ok().flatten().unwrap_or_default() }
}
