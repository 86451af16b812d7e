//! The sentence at the top of the dialog: what has just been done, what went wrong, and a way back.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::saved::SavedDraft;
use push_view::view;

use super::desk::Desk;
use crate::platform::storage::StorageError;
use crate::ui::{Banner, Button, Tone};

/// What is said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notice {
    /// Its colour and glyph.
    pub tone: Tone,
    /// What happened, in one sentence.
    pub title: String,
    /// More of it, a paragraph each.
    pub lines: Vec<String>,
    /// A deleted draft that can be put back.
    pub deleted: Option<Arc<SavedDraft>>,
}

impl Notice {
    /// Something went well.
    pub fn done(title: impl Into<String>) -> Self {
        Self { tone: Tone::Ok, title: title.into(), ..Self::default() }
    }

    /// Something could not be done, and what to do about it.
    pub fn failed(title: impl Into<String>, why: impl Into<String>) -> Self {
        Self { tone: Tone::Danger, title: title.into(), lines: vec![why.into()], deleted: None }
    }

    /// The browser's database refused.
    pub fn not_kept(error: &StorageError) -> Self {
        let why = format!("What was there is untouched. The browser says: {}.", error.0);
        Self::failed("This browser could not keep that", why)
    }
}

/// Where the notice appears. It is there while empty, so that screen readers notice what comes into it.
pub fn notice_region(desk: Desk) -> AnyView {
    let banner = move || desk.notice.get().map(|notice| draw(desk, notice));
    view! { <div class="drafts-notice" role="status">{banner}</div> }.into_any()
}

fn draw(desk: Desk, Notice { tone, title, lines, deleted }: Notice) -> AnyView {
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>();
    let undo = move || {
        deleted.map(|saved| {
            view! { <Button on_click=move |()| desk.put_back(saved.clone())>"Undo"</Button> }
        })
    };
    view! {
        <Banner tone title actions=undo>
            {lines}
        </Banner>
    }
    .into_any()
}
