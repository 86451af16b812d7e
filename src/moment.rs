//! A moment on the page: in the person's own time, with the upstream's UTC text for those who compare.

use leptos::prelude::*;
use push_api::Timestamp;
use push_view::view;

use crate::platform::clock;

/// A moment; the tooltip is the text that the upstream gave.
#[component]
pub fn Moment(
    /// The moment.
    at: Timestamp,
) -> impl IntoView {
    let utc = at.to_string();
    view! { <time class="moment" datetime=utc.clone() title=utc>{clock::show(&at)}</time> }.into_any()
}
