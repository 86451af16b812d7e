//! Every refusal of the sandbox as an answer: `{code, message, status, errors}`, always JSON.
//!
//! The codes are those that Twilio's APIs have for the same cases.

use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;

use super::reply::{self, Reply};
use crate::refusal::{Refusal, Refusals};

/// What went wrong.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    code: u32,
    message: String,
    errors: Vec<Refusal>,
    hint: Option<Hint>,
}

/// What a header tells the client to do.
#[derive(Debug, Clone, Copy)]
enum Hint {
    /// Wait for so many seconds.
    RetryAfter(u64),
    /// Come with the Basic credential.
    Authenticate,
}

#[derive(Serialize)]
struct Body<'a> {
    code: u32,
    message: &'a str,
    status: u16,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [Refusal],
}

impl Problem {
    fn new(status: StatusCode, code: u32, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), errors: Vec::new(), hint: None }
    }

    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, 20001, message)
    }

    pub(super) fn unauthorised() -> Self {
        let message = "Authenticate with HTTP Basic: the sandbox's account and its secret.";
        Self { hint: Some(Hint::Authenticate), ..Self::new(StatusCode::UNAUTHORIZED, 20003, message) }
    }

    pub(super) fn not_found() -> Self {
        let message = "Nothing is here: no such call, no such id, or its record has been forgotten.";
        Self::new(StatusCode::NOT_FOUND, 20404, message)
    }

    pub(super) fn method_not_allowed() -> Self {
        let message = "This address does not take this method; the Allow header names those that it takes.";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, 20004, message)
    }

    pub(super) fn too_large(limit: usize) -> Self {
        let message = format!("The body is over the limit of {limit} bytes.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, 20413, message)
    }

    pub(super) fn not_json() -> Self {
        let message = "Send JSON, and say so: Content-Type: application/json.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, 20415, message)
    }

    pub(super) fn rate_limited(seconds: u64) -> Self {
        let message = format!("Too many requests. Try again in {seconds} s.");
        Self {
            hint: Some(Hint::RetryAfter(seconds)),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, 20429, message)
        }
    }

    pub(super) fn failed() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, 20500, "The server failed.")
    }

    pub(super) fn into_reply(self) -> Reply {
        let Self { status, code, message, errors, hint } = self;
        let body = Body { code, message: &message, status: status.as_u16(), errors: &errors };
        let mut reply = reply::json(status, &body);
        reply.headers_mut().extend(hint.map(|hint| match hint {
            Hint::RetryAfter(seconds) => (RETRY_AFTER, HeaderValue::from(seconds)),
            Hint::Authenticate => {
                (WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"push-sandbox\""))
            }
        }));
        reply
    }

    pub(super) fn into_response(self) -> Response {
        self.into_reply().map(Into::into)
    }
}

impl From<Refusals> for Problem {
    fn from(refusals: Refusals) -> Self {
        Self { errors: refusals.written().to_vec(), ..Self::bad_request(refusals.summary()) }
    }
}
