//! What is known of a request before anything is decided about it, and the marks that it leaves for the log.

use std::sync::{Arc, OnceLock};

use axum::http::{HeaderValue, request::Parts};

use super::app::App;
use crate::policy::headers;
use crate::policy::host::{self, HostName};
use crate::policy::origin::Caller;
use crate::problem::Problem;

/// A request as it arrived.
#[derive(Clone)]
pub struct Arrival {
    /// Id in the log and in the answer.
    pub id: HeaderValue,
    /// The host that it is for, or why it is refused.
    pub host: Result<HostName, Problem>,
    /// The page that it comes from.
    pub caller: Caller,
    /// What the way of the request tells the log.
    pub trail: Arc<Trail>,
}

/// Marks that a request leaves on its way; each is made at most once.
#[derive(Default)]
pub struct Trail {
    /// Name of the route that was found.
    pub route: OnceLock<&'static str>,
    /// Name of the operator who asks.
    pub operator: OnceLock<String>,
}

impl Arrival {
    /// Looks at a request's head.
    pub fn of(app: &App, parts: &Parts) -> Self {
        let host = host::check(&app.hosts, &parts.headers, &parts.uri).cloned();
        // Pages of the proxy's own origin exist only when it serves them.
        let served = host.as_ref().ok().filter(|_| app.console.is_some());
        let caller = Caller::of(&parts.headers, &app.origins, served);
        let id = headers::request_id(&parts.headers).unwrap_or_else(new_id);
        Self { id, caller, host, trail: Arc::default() }
    }
}

/// A new id: 96 random bits in hexadecimal digits.
fn new_id() -> HeaderValue {
    let mut bytes = [0_u8; 12];
    // Without random bytes the request is still answered; only its line in the log is hard to find.
    if getrandom::fill(&mut bytes).is_err() {
        return HeaderValue::from_static("none");
    }
    let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("none"))
}
