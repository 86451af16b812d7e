//! What stands in place of the table when there is nothing in it: why, and what to do.

use leptos::prelude::*;
use push_view::view;

use crate::route::{NotificationsView, Route};
use crate::ui::{Button, EmptyState, LinkButton};

/// The words for an empty page: it depends on how the person came here.
pub fn nothing(
    view: &NotificationsView,
    within_operation: bool,
    to_first: Callback<()>,
    clear: Callback<()>,
) -> AnyView {
    if view.trail.current().is_some() {
        return view! {
            <EmptyState title="Nothing on this page" text="The list has become shorter since the last page.">
                <Button on_click=to_first>"Go to the first page"</Button>
            </EmptyState>
        }
        .into_any();
    }
    if view.has_filters() {
        return view! {
            <EmptyState title="Nothing fits these filters" text="Records are kept for 7 days.">
                <Button on_click=clear>"Clear filters"</Button>
            </EmptyState>
        }
        .into_any();
    }
    if within_operation {
        let text = "They appear as the operation is worked through, and are kept for 7 days.";
        return view! { <EmptyState title="No notifications yet" text /> }.into_any();
    }
    view! {
        <EmptyState title="No notifications yet" text="Every push to one recipient is listed here for 7 days.">
            <LinkButton href=Route::Compose.href()>"Compose a push"</LinkButton>
        </EmptyState>
    }
    .into_any()
}
