//! The place where a file with recipients is dropped or chosen.

use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;
use push_view::view;
use web_sys::File;

use crate::platform::file;
use crate::ui::{Button, Glyph};

/// The place. `on_file` gets the first file.
pub fn drop_zone(on_file: Callback<File>) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let is_over = RwSignal::new(false);
    let over = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(file) = file::dropped(&event) {
            on_file.run(file);
        }
    };
    let chosen = move || {
        if let Some(file) = input.get_untracked().and_then(|input| file::chosen(&input)) {
            on_file.run(file);
        }
    };
    let ask = move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    view! {
        <div class="drop-zone" data-over=move || is_over.get().then_some("") on:dragover=over on:drop=drop
            on:dragleave=move |_| is_over.set(false)>
            <p>"Drop a file with recipients here: CSV, TSV, JSON or NDJSON, up to 200 MB. It stays in this browser."</p>
            <Button icon=Glyph::List on_click=ask>"Choose a file"</Button>
            <input class="visually-hidden" type="file" aria-label="File with recipients" tabindex="-1" node_ref=input
                accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,text/csv,text/plain,application/json"
                on:change=move |_| chosen() />
        </div>
    }
    .into_any()
}
