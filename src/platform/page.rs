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

/// Takes `name=value` out of the address bar, when its fragment begins so, and leaves an address without any
/// fragment, in the bar and in the history, so that a shared link or a screenshot does not carry it.
pub fn take_fragment(name: &str) -> Option<String> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    let mut pairs = form_urlencoded::parse(fragment.trim_start_matches('#').as_bytes());
    // Only the first: a link that carries a draft carries nothing else.
    let (_, value) = pairs.next().filter(|(key, _)| key == name)?;
    clear_fragment()?;
    Some(value.into_owned())
}

/// Leaves an address without its fragment, in the bar and in the history.
pub fn clear_fragment() -> Option<()> {
    let window = web_sys::window()?;
    let location = window.location();
    let bare = format!("{}{}", location.pathname().ok()?, location.search().ok()?);
    window.history().ok()?.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&bare)).ok()
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
