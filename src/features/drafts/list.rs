//! The list: what is in the form, every named draft with what can be done to it, and the way in and out by file.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::saved::SavedDraft;
use push_view::view;
use web_sys::File;

use super::desk::Desk;
use super::export_drafts::export_drafts;
use super::import_drafts::import_drafts;
use super::in_form::in_form;
use super::row::row;
use crate::ui::{Button, EmptyState, Remote, Source};

/// The pane.
pub fn list(desk: Desk) -> AnyView {
    let source = Source::from(desk.saved);
    let empty = || {
        view! {
            <EmptyState
                title="No saved drafts yet"
                text="Save what is in the form, or import a file that was exported here or elsewhere."
            />
        }
    };
    view! {
        <div class="stack stack-loose">
            {in_form(desk)}
            <section aria-label="Saved drafts">
                <h3>"Saved drafts"</h3>
                <Remote source is_empty=Vec::is_empty empty let:saved>
                    {rows(desk, saved)}
                </Remote>
            </section>
        </div>
    }
    .into_any()
}

fn rows(desk: Desk, saved: Signal<Vec<Arc<SavedDraft>>>) -> AnyView {
    view! {
        <ul class="drafts-list">
            <For
                each=move || saved.get()
                key=|saved| (saved.name.clone(), saved.saved_at)
                children=move |saved| row(desk, &saved)
            />
        </ul>
    }
    .into_any()
}

/// The buttons below the list.
pub fn list_footer(desk: Desk) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let take = move |file: Option<File>| {
        if let Some(file) = file {
            spawn_local(import_drafts(desk, file));
        }
    };
    let choose = move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let saved = Memo::new(move |_| desk.saved.get().and_then(Result::ok).unwrap_or_default());
    let has_none = Signal::derive(move || saved.with(Vec::is_empty));
    let export_all = move |()| saved.with_untracked(|saved| export_drafts(desk, saved));
    view! {
        <input
            class="drafts-file"
            type="file"
            accept=".json,application/json"
            aria-label="File with drafts"
            tabindex="-1"
            node_ref=input
            on:change:target=move |event| take(crate::platform::file::chosen(&event.target()))
        />
        <p class="muted drafts-drop">"A file can also be dropped here."</p>
        <Button on_click=choose>"Import a file"</Button>
        <Button disabled=has_none on_click=export_all>"Export all"</Button>
        <Button on_click=move |()| desk.close()>"Close"</Button>
    }
    .into_any()
}
