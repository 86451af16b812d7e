//! A named draft beside what is in the form: what was changed since, word by word.

use leptos::prelude::*;
use push_api::saved::SavedDraft;
use push_qa::compare::drafts;
use push_view::view;

use super::desk::Desk;
use crate::differences::differences;

/// The differences, in the order of the form. They follow the form while the dialog is open.
pub fn compare(desk: Desk, saved: &SavedDraft) -> AnyView {
    let earlier = saved.draft.clone();
    let title = format!("From “{}” to what is in the form", saved.name);
    let changes = move || differences(title.clone(), &drafts(&earlier, &desk.draft()));
    view! { {changes} }.into_any()
}
