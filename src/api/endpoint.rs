//! One constructor for every call that the console makes. Opaque outside this folder: nobody else knows a path.

use push_api::address::{segment, with_query};
use push_api::query::{NotificationQuery, OperationQuery, Parameter};
use push_api::{NotificationId, OperationId, proxy};

/// One call: method, path, query and, for a send, its body and key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    pub(super) path: String,
    pub(super) send: Option<SendPart>,
}

/// What only a send has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SendPart {
    pub(super) body: String,
    pub(super) idempotency_key: String,
}

const NOTIFICATIONS: &str = "/v1/PushNotifications";
const OPERATIONS: &str = "/v1/PushNotifications/Operations";

impl Endpoint {
    /// Submits a push. `body` is the exact JSON; `key` names this one confirmed draft for ever.
    pub fn send(body: String, key: &str) -> Self {
        let send = SendPart { body, idempotency_key: key.to_owned() };
        Self { path: NOTIFICATIONS.to_owned(), send: Some(send) }
    }

    /// One operation.
    pub fn operation(id: &OperationId) -> Self {
        Self::read(format!("{OPERATIONS}/{}", segment(id.as_str())))
    }

    /// A page of the account's operations.
    pub fn operations(query: &OperationQuery) -> Self {
        Self::read(with_query(OPERATIONS, named(query.pairs())))
    }

    /// A page of notifications.
    pub fn notifications(query: &NotificationQuery) -> Self {
        Self::read(with_query(NOTIFICATIONS, named(query.pairs())))
    }

    /// One notification with its content.
    pub fn notification(id: &NotificationId) -> Self {
        Self::read(format!("{NOTIFICATIONS}/{}", segment(id.as_str())))
    }

    /// What the proxy talks to and what the token may do.
    pub fn session() -> Self {
        Self::read(proxy::SESSION_PATH.to_owned())
    }

    /// Whether the proxy is there at all; needs no token.
    pub fn health() -> Self {
        Self::read("/healthz".to_owned())
    }

    fn read(path: String) -> Self {
        Self { path, send: None }
    }
}

fn named(pairs: Vec<(Parameter, String)>) -> impl Iterator<Item = (String, String)> {
    pairs.into_iter().map(|(name, value)| (name.into(), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_call_has_its_path() {
        let query = NotificationQuery {
            operation_id: Some("op_1".into()),
            page_token: Some("a+b".into()),
            page_size: Some(5),
            ..NotificationQuery::default()
        };
        let table = [
            (Endpoint::operation(&OperationId::new("op_1")), "/v1/PushNotifications/Operations/op_1"),
            (Endpoint::operation(&OperationId::new("../x y")), "/v1/PushNotifications/Operations/..%2Fx%20y"),
            (Endpoint::operations(&OperationQuery::default()), "/v1/PushNotifications/Operations"),
            (
                Endpoint::notifications(&query),
                "/v1/PushNotifications?operationId=op_1&pageToken=a%2Bb&pageSize=5",
            ),
            (Endpoint::notification(&NotificationId::new("n_1")), "/v1/PushNotifications/n_1"),
            (Endpoint::session(), "/console/session"),
        ];
        for (endpoint, path) in table {
            assert_eq!(endpoint.path, path);
        }
    }
}
