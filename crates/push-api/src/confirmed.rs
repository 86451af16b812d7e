//! Which key goes with which bytes: the same bytes keep their key until they are known to be sent.
//!
//! So a person may press *Send now* again after a failure, and the proxy sees the same key again and never
//! sends twice. Changed bytes are another push and get another key.

use serde::{Deserialize, Serialize};

/// One confirmed draft that is not known to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Confirmed {
    key: String,
    body: String,
}

/// The confirmed drafts that are not known to be sent, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Confirmations(Vec<Confirmed>);

/// Confirmed drafts that are remembered. Each may hold 10,000 recipients, so the oldest are forgotten.
pub const REMEMBERED: usize = 8;

impl Confirmations {
    /// The key under which these very bytes were confirmed before.
    pub fn key_for(&self, body: &str) -> Option<&str> {
        self.0.iter().find(|confirmed| confirmed.body == body).map(|confirmed| confirmed.key.as_str())
    }

    /// Remembers that these bytes were confirmed under this key.
    pub fn remember(&mut self, key: &str, body: &str) {
        self.0.retain(|confirmed| confirmed.body != body);
        self.0.push(Confirmed { key: key.to_owned(), body: body.to_owned() });
        let over = self.0.len().saturating_sub(REMEMBERED);
        self.0.drain(..over);
    }

    /// Forgets a key: its push was sent, or a person has found out that it was not.
    pub fn forget(&mut self, key: &str) {
        self.0.retain(|confirmed| confirmed.key != key);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_same_bytes_keep_their_key_and_changed_bytes_have_none() {
        let mut confirmations = Confirmations::default();
        confirmations.remember("k1", "one");
        confirmations.remember("k2", "two");
        let table = [("one", Some("k1")), ("two", Some("k2")), ("one ", None), ("", None)];
        for (body, key) in table {
            assert_eq!(confirmations.key_for(body), key, "{body:?}");
        }
        confirmations.forget("k1");
        assert_eq!((confirmations.key_for("one"), confirmations.key_for("two")), (None, Some("k2")));
    }

    #[test]
    fn only_the_newest_are_remembered() {
        let mut confirmations = Confirmations::default();
        for number in 0..=REMEMBERED {
            confirmations.remember(&format!("k{number}"), &number.to_string());
        }
        assert_eq!(confirmations.key_for("0"), None);
        assert_eq!(confirmations.key_for("1"), Some("k1"));
        confirmations.remember("k1", "1");
        assert_eq!(confirmations.0.len(), REMEMBERED);
    }

    #[test]
    fn they_survive_storage() {
        let mut confirmations = Confirmations::default();
        confirmations.remember("k1", r#"{"to":[]}"#);
        let text = serde_json::to_string(&confirmations).unwrap();
        assert_eq!(serde_json::from_str::<Confirmations>(&text).unwrap(), confirmations);
    }
}
