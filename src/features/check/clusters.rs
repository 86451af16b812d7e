//! The different texts of a list, the most frequent first.

use leptos::prelude::*;
use push_qa::summary::{Cluster, Summary};
use push_view::view;

use crate::ui::grouped;

/// The texts, and in words how many there are.
pub fn clusters(summary: &Summary, on_row: Callback<u32>) -> AnyView {
    let rows = summary.clusters.iter().map(|cluster| row(cluster, on_row));
    let left_out = u64::from(summary.texts).saturating_sub(summary.clusters.len() as u64);
    let rest = (left_out > 0).then(|| {
        view! { <p class="muted num">{format!("and {} more texts", grouped(left_out))}</p> }
    });
    view! {
        <p class="num">{in_words(summary)}</p>
        <ol class="clusters" aria-label="Texts">{rows.collect::<Vec<_>>()}</ol>
        {rest}
    }
    .into_any()
}

/// How many recipients and how many texts.
pub fn in_words(summary: &Summary) -> String {
    let plural = |count: u32, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{} {many}", grouped(count.into())),
    };
    format!(
        "{}, {}",
        plural(summary.recipients, "recipient", "recipients"),
        plural(summary.texts, "text", "texts")
    )
}

fn row(cluster: &Cluster, on_row: Callback<u32>) -> AnyView {
    let first = cluster.first_row;
    view! {
        <li class="cluster-text">
            <p class="num">{grouped(cluster.recipients.into())} " × " <button type="button" class="row-link" on:click=move |_| on_row.run(first)>{format!("Row {}", grouped(first.into()))}</button></p>
            <p class="cluster-title" dir="auto">{cluster.title.clone()}</p>
            <p dir="auto">{cluster.body.clone()}</p>
        </li>
    }
    .into_any()
}
