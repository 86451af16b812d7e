//! What is wrong with the Liquid of a box, in words under it, with buttons that mend it.

use leptos::prelude::*;
use push_view::view;

use super::editor::Editor;
use super::proof::Proof;
use super::remarks::{Fix, Remark};
use crate::ui::{Button, Glyph, Icon};

/// Remarks that are shown; the rest is counted.
const SHOWN: usize = 5;

/// The list. It is there while empty, so that screen readers notice what comes into it.
pub fn remark_list(editor: Editor, proof: Memo<Proof>, id: String) -> AnyView {
    let items = move || {
        proof.with(|proof| {
            let items = proof.remarks.iter().take(SHOWN).cloned();
            items.map(|remark| item(editor, remark)).collect::<Vec<_>>()
        })
    };
    let rest = move || {
        let rest = proof.with(|proof| proof.remarks.len().saturating_sub(SHOWN));
        (rest > 0).then(|| view! { <p class="field-hint">{format!("and {rest} more")}</p> })
    };
    view! {
        <div class="field-messages liquid-remarks" id=id aria-live="polite">
            {items}
            {rest}
        </div>
    }
    .into_any()
}

fn item(editor: Editor, Remark { words, fix, .. }: Remark) -> AnyView {
    let button = fix.map(|Fix { label, edits }| {
        view! { <Button on_click=move |()| editor.mend(&edits)>{label}</Button> }
    });
    view! {
        <div class="liquid-remark">
            <p class="field-message" data-tone="warn">
                <Icon glyph=Glyph::Warning />
                <span>
                    <span class="visually-hidden">"Warning: "</span>
                    {with_names(&words)}
                </span>
            </p>
            {button}
        </div>
    }
    .into_any()
}

/// Words in which every second part between back quotes is a name.
fn with_names(words: &str) -> Vec<AnyView> {
    let parts = words.split('`').map(str::to_owned).enumerate();
    parts
        .map(|(number, part)| match number % 2 {
            0 => part.into_any(),
            _ => view! { <code dir="auto">{part}</code> }.into_any(),
        })
        .collect()
}
