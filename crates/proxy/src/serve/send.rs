//! A send through the ledger: claimed, passed on once, put down. It goes on when its browser has gone, so that
//! what the ledger says is what happened.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use push_api::proxy::ErrorCode;

use super::app::App;
use crate::ledger::{BodyHash, Claim, Fault, Grant, Ledger, Outcome, Reply, SendKey, now_ms};
use crate::policy::route::Call;
use crate::problem::Problem;
use crate::upstream::Asking;
use crate::upstream::send::Sent;

/// Pauses between the tries to put down how a send ended.
const PAUSES: [Duration; 4] =
    [Duration::from_millis(50), Duration::from_millis(500), Duration::from_secs(2), Duration::from_secs(5)];

/// A send that has passed every check.
pub struct Checked {
    /// The call, from the route table.
    pub call: Call,
    /// The caller's headers.
    pub headers: HeaderMap,
    /// Id of the request.
    pub request_id: HeaderValue,
    /// Its name in the ledger.
    pub key: SendKey,
    /// The body as it came.
    pub body: Bytes,
}

/// Sends, or tells what became of the same send before.
///
/// # Errors
/// Every reason why there is no reply of the upstream.
pub async fn answer(app: &Arc<App>, send: Checked) -> Result<Response<Body>, Problem> {
    // In a task of its own from the first write on, which nobody who hangs up can end.
    match app.sends.spawn(through_ledger(app.clone(), send)).await {
        Ok(answer) => answer,
        // It fell over on its way. What it had put down counts, and the next one to ask is told.
        Err(_) => Err(unknown()),
    }
}

/// The way of a send: claimed, put down as leaving, passed on, put down as it ended. Each before the next.
async fn through_ledger(app: Arc<App>, send: Checked) -> Result<Response<Body>, Problem> {
    let ledger = &app.ledger;
    let body = BodyHash::of(&send.body);
    let grant = match ledger.claim(&send.key, &body, now_ms()).await.map_err(|fault| not_recorded(&fault))? {
        Claim::Granted(grant) => grant,
        Claim::Answered(reply) => return Ok(replayed(reply)),
        Claim::InFlight => return Err(in_flight()),
        Claim::Unknown => return Err(unknown()),
        Claim::Reused => return Err(reused()),
    };
    if !ledger.dispatch(&grant, now_ms()).await.map_err(|fault| not_recorded(&fault))? {
        return Err(in_flight());
    }
    let asking = Asking { call: &send.call, query: "", headers: &send.headers, request_id: &send.request_id };
    let sent = app.upstream.send(&asking, send.body).await;
    let outcome = match &sent {
        Sent::Accepted(reply) => Outcome::Answered(reply.clone()),
        Sent::Not(_) => Outcome::NotSent,
        Sent::Unknown => Outcome::Unknown,
    };
    put_down(ledger, &grant, &outcome).await;
    match sent {
        Sent::Accepted(reply) => Ok(of_reply(reply)),
        Sent::Not(problem) => Err(problem),
        Sent::Unknown => Err(unknown()),
    }
}

/// Puts down how a send ended, and tries again when the database fails for a moment. When it fails for good, the send
/// stays one that has left and counts as unknown: true, if less than could be known.
async fn put_down(ledger: &Ledger, grant: &Grant, outcome: &Outcome) {
    for pause in PAUSES {
        match ledger.settle(grant, outcome, now_ms()).await {
            Ok(()) => return,
            Err(fault) => tracing::error!(%fault, "how a send ended could not be put down"),
        }
        tokio::time::sleep(pause).await;
    }
}

/// The reply to the first send, marked as such.
fn replayed(reply: Reply) -> Response<Body> {
    let mut response = of_reply(reply);
    response
        .headers_mut()
        .insert(HeaderName::from_static("idempotency-replayed"), HeaderValue::from_static("true"));
    response
}

/// The upstream's reply, with the operation's address on this proxy.
fn of_reply(reply: Reply) -> Response<Body> {
    let mut response = Response::new(Body::from(reply.body));
    *response.status_mut() = reply.status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let location = reply.operation_id.map(|id| format!("/v1/PushNotifications/Operations/{id}"));
    if let Some(location) = location.and_then(|text| HeaderValue::try_from(text).ok()) {
        headers.insert(header::LOCATION, location);
    }
    response
}

fn in_flight() -> Problem {
    let message = "This very send is still under way. Ask again with the same key in a moment.";
    Problem::new(StatusCode::CONFLICT, ErrorCode::SendInFlight, message).retryable().after(Some("1".into()))
}

fn unknown() -> Problem {
    let message = "The send left, but no answer tells whether the upstream took it. Look at the operations before \
                   anything is sent again: a repeat could reach everyone twice.";
    Problem::new(StatusCode::BAD_GATEWAY, ErrorCode::SendOutcomeUnknown, message)
}

fn reused() -> Problem {
    let message =
        "This Idempotency-Key was used for another body. Every confirmed draft needs a key of its own.";
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, ErrorCode::IdempotencyKeyReused, message)
}

/// Nothing leaves that could not be put down first.
fn not_recorded(fault: &Fault) -> Problem {
    tracing::error!(%fault, "a send could not be put down, so it was not made");
    let message = "The proxy could not put the send down in its ledger, so nothing was sent. Try again in a moment; \
                   the proxy's log says more under this request's id.";
    Problem::ledger_unavailable(message)
}
