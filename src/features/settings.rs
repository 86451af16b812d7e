//! Which proxy, as whom, and whether it works.

use leptos::prelude::*;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! { <header class="page-header"><h1>"Settings"</h1></header> }
}
