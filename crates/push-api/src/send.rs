//! The body of a send and the answer to it. Only what the upstream offers has a field here.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

use crate::json;
use crate::recipient::Recipient;
use crate::text_enum::text_enum;
use crate::{OperationId, Timestamp};

text_enum! {
    /// How urgently the provider should deliver.
    Priority {
        /// At once, waking the device. The upstream's default.
        High = "HIGH",
        /// When convenient for the device's battery.
        Low = "LOW",
    }
}

/// Body of `POST /PushNotifications`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SendRequest {
    /// One to 10,000 recipients.
    pub to: Vec<Recipient>,
    /// Title and body.
    pub content: Content,
    /// Credential ids; absent means the account's default App.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Credentials>,
    /// Absent means the upstream's default, `HIGH`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Name of a sound in the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sound: Option<String>,
    /// When to send; absent means now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// Labels to find the notifications by.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
}

impl SendRequest {
    /// The exact JSON that is sent, and the only place that writes it.
    pub fn to_json(&self) -> String {
        // Maps with text keys and plain values: there is nothing in a request that JSON cannot hold.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The text of a push; both parts may hold Liquid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// First line, set apart by the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text itself.
    #[serde(default)]
    pub body: String,
    /// Fields that this code does not know (older copies name image and stored templates).
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// Which credentials carry the push.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credentials {
    /// Credential for FCM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fcm: Option<String>,
    /// Credential for APNs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apn: Option<String>,
    /// Fields that this code does not know.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// When a push is to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Schedule {
    /// Moments in UTC; the console gives one.
    pub send_at: Vec<Timestamp>,
}

/// Body of the 202.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Accepted {
    /// The operation to follow.
    pub operation_id: OperationId,
    /// Its address at the upstream.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation_location: Option<String>,
}

impl Accepted {
    /// Finds the operation in the three places the upstream may name it: the body, the `Location` header,
    /// an `operation-id` header, in that order. `None` when none of them does.
    pub fn find(body: &[u8], location: Option<&str>, operation_id: Option<&str>) -> Option<Self> {
        if let Ok(accepted) = json::of_bytes::<Self>(body) {
            return Some(accepted);
        }
        let last_segment = location.and_then(|at| at.trim_end_matches('/').rsplit('/').next());
        let id = last_segment.or(operation_id).filter(|id| !id.is_empty())?;
        Some(Self { operation_id: OperationId::new(id), operation_location: location.map(str::to_owned) })
    }
}
