//! Checks the whole list with what is written.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::Draft;
use push_qa::protocol::{Answer, CheckSettings, Request};

use crate::audience::{Audience, Checked, Slot, Work};
use crate::platform::clock;

/// Checks every recipient of the list. A newer check takes the place of one that is on.
pub fn check_draft(audience: Audience, draft: Draft) {
    let now = clock::now_ms();
    audience.checking.set(Some(Work::begun(now)));
    let settings = CheckSettings {
        now: draft.send_at.unwrap_or(now).div_euclid(1000),
        reserve: audience.reserve.get_untracked(),
    };
    let request = Request::Check { draft: Box::new(draft.clone()), settings };
    audience.ask(Slot::Check, &request, None, move |answer| {
        let Some(answer) = Audience::note_progress(audience.checking, answer) else { return };
        let _ = audience.checking.try_set(None);
        if let Answer::Checked(summary) = answer {
            let checked = Checked { draft: draft.clone(), summary: *summary };
            let _ = audience.checked.try_set(Some(Arc::new(checked)));
        }
    });
}
