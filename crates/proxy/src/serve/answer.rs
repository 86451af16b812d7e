//! The proxy's own answers: the one shape of its errors, a preflight, the session, and that it runs.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use push_api::proxy::{ErrorBody, ErrorDetail, RecordedSends, Session};
use serde::Serialize;

use crate::policy::origin::preflight_headers;
use crate::problem::Problem;

/// Carries the problem out to the dressing, which alone knows the request's id.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The answer that tells a problem.
pub fn of_problem(problem: Problem, request_id: &HeaderValue) -> Response {
    let mut response = json(
        problem.status,
        &ErrorBody {
            error: ErrorDetail {
                code: problem.code,
                message: problem.message,
                retryable: problem.retryable,
                request_id: request_id.to_str().unwrap_or_default().to_owned(),
            },
        },
    );
    let headers = response.headers_mut();
    put(headers, header::RETRY_AFTER, problem.retry_after);
    put(headers, header::ALLOW, problem.allow);
    if problem.status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// The answer to a preflight, for a path that takes these methods.
pub fn preflight(methods: &[Method]) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.headers_mut().extend(preflight_headers(methods));
    response
}

/// What the console talks to.
pub fn session(session: &Session) -> Response {
    json(StatusCode::OK, session)
}

/// The sends that the proxy has recorded.
pub fn sends(sends: &RecordedSends) -> Response {
    json(StatusCode::OK, sends)
}

/// That the proxy runs. It says nothing of the upstream.
pub fn health() -> Response {
    json(StatusCode::OK, &serde_json::json!({ "status": "ok" }))
}

/// An answer of JSON.
fn json(status: StatusCode, value: &impl Serialize) -> Response {
    // These types hold texts, numbers and lists only, which always have a JSON.
    let body = serde_json::to_vec(value).unwrap_or_default();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn put(headers: &mut HeaderMap, name: header::HeaderName, value: Option<String>) {
    if let Some(value) = value.and_then(|text| HeaderValue::try_from(text).ok()) {
        headers.insert(name, value);
    }
}
