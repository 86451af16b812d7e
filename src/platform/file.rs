//! Files that a person hands to the page, by choosing or by dropping them. They are read here and sent nowhere.

use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, HtmlInputElement};

/// The file that was chosen in a box, which is then ready for the same one again.
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The first file that was dropped; nothing for a dropped text or link.
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// All of a file as text in UTF-8; bytes that are none become replacement characters.
///
/// # Errors
/// The sentence to show when the browser cannot read it.
pub async fn text(file: &File) -> Result<String, String> {
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or_else(|| {
        "The browser could not read the file; it may have been moved or changed. Choose it again.".to_owned()
    })
}

/// A file of this name that holds a text. None when the browser makes none.
pub fn of_text(name: &str, text: &str) -> Option<File> {
    File::new_with_str_sequence(&js_sys::Array::of1(&text.into()), name).ok()
}
