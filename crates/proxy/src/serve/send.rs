//! A send through the ledger: claimed, passed on once, put down. It goes on when its browser has gone, so that
//! what the ledger says is what happened.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use push_api::proxy::ErrorCode;

use super::app::App;
use crate::ledger::{BodyHash, Claim, Outcome, Reply, SendKey};
use crate::policy::route::Call;
use crate::problem::Problem;
use crate::upstream::Asking;
use crate::upstream::send::Sent;

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
    let claim = app.ledger().claim(send.key.clone(), BodyHash::of(&send.body), Instant::now());
    match claim {
        Claim::Granted => {}
        Claim::Answered(reply) => {
            let mut response = of_reply(reply);
            response
                .headers_mut()
                .insert(HeaderName::from_static("idempotency-replayed"), HeaderValue::from_static("true"));
            return Ok(response);
        }
        Claim::InFlight => return Err(in_flight()),
        Claim::Unknown => return Err(unknown()),
        Claim::Reused => return Err(reused()),
        Claim::Full(wait) => return Err(full(wait)),
    }
    let record = Record { app: app.clone(), key: send.key.clone(), outcome: Outcome::Unknown };
    match app.sends.spawn(pass_on(record, send)).await {
        Ok(Sent::Accepted(reply)) => Ok(of_reply(reply)),
        Ok(Sent::Not(problem)) => Err(problem),
        Ok(Sent::Unknown) | Err(_) => Err(unknown()),
    }
}

async fn pass_on(mut record: Record, send: Checked) -> Sent {
    let asking = Asking { call: &send.call, query: "", headers: &send.headers, request_id: &send.request_id };
    let app = record.app.clone();
    let sent = app.upstream.send(&asking, send.body).await;
    record.outcome = match &sent {
        Sent::Accepted(reply) => Outcome::Answered(reply.clone()),
        Sent::Not(_) => Outcome::NotSent,
        Sent::Unknown => Outcome::Unknown,
    };
    sent
}

/// Puts the outcome down when it is dropped, so that a send which ends in any other way counts as unknown.
struct Record {
    app: Arc<App>,
    key: SendKey,
    outcome: Outcome,
}

impl Drop for Record {
    fn drop(&mut self) {
        let outcome = std::mem::replace(&mut self.outcome, Outcome::Unknown);
        self.app.ledger().settle(&self.key, outcome, Instant::now());
    }
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

fn full(wait: Option<Duration>) -> Problem {
    let seconds = wait.map_or(1, |wait| wait.as_secs() + 1);
    let message = "The proxy remembers as many sends as it may, and takes no further one until it may forget the \
                   oldest. Nothing was sent. PUSH_PROXY_LEDGER_ENTRIES sets how many it remembers.";
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, ErrorCode::RateLimited, message)
        .retryable()
        .after(Some(seconds.to_string()))
}
