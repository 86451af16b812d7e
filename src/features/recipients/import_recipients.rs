//! Reads a list of recipients in the worker: a file that was dropped or chosen, or the one that was kept here.

use std::sync::Arc;

use leptos::prelude::*;
use push_qa::protocol::{Answer, Request};
use web_sys::Blob;

use crate::audience::{Audience, Slot, Work};
use crate::platform::clock;

/// Reads `file`, which is called `name`. The list before it stays until this one is read. `on_read` is called then.
pub fn import_recipients(audience: Audience, name: String, file: &Blob, on_read: impl Fn() + 'static) {
    audience.unreadable.set(None);
    audience.trouble.set(None);
    audience.importing.set(Some(Work::begun(clock::now_ms())));
    let request = Request::Import { name, text: None };
    audience.ask(Slot::List, &request, Some(file), move |answer| {
        let Some(answer) = Audience::note_progress(audience.importing, answer) else { return };
        let _ = audience.importing.try_set(None);
        match answer {
            Answer::List(listed) => {
                let _ = audience.checked.try_set(None);
                let _ = audience.list.try_set(Some(Arc::new(*listed)));
                on_read();
            }
            Answer::Unreadable(why) => _ = audience.unreadable.try_set(Some(why)),
            _ => {}
        }
    });
}
