//! What is about to be confirmed: the exact bytes, and what a person has to know of them.

use push_api::roster::Kinds;
use push_api::{Issue, SendRequest};

/// A push as it stands when *Review* opens. What is sent is its `body`, byte for byte.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The request.
    pub request: SendRequest,
    /// The request as JSON.
    pub body: String,
    /// Recipients of each kind.
    pub kinds: Kinds,
    /// What does not stop the send but is worth a look.
    pub warnings: Vec<Issue>,
    /// When it is to go out, in Unix milliseconds; none is at once.
    pub send_at: Option<i64>,
}

impl Plan {
    /// A plan of a request that nothing blocks.
    pub fn of(request: SendRequest, kinds: Kinds, issues: &[Issue], send_at: Option<i64>) -> Self {
        let body = request.to_json();
        let warnings = issues.iter().filter(|issue| !issue.is_blocking()).cloned().collect();
        Self { request, body, kinds, warnings, send_at }
    }

    /// True when its moment has passed while a person was reading.
    pub fn is_stale(&self, now: i64) -> bool {
        self.send_at.is_some_and(|at| at <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::Draft;

    fn plan(send_at: Option<i64>) -> Plan {
        let draft = Draft { body: "b".into(), recipients: "t,FCM".into(), send_at, ..Draft::default() };
        let reading = draft.read(0);
        Plan::of(reading.request, reading.kinds, &reading.issues, send_at)
    }

    #[test]
    fn only_a_moment_that_has_passed_is_stale() {
        for (send_at, is_stale) in [(None, false), (Some(1_001), false), (Some(1_000), true), (Some(1), true)]
        {
            assert_eq!(plan(send_at).is_stale(1_000), is_stale, "{send_at:?}");
        }
    }

    #[test]
    fn the_bytes_are_those_of_the_request() {
        let plan = plan(None);
        assert_eq!(
            plan.body,
            r#"{"to":[{"token":"t","provider":"FCM"}],"content":{"body":"b"},"priority":"HIGH"}"#
        );
        assert_eq!(serde_json::from_str::<SendRequest>(&plan.body).ok(), Some(plan.request));
        assert_eq!(plan.warnings.len(), 1);
    }
}
