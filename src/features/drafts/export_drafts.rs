//! Hands drafts to the browser as a file, recipients and all, and says so.

use std::sync::Arc;

use push_api::draft_file::{self, MEDIA_TYPE};
use push_api::saved::SavedDraft;

use super::contents::recipients_in_words;
use super::desk::Desk;
use super::notice::Notice;
use crate::platform::download;

/// Makes one file of these drafts.
pub fn export_drafts(desk: Desk, drafts: &[Arc<SavedDraft>]) {
    let drafts: Vec<SavedDraft> = drafts.iter().map(|saved| SavedDraft::clone(saved)).collect();
    let name = draft_file::file_name(&drafts);
    if !download::save(&name, MEDIA_TYPE, &draft_file::write(&drafts)) {
        let why = "The browser could not make the file; it may be out of memory.";
        return desk.say(Notice::failed("Nothing was exported", why));
    }
    let recipients = drafts.iter().map(SavedDraft::recipients).sum();
    desk.say(Notice {
        lines: vec![format!("It holds {}.", recipients_in_words(recipients))],
        ..Notice::done(format!("Exported as {name}."))
    });
}
