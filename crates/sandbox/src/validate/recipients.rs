//! `to`: one to ten thousand recipients, each a device or a user.

use push_api::recipient::Variables;
use push_api::{Provider, Recipient, limits};
use serde_json::{Map, Value};

use super::object;
use crate::refusal::Refusals;

/// Longest token or user id, in bytes: more than any provider gives.
const ADDRESS_BYTES: usize = 4096;

/// Every recipient that is right; whatever is wrong with the others goes to `wrong`.
pub(super) fn read(value: Option<Value>, wrong: &mut Refusals) -> Vec<Recipient> {
    let Some(Value::Array(entries)) = value else {
        wrong.add("to", "It is required: a list of recipients.");
        return Vec::new();
    };
    if !(1..=limits::MAX_RECIPIENTS).contains(&entries.len()) {
        let message = format!("{} recipients: a send takes 1 to {}.", entries.len(), limits::MAX_RECIPIENTS);
        wrong.add("to", message);
        return Vec::new();
    }
    entries.into_iter().enumerate().filter_map(|(place, entry)| recipient(place, entry, wrong)).collect()
}

fn recipient(place: usize, entry: Value, wrong: &mut Refusals) -> Option<Recipient> {
    let at =
        |field: &str| if field.is_empty() { format!("to[{place}]") } else { format!("to[{place}].{field}") };
    let Value::Object(mut entry) = entry else {
        wrong.add(at(""), "It has to be an object.");
        return None;
    };
    let token = entry.remove("token").filter(|value| !value.is_null());
    let user = entry.remove("userId").filter(|value| !value.is_null());
    let provider = entry.remove("provider").filter(|value| !value.is_null());
    let variables = match entry.remove("variables") {
        None | Some(Value::Null) => Some(Map::new()),
        Some(value) => variables(value, &at, wrong),
    };
    for name in entry.keys() {
        wrong.add(at(name), "A recipient has no such field.");
    }
    match (token, user) {
        (Some(_), Some(_)) => {
            wrong.add(at(""), "It has a token and a userId; give only one of them.");
            None
        }
        (None, None) => {
            wrong.add(at(""), "It has neither a token with its provider nor a userId.");
            None
        }
        (Some(token), None) => {
            let (token, provider) = (address(token, &at("token"), wrong), carrier(provider, &at, wrong));
            Some(Recipient::Device { token: token?, provider: provider?, variables: variables? })
        }
        (None, Some(user)) => {
            if provider.is_some() {
                wrong.add(at("provider"), "It goes with a token only; a user's devices are known.");
            }
            Some(Recipient::User { user_id: address(user, &at("userId"), wrong)?, variables: variables? })
        }
    }
}

fn variables(value: Value, at: &impl Fn(&str) -> String, wrong: &mut Refusals) -> Option<Variables> {
    // The path is only written when it is needed: there may be ten thousand of them.
    match value {
        Value::Object(variables) => Some(variables),
        other => object(other, &at("variables"), wrong),
    }
}

fn carrier(value: Option<Value>, at: &impl Fn(&str) -> String, wrong: &mut Refusals) -> Option<Provider> {
    match value.as_ref().and_then(Value::as_str).map(Provider::from) {
        Some(provider @ (Provider::Fcm | Provider::Apn)) => Some(provider),
        _ => {
            wrong.add(at("provider"), "It has to be FCM or APN.");
            None
        }
    }
}

fn address(value: Value, field: &str, wrong: &mut Refusals) -> Option<String> {
    match value {
        Value::String(text)
            if (1..=ADDRESS_BYTES).contains(&text.len()) && !text.contains(char::is_control) =>
        {
            Some(text)
        }
        _ => {
            wrong.add(field, format!("It has to be a text of 1 to {ADDRESS_BYTES} bytes on one line."));
            None
        }
    }
}
