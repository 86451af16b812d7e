//! A text box as the browser holds it: its text, its caret, and changes of which its undo knows.
//!
//! Places are counted as the browser counts them, in units of UTF-16.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventInit, HtmlDocument, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// A text box of one line or of several.
#[derive(Debug, Clone)]
pub enum TextControl {
    /// Of one.
    Line(HtmlInputElement),
    /// Of several.
    Lines(HtmlTextAreaElement),
}

impl TextControl {
    /// The first one within an element.
    pub fn within(parent: &Element) -> Option<Self> {
        let found = parent.query_selector("input, textarea").ok()??;
        match found.dyn_into::<HtmlInputElement>() {
            Ok(input) => Some(Self::Line(input)),
            Err(other) => other.dyn_into().ok().map(Self::Lines),
        }
    }

    /// The element.
    pub fn element(&self) -> &HtmlElement {
        match self {
            Self::Line(input) => input,
            Self::Lines(area) => area,
        }
    }

    /// What stands in it.
    pub fn value(&self) -> String {
        match self {
            Self::Line(input) => input.value(),
            Self::Lines(area) => area.value(),
        }
    }

    /// Where the caret is; none while it has not the focus or something is selected.
    pub fn caret(&self) -> Option<u32> {
        let has_focus = self.element().owner_document()?.active_element().as_ref() == Some(self.element());
        let (start, end) = match self {
            Self::Line(input) => (input.selection_start(), input.selection_end()),
            Self::Lines(area) => (area.selection_start(), area.selection_end()),
        };
        start.ok().flatten().filter(|start| has_focus && end.ok().flatten() == Some(*start))
    }

    /// Puts `text` in the place of what lies between two places, with the caret behind it, as if it were typed: undo
    /// takes it back where the browser can, and `input` is told.
    pub fn replace(&self, start: u32, end: u32, text: &str) {
        // Neither can fail for a text box of plain text.
        let _ = self.element().focus();
        let _ = self.select(start, end);
        let document =
            self.element().owner_document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
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
        let _ = match self {
            Self::Line(input) => input.set_range_text_with_start_and_end(text, start, end),
            Self::Lines(area) => area.set_range_text_with_start_and_end(text, start, end),
        };
        let behind = start.saturating_add(u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX));
        let _ = self.select(behind, behind);
        let init = EventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &init) {
            let _ = self.element().dispatch_event(&event);
        }
    }

    fn select(&self, start: u32, end: u32) -> Result<(), wasm_bindgen::JsValue> {
        match self {
            Self::Line(input) => input.set_selection_range(start, end),
            Self::Lines(area) => area.set_selection_range(start, end),
        }
    }

    /// Sets an attribute of the element, or takes it away.
    pub fn mark(&self, name: &str, value: Option<&str>) {
        // Fails only for what cannot be a name.
        let _ = match value {
            Some(value) => self.element().set_attribute(name, value),
            None => self.element().remove_attribute(name),
        };
    }

    /// Calls `hear` at each of these events until the reactive owner goes.
    pub fn listen(&self, events: &'static [&'static str], hear: impl Fn(Event) + 'static) {
        let element = self.element().clone();
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
