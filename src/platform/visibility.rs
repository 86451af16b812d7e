//! Whether anybody can see the page. What nobody sees need not be kept fresh.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::VisibilityState;

/// True while the tab is shown. Lives as long as the reactive owner that asked.
pub fn is_visible() -> Signal<bool> {
    let (visible, set_visible) = signal(shown());
    let listener = Closure::<dyn Fn()>::new(move || set_visible.set(shown()));
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let callback = listener.as_ref().unchecked_ref();
        // Adding a listener to the document cannot fail.
        let _ = document.add_event_listener_with_callback("visibilitychange", callback);
        let parts = send_wrapper::SendWrapper::new((document, listener));
        on_cleanup(move || {
            let (document, listener) = &*parts;
            let callback = listener.as_ref().unchecked_ref();
            let _ = document.remove_event_listener_with_callback("visibilitychange", callback);
        });
    }
    visible.into()
}

fn shown() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}
