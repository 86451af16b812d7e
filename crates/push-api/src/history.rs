//! What this browser sent: one record for each confirmed draft, kept beyond the page and beyond the
//! upstream's seven days.
//!
//! The record is written before the request leaves. Whatever happens then, it says truly what is known.

use serde::{Deserialize, Serialize};

use crate::OperationId;
use crate::proxy::Mode;
use crate::roster::Kinds;

/// What is known of one confirmed draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SendRecord {
    /// The key under which it was sent.
    pub key: String,
    /// When it was confirmed, in Unix milliseconds.
    pub confirmed_at: i64,
    /// Where it went.
    pub mode: Mode,
    /// Title as written, before personalisation.
    pub title: String,
    /// Text as written, before personalisation.
    pub body: String,
    /// Recipients of each kind.
    pub kinds: Kinds,
    /// What became of it.
    pub state: SendState,
}

/// What became of a send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
pub enum SendState {
    /// The request is on its way, or was when the page was closed.
    Leaving,
    /// The upstream took it.
    #[serde(rename_all = "camelCase")]
    Accepted {
        /// The operation to follow.
        operation_id: OperationId,
    },
    /// It is certain that nothing was sent.
    Refused {
        /// The words that were shown.
        reason: String,
    },
    /// Whether it was sent is not known. Never sent again by itself.
    Unknown {
        /// The words that were shown.
        reason: String,
    },
}

impl SendRecord {
    /// The record as a later page finds it: a request that was on its way when its page went is unknown.
    #[must_use]
    pub fn found_later(mut self) -> Self {
        if self.state == SendState::Leaving {
            let reason = "The page was closed before the answer came.".to_owned();
            self.state = SendState::Unknown { reason };
        }
        self
    }

    /// True while a person has to find out whether it was sent.
    pub fn is_unknown(&self) -> bool {
        matches!(self.state, SendState::Unknown { .. })
    }

    /// The operation, when the upstream took it.
    pub fn operation_id(&self) -> Option<&OperationId> {
        match &self.state {
            SendState::Accepted { operation_id } => Some(operation_id),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn record(state: SendState) -> SendRecord {
        SendRecord {
            key: "k".into(),
            confirmed_at: 1,
            mode: Mode::Sandbox,
            title: "t".into(),
            body: "b".into(),
            kinds: Kinds { fcm: 1, ..Kinds::default() },
            state,
        }
    }

    #[test]
    fn a_request_that_outlived_its_page_is_unknown_and_nothing_else_changes() {
        assert!(record(SendState::Leaving).found_later().is_unknown());
        let refused = record(SendState::Refused { reason: "no".into() });
        assert_eq!(refused.clone().found_later(), refused);
    }

    #[test]
    fn every_state_survives_storage() {
        let states = [
            SendState::Leaving,
            SendState::Accepted { operation_id: OperationId::new("op_1") },
            SendState::Refused { reason: "r".into() },
            SendState::Unknown { reason: "u".into() },
        ];
        for state in states {
            let kept = record(state);
            let text = serde_json::to_string(&kept).unwrap();
            assert_eq!(serde_json::from_str::<SendRecord>(&text).unwrap(), kept, "{text}");
        }
    }
}
