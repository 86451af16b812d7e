//! A view that is made in a turn of its own, so that many of them do not hold up the page at once.

use std::time::Duration;

use leptos::prelude::*;
use push_view::view;

/// The view, made once the browser has had its turn. Until then nothing stands there.
pub fn in_turn(content: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let is_due = RwSignal::new(false);
    set_timeout(move || _ = is_due.try_set(true), Duration::ZERO);
    view! { {move || is_due.get().then(&content)} }.into_any()
}
