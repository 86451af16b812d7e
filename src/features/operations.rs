//! Operations: the list and the card that follows one.

use leptos::prelude::*;
use push_api::OperationId;

use crate::route::OperationsView;

/// The list.
#[component]
pub fn OperationsPage(
    /// Filter and place.
    view: Signal<OperationsView>,
) -> impl IntoView {
    view! { <header class="page-header"><h1>"Operations"</h1></header> {move || view.get().trail.number()} }
}

/// One operation; the children are its notifications.
#[component]
pub fn OperationPage(
    /// Which.
    id: OperationId,
    /// Its notifications.
    children: Children,
) -> impl IntoView {
    view! { <header class="page-header"><h1>"Operation"</h1></header> {id.to_string()} {children()} }
}
