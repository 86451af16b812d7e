//! One text box under the hands of a person: follows the caret, offers what can be written there, and puts it in.
//!
//! The box stays the one that was there before: it keeps its name, its undo, and all that is typed.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::Sources;
use super::completion::{Completion, completion};
use super::edit::{Edit, byte_at, place_of};
use super::proof::names;
use super::syntax::pieces;
use crate::platform::text_control::TextControl;

/// The box and what is going on in it.
#[derive(Clone, Copy)]
pub struct Editor {
    sources: Sources,
    control: StoredValue<Option<TextControl>, LocalStorage>,
    /// True while a change of ours is under way, for which nothing is offered.
    is_changing: StoredValue<bool>,
    /// Where the caret is, in bytes; none while the box has not the focus.
    pub caret: RwSignal<Option<usize>>,
    /// What is offered.
    pub offer: RwSignal<Option<Completion>>,
    /// Which choice of it would be taken, counted from 0.
    pub active: RwSignal<usize>,
}

impl Editor {
    /// An editor without a box yet.
    pub fn new(sources: Sources) -> Self {
        Self {
            sources,
            control: StoredValue::new_local(None),
            is_changing: StoredValue::new(false),
            caret: RwSignal::new(None),
            offer: RwSignal::new(None),
            active: RwSignal::new(0),
        }
    }

    /// Takes the text box within `frame`, which tells its remarks by the element `remarks_id`. `follow` is called when
    /// the box may have been scrolled.
    pub fn attach(self, frame: &Element, remarks_id: &str, follow: impl Fn(&TextControl) + 'static) {
        let Some(control) = TextControl::within(frame) else { return };
        let described = control.element().get_attribute("aria-describedby").unwrap_or_default();
        control.mark("aria-describedby", Some([&described, " ", remarks_id].concat().trim_start()));
        control.mark("aria-autocomplete", Some("list"));
        control.mark("aria-haspopup", Some("listbox"));
        control.listen(&["input"], move |event| self.typed(&event));
        control.listen(&["keydown"], move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                self.pressed(event);
            }
        });
        control.listen(&["selectionchange", "keyup", "pointerup", "focus", "blur"], move |_| self.look());
        let scrolled = control.clone();
        let events = &["scroll", "input", "selectionchange", "keyup", "pointerup", "blur"];
        control.listen(events, move |_| follow(&scrolled));
        self.control.set_value(Some(control));
        self.look();
    }

    /// Sets an attribute of the box, or takes it away.
    pub fn mark(self, name: &str, value: Option<&str>) {
        self.with(|control| control.mark(name, value));
    }

    fn with<T>(self, act: impl FnOnce(&TextControl) -> T) -> Option<T> {
        // A clone, so that the change it makes may come back here.
        let control = self.control.try_get_value().flatten()?;
        Some(act(&control))
    }

    /// The text and where the caret is in it, in bytes.
    fn place(self) -> Option<(String, usize)> {
        self.with(|control| {
            let text = control.value();
            let caret = byte_at(&text, control.caret()?);
            Some((text, caret))
        })?
    }

    /// Looks where the caret is. What was offered at another place is offered no longer.
    fn look(self) {
        let caret = self.place().map(|(_, caret)| caret);
        if self.caret.try_get_untracked().is_some_and(|known| known != caret) {
            self.caret.set(caret);
            self.close();
        }
    }

    fn typed(self, event: &Event) {
        self.look();
        let is_composing =
            event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing);
        if !is_composing && !self.is_changing.get_value() {
            self.open();
        }
    }

    /// Offers what can be written at the caret; false when there is nothing.
    fn open(self) -> bool {
        let Sources { columns, texts, .. } = self.sources;
        let found = self.place().and_then(|(text, caret)| {
            let elsewhere =
                || texts.iter().flat_map(|text| text.with_untracked(|text| names(text))).collect();
            columns.with_untracked(|columns| {
                let elsewhere: Vec<String> = if columns.is_none() { elsewhere() } else { Vec::new() };
                completion(&text, &pieces(&text), caret, columns.as_deref(), &elsewhere)
            })
        });
        let is_open = found.is_some();
        self.active.set(0);
        self.offer.set(found);
        is_open
    }

    fn close(self) {
        if self.offer.with_untracked(Option::is_some) {
            self.offer.set(None);
        }
    }

    /// Keys mean something of their own only while something is offered.
    fn pressed(self, event: &KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let count = self.offer.with_untracked(|offer| offer.as_ref().map_or(0, |offer| offer.choices.len()));
        let active = self.active.get_untracked();
        let is_plain = !(event.shift_key() || event.ctrl_key() || event.meta_key() || event.alt_key());
        match (event.key().as_str(), count) {
            ("ArrowDown", 0) if event.alt_key() => {
                if !self.open() {
                    return;
                }
            }
            (_, 0) => return,
            ("ArrowDown", _) if is_plain => self.active.set((active + 1) % count),
            ("ArrowUp", _) if is_plain => self.active.set((active + count - 1) % count),
            ("Enter" | "Tab", _) if is_plain => self.take(active),
            ("Escape", _) => {
                self.close();
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// Writes a choice of what is offered.
    pub fn take(self, index: usize) {
        let Some(Completion { range, choices, .. }) = self.offer.get_untracked() else { return };
        if let Some(choice) = choices.into_iter().nth(index) {
            self.change(&Edit::new(range, choice.text));
        }
    }

    /// Makes several changes as one.
    pub fn mend(self, edits: &[Edit]) {
        if let Some(edit) = self.with(|control| Edit::joined(&control.value(), edits)).flatten() {
            self.change(&edit);
        }
    }

    fn change(self, edit: &Edit) {
        self.close();
        self.is_changing.set_value(true);
        self.with(|control| {
            let text = control.value();
            let place = |byte| place_of(&text, byte);
            control.replace(place(edit.range.start), place(edit.range.end), &edit.text);
        });
        self.is_changing.set_value(false);
        self.look();
    }
}
