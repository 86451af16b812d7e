//! One recipient's push as it will arrive.

use serde::{Deserialize, Serialize};

use crate::finding::Finding;

/// One recipient's push as it will arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rendered {
    /// Its place in the list, from 0.
    pub index: u32,
    /// Its row as the spreadsheet numbers it.
    pub row: u32,
    /// Token or user id.
    pub address: String,
    /// The word of the provider; empty for a user.
    pub provider: String,
    /// Title, rendered.
    pub title: String,
    /// Body, rendered.
    pub body: String,
    /// Tags, rendered.
    pub tags: Vec<(String, String)>,
    /// Variables as they are sent: name and JSON.
    pub variables: Vec<(String, String)>,
    /// Estimated APNs payload in bytes, reserve included; none when it does not go by APNs.
    pub apns_bytes: Option<u32>,
    /// Estimated FCM message in bytes, reserve included; none when it does not go by FCM.
    pub fcm_bytes: Option<u32>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
}
