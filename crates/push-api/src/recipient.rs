//! Who a push goes to: a device by its token and provider, or a user whose devices the upstream knows.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::text_enum::text_enum;

text_enum! {
    /// The service that carries a push to a device.
    Provider {
        /// Firebase Cloud Messaging.
        Fcm = "FCM",
        /// Apple Push Notification service.
        Apn = "APN",
    }
}

/// Values that personalise one recipient's text.
pub type Variables = Map<String, Value>;

/// One entry of `to`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Recipient {
    /// A device.
    #[serde(rename_all = "camelCase")]
    Device {
        /// The device's registration token.
        token: String,
        /// Who carries the push.
        provider: Provider,
        /// Values for the text.
        #[serde(default, skip_serializing_if = "Map::is_empty")]
        variables: Variables,
    },
    /// A user, whose devices the upstream knows.
    #[serde(rename_all = "camelCase")]
    User {
        /// The user's id.
        user_id: String,
        /// Values for the text.
        #[serde(default, skip_serializing_if = "Map::is_empty")]
        variables: Variables,
    },
}

impl Recipient {
    /// A device without variables.
    pub fn device(token: impl Into<String>, provider: Provider) -> Self {
        Self::Device { token: token.into(), provider, variables: Map::new() }
    }

    /// A user without variables.
    pub fn user(user_id: impl Into<String>) -> Self {
        Self::User { user_id: user_id.into(), variables: Map::new() }
    }

    /// The token or the user id.
    pub fn address(&self) -> &str {
        match self {
            Self::Device { token, .. } => token,
            Self::User { user_id, .. } => user_id,
        }
    }

    /// The provider, for a device.
    pub fn provider(&self) -> Option<&Provider> {
        match self {
            Self::Device { provider, .. } => Some(provider),
            Self::User { .. } => None,
        }
    }
}

/// Where a notification went, as the upstream reports it: every part optional, the rest kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Destination {
    /// The device's token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// Who carried it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Provider>,
    /// The user, when it was addressed by user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Fields that this code does not know.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// `to` of a notification: a list in the guide's shape, one object in the reference's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Destinations {
    /// The reference's shape.
    One(Destination),
    /// The guide's shape.
    Many(Vec<Destination>),
}

impl Default for Destinations {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Destinations {
    /// All destinations, in order, whichever shape they came in.
    pub fn as_slice(&self) -> &[Destination] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}
