//! What a fault does to an answer: before the work, instead of it, or on the answer's way out.

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::http::header::DATE;
use axum::response::Response;

use super::problem::Problem;
use super::reply::{Reply, with_type};
use super::{body, date};
use crate::fault::Fault;

/// Marks an answer that must not be given: the connection is to be closed without a byte.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the fault plan drops this answer")
    }
}

impl std::error::Error for Dropped {}

/// A page as a broken gateway gives it.
const GATEWAY_PAGE: &[u8] = b"<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>\
    <body><h1>Bad Gateway</h1><p>The upstream did not answer.</p></body></html>";

/// The answer of a fault that comes instead of the work.
pub(super) fn instead(fault: Option<Fault>) -> Option<Reply> {
    match fault? {
        Fault::RateLimited { retry_after } => Some(Problem::rate_limited(retry_after).into_reply()),
        Fault::ErrorBeforeCommit => Some(Problem::failed().into_reply()),
        Fault::HtmlPage => Some(with_type(
            StatusCode::BAD_GATEWAY,
            "text/html; charset=utf-8",
            Bytes::from_static(GATEWAY_PAGE),
        )),
        _ => None,
    }
}

/// How wrong the clock is that the answer is written by, in milliseconds.
pub(super) fn skew(fault: Option<Fault>) -> i64 {
    match fault {
        Some(Fault::ClockSkew { millis }) => millis,
        _ => 0,
    }
}

/// True when the next page is to be given as this one.
pub(super) fn repeats_page(fault: Option<Fault>) -> bool {
    fault == Some(Fault::RepeatedPageToken)
}

/// Sends an answer on its way. Faults "after commit" need something done: a refusal is given as it is.
pub(super) fn deliver(reply: Reply, fault: Option<Fault>, now: i64) -> Response {
    let done = reply.status().is_success();
    match fault {
        Some(Fault::ErrorAfterCommit) if done => Problem::failed().into_response(),
        Some(Fault::DropAfterCommit) if done => {
            let mut response = Response::new(Body::empty());
            response.extensions_mut().insert(Dropped);
            response
        }
        Some(Fault::SlowBody { millis }) => reply.map(|bytes| body::slow(bytes, millis)),
        Some(Fault::TruncatedJson) if done => reply.map(|bytes| Body::from(bytes.slice(..bytes.len() / 2))),
        Some(Fault::ClockSkew { millis }) => {
            let mut response = reply.map(Body::from);
            response.headers_mut().extend(date::header(now.saturating_add(millis)).map(|date| (DATE, date)));
            response
        }
        _ => reply.map(Body::from),
    }
}
