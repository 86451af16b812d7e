//! The questions of the dialog: under which name, in place of what.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::saved::{SavedDraft, free_name};
use push_api::share::Shared;
use push_view::view;

use super::contents::contents;
use super::desk::Desk;
use super::name_form::NameForm;
use super::pane::Pane;
use crate::ui::{Button, ButtonKind};

/// Before a draft takes the place of the one of its name.
pub fn overwrite(saved: &SavedDraft) -> AnyView {
    view! {
        <p>"There is a draft of this name already. Saving this one removes it, which cannot be undone."</p>
        <p class="muted">"This is what would be saved:"</p>
        {contents(&saved.draft)}
    }
    .into_any()
}

/// Its buttons.
pub fn overwrite_footer(desk: Desk, saved: Arc<SavedDraft>) -> AnyView {
    let replace = move |()| desk.overwrite(Arc::clone(&saved));
    view! {
        {back(desk)}
        <Button kind=ButtonKind::Danger on_click=replace>"Replace it"</Button>
    }
    .into_any()
}

/// A name for the copy of a draft.
pub fn copy(desk: Desk, saved: &Arc<SavedDraft>) -> AnyView {
    let names = untrack(|| desk.saved.get()).and_then(Result::ok).unwrap_or_default();
    let proposed = free_name(&saved.name, |name| names.iter().any(|saved| saved.name == name));
    let (name, fault) = (RwSignal::new(proposed), RwSignal::new(None));
    let saved = Arc::clone(saved);
    let on_name = Callback::new(move |name: String| {
        let sentence = format!("Duplicated as “{name}”.");
        let then = Callback::new(move |()| desk.done(sentence.clone()));
        desk.save_as(name, saved.draft.clone(), fault, then);
    });
    view! { <NameForm label="Name of the copy" name fault action="Duplicate" on_name /> }.into_any()
}

/// Another name for a draft.
pub fn rename(desk: Desk, saved: &Arc<SavedDraft>) -> AnyView {
    let (name, fault) = (RwSignal::new(saved.name.clone()), RwSignal::new(None));
    let saved = Arc::clone(saved);
    let on_name = Callback::new(move |name: String| desk.rename(Arc::clone(&saved), name, fault));
    view! { <NameForm label="New name" name fault action="Rename" on_name /> }.into_any()
}

/// Before a draft takes the place of what is in the form and nowhere else.
pub fn open(desk: Desk, draft: &Arc<Shared>) -> AnyView {
    let (name, fault) = (RwSignal::new(String::new()), RwSignal::new(None));
    let draft = Arc::clone(draft);
    let on_name = Callback::new(move |name: String| {
        let draft = Arc::clone(&draft);
        desk.save_as(name, desk.draft_now(), fault, Callback::new(move |()| desk.fill(&draft)));
    });
    view! {
        <p>"The form holds work that is not saved under any name. Save it first, and nothing is lost:"</p>
        <NameForm label="Name for what is in the form" name fault action="Save it and open" on_name />
    }
    .into_any()
}

/// Its buttons.
pub fn open_footer(desk: Desk, draft: Arc<Shared>) -> AnyView {
    let replace = move |()| desk.fill(&draft);
    view! {
        {back(desk)}
        <Button kind=ButtonKind::Danger on_click=replace>"Open without saving"</Button>
    }
    .into_any()
}

/// The way back to the list.
pub fn back(desk: Desk) -> AnyView {
    view! { <Button on_click=move |()| desk.show(Pane::List)>"Back"</Button> }.into_any()
}
