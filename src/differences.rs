//! What differs between two pushes or two drafts, word by word where it is text.

use leptos::prelude::*;
use push_qa::compare::{Change, PieceKind};
use push_view::view;

/// The differences under a heading; that there are none is said too.
pub fn differences(title: String, changes: &[Change]) -> AnyView {
    let rows = changes.iter().map(|change| {
        let pieces = change.words().into_iter().map(|piece| match piece.kind {
            PieceKind::Same => view! { <span>{piece.text}</span> }.into_any(),
            PieceKind::Removed => view! { <del>{piece.text}</del> }.into_any(),
            PieceKind::Added => view! { <ins>{piece.text}</ins> }.into_any(),
        });
        view! { <div><dt><code>{change.path.clone()}</code></dt><dd dir="auto">{pieces.collect::<Vec<_>>()}</dd></div> }
    });
    let rows: Vec<_> = rows.collect();
    let content = if rows.is_empty() {
        view! { <p class="muted">"Nothing differs."</p> }.into_any()
    } else {
        view! { <dl class="walk-variables differences">{rows}</dl> }.into_any()
    };
    view! {
        <section aria-label=title.clone()>
            <h3>{title.clone()}</h3>
            {content}
        </section>
    }
    .into_any()
}
