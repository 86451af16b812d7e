//! The dialog *Drafts*: one window whose content goes from the list to a question and back.

use std::sync::Arc;

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::share;
use push_view::view;

use super::compare::compare;
use super::desk::Desk;
use super::import_drafts::import_drafts;
use super::list::{list, list_footer};
use super::notice::notice_region;
use super::open_drafts::Entrance;
use super::pane::Pane;
use super::questions::{back, copy, open, open_footer, overwrite, overwrite_footer, rename};
use super::received::{received, received_footer};
use super::sharing::sharing;
use crate::platform::file;
use crate::second_module::second_module;
use crate::ui::Dialog;

second_module! {
    /// The dialog, which the entrance opens.
    pub fn drafts_dialog(entrance: Entrance) -> AnyView {
        dialog(entrance)
    }
}

fn dialog(entrance: Entrance) -> AnyView {
    let desk = Desk::new(entrance);
    let Entrance { is_open, link, .. } = entrance;
    Effect::new(move |_| {
        if let Some(fragment) = link.get() {
            link.set(None);
            desk.show(Pane::Received(share::read(&fragment).map(Arc::new)));
        }
    });
    Effect::new(move |_| {
        // Another tab may have saved some meanwhile.
        if is_open.get() {
            desk.changed();
        }
    });
    let open = (is_open, move |open: bool| {
        if !open {
            desk.close();
        }
    });
    let title = Signal::derive(move || desk.pane.read().title());
    view! {
        <Dialog title open footer=move || footer(desk)>
            <div class="drafts" on:dragover=allow on:drop=move |event| take(desk, &event)>
                {notice_region(desk)}
                {move || body(desk)}
            </div>
        </Dialog>
    }
    .into_any()
}

fn body(desk: Desk) -> AnyView {
    let content = match desk.pane.get() {
        Pane::List => list(desk),
        Pane::Overwrite(saved) => overwrite(&saved),
        Pane::Copy(saved) => copy(desk, &saved),
        Pane::Rename(saved) => rename(desk, &saved),
        Pane::Compare(saved) => compare(desk, &saved),
        Pane::Open(draft) => self::open(desk, &draft),
        Pane::Share(draft) => sharing(desk, &draft),
        Pane::Received(read) => received(&read),
    };
    view! { <div class="stack">{content}</div> }.into_any()
}

fn footer(desk: Desk) -> AnyView {
    let content = move || match desk.pane.get() {
        Pane::List => list_footer(desk),
        Pane::Overwrite(saved) => overwrite_footer(desk, saved),
        Pane::Copy(_) | Pane::Rename(_) | Pane::Compare(_) | Pane::Share(_) => back(desk),
        Pane::Open(draft) => open_footer(desk, draft),
        Pane::Received(read) => received_footer(desk, read),
    };
    view! { {content} }.into_any()
}

/// Without this the browser would leave the page for the file.
fn allow(event: DragEvent) {
    event.prevent_default();
}

fn take(desk: Desk, event: &DragEvent) {
    event.prevent_default();
    if let Some(file) = file::dropped(event) {
        spawn_local(import_drafts(desk, file));
    }
}
