//! Writing a push.

use leptos::prelude::*;

/// The page.
#[component]
pub fn ComposePage() -> impl IntoView {
    view! { <header class="page-header"><h1>"Compose"</h1></header> }
}
