//! What is posted to the worker and what comes back: `{id, json, file}`.

use js_sys::{Object, Reflect};
use push_qa::protocol::{Answer, Request};
use wasm_bindgen::JsValue;
use web_sys::Blob;

/// A question as it is posted.
pub fn question(id: u32, request: &Request, file: Option<&Blob>) -> Object {
    // No question holds what JSON cannot say.
    let json = serde_json::to_string(request).unwrap_or_default();
    let data = Object::new();
    let file = file.map(JsValue::from).unwrap_or_default();
    for (name, value) in [("id", JsValue::from(id)), ("json", JsValue::from(json)), ("file", file)] {
        // A new object takes every property.
        let _ = Reflect::set(&data, &JsValue::from_str(name), &value);
    }
    data
}

/// An answer with the number of its question; none when it is not of this build's making.
pub fn answer(data: &JsValue) -> Option<(u32, Answer)> {
    let part = |name: &str| Reflect::get(data, &JsValue::from_str(name)).ok();
    // The worker gives back the number that it was given.
    let id = part("id")?.as_f64()? as u32;
    Some((id, serde_json::from_str(&part("json")?.as_string()?).ok()?))
}
