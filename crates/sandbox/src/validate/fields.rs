//! The optional fields of a send, one function each.

use push_api::{Credentials, Priority, Schedule, Timestamp, limits};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

use super::object;
use crate::refusal::Refusals;

/// Longest credential id or sound name, in bytes.
const NAME_BYTES: usize = 256;

pub(super) fn credentials(value: Value, wrong: &mut Refusals) -> Option<Credentials> {
    let mut fields = object(value, "from", wrong)?;
    let [fcm, apn] = ["fcm", "apn"].map(|name| {
        let value = fields.remove(name).filter(|value| !value.is_null())?;
        name_text(value, &format!("from.{name}"), wrong)
    });
    for name in fields.keys() {
        wrong.add(format!("from.{name}"), "There is no such credential; give fcm or apn.");
    }
    Some(Credentials { fcm, apn, rest: Map::new() })
}

pub(super) fn priority(value: &Value, wrong: &mut Refusals) -> Option<Priority> {
    match value.as_str().map(Priority::from) {
        Some(priority @ (Priority::High | Priority::Low)) => Some(priority),
        _ => {
            wrong.add("priority", "It has to be HIGH or LOW.");
            None
        }
    }
}

pub(super) fn sound(value: Value, wrong: &mut Refusals) -> Option<String> {
    name_text(value, "sound", wrong)
}

fn name_text(value: Value, field: &str, wrong: &mut Refusals) -> Option<String> {
    match value {
        Value::String(text) if (1..=NAME_BYTES).contains(&text.len()) => Some(text),
        _ => {
            wrong.add(field, format!("It has to be a text of 1 to {NAME_BYTES} bytes."));
            None
        }
    }
}

pub(super) fn schedule(value: Value, now: i64, wrong: &mut Refusals) -> Option<Schedule> {
    let mut fields = object(value, "schedule", wrong)?;
    let moments = fields.remove("sendAt");
    for name in fields.keys() {
        wrong.add(format!("schedule.{name}"), "A schedule has no such field.");
    }
    let moment = match moments.as_ref().and_then(Value::as_array).map(Vec::as_slice) {
        Some([Value::String(text)]) => Timestamp::new(text.as_str()),
        _ => {
            wrong.add("schedule.sendAt", "It has to be a list with exactly one moment.");
            return None;
        }
    };
    match moment.unix_ms() {
        Some(at) if at > now => return Some(Schedule { send_at: vec![moment] }),
        Some(_) => wrong.add("schedule.sendAt[0]", "This moment has passed; choose a later one or none."),
        None => {
            wrong.add("schedule.sendAt[0]", "Write it as RFC 3339 has it, for example 2026-01-31T09:00:00Z.")
        }
    }
    None
}

pub(super) fn tags(value: Value, wrong: &mut Refusals) -> BTreeMap<String, String> {
    let Some(fields) = object(value, "tags", wrong) else { return BTreeMap::new() };
    if fields.len() > limits::MAX_TAGS {
        wrong.add("tags", format!("{} tags: a send takes at most {}.", fields.len(), limits::MAX_TAGS));
        return BTreeMap::new();
    }
    let (longest_key, longest_value) = (limits::MAX_TAG_KEY_CHARS, limits::MAX_TAG_VALUE_CHARS);
    let mut tags = BTreeMap::new();
    for (key, value) in fields {
        let shown: String = key.chars().take(24).collect();
        if !(1..=longest_key).contains(&key.chars().count()) {
            wrong.add(format!("tags.{shown}"), format!("A key has 1 to {longest_key} characters."));
        }
        match value {
            Value::String(value) if value.chars().count() <= longest_value => {
                tags.insert(key, value);
            }
            _ => {
                let message = format!("A value is a text of at most {longest_value} characters.");
                wrong.add(format!("tags.{shown}"), message);
            }
        }
    }
    tags
}
