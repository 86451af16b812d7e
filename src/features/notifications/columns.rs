//! The columns of the list, as data.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::{NotificationSummary, Timestamp};
use push_view::view;

use super::recipient::{in_short, providers, whole};
use super::words::of_status;
use crate::copying::copier;
use crate::moment::Moment;
use crate::route::Route;
use crate::ui::{Badge, Column, CopyButton};

/// One row.
pub type Row = Arc<NotificationSummary>;

/// Recipient, provider, status, created, updated.
pub fn columns() -> Vec<Column<Row>> {
    let copy = copier();
    vec![
        Column::new("Recipient", move |row: &Row| recipient(row, copy)),
        Column::new("Provider", |row: &Row| providers(&row.to)).class("nowrap"),
        Column::new("Status", |row: &Row| status(row)).class("nowrap"),
        Column::new("Created", |row: &Row| moment(row.created_at.as_ref())),
        Column::new("Updated", |row: &Row| moment(row.updated_at.as_ref())),
    ]
}

/// Tells a row from others and from its own earlier states.
pub fn key(row: &Row) -> String {
    let changed = row.updated_at.as_ref().map_or("", Timestamp::as_str);
    [row.id.as_str(), row.status.as_str(), changed].join(" ")
}

fn recipient(row: &Row, copy: Callback<String>) -> AnyView {
    let href = Route::Notification(row.id.clone()).href();
    let whole = whole(&row.to);
    let button = (!whole.is_empty()).then(|| {
        view! { <CopyButton text=whole label="Copy recipient" compact=true on_copy=copy /> }
    });
    view! {
        <span class="short-id">
            <a class="table-link mono" href=href>
                {in_short(&row.to)}
            </a>
            {button}
        </span>
    }
    .into_any()
}

fn status(row: &Row) -> AnyView {
    let words = of_status(&row.status);
    view! { <Badge tone=words.tone>{words.label}</Badge> }.into_any()
}

fn moment(at: Option<&Timestamp>) -> AnyView {
    match at.cloned() {
        Some(at) => view! { <Moment at /> }.into_any(),
        None => "–".into_any(),
    }
}
