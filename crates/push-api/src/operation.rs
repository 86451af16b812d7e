//! An operation: one accepted send, its status and its counters.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::text_enum::text_enum;
use crate::{OperationId, Timestamp};

text_enum! {
    /// Where an operation stands.
    OperationStatus {
        /// Waits for its moment.
        Scheduled = "SCHEDULED",
        /// Under way.
        Processing = "PROCESSING",
        /// Every recipient is done with.
        Completed = "COMPLETED",
        /// Stopped before its end.
        Canceled = "CANCELED",
    }
}

impl OperationStatus {
    /// True when the status will not change again. An unknown status is not terminal.
    pub fn is_terminal(&self) -> bool {
        matches!(self, Self::Completed | Self::Canceled)
    }
}

text_enum! {
    /// Counters of an operation, both generations, in the order in which a person reads them.
    Counter {
        /// Notifications in all.
        Total = "total",
        /// Recipients in all. Differs from `total`; neither is computed from the other.
        Recipients = "recipients",
        /// Recipients without a device to reach (reference).
        Unaddressable = "unaddressable",
        /// Delivery attempts made (guide).
        Attempts = "attempts",
        /// Waiting for their moment (reference).
        Scheduled = "scheduled",
        /// Waiting to be handed over.
        Queued = "queued",
        /// Handed to FCM or APNs.
        Sent = "sent",
        /// Confirmed as delivered (guide).
        Delivered = "delivered",
        /// Given up on (guide).
        Undelivered = "undelivered",
        /// Refused.
        Failed = "failed",
        /// Stopped (reference).
        Canceled = "canceled",
    }
}

/// Counters as they came: every one optional, unknown ones kept, none invented.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stats(Map<String, Value>);

impl Stats {
    /// The value of one counter, when the answer has it as a whole number.
    pub fn get(&self, counter: &Counter) -> Option<u64> {
        self.0.get(counter.as_str()).and_then(Value::as_u64)
    }

    /// Every counter in the answer with a whole number: known ones in reading order, then the others by name.
    pub fn present(&self) -> Vec<(Counter, u64)> {
        let known = Counter::KNOWN.iter().filter_map(|c| Some((c.clone(), self.get(c)?)));
        let unknown = self.0.iter().filter_map(|(name, value)| match Counter::from(name.as_str()) {
            counter @ Counter::Unknown(_) => Some((counter, value.as_u64()?)),
            _ => None,
        });
        known.chain(unknown).collect()
    }

    /// Counters from pairs, for those who produce them.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (Counter, u64)>) -> Self {
        Self(pairs.into_iter().map(|(counter, value)| (counter.into(), value.into())).collect())
    }
}

/// One accepted send.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// Its id.
    pub id: OperationId,
    /// Where it stands.
    pub status: OperationStatus,
    /// Its counters.
    #[serde(default)]
    pub stats: Stats,
    /// When it was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
    /// Fields that this code does not know.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}
