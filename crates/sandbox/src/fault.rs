//! A fault plan: which calls go wrong, how, and how often. Data, and one seeded decision; nothing is done here.
//!
//! Read from JSON: `{"rules": [{"call": "send", "fault": {"kind": "rate_limited", "retryAfter": 2}, "times": 1}]}`.

mod decide;
mod plan;

pub use decide::Faults;
pub use plan::{BadPlan, Fault, FaultPlan, On, Rule};

/// A call that may go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// `POST /PushNotifications`.
    Send,
    /// `GET /PushNotifications`.
    ListNotifications,
    /// `GET /PushNotifications/{id}`.
    FetchNotification,
    /// `GET /PushNotifications/Operations`.
    ListOperations,
    /// `GET /PushNotifications/Operations/{id}`.
    FetchOperation,
}

impl Call {
    /// True for a call that is answered with a page.
    pub fn is_list(self) -> bool {
        matches!(self, Self::ListNotifications | Self::ListOperations)
    }
}

#[cfg(test)]
mod tests;
