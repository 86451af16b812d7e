//! What an upstream's answer comes to. Pure: status, headers and body in, a decision out.
//!
//! A refusal keeps the upstream's status and words. A 4xx was certainly not processed; on a send, everything
//! that is neither a refusal nor a readable success is in doubt.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use push_api::proxy::ErrorCode;
use push_api::send::Accepted;
use push_api::upstream::UpstreamError;

use super::send::Sent;
use crate::ledger::Reply;
use crate::policy::headers::{is_json, retry_after};
use crate::policy::route::is_id;
use crate::problem::Problem;

/// Stands for words of the upstream that must not be shown.
pub const WITHHELD: &str = "The upstream's words are withheld: they hold a secret.";

/// True for JSON that is not compressed: the proxy asked for nothing else.
pub fn is_usable(headers: &HeaderMap) -> bool {
    let plain = headers.get(header::CONTENT_ENCODING).is_none_or(|value| value == "identity");
    plain && is_json(headers)
}

/// True for a page for people, as gateways give it in place of the service behind them.
fn is_html(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.trim_start().to_ascii_lowercase().starts_with("text/html")
}

/// A read that got no connection.
pub fn unavailable() -> Problem {
    let message = "The upstream cannot be reached. Nothing was sent; try again in a moment.";
    Problem::new(StatusCode::BAD_GATEWAY, ErrorCode::UpstreamUnavailable, message).retryable()
}

/// A read that took too long.
pub fn late() -> Problem {
    let message = "The upstream did not answer in time. Try again in a moment.";
    Problem::new(StatusCode::GATEWAY_TIMEOUT, ErrorCode::UpstreamTimeout, message).retryable()
}

/// A read whose connection was lost.
pub fn lost() -> Problem {
    let message = "The upstream broke off before it answered. Try again in a moment.";
    Problem::new(StatusCode::BAD_GATEWAY, ErrorCode::UpstreamFailed, message).retryable()
}

/// The problem of a read whose answer cannot be passed on.
pub fn of_read(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Problem {
    if status.is_redirection() {
        return redirected();
    }
    if status.is_client_error() {
        return refused(status, headers, body);
    }
    if status.is_server_error() && !is_html(headers) {
        let message = format!("The upstream failed (HTTP {}). Try again in a moment.", status.as_u16());
        return Problem::new(StatusCode::BAD_GATEWAY, ErrorCode::UpstreamFailed, message)
            .retryable()
            .after(retry_after(headers));
    }
    let message = format!(
        "The upstream answered with something that is not JSON, a page for people perhaps (HTTP {}).",
        status.as_u16()
    );
    Problem::new(StatusCode::BAD_GATEWAY, ErrorCode::UpstreamNotJson, message)
        .retryable()
        .after(retry_after(headers).filter(|_| status.is_server_error()))
}

/// What became of a send. `body` is `None` when the reply was late, cut off or too long.
pub fn of_send(status: StatusCode, headers: &HeaderMap, body: Option<Bytes>) -> Sent {
    if status.is_success() {
        return body.and_then(|body| accepted(status, headers, body)).map_or(Sent::Unknown, Sent::Accepted);
    }
    // RFC 9110 gives 303 to a request that was processed; the other redirects come from elsewhere, before that.
    if status.is_redirection() && status != StatusCode::SEE_OTHER {
        return Sent::Not(redirected());
    }
    if status.is_client_error() {
        return Sent::Not(refused(status, headers, &body.unwrap_or_default()));
    }
    Sent::Unknown
}

/// The reply of a send that the upstream took, where it can be read.
fn accepted(status: StatusCode, headers: &HeaderMap, body: Bytes) -> Option<Reply> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let found = Accepted::find(&[], text("location"), text("operation-id"));
    let operation_id = found.map(|accepted| accepted.operation_id.to_string()).filter(|id| is_id(id));
    if body.is_empty() {
        // The upstream may name the operation in a header only; the console reads a body.
        let id = operation_id.as_deref()?;
        let body = serde_json::json!({ "operationId": id }).to_string().into();
        return Some(Reply { status: StatusCode::ACCEPTED, body, operation_id });
    }
    let is_object = serde_json::from_slice::<serde_json::Value>(&body).is_ok_and(|value| value.is_object());
    (is_usable(headers) && is_object).then_some(Reply { status, body, operation_id })
}

fn redirected() -> Problem {
    let message =
        "The upstream answered with a redirect, which is never followed. Check the upstream's address.";
    Problem::new(StatusCode::BAD_GATEWAY, ErrorCode::UpstreamRedirected, message)
}

/// A 4xx, with the upstream's words where they are of use to a person.
fn refused(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Problem {
    match status {
        StatusCode::UNAUTHORIZED => {
            let message = "The upstream refused the proxy's credential. Ask the operator to renew it.";
            Problem::new(StatusCode::BAD_GATEWAY, ErrorCode::UpstreamCredentialRejected, message)
        }
        StatusCode::FORBIDDEN => {
            let message = words(body).unwrap_or_else(|| "The account may not do this.".into());
            Problem::new(status, ErrorCode::UpstreamForbidden, message)
        }
        StatusCode::NOT_FOUND => {
            let message = words(body).unwrap_or_else(|| "The upstream has nothing there.".into());
            Problem::new(status, ErrorCode::NotFound, message)
        }
        StatusCode::TOO_MANY_REQUESTS => {
            let message = "The upstream asks to slow down. Nothing was done; try again later.";
            Problem::new(status, ErrorCode::RateLimited, message).retryable().after(retry_after(headers))
        }
        _ => {
            let message =
                words(body).unwrap_or_else(|| format!("The upstream refused it (HTTP {}).", status.as_u16()));
            // A browser acts on a 407 by itself, and this one is about the proxy's own way to the upstream.
            let own = status == StatusCode::PROXY_AUTHENTICATION_REQUIRED;
            let status = if own { StatusCode::BAD_GATEWAY } else { status };
            Problem::new(status, ErrorCode::UpstreamRejected, message)
        }
    }
}

/// The upstream's own words, without characters that could break a line.
fn words(body: &[u8]) -> Option<String> {
    let message = UpstreamError::read(body).message?;
    let clean: String = message.chars().filter(|c| !c.is_control()).collect();
    (!clean.trim().is_empty()).then_some(clean)
}

#[cfg(test)]
mod tests;
