//! What can be done to the drafts that are kept. Each ends with a word on what became of it, and with the list read anew.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::Draft;
use push_api::saved::SavedDraft;

use super::Desk;
use crate::features::drafts::import_drafts::keep_all;
use crate::features::drafts::notice::Notice;
use crate::features::drafts::pane::Pane;
use crate::features::drafts::saved::{add_saved, remove_saved, replace_saved};
use crate::platform::{clock, page};

/// The way back after a deletion.
const UNDO: &str = "dialog[open] .drafts-notice button";

/// What is said when a name that was free when it was typed is not.
const TAKEN: &str = "There is a draft of this name already; choose another.";

impl Desk {
    /// Saves a draft under its name, when that is free; asks first when it is not.
    pub fn save(self, name: String, draft: Draft) {
        let saved = SavedDraft { name, draft, saved_at: clock::now_ms() };
        spawn_local(async move {
            match add_saved(&saved).await {
                Ok(true) => self.has_saved(&saved),
                Ok(false) => self.show(Pane::Overwrite(Arc::new(saved))),
                Err(error) => self.say(Notice::not_kept(&error)),
            }
        });
    }

    /// Saves a draft in place of the one of its name.
    pub fn overwrite(self, saved: Arc<SavedDraft>) {
        spawn_local(async move {
            match replace_saved(&saved).await {
                Ok(()) => {
                    self.show(Pane::List);
                    self.has_saved(&saved);
                }
                Err(error) => self.say(Notice::not_kept(&error)),
            }
        });
    }

    /// Saves a draft under a name that has to be free, and goes on with `then`. `fault` learns when it is not.
    pub fn save_as(self, name: String, draft: Draft, fault: RwSignal<Option<String>>, then: Callback<()>) {
        let saved = SavedDraft { name, draft, saved_at: clock::now_ms() };
        spawn_local(async move {
            match add_saved(&saved).await {
                Ok(true) => {
                    self.changed();
                    let _ = then.try_run(());
                }
                Ok(false) => _ = fault.try_set(Some(TAKEN.to_owned())),
                Err(error) => self.say(Notice::not_kept(&error)),
            }
        });
    }

    /// Keeps a draft under another name, which has to be free. `fault` learns when it is not.
    pub fn rename(self, saved: Arc<SavedDraft>, name: String, fault: RwSignal<Option<String>>) {
        let renamed = SavedDraft { name, ..SavedDraft::clone(&saved) };
        spawn_local(async move {
            if renamed.name == saved.name {
                self.show(Pane::List);
                return;
            }
            match add_saved(&renamed).await {
                // Should the old one stay for once, there are two, and nothing is lost.
                Ok(true) => match remove_saved(&saved.name).await {
                    Ok(()) => self.done(format!("“{}” is now “{}”.", saved.name, renamed.name)),
                    Err(error) => self.say(Notice::not_kept(&error)),
                },
                Ok(false) => _ = fault.try_set(Some(TAKEN.to_owned())),
                Err(error) => self.say(Notice::not_kept(&error)),
            }
        });
    }

    /// Deletes a draft, and offers to put it back.
    pub fn delete(self, saved: Arc<SavedDraft>) {
        spawn_local(async move {
            match remove_saved(&saved.name).await {
                Ok(()) => {
                    self.changed();
                    let title = format!("“{}” was deleted.", saved.name);
                    self.say(Notice { deleted: Some(saved), ..Notice::done(title) });
                    // The button that was pressed has gone with its row.
                    request_animation_frame(|| _ = page::focus_first(UNDO));
                }
                Err(error) => self.say(Notice::not_kept(&error)),
            }
        });
    }

    /// Puts a deleted draft back; under another name when its own is taken by now.
    pub fn put_back(self, saved: Arc<SavedDraft>) {
        spawn_local(async move {
            match keep_all(vec![SavedDraft::clone(&saved)]).await {
                Ok(addition) => self.done(match addition.new.first() {
                    Some(kept) if kept.name != saved.name => {
                        format!("“{}” is back as “{}”: its name was taken.", saved.name, kept.name)
                    }
                    _ => format!("“{}” is back.", saved.name),
                }),
                Err(error) => self.say(Notice { deleted: Some(saved), ..Notice::not_kept(&error) }),
            }
        });
    }

    fn has_saved(self, saved: &SavedDraft) {
        let _ = self.last_name.try_set(saved.name.clone());
        self.changed();
        let kind = if saved.is_template() { " as a template" } else { "" };
        self.say(Notice::done(format!("Saved{kind}: “{}”.", saved.name)));
    }
}
