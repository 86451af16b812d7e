//! Recipients worth a look: the extremes of the list.

use leptos::prelude::*;
use push_qa::summary::{Exhibit, Summary};
use push_view::view;

use crate::ui::grouped;

/// The recipients, each with why it is shown.
pub fn gallery(summary: &Summary, on_row: Callback<u32>) -> AnyView {
    let items = summary.gallery.iter().map(|exhibit| item(exhibit, on_row));
    view! { <ul class="gallery" aria-label="Worth a look">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

fn item(exhibit: &Exhibit, on_row: Callback<u32>) -> AnyView {
    let row = exhibit.row;
    view! {
        <li class="cluster-text">
            <p>
                <strong>{exhibit.why.label()}</strong> " "
                <button type="button" class="row-link" on:click=move |_| on_row.run(row)>{format!("Row {}", grouped(row.into()))}</button>
            </p>
            <p class="cluster-title" dir="auto">{exhibit.title.clone()}</p>
            <p dir="auto">{exhibit.body.clone()}</p>
        </li>
    }
    .into_any()
}
