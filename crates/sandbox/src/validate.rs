//! The body of a send: everything that is wrong with it at once, or a request that may be kept.
//!
//! Only what the API offers is taken; any other field is refused, so that nobody relies on what is not there.
//! Inside `content` unknown fields are let through, since older copies of the API have more there.

mod fields;
mod recipients;

use push_api::{Content, SendRequest};
use serde_json::{Map, Value};

use crate::refusal::Refusals;

/// Largest body that is read, in bytes. Source: the proxy's limit for a send.
pub const BODY_BYTES: usize = 25 * 1024 * 1024;

/// A request that passed; there is no other way to get one.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked(SendRequest);

impl Checked {
    /// The request itself.
    pub fn into_inner(self) -> SendRequest {
        self.0
    }
}

/// Fields of a send.
const FIELDS: [&str; 7] = ["to", "content", "from", "priority", "sound", "schedule", "tags"];

/// Checks a body at `now` (Unix milliseconds), which a scheduled moment has to be after.
///
/// # Errors
/// Everything that is wrong with it.
pub fn send(body: &[u8], now: i64) -> Result<Checked, Refusals> {
    let value = serde_json::from_slice::<Value>(body)
        .map_err(|error| Refusals::one("body", format!("It is not JSON: {error}.")))?;
    let Value::Object(mut body) = value else {
        return Err(Refusals::one("body", "It has to be a JSON object."));
    };
    let mut wrong = Refusals::default();
    for name in body.keys().filter(|name| !FIELDS.contains(&name.as_str())) {
        wrong.add(name.as_str(), "A send has no such field.");
    }
    // A null stands for an absent field everywhere but in the required ones, which say so themselves.
    let mut take = |name: &str| body.remove(name).filter(|value| !value.is_null());
    let request = SendRequest {
        to: recipients::read(take("to"), &mut wrong),
        content: content(take("content"), &mut wrong),
        from: take("from").and_then(|value| fields::credentials(value, &mut wrong)),
        priority: take("priority").and_then(|value| fields::priority(&value, &mut wrong)),
        sound: take("sound").and_then(|value| fields::sound(value, &mut wrong)),
        schedule: take("schedule").and_then(|value| fields::schedule(value, now, &mut wrong)),
        tags: take("tags").map(|value| fields::tags(value, &mut wrong)).unwrap_or_default(),
    };
    wrong.or(Checked(request))
}

fn content(value: Option<Value>, wrong: &mut Refusals) -> Content {
    let Some(Value::Object(mut rest)) = value else {
        wrong.add("content", "It is required: an object with a body, and a title if there is one.");
        return Content::default();
    };
    let title = match rest.remove("title") {
        None | Some(Value::Null) => None,
        Some(Value::String(title)) => Some(title),
        Some(_) => {
            wrong.add("content.title", "It has to be a text.");
            None
        }
    };
    let body = match rest.remove("body") {
        Some(Value::String(body)) if !body.trim().is_empty() => body,
        _ => {
            wrong.add("content.body", "It is required: a text that is not blank.");
            String::new()
        }
    };
    Content { title, body, rest }
}

/// The fields of an object, or a refusal of the whole.
fn object(value: Value, field: &str, wrong: &mut Refusals) -> Option<Map<String, Value>> {
    match value {
        Value::Object(fields) => Some(fields),
        _ => {
            wrong.add(field, "It has to be an object.");
            None
        }
    }
}

#[cfg(test)]
mod tests;
