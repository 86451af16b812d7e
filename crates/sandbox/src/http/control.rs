//! The control calls, which the real API does not have: faults, clock, and what has arrived.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use push_api::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::problem::Problem;
use super::reply::{Reply, json};
use super::{Face, body, wall_ms};
use crate::fault::FaultPlan;
use crate::world::clock::MAX_AHEAD_MS;

/// Body of `POST /sandbox/clock`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Advance {
    advance_ms: u64,
}

/// Answer of `POST /sandbox/clock`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Now {
    now: Timestamp,
    now_ms: i64,
}

/// Answer of `GET /sandbox/requests`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Requests<'a> {
    /// Requests that arrived since the start, under names like `POST /v1/PushNotifications`.
    counts: &'a BTreeMap<String, u64>,
    /// Sends that were committed since the start, whatever was answered.
    sends_committed: u32,
}

/// `PUT /sandbox/faults`: puts a plan in place, from its beginning, and answers with it.
pub(super) async fn put_faults(State(face): State<Arc<Face>>, request: Request) -> Response {
    respond(body::read_json(request).await.and_then(|bytes| {
        let plan = FaultPlan::from_json(&bytes).map_err(|bad| Problem::bad_request(bad.to_string()))?;
        face.world().plan(plan.clone());
        Ok(json(StatusCode::OK, &plan))
    }))
}

/// `POST /sandbox/clock`: puts the clock ahead, and answers with the time that it then shows.
pub(super) async fn advance_clock(State(face): State<Arc<Face>>, request: Request) -> Response {
    respond(body::read_json(request).await.and_then(|bytes| {
        let advance: Advance = serde_json::from_slice(&bytes)
            .map_err(|error| Problem::bad_request(format!("Write {{\"advanceMs\": n}}: {error}.")))?;
        let mut world = face.world();
        world.advance(advance.advance_ms).map_err(|_| {
            Problem::bad_request(format!("advanceMs: the clock goes ahead by {MAX_AHEAD_MS} ms in all."))
        })?;
        let now_ms = world.now(wall_ms());
        Ok(json(StatusCode::OK, &Now { now: Timestamp::from_unix_ms(now_ms), now_ms }))
    }))
}

/// `GET /sandbox/requests`: what has arrived since the start, this request included.
pub(super) async fn requests(State(face): State<Arc<Face>>) -> Response {
    let world = face.world();
    let (counts, sends_committed) = (world.arrivals(), world.store.accepted());
    respond(Ok(json(StatusCode::OK, &Requests { counts, sends_committed })))
}

fn respond(result: Result<Reply, Problem>) -> Response {
    result.unwrap_or_else(Problem::into_reply).map(Into::into)
}
