//! The list of operations.

use leptos::prelude::*;

use crate::route::OperationsView;

/// The list.
#[component]
pub fn OperationsPage(
    /// Filter and place.
    view: Signal<OperationsView>,
) -> impl IntoView {
    view! { <header class="page-header"><h1>"Operations"</h1></header> {move || view.get().trail.number()} }
}
