//! stub
use leptos::prelude::*;
/// x
pub fn provide_toasts() {}
/// x
#[component]
pub fn ToastRegion() -> impl IntoView {}
