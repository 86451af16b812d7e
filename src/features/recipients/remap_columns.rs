//! Reads the columns of the list as a person chose them.

use std::sync::Arc;

use leptos::prelude::*;
use push_qa::column::Choice;
use push_qa::protocol::{Answer, Request};

use crate::audience::{Audience, Slot};

/// Reads the columns by these choices, one for each; with `without_duplicates` repeated recipients are left out.
pub fn remap_columns(audience: Audience, choices: Vec<Choice>, without_duplicates: bool) {
    let request = Request::Map { choices, without_duplicates };
    audience.ask(Slot::List, &request, None, move |answer| {
        let Some(answer) = Audience::note_progress(audience.importing, answer) else { return };
        let _ = audience.importing.try_set(None);
        if let Answer::List(listed) = answer {
            let _ = audience.list.try_set(Some(Arc::new(*listed)));
        }
    });
}
