//! Keeps the draft while it is written: after a short pause in typing, and at once when the page may go away.

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::Draft;

use super::save_draft::{save_draft, save_draft_now};
use crate::platform::{clock, leave};

/// Milliseconds without a keystroke after which the draft is kept.
const PAUSE_MS: u32 = 400;

/// Keeps `draft` from now on, whenever it differs from what it is now. `is_kept` learns whether the browser does so.
pub fn autosave(draft: Signal<Draft>, is_kept: RwSignal<bool>) {
    // Changes so far, and how many of them are kept.
    let (changes, kept) = (StoredValue::new(0_u32), StoredValue::new(0_u32));
    let save = move || {
        let (draft, change) = (draft.get_untracked(), changes.get_value());
        async move {
            let result = save_draft(&draft).await;
            // The page may be gone by now.
            let _ = is_kept.try_set(result.is_ok());
            let _ = kept.try_set_value(change);
        }
    };
    Effect::new(move |started: Option<()>| {
        draft.track();
        if started.is_none() {
            return;
        }
        changes.update_value(|changes| *changes += 1);
        let change = changes.get_value();
        spawn_local(async move {
            clock::sleep(PAUSE_MS).await;
            if changes.try_get_value() == Some(change) {
                save().await;
            }
        });
    });
    leave::on_leave(move || {
        if changes.get_value() != kept.get_value() {
            save_draft_now(&draft.get_untracked());
            spawn_local(save());
        }
    });
}
