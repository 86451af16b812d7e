//! A notification: one push to one recipient. A list gives summaries; only the single fetch has the content.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

use crate::recipient::Destinations;
use crate::send::{Content, Credentials, Priority};
use crate::text_enum::text_enum;
use crate::{NotificationId, Timestamp};

text_enum! {
    /// Where a notification stands. `Sent` means handed to FCM or APNs, not seen by a person.
    NotificationStatus {
        /// Waits for its moment.
        Scheduled = "SCHEDULED",
        /// Waits to be handed over.
        Queued = "QUEUED",
        /// Handed to FCM or APNs.
        Sent = "SENT",
        /// Confirmed as delivered (guide).
        Delivered = "DELIVERED",
        /// Given up on (guide).
        Undelivered = "UNDELIVERED",
        /// Refused.
        Failed = "FAILED",
        /// Stopped before its end.
        Canceled = "CANCELED",
    }
}

/// Something that belongs to a notification, its operation for one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Related {
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its address at the upstream.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// Fields that this code does not know.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// A notification as a list gives it: no content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NotificationSummary {
    /// Its id.
    pub id: NotificationId,
    /// Where it goes.
    #[serde(default)]
    pub to: Destinations,
    /// Credentials that carried it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Credentials>,
    /// Where it stands.
    pub status: NotificationStatus,
    /// Its urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// `None`: not said; `Some(None)`: said to be none.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "said")]
    pub sound: Option<Option<String>>,
    /// Labels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    /// What belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related: Option<Vec<Related>>,
    /// When it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
    /// `None`: not said; `Some(None)`: said to be not deleted.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "said")]
    pub deleted_at: Option<Option<Timestamp>>,
    /// Fields that this code does not know.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// A notification as the single fetch gives it: with its content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotificationDetail {
    /// What this recipient got.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// Everything that a list gives too.
    #[serde(flatten)]
    pub summary: NotificationSummary,
}

/// Tells a field that is absent from one that is `null`.
mod said {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[allow(clippy::option_option)]
    pub fn serialize<S: Serializer, T: Serialize>(
        value: &Option<Option<T>>,
        s: S,
    ) -> Result<S::Ok, S::Error> {
        value.as_ref().and_then(Option::as_ref).serialize(s)
    }

    #[allow(clippy::option_option)]
    pub fn deserialize<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
        d: D,
    ) -> Result<Option<Option<T>>, D::Error> {
        Option::<T>::deserialize(d).map(Some)
    }
}
