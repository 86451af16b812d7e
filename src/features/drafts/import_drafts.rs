//! Takes the drafts of a file in. None that is there is replaced, and whatever cannot be read is said.

use push_api::draft_file::{self, Addition, FileFault};
use push_api::saved::SavedDraft;
use web_sys::File;

use super::desk::Desk;
use super::notice::Notice;
use super::saved::{add_saved, read_saved};
use crate::platform::storage::StorageError;
use crate::platform::{clock, file};
use crate::ui::{Tone, grouped};

/// Reads a file and keeps its drafts. The notice that it says is the whole truth of what came in.
pub async fn import_drafts(desk: Desk, given: File) {
    desk.say(import(given).await);
    desk.changed();
}

async fn import(given: File) -> Notice {
    let refused = |why: String| Notice::failed("Nothing was imported", why);
    // Looked at before it is read: a film that was dropped by mistake would fill the memory.
    if given.size() > draft_file::MAX_BYTES as f64 {
        return refused(FileFault::TooLarge.to_string());
    }
    let text = match file::text(&given).await {
        Ok(text) => text,
        Err(sentence) => return refused(sentence),
    };
    let contents = match draft_file::read(&text, clock::now_ms()) {
        Ok(contents) => contents,
        Err(fault) => return refused(fault.to_string()),
    };
    match keep_all(contents.drafts).await {
        Ok(addition) => told(&addition, contents.unreadable),
        Err(error) => Notice::not_kept(&error),
    }
}

/// Keeps drafts beside those that are there, each under a name that is free; none twice.
pub async fn keep_all(found: Vec<SavedDraft>) -> Result<Addition, StorageError> {
    let addition = draft_file::add(&read_saved().await?, found);
    for saved in &addition.new {
        if !add_saved(saved).await? {
            return Err(StorageError("another tab has just taken a name, so try again".to_owned()));
        }
    }
    Ok(addition)
}

fn told(addition: &Addition, mut lines: Vec<String>) -> Notice {
    let Addition { new, renamed, known } = addition;
    let tone = if lines.is_empty() { Tone::Ok } else { Tone::Warn };
    let title = match new.len() {
        0 => "No new draft was imported.".to_owned(),
        count => format!("Imported {}.", drafts(count)),
    };
    if *renamed > 0 {
        lines.insert(0, format!("{} got a number, because the name was taken by another.", drafts(*renamed)));
    }
    if *known > 0 {
        lines.insert(0, format!("{} of the file was here already.", drafts(*known)));
    }
    Notice { tone, title, lines, deleted: None }
}

fn drafts(count: usize) -> String {
    let word = if count == 1 { "draft" } else { "drafts" };
    format!("{} {word}", grouped(count.try_into().unwrap_or(u64::MAX)))
}
