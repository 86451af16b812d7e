//! A refusal or failure, before it becomes an answer: status, stable code, a sentence for a person.
//!
//! Pure data. Nothing secret and nothing from a body may enter the message.

use axum::http::StatusCode;
use push_api::proxy::ErrorCode;

/// Why a request did not get what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// HTTP status of the answer.
    pub status: StatusCode,
    /// Stable name of the error.
    pub code: ErrorCode,
    /// What happened and what to do, in plain words.
    pub message: String,
    /// True when the very same request may be repeated without harm.
    pub retryable: bool,
    /// Value of `Retry-After`, when waiting is the remedy.
    pub retry_after: Option<String>,
    /// Value of `Allow`, on a 405 only.
    pub allow: Option<String>,
}

impl Problem {
    /// A problem that repeating the request would not mend.
    pub fn new(status: StatusCode, code: ErrorCode, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), retryable: false, retry_after: None, allow: None }
    }

    /// The same problem, marked as one that the very same request may be repeated after.
    pub fn retryable(mut self) -> Self {
        self.retryable = true;
        self
    }

    /// The same problem with a `Retry-After` value, when there is one.
    pub fn after(mut self, retry_after: Option<String>) -> Self {
        self.retry_after = retry_after;
        self
    }

    /// A 400 for a request that cannot be read.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, ErrorCode::BadRequest, message)
    }

    /// A 400 for a path that no route could have.
    pub fn bad_path(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, ErrorCode::BadPath, message)
    }

    /// A 404 of the proxy itself.
    pub fn not_found() -> Self {
        let message = "The proxy has nothing at this address. See its README for the calls that it offers.";
        Self::new(StatusCode::NOT_FOUND, ErrorCode::NotFound, message)
    }

    /// A 503: the ledger's database did not do what was asked, and may in a moment.
    pub fn ledger_unavailable(message: impl Into<String>) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, ErrorCode::from("ledger_unavailable"), message)
            .retryable()
            .after(Some("5".into()))
    }

    /// A 500: the proxy itself failed, and the log has the rest under the request's id.
    pub fn internal() -> Self {
        let message = "The proxy failed while answering. Its log says more under this request's id.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Internal, message)
    }
}
