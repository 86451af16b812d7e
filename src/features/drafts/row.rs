//! One named draft in the list: what it is, and what can be done to it.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::saved::SavedDraft;
use push_api::share::Shared;
use push_view::view;

use super::contents::recipients_in_words;
use super::desk::Desk;
use super::export_drafts::export_drafts;
use super::pane::Pane;
use crate::platform::clock;
use crate::ui::{Badge, Button, ButtonKind, Tone};

/// What can be done to a draft: the word on its button, and the deed.
type Deed = (&'static str, fn(Desk, Arc<SavedDraft>));

/// The deeds in their order; the first is the usual one.
const DEEDS: [Deed; 7] = [
    ("Open", |desk, saved| desk.open(shared(&saved))),
    ("Compare", |desk, saved| desk.show(Pane::Compare(saved))),
    ("Share", |desk, saved| desk.show(Pane::Share(shared(&saved)))),
    ("Duplicate", |desk, saved| desk.show(Pane::Copy(saved))),
    ("Rename", |desk, saved| desk.show(Pane::Rename(saved))),
    ("Export", |desk, saved| export_drafts(desk, &[saved])),
    ("Delete", |desk, saved| desk.delete(saved)),
];

/// The row.
pub fn row(desk: Desk, saved: &Arc<SavedDraft>) -> AnyView {
    let in_form = {
        let saved = Arc::clone(saved);
        Memo::new(move |_| desk.draft() == saved.draft)
    };
    let template = saved.is_template().then(|| view! { <Badge tone=Tone::Info>"Template"</Badge> });
    let here = move || in_form.get().then(|| view! { <Badge tone=Tone::Accent>"In the form"</Badge> });
    let facts = format!(
        "{} · saved {}",
        if saved.is_template() {
            "for any recipients".to_owned()
        } else {
            recipients_in_words(saved.recipients())
        },
        clock::show_ms(saved.saved_at)
    );
    let buttons = DEEDS.map(|(word, deed)| {
        let kind = if word == "Open" { ButtonKind::Secondary } else { ButtonKind::Quiet };
        let (name, saved) = (format!(" “{}”", saved.name), Arc::clone(saved));
        view! {
            <Button kind on_click=move |()| deed(desk, Arc::clone(&saved))>
                <span>{word}<span class="visually-hidden">{name}</span></span>
            </Button>
        }
        .into_any()
    });
    view! {
        <li class="drafts-row">
            <div class="cluster">
                <h4 class="drafts-name"><bdi>{saved.name.clone()}</bdi></h4>
                {template}
                {here}
            </div>
            <p class="drafts-title">{title(saved)}</p>
            <p class="muted">{facts}</p>
            <div class="cluster drafts-deeds">{buttons.into_iter().collect::<Vec<_>>()}</div>
        </li>
    }
    .into_any()
}

/// Title of the push, or its body, or that it has neither.
fn title(saved: &SavedDraft) -> AnyView {
    let draft = &saved.draft;
    let text = [&draft.title, &draft.body].into_iter().find(|text| !text.trim().is_empty());
    match text {
        Some(text) => view! { <bdi>{text.clone()}</bdi> }.into_any(),
        None => view! { <span class="muted">"no title and no body"</span> }.into_any(),
    }
}

fn shared(saved: &SavedDraft) -> Arc<Shared> {
    Arc::new(Shared { name: saved.name.clone(), draft: saved.draft.clone() })
}
