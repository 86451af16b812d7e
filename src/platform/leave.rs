//! The moment at which a page may be seen for the last time: hidden, reloaded, closed, or left within the app.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventTarget, VisibilityState};

/// Calls `save` whenever this may be the last chance, and once more when the reactive owner goes. It has to be
/// done when it returns: nothing that is awaited is sure to go on.
pub fn on_leave(save: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let last = SendWrapper::new(save.clone());
    let page = document.clone();
    // `pagehide` is for browsers that close a shown page without hiding it first.
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if event.type_() == "pagehide" || page.visibility_state() == VisibilityState::Hidden {
            save();
        }
    });
    let targets: [(EventTarget, &str); 2] =
        [(document.into(), "visibilitychange"), (window.into(), "pagehide")];
    for (target, event) in &targets {
        // Adding a listener to the page cannot fail.
        let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    let parts = SendWrapper::new((targets, listener));
    on_cleanup(move || {
        let (targets, listener) = &*parts;
        for (target, event) in targets {
            let _ = target.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
        last();
    });
}
