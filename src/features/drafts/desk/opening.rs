//! Putting a draft into the form. What is written there is never lost unasked.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::saved::is_saved;
use push_api::share::Shared;

use super::Desk;
use crate::features::drafts::pane::Pane;
use crate::features::drafts::saved::read_saved;
use crate::ui::Tone;

impl Desk {
    /// Puts a draft into the form; asks first when that would lose what is written there.
    pub fn open(self, draft: Arc<Shared>) {
        spawn_local(async move {
            // Unread drafts save nothing: it is asked then too.
            let saved = read_saved().await.unwrap_or_default();
            let Some(present) = self.entrance.draft.try_get_untracked() else { return };
            if present == draft.draft || is_saved(&present, &saved) {
                self.fill(&draft);
            } else {
                self.show(Pane::Open(draft));
            }
        });
    }

    /// Puts a draft into the form, whatever is there.
    pub fn fill(self, draft: &Shared) {
        // The page may have been left meanwhile.
        if self.entrance.fill.try_run(draft.draft.clone()).is_some() {
            self.last_name.set(draft.name.clone());
            self.close();
            self.toasts.push(Tone::Ok, format!("“{}” is in the form.", draft.name));
        }
    }
}
