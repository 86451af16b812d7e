//! A text box as the browser holds it: its text, its caret, and changes of which its undo knows.
//!
//! Places are counted as the browser counts them, in units of UTF-16.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventInit, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// A text box of one line or of several. Both answer to the same names, so that one type does for both.
#[derive(Debug, Clone)]
pub struct TextControl(HtmlTextAreaElement);

impl TextControl {
    /// The first one within an element.
    pub fn within(parent: &Element) -> Option<Self> {
        let found = parent.query_selector("input, textarea").ok()??;
        Some(Self(found.unchecked_into()))
    }

    /// The element.
    pub fn element(&self) -> &HtmlElement {
        &self.0
    }

    /// What stands in it.
    pub fn value(&self) -> String {
        self.0.value()
    }

    /// Where the caret is; none while it has not the focus or something is selected.
    pub fn caret(&self) -> Option<u32> {
        let has_focus = self.0.owner_document()?.active_element().as_ref() == Some(self.element());
        let (start, end) = (self.0.selection_start().ok()?, self.0.selection_end().ok()?);
        start.filter(|_| has_focus && start == end)
    }

    /// Puts `text` in the place of what lies between two places, with the caret behind it, as if it were typed: undo
    /// takes it back where the browser can, and `input` is told.
    pub fn replace(&self, start: u32, end: u32, text: &str) {
        // Neither can fail for a text box of plain text.
        let _ = self.0.focus();
        let _ = self.0.set_selection_range(start, end);
        let document = self.0.owner_document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
        // Old-fashioned, but nothing newer makes a step for undo.
        let is_typed = document.is_some_and(|document| {
            document.exec_command_with_show_ui_and_value("insertText", false, text).unwrap_or(false)
        });
        if !is_typed {
            self.put(start, end, text);
        }
    }

    /// The same past undo.
    fn put(&self, start: u32, end: u32, text: &str) {
        let _ = self.0.set_range_text_with_start_and_end(text, start, end);
        let behind = start.saturating_add(u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX));
        let _ = self.0.set_selection_range(behind, behind);
        let init = EventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &init) {
            let _ = self.0.dispatch_event(&event);
        }
    }

    /// Sets an attribute of the element, or takes it away.
    pub fn mark(&self, name: &str, value: Option<&str>) {
        // Fails only for what cannot be a name.
        let _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Calls `hear` at each of these events until the reactive owner goes.
    pub fn listen(&self, events: &'static [&'static str], hear: impl Fn(Event) + 'static) {
        let element = self.0.clone();
        let listener = Closure::<dyn Fn(Event)>::new(hear);
        for event in events {
            // Adding a listener to an element cannot fail.
            let _ = element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
        let parts = SendWrapper::new((element, listener));
        on_cleanup(move || {
            let (element, listener) = &*parts;
            for event in events {
                let _ = element.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            }
        });
    }
}
