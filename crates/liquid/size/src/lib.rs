//! A module for a page that does one thing: it takes a template and a name, and gives text.

use wasm_bindgen::prelude::wasm_bindgen;

/// The template filled in for one name, or what is wrong with it.
#[cfg(feature = "engine")]
#[wasm_bindgen]
pub fn personalised(template: &str, name: &str) -> String {
    use push_liquid::{Settings, Template};

    let made = Template::parse(template).and_then(|it| it.render(&[("name", name)], &Settings::default()));
    made.unwrap_or_else(|fault| fault.to_string())
}

/// The same without an engine: the two texts one after another.
#[cfg(not(feature = "engine"))]
#[wasm_bindgen]
pub fn personalised(template: &str, name: &str) -> String {
    [template, name].concat()
}
