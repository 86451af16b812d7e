//! The page itself: its title, its address bar, and where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Writes the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Moves the keyboard to the element with this id, so that a new page is read from its beginning.
pub fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) =
        document.and_then(|d| d.get_element_by_id(id)).and_then(|e| e.dyn_into::<HtmlElement>().ok())
    {
        // Fails only for an element that cannot have the focus.
        let _ = element.focus();
    }
}

/// Moves the keyboard to the first element that a CSS selector finds. Returns whether there was one.
pub fn focus_first(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.query_selector(selector).ok().flatten());
    element.and_then(|e| e.dyn_into::<HtmlElement>().ok()).is_some_and(|element| element.focus().is_ok())
}

/// The origin of this page, for example `https://console.example.com`.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Takes `name=value` out of the address bar's fragment and leaves an address without it, in the bar and in
/// the history, so that a shared link or a screenshot does not carry it.
pub fn take_fragment(name: &str) -> Option<String> {
    let window = web_sys::window()?;
    let location = window.location();
    let fragment = location.hash().ok()?;
    let pairs = form_urlencoded::parse(fragment.trim_start_matches('#').as_bytes());
    let value = pairs.into_iter().find(|(key, _)| key == name)?.1.into_owned();
    let bare = format!("{}{}", location.pathname().ok()?, location.search().ok()?);
    let history = window.history().ok()?;
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&bare)).ok()?;
    Some(value)
}

/// Scrolls the element with this id into view, no further than it takes.
pub fn reveal(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
