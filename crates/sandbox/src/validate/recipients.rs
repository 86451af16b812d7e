//! `to`: one to ten thousand recipients, each a device or a user.

use push_api::recipient::Variables;
use push_api::{Provider, Recipient, limits};
use serde_json::Value;

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
    let places = (0..).map(Place);
    places.zip(entries).filter_map(|(place, entry)| recipient(place, entry, wrong)).collect()
}

/// The place of one recipient. Its text is only made when something is wrong: there may be ten thousand.
#[derive(Clone, Copy)]
struct Place(usize);

impl Place {
    fn refuse(self, field: &str, message: impl Into<String>, wrong: &mut Refusals) {
        let dot = if field.is_empty() { "" } else { "." };
        wrong.add(format!("to[{}]{dot}{field}", self.0), message);
    }
}

fn recipient(place: Place, entry: Value, wrong: &mut Refusals) -> Option<Recipient> {
    let Value::Object(mut entry) = entry else {
        place.refuse("", "It has to be an object.", wrong);
        return None;
    };
    let mut take = |name: &str| entry.remove(name).filter(|value| !value.is_null());
    let (token, user, provider) = (take("token"), take("userId"), take("provider"));
    let variables = variables(place, take("variables"), wrong);
    for name in entry.keys() {
        place.refuse(name, "A recipient has no such field.", wrong);
    }
    match (token, user) {
        (Some(_), Some(_)) => {
            place.refuse("", "It has a token and a userId; give only one of them.", wrong);
            None
        }
        (None, None) => {
            place.refuse("", "It has neither a token with its provider nor a userId.", wrong);
            None
        }
        (Some(token), None) => {
            let (token, provider) = (address(place, "token", token, wrong), carrier(place, provider, wrong));
            Some(Recipient::Device { token: token?, provider: provider?, variables: variables? })
        }
        (None, Some(user)) => {
            if provider.is_some() {
                place.refuse("provider", "It goes with a token only; a user's devices are known.", wrong);
            }
            let user_id = address(place, "userId", user, wrong)?;
            Some(Recipient::User { user_id, variables: variables? })
        }
    }
}

fn variables(place: Place, value: Option<Value>, wrong: &mut Refusals) -> Option<Variables> {
    match value {
        None => Some(Variables::new()),
        Some(Value::Object(variables)) => Some(variables),
        Some(_) => {
            place.refuse("variables", "It has to be an object.", wrong);
            None
        }
    }
}

fn carrier(place: Place, value: Option<Value>, wrong: &mut Refusals) -> Option<Provider> {
    match value.as_ref().and_then(Value::as_str).map(Provider::from) {
        Some(provider @ (Provider::Fcm | Provider::Apn)) => Some(provider),
        _ => {
            place.refuse("provider", "It has to be FCM or APN.", wrong);
            None
        }
    }
}

fn address(place: Place, field: &str, value: Value, wrong: &mut Refusals) -> Option<String> {
    match value {
        Value::String(text)
            if (1..=ADDRESS_BYTES).contains(&text.len()) && !text.contains(char::is_control) =>
        {
            Some(text)
        }
        _ => {
            let message = format!("It has to be a text of 1 to {ADDRESS_BYTES} bytes on one line.");
            place.refuse(field, message, wrong);
            None
        }
    }
}
