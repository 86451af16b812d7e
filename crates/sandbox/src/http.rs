//! The HTTP face: routes, credential and answers around the pure world. It decides nothing about sends.
//!
//! One lock stands around the world and is never held while waiting.

mod auth;
mod body;
mod calls;
mod control;
mod date;
mod deliver;
mod guard;
mod problem;
mod reply;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post, put};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

pub(crate) use auth::Credential;
pub(crate) use deliver::Dropped;

use crate::fault::Call;
use crate::shape::{Shape, View};
use crate::world::World;
use problem::Problem;
use reply::Reply;

/// What every request needs.
pub(crate) struct Face {
    world: Mutex<World>,
    credential: Credential,
    shape: Shape,
    /// The base address of the API as a client writes it, with `/v1`.
    base: String,
}

/// What one call sees while it works.
struct Scene<'a> {
    world: &'a mut World,
    view: View<'a>,
    /// The next page is to be given as this one.
    repeated_page: bool,
}

impl Face {
    pub(crate) fn new(world: World, credential: Credential, shape: Shape, base: String) -> Self {
        Self { world: Mutex::new(world), credential, shape, base }
    }

    /// The world, even if somebody panicked with it: every change in it is whole or not begun.
    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The time now.
    fn now(&self) -> i64 {
        self.world().now(wall_ms())
    }

    /// Does the work of one call of the API, and lets go wrong what the fault plan wants to.
    fn answer(
        &self,
        call: Call,
        work: impl FnOnce(Scene<'_>) -> Result<Reply, Problem>,
    ) -> axum::response::Response {
        let mut world = self.world();
        let now = world.now(wall_ms());
        let fault = world.fault(call);
        let reply = match deliver::instead(fault) {
            Some(reply) => reply,
            None => {
                let view = View { shape: self.shape, base: &self.base, now, skew: deliver::skew(fault) };
                let repeated_page = deliver::repeats_page(fault);
                work(Scene { world: &mut world, view, repeated_page }).unwrap_or_else(Problem::into_reply)
            }
        };
        drop(world);
        deliver::deliver(reply, fault, now)
    }
}

/// Every route of the API and the control calls, behind the credential.
pub(crate) fn router(face: Arc<Face>) -> Router {
    Router::new()
        .route("/v1/PushNotifications", post(calls::send).get(calls::list_notifications))
        .route("/v1/PushNotifications/{id}", get(calls::fetch_notification))
        .route("/v1/PushNotifications/Operations", get(calls::list_operations))
        .route("/v1/PushNotifications/Operations/{id}", get(calls::fetch_operation))
        .route("/sandbox/faults", put(control::put_faults))
        .route("/sandbox/clock", post(control::advance_clock))
        .route("/sandbox/requests", get(control::requests))
        .fallback(async || Problem::not_found().into_response())
        .method_not_allowed_fallback(async || Problem::method_not_allowed().into_response())
        .layer(from_fn_with_state(face.clone(), guard::guard))
        .with_state(face)
}

/// The wall clock in Unix milliseconds.
fn wall_ms() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
