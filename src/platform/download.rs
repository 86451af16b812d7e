//! Hands a text to the browser as a file to save. Nothing leaves the machine.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Saves `text` under `name`. `media_type` is such as `text/csv`. Returns false when the browser refuses.
pub fn save(name: &str, media_type: &str, text: &str) -> bool {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else { return false };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return false };
    let has_begun = link(name, &address).is_some();
    // The browser has taken hold of the bytes by now.
    let _ = Url::revoke_object_url(&address);
    has_begun
}

fn link(name: &str, address: &str) -> Option<()> {
    let element = web_sys::window()?.document()?.create_element("a").ok()?;
    let link: HtmlAnchorElement = element.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Some(())
}
