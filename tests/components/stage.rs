//! A place on the page for one view, taken down at the end, and the ways a person touches what is on it.

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, KeyboardEvent, KeyboardEventInit};

/// One view on the page. Dropping it takes the view down.
pub struct Stage {
    root: HtmlElement,
    _view: Box<dyn Any>,
}

impl Stage {
    /// Puts what `view` makes on the page and lets its effects run.
    pub async fn set<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let view = mount_to(root.clone(), view);
        let stage = Self { root, _view: Box::new(view) };
        settle().await;
        stage
    }

    /// All elements that match.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let nodes = self.root.query_selector_all(selector).unwrap();
        (0..nodes.length()).map(|index| nodes.get(index).unwrap().unchecked_into()).collect()
    }

    /// The one element that matches.
    #[track_caller]
    pub fn one(&self, selector: &str) -> HtmlElement {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "elements that match {selector} in {}", self.root.inner_html());
        found.remove(0)
    }

    /// The button of this name.
    #[track_caller]
    pub fn button(&self, name: &str) -> HtmlElement {
        let named = |button: &HtmlElement| button.text_content().unwrap_or_default() == name;
        let found = self.all("button").into_iter().find(named);
        found.unwrap_or_else(|| panic!("no button named {name} in {}", self.root.inner_html()))
    }

    /// All text.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// The box that belongs to the label of this text, as the browser sees it.
    #[track_caller]
    pub fn labelled(&self, label: &str) -> HtmlElement {
        let named = |element: &HtmlElement| element.text_content().as_deref() == Some(label);
        let id = self.all("label").into_iter().find(named).unwrap().get_attribute("for").unwrap();
        self.one(&format!("#{id}"))
    }

    /// What a screen reader reads after the name of `element`.
    pub fn description(&self, element: &Element) -> String {
        let ids = element.get_attribute("aria-describedby").unwrap_or_default();
        ids.split(' ').map(|id| self.one(&format!("#{id}")).text_content().unwrap_or_default()).collect()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Lets everything that has been set off come to rest: effects, and what they set off in turn.
pub async fn settle() {
    for _ in 0..8 {
        leptos::task::tick().await;
    }
}

/// The id of the element that has the focus; empty for none.
pub fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// Tells `target` of an event that bubbles; true when nobody prevented its default.
pub fn fire(target: &Element, name: &str) -> bool {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    target.dispatch_event(&Event::new_with_event_init_dict(name, &init).unwrap()).unwrap()
}

/// Presses a key on `target`; true when nobody prevented its default.
pub fn press_key(target: &Element, key: &str) -> bool {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    target
        .dispatch_event(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap())
        .unwrap()
}
