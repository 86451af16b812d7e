//! The clipboard: writing only; the console never reads it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

/// Puts text on the clipboard.
///
/// # Errors
/// The sentence to show when the browser refuses (no permission, or a page that is not secure).
pub async fn copy(text: &str) -> Result<(), String> {
    let refused =
        || "The browser does not let this page use the clipboard; select the text and copy it.".to_owned();
    let navigator = web_sys::window().ok_or_else(refused)?.navigator();
    // On a page that is not secure, `navigator.clipboard` is undefined, which the typed getter cannot say.
    let clipboard =
        js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).map_err(|_| refused())?;
    let clipboard: Clipboard = clipboard.dyn_into().map_err(|_| refused())?;
    JsFuture::from(clipboard.write_text(text)).await.map(drop).map_err(|_| refused())
}
