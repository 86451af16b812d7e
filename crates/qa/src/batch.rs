//! How a list is split into sends.

use serde::{Deserialize, Serialize};

/// The part of a list that goes first, to see whether all is well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "of", rename_all = "camelCase")]
pub enum Canary {
    /// None: all batches are as large as they can be.
    #[default]
    None,
    /// This many recipients.
    Count(u32),
    /// This part of the list, in hundredths; at least one recipient.
    Percent(u8),
}

/// What a send may hold, as the proxy says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchLimits {
    /// Most recipients.
    pub recipients: u32,
    /// Most bytes of the request's JSON.
    pub bytes: u32,
}

/// One send of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Batch {
    /// The first recipient's place in the list, from 0.
    pub start: u32,
    /// How many recipients.
    pub count: u32,
    /// Of them, devices by FCM.
    pub fcm: u32,
    /// Of them, devices by APNs.
    pub apn: u32,
    /// Bytes of the request's JSON.
    pub bytes: u32,
    /// The first recipient's row, as the spreadsheet numbers it.
    pub first_row: u32,
    /// The last recipient's row.
    pub last_row: u32,
}
