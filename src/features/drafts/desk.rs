//! What the dialog knows, and everything that can be done in it. Views call these and hold no rules of their own.

mod keeping;
mod opening;

use std::sync::Arc;

use leptos::prelude::*;
use push_api::Draft;
use push_api::saved::SavedDraft;

use super::notice::Notice;
use super::open_drafts::Entrance;
use super::pane::Pane;
use super::saved::read_saved;
use crate::platform::page;
use crate::ui::{ErrorView, Read, Toasts};

/// The heading of the open dialog.
const HEADING: &str = "dialog[open] .dialog-title";

/// Everything that the panes share. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    entrance: Entrance,
    toasts: Toasts,
    version: RwSignal<u32>,
    /// What is shown.
    pub pane: RwSignal<Pane>,
    /// What is said.
    pub notice: RwSignal<Option<Notice>>,
    /// Every named draft, the last saved first.
    pub saved: Read<Vec<Arc<SavedDraft>>>,
    /// Name of the draft that was opened or saved last.
    pub last_name: RwSignal<String>,
}

impl Desk {
    /// A desk for as long as the caller's owner lives.
    pub fn new(entrance: Entrance) -> Self {
        let version = RwSignal::new(0);
        let saved = Read::new(move || {
            version.track();
            async {
                let saved = read_saved().await.map_err(|error| unreadable(error.0))?;
                Ok::<_, ErrorView>(saved.into_iter().map(Arc::new).collect())
            }
        });
        Self {
            entrance,
            toasts: Toasts::get(),
            version,
            pane: RwSignal::new(Pane::List),
            notice: RwSignal::new(None),
            saved,
            last_name: RwSignal::new(String::new()),
        }
    }

    /// What is in the form. Tracked.
    pub fn draft(self) -> Draft {
        self.entrance.draft.get()
    }

    /// The same, not tracked.
    pub fn draft_now(self) -> Draft {
        self.entrance.draft.get_untracked()
    }

    /// Shows another pane, and reads its heading out.
    pub fn show(self, pane: Pane) {
        let _ = self.notice.try_set(None);
        let _ = self.pane.try_set(pane);
        // The dialog may only just be opening.
        request_animation_frame(|| _ = page::focus_first(HEADING));
    }

    /// Says something above the list.
    pub fn say(self, notice: Notice) {
        let _ = self.notice.try_set(Some(notice));
    }

    /// Closes the dialog. It opens at the list the next time.
    pub fn close(self) {
        self.entrance.is_open.set(false);
        self.pane.set(Pane::List);
        self.notice.set(None);
    }

    /// Back to the list, with a word on what was done there.
    pub fn done(self, sentence: String) {
        self.changed();
        self.show(Pane::List);
        self.say(Notice::done(sentence));
    }

    /// Reads the list again.
    pub fn changed(self) {
        let _ = self.version.try_update(|version| *version += 1);
    }
}

fn unreadable(detail: String) -> ErrorView {
    ErrorView {
        title: "Your saved drafts cannot be read".to_owned(),
        meaning: "This browser does not let the page read what it keeps here. Nothing was deleted."
            .to_owned(),
        action: "Check whether the browser lets this page keep data, and try again.".to_owned(),
        detail: Some(detail),
        is_retryable: true,
    }
}
