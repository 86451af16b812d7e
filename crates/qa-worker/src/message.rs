//! What travels between page and worker: one object `{id, json, file}`. The text is that of `push_qa::protocol`; the
//! file stays a reference to what the browser holds.

use js_sys::{Object, Reflect};
use push_qa::protocol::{Answer, Request};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// The number of the greeting: the worker answers it before it was asked anything, when it is ready.
pub const GREETING: u32 = 0;

/// What the page asks.
pub struct Asked {
    /// The number that the answers carry.
    pub id: u32,
    /// What is asked; none when it cannot be read, which a page of another build may have written.
    pub request: Option<Request>,
    /// The file that travels beside it.
    pub file: Option<Blob>,
}

/// Reads what the page has posted; none when it has no number to answer to.
pub fn read(data: &JsValue) -> Option<Asked> {
    let part = |name: &str| Reflect::get(data, &JsValue::from_str(name)).ok();
    let id = part("id")?.as_f64()?;
    // Numbers are counted up from 1 by the page, far below the largest.
    let id = (id.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&id)).then_some(id as u32)?;
    let json = part("json").and_then(|json| json.as_string());
    let request = json.and_then(|json| serde_json::from_str(&json).ok());
    Some(Asked { id, request, file: part("file").and_then(|file| file.dyn_into().ok()) })
}

/// The answer as it is posted.
pub fn write(id: u32, answer: &Answer) -> Object {
    // No answer holds what JSON cannot say.
    let json = serde_json::to_string(answer).unwrap_or_default();
    let data = Object::new();
    for (name, value) in [("id", JsValue::from(id)), ("json", JsValue::from(json))] {
        // A new object takes every property.
        let _ = Reflect::set(&data, &JsValue::from_str(name), &value);
    }
    data
}
