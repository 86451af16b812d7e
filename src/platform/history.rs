//! The address bar as a signal: links, *back*, *forward* and code all end here, and no page is loaded anew.
//!
//! Written here because a router brings matching, nesting and loading of its own, and the console has its own map;
//! what is left to do is this file.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, Location, MouseEvent, Window};

/// Where the page is, as the address bar says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// The path, from its first slash.
    pub path: String,
    /// The query without its question mark.
    pub query: String,
    /// The fragment with its hash sign; empty without one.
    pub fragment: String,
}

/// How an address comes into the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// As a new entry; *back* leads to where the person was.
    Push,
    /// In place of the present entry, for what changes with every key.
    Replace,
}

/// The way through the pages. Cheap to copy; read it with [`History::current`].
#[derive(Debug, Clone, Copy)]
pub struct History {
    address: RwSignal<Address>,
}

impl History {
    /// Takes over the links of the page for as long as the reactive owner lives, and is there for everything below.
    pub fn provide() -> Self {
        let history = Self { address: RwSignal::new(shown()) };
        let clicks = window_event_listener(ev::click, move |event| history.follow(&event));
        let travels = window_event_listener(ev::popstate, move |_| history.look());
        on_cleanup(move || {
            clicks.remove();
            travels.remove();
        });
        provide_context(history);
        history
    }

    /// The history of the page. Only for code below [`History::provide`].
    pub fn current() -> Self {
        expect_context()
    }

    /// Where the page is. Tracked.
    pub fn address(self) -> Address {
        self.address.get()
    }

    /// Goes to an address of this console, and leaves the page where it is scrolled to.
    pub fn go(self, href: &str, step: Step) {
        let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
        // Fails only when a page goes on and on to new addresses; it then stays where it is.
        let _ = match step {
            Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
            Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
        };
        self.look();
    }

    /// Reads the address bar again, after it was changed past this file.
    pub fn look(self) {
        let now = shown();
        if self.address.with_untracked(|address| *address != now) {
            self.address.set(now);
        }
    }

    /// A plain click on a link to another address of this console; every other click is the browser's.
    fn follow(self, event: &MouseEvent) {
        let has_modifier = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || has_modifier {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let Some(href) = link_of(event).and_then(|link| href_within(&link, &window.location())) else {
            return;
        };
        event.prevent_default();
        self.go(&href, Step::Push);
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn shown() -> Address {
    let Some(location) = web_sys::window().map(|window: Window| window.location()) else {
        return Address::default();
    };
    Address {
        path: location.pathname().unwrap_or_default(),
        query: location.search().unwrap_or_default().trim_start_matches('?').to_owned(),
        fragment: location.hash().unwrap_or_default(),
    }
}

fn link_of(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let clicked: Element = event.target()?.dyn_into().ok()?;
    clicked.closest("a[href]").ok()??.dyn_into().ok()
}

/// The address behind a link, when it is of this console and more than another place on the same page.
fn href_within(link: &HtmlAnchorElement, here: &Location) -> Option<String> {
    let is_elsewhere = !link.target().is_empty() || link.has_attribute("download");
    if is_elsewhere || Some(link.origin()) != here.origin().ok() {
        return None;
    }
    let (path, query, fragment) = (link.pathname(), link.search(), link.hash());
    let is_same_page =
        Some(&path) == here.pathname().ok().as_ref() && Some(&query) == here.search().ok().as_ref();
    (fragment.is_empty() || !is_same_page).then(|| format!("{path}{query}{fragment}"))
}
