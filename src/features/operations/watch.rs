//! What every poller of a page goes by: whether the page is seen, and what time it is.

use std::time::Duration;

use leptos::prelude::*;

use crate::platform::{clock, visibility};

/// Made once for a page and handed to its cards.
#[derive(Clone, Copy)]
pub struct Watch {
    /// True while the tab is shown.
    pub visible: Signal<bool>,
    /// Unix milliseconds, once a second, as long as the tab is shown.
    pub now: Signal<i64>,
}

impl Watch {
    /// Starts to watch; ends with the current owner.
    pub fn start() -> Self {
        let visible = visibility::is_visible();
        let (now, set_now) = signal(clock::now_ms());
        Effect::new(move || {
            if visible.get() {
                set_now.set(clock::now_ms());
                let tick = move || {
                    set_now.try_set(clock::now_ms());
                };
                // Fails only outside of a browser's window.
                if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_secs(1)) {
                    on_cleanup(move || ticking.clear());
                }
            }
        });
        Self { visible, now: now.into() }
    }
}
