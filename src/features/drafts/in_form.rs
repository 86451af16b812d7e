//! What is in the form now, at the top of the list: to be saved under a name, or shared as it is.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::Draft;
use push_api::saved::fitting_name;
use push_api::share::Shared;
use push_view::view;

use super::contents::recipients_in_words;
use super::desk::Desk;
use super::name_form::NameForm;
use super::pane::Pane;
use crate::ui::{Button, CheckBox};

/// The part of the list that is about the form.
pub fn in_form(desk: Desk) -> AnyView {
    let draft = Memo::new(move |_| desk.draft());
    let content = move || {
        let is_empty = draft.with(|draft| *draft == Draft::default());
        if is_empty {
            let words = "The form is empty. What you write there can be saved here under a name.";
            return view! { <p class="muted">{words}</p> }.into_any();
        }
        save_form(desk, draft.with(Draft::recipient_lines))
    };
    view! {
        <section class="drafts-in-form" aria-label="In the form now">
            <h3>"In the form now"</h3>
            {content}
            <p class="muted">"An imported list is not part of a draft: this browser keeps it by itself until you take it away."</p>
        </section>
    }
    .into_any()
}

fn save_form(desk: Desk, recipients: usize) -> AnyView {
    let (name, fault) = (RwSignal::new(proposed_name(desk)), RwSignal::new(None));
    let as_template = RwSignal::new(false);
    let on_name = Callback::new(move |name: String| {
        let draft = desk.draft_now();
        let draft = if as_template.get_untracked() { draft.without_recipients() } else { draft };
        desk.save(name, draft);
    });
    let share = move |()| {
        let name = name.with_untracked(|name| fitting_name(name));
        desk.show(Pane::Share(Arc::new(Shared { name, draft: desk.draft_now() })));
    };
    let template = (recipients > 0).then(|| {
        let label = format!("As a template, without its {}", recipients_in_words(recipients));
        view! { <CheckBox label checked=as_template /> }
    });
    view! {
        <NameForm label="Name" name fault action="Save" on_name>
            <div class="cluster drafts-save-more">
                {template}
                <Button on_click=share>"Share as a link"</Button>
            </div>
        </NameForm>
    }
    .into_any()
}

/// The name that it was opened or saved under, or its title, or nothing.
fn proposed_name(desk: Desk) -> String {
    let last = desk.last_name.get_untracked();
    let title = desk.draft_now().title;
    match (last.is_empty(), title.trim().is_empty()) {
        (false, _) => last,
        (true, false) => fitting_name(&title),
        (true, true) => String::new(),
    }
}
