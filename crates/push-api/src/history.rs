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
    /// True when a person has looked into an unknown outcome and wants no more reminding.
    #[serde(default)]
    pub is_checked: bool,
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

    /// True when whether it was sent is not known.
    pub fn is_unknown(&self) -> bool {
        matches!(self.state, SendState::Unknown { .. })
    }

    /// True while a person has to find out whether it was sent.
    pub fn needs_checking(&self) -> bool {
        self.is_unknown() && !self.is_checked
    }

    /// The record of the next try under the same key. An unknown try keeps its moment, the one to look for.
    #[must_use]
    pub fn tried_again(mut self, earlier: &Self) -> Self {
        if matches!(earlier.state, SendState::Unknown { .. } | SendState::Leaving) {
            self.confirmed_at = earlier.confirmed_at;
        }
        self
    }

    /// The record with what an answer said. A refusal of this try says nothing about an `earlier` one under the
    /// same key whose answer was lost: that stays unknown.
    #[must_use]
    pub fn settled(mut self, answer: SendState, earlier: Option<&Self>) -> Self {
        let was_lost = earlier
            .is_some_and(|record| matches!(record.state, SendState::Unknown { .. } | SendState::Leaving));
        self.state = match answer {
            SendState::Refused { reason } if was_lost => SendState::Unknown {
                reason: format!("An earlier try got no clear answer. The last one was refused: {reason}"),
            },
            answer => answer,
        };
        self
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
            is_checked: false,
        }
    }

    #[test]
    fn a_request_that_outlived_its_page_is_unknown_and_nothing_else_changes() {
        assert!(record(SendState::Leaving).found_later().is_unknown());
        let refused = record(SendState::Refused { reason: "no".into() });
        assert_eq!(refused.clone().found_later(), refused);
    }

    #[test]
    fn a_refused_try_never_hides_that_an_earlier_one_may_have_been_sent() {
        let refused = || SendState::Refused { reason: "slow down".into() };
        let unknown = || SendState::Unknown { reason: "lost".into() };
        let accepted = || SendState::Accepted { operation_id: OperationId::new("op_1") };
        let table = [
            (None, refused(), false),
            (Some(refused()), refused(), false),
            (Some(unknown()), refused(), true),
            (Some(SendState::Leaving), refused(), true),
            (Some(unknown()), unknown(), true),
            (Some(unknown()), accepted(), false),
        ];
        for (earlier, answer, is_unknown) in table {
            let earlier = earlier.map(record);
            let settled = record(SendState::Leaving).settled(answer.clone(), earlier.as_ref());
            assert_eq!(settled.is_unknown(), is_unknown, "{earlier:?} then {answer:?}");
        }
    }

    #[test]
    fn the_moment_of_an_unknown_try_is_kept_and_that_of_a_refused_one_is_not() {
        let later = || SendRecord { confirmed_at: 9, ..record(SendState::Leaving) };
        let unknown = record(SendState::Unknown { reason: "lost".into() });
        assert_eq!(later().tried_again(&unknown).confirmed_at, 1);
        let refused = record(SendState::Refused { reason: "no".into() });
        assert_eq!(later().tried_again(&refused).confirmed_at, 9);
    }

    #[test]
    fn a_checked_record_stays_unknown_but_asks_for_nothing() {
        let mut kept = record(SendState::Unknown { reason: "lost".into() });
        assert!(kept.needs_checking());
        kept.is_checked = true;
        assert!(kept.is_unknown() && !kept.needs_checking());
    }

    #[test]
    fn a_record_of_an_older_console_is_read_as_not_checked() {
        let mut text = serde_json::to_value(record(SendState::Leaving)).unwrap();
        text.as_object_mut().unwrap().remove("isChecked");
        assert!(!serde_json::from_value::<SendRecord>(text).unwrap().is_checked);
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
