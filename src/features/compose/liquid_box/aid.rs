//! Everything that stands around a text box of Liquid: the paint behind it, the choices and the remarks under it.
//!
//! Lives in the second module. The box itself is in the first and is used as it is.

use leptos::html;
use leptos::prelude::*;
use push_view::view;

use super::Sources;
use super::choice_list::choice_list;
use super::editor::Editor;
use super::proof::{Proof, Stroke};
use super::remark_list::remark_list;
use crate::second_module::second_module;
use crate::ui::element_id;

second_module! {
    /// The aid of the text box beside which it is put.
    pub fn aid(sources: Sources) -> AnyView {
        let Sources { value, columns, .. } = sources;
        let editor = Editor::new(sources);
        let proof = Memo::new(move |_| {
            let caret = editor.caret.get();
            value.with(|text| columns.with(|columns| Proof::read(text, columns.as_deref(), caret)))
        });
        let remarks_id = element_id("remarks");
        let paint = NodeRef::<html::Div>::new();
        let own_remarks = remarks_id.clone();
        Effect::new(move |_| {
            let Some(frame) = paint.get().and_then(|paint| paint.parent_element()) else { return };
            editor.attach(&frame, &own_remarks, move |control| {
                let Some(paint) = paint.get_untracked() else { return };
                paint.set_scroll_top(control.element().scroll_top());
                paint.set_scroll_left(control.element().scroll_left());
            });
        });
        let strokes = move || proof.with(|proof| proof.strokes.iter().cloned().map(stroke).collect::<Vec<_>>());
        view! {
            // A text that ends with a line break has a last line, which the browser draws only when something is in it.
            <div class="liquid-paint" aria-hidden="true" dir="auto" node_ref=paint>{strokes} "\u{200b}"</div>
            {choice_list(editor)}
            {remark_list(editor, proof, remarks_id)}
        }
        .into_any()
    }
}

fn stroke(Stroke { text, piece, kind, is_wrong }: Stroke) -> AnyView {
    match piece {
        None => text.into_any(),
        Some(piece) => {
            let wrong = is_wrong.then_some("");
            view! { <span data-piece=piece data-kind=kind data-wrong=wrong>{text}</span> }.into_any()
        }
    }
}
