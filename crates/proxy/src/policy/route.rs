//! The calls that the proxy offers, as a table of values, and the one function that finds a call in it.
//!
//! A found call carries its segments already parsed: what goes upstream is built from them, never from the
//! raw path.

use axum::http::{HeaderValue, Method, StatusCode};
use push_api::proxy::{ErrorCode, Scope};

use crate::problem::Problem;

/// Longest id in a path, in characters.
const MAX_ID: usize = 128;

/// One piece of a route's path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Exactly this text.
    Text(&'static str),
    /// An id: 1 to 128 of `A-Z a-z 0-9 _ - .`, and not `.` or `..`.
    Id,
}

/// What answers a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// A read, passed on to the upstream.
    Read,
    /// A send, passed on to the upstream at most once.
    Send,
    /// The proxy describes itself.
    Session,
    /// The proxy lists the sends that it has recorded.
    Sends,
    /// The proxy says that it runs.
    Health,
}

/// One call that the proxy offers.
#[derive(Debug)]
pub struct Route {
    /// Name in the log.
    pub name: &'static str,
    /// Method that it takes.
    pub method: Method,
    /// First part of the path, which the upstream's own base stands for.
    pub root: &'static str,
    /// The rest of the path, the same here and upstream.
    pub segments: &'static [Segment],
    /// What a token has to allow; `None` for a call that needs no token.
    pub scope: Option<Scope>,
    /// What answers it.
    pub action: Action,
    /// Query parameters that are passed on; any other is refused.
    pub query: &'static [&'static str],
}

use Segment::{Id, Text};
const NOTIFICATIONS: Segment = Text("PushNotifications");
const OPERATIONS: Segment = Text("Operations");

/// Every call, more exact paths before less exact ones.
#[rustfmt::skip]
pub static ROUTES: [Route; 10] = [
    Route { name: "send", method: Method::POST, root: "v1", segments: &[NOTIFICATIONS],
        scope: Some(Scope::Send), action: Action::Send, query: &[] },
    Route { name: "list_notifications", method: Method::GET, root: "v1", segments: &[NOTIFICATIONS],
        scope: Some(Scope::Read), action: Action::Read,
        query: &["operationId", "status", "tags", "startDate", "endDate", "user", "provider", "pageToken", "pageSize"] },
    Route { name: "list_operations", method: Method::GET, root: "v1", segments: &[NOTIFICATIONS, OPERATIONS],
        scope: Some(Scope::Read), action: Action::Read,
        query: &["status", "startDate", "endDate", "pageToken", "pageSize"] },
    Route { name: "fetch_notification", method: Method::GET, root: "v1", segments: &[NOTIFICATIONS, Id],
        scope: Some(Scope::Read), action: Action::Read, query: &[] },
    Route { name: "fetch_operation", method: Method::GET, root: "v1", segments: &[NOTIFICATIONS, OPERATIONS, Id],
        scope: Some(Scope::Read), action: Action::Read, query: &[] },
    Route { name: "list_operation_errors", method: Method::GET, root: "v1",
        segments: &[NOTIFICATIONS, OPERATIONS, Id, Text("Errors")],
        scope: Some(Scope::Read), action: Action::Read, query: &["pageToken", "pageSize"] },
    Route { name: "session", method: Method::GET, root: "console", segments: &[Text("session")],
        scope: Some(Scope::Read), action: Action::Session, query: &[] },
    Route { name: "list_sends", method: Method::GET, root: "console", segments: &[Text("sends")],
        scope: Some(Scope::Read), action: Action::Sends, query: &["state", "limit"] },
    Route { name: "health", method: Method::GET, root: "healthz", segments: &[],
        scope: None, action: Action::Health, query: &[] },
    Route { name: "health", method: Method::HEAD, root: "healthz", segments: &[],
        scope: None, action: Action::Health, query: &[] },
];

/// A call of the table with the segments of one request.
#[derive(Debug, Clone)]
pub struct Call {
    /// The row of the table.
    pub route: &'static Route,
    /// Segments after the root, already checked against the row.
    pub segments: Vec<String>,
}

/// The rows that a path fits, before the method is looked at.
#[derive(Debug, Clone, Default)]
pub struct Matches {
    rows: Vec<&'static Route>,
    segments: Vec<String>,
}

/// Finds the rows for a path that `path::check` let pass.
pub fn find(path: &str) -> Matches {
    let mut parts = path.split('/').skip(1);
    let root = parts.next().unwrap_or_default();
    let segments: Vec<&str> = parts.collect();
    let rows: Vec<_> =
        ROUTES.iter().filter(|route| route.root == root && fits(route.segments, &segments)).collect();
    Matches { rows, segments: segments.into_iter().map(str::to_owned).collect() }
}

impl Matches {
    /// Methods that the path takes; empty when there is no such path.
    pub fn methods(&self) -> Vec<Method> {
        let mut methods: Vec<Method> = Vec::new();
        for row in &self.rows {
            if !methods.contains(&row.method) {
                methods.push(row.method.clone());
            }
        }
        methods
    }

    /// The call for a method.
    ///
    /// # Errors
    /// 404 `not_found` without a row, 405 `method_not_allowed` with an `Allow` value without a row of that method.
    pub fn call(self, method: &Method) -> Result<Call, Problem> {
        if self.rows.is_empty() {
            return Err(Problem::not_found());
        }
        match self.rows.iter().find(|row| row.method == *method) {
            Some(route) => Ok(Call { route, segments: self.segments }),
            None => {
                let names: Vec<String> = self.methods().iter().map(Method::to_string).collect();
                let allow = names.join(", ");
                let message = format!("This address takes {allow} only.");
                let mut problem =
                    Problem::new(StatusCode::METHOD_NOT_ALLOWED, ErrorCode::MethodNotAllowed, message);
                problem.allow = HeaderValue::from_str(&allow).is_ok().then_some(allow);
                Err(problem)
            }
        }
    }
}

fn fits(pattern: &[Segment], segments: &[&str]) -> bool {
    pattern.len() == segments.len()
        && pattern.iter().zip(segments).all(|(piece, text)| match piece {
            Segment::Text(exact) => exact == text,
            Segment::Id => is_id(text),
        })
}

/// True for text that may stand as an id in a path, here and upstream.
pub fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
        && text != "."
        && text != ".."
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_path_finds_its_row() {
        let name = |method: Method, path: &str| match find(path).call(&method) {
            Ok(call) => call.route.name.to_owned(),
            Err(problem) => format!("{} {}", problem.status.as_u16(), problem.allow.unwrap_or_default()),
        };
        for (method, path, expected) in [
            (Method::POST, "/v1/PushNotifications", "send"),
            (Method::GET, "/v1/PushNotifications", "list_notifications"),
            (Method::GET, "/v1/PushNotifications/Operations", "list_operations"),
            (Method::GET, "/v1/PushNotifications/comms_notification_01", "fetch_notification"),
            (Method::GET, "/v1/PushNotifications/Operations/comms_operation_01", "fetch_operation"),
            (Method::GET, "/v1/PushNotifications/Operations/x/Errors", "list_operation_errors"),
            (Method::GET, "/console/session", "session"),
            (Method::GET, "/console/sends", "list_sends"),
            (Method::GET, "/healthz", "health"),
            (Method::HEAD, "/healthz", "health"),
            (Method::DELETE, "/v1/PushNotifications", "405 POST, GET"),
            (Method::HEAD, "/v1/PushNotifications/x", "405 GET"),
            (Method::GET, "/v1/pushnotifications", "404 "),
            (Method::GET, "/v1/PushNotifications/", "404 "),
            (Method::GET, "/v1/PushNotifications/x/", "404 "),
            (Method::GET, "/v1/PushNotifications/x/y", "404 "),
            (Method::GET, "/v1/PushNotifications/a:b", "404 "),
            (Method::GET, "/v2/PushNotifications", "404 "),
            (Method::GET, "/console/PushNotifications", "404 "),
            (Method::GET, "/v1", "404 "),
            (Method::GET, "/", "404 "),
        ] {
            assert_eq!(name(method.clone(), path), expected, "{method} {path}");
        }
    }

    #[test]
    fn an_id_is_short_and_plain() {
        let longest = "a".repeat(MAX_ID);
        let too_long = "a".repeat(MAX_ID + 1);
        for (text, fine) in [
            ("comms_operation_01k7d-x.y", true),
            (longest.as_str(), true),
            (too_long.as_str(), false),
            ("", false),
            (".", false),
            ("..", false),
            ("...", true),
            ("a/b", false),
            ("a%20", false),
            ("a@b", false),
        ] {
            assert_eq!(is_id(text), fine, "{text}");
        }
    }
}
