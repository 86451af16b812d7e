//! The calls of the API: each takes its request apart, lets the world do the work, and has the answer written.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;
use std::sync::Arc;

use super::problem::Problem;
use super::reply::{Reply, json};
use super::{Face, Scene, body};
use crate::fault::Call;
use crate::filter::{Asked, NotificationFilter, OperationFilter};
use crate::paging::{Binding, Position};
use crate::shape::cursor::{Ends, List};
use crate::validate;
use crate::world::store::Found;

type Id = Result<Path<String>, PathRejection>;

/// `POST /PushNotifications`. The body is read and checked before the lock is taken.
pub(super) async fn send(State(face): State<Arc<Face>>, request: Request) -> Response {
    let checked = match body::read_json(request).await {
        Ok(bytes) => validate::send(&bytes, face.now()).map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    face.answer(Call::Send, |scene| {
        let kept = scene.world.store.commit(scene.view.now, checked?);
        let accepted = scene.view.accepted(kept);
        let mut reply = json(StatusCode::ACCEPTED, &accepted);
        let location = accepted.operation_location.as_deref().and_then(|at| HeaderValue::from_str(at).ok());
        reply.headers_mut().extend(location.map(|at| (LOCATION, at)));
        Ok(reply)
    })
}

/// `GET /PushNotifications`.
pub(super) async fn list_notifications(State(face): State<Arc<Face>>, RawQuery(query): RawQuery) -> Response {
    face.answer(Call::ListNotifications, |scene| {
        let asked = NotificationFilter::read(&query.unwrap_or_default(), scene.view.shape)?;
        let (binding, from) = begin(&scene, List::Notifications, &asked)?;
        let found = scene.world.store.notifications(&asked.filter, from, asked.size, scene.view.now);
        Ok(page(&scene, &asked, binding, &found, |item| scene.view.summary(item)))
    })
}

/// `GET /PushNotifications/Operations`.
pub(super) async fn list_operations(State(face): State<Arc<Face>>, RawQuery(query): RawQuery) -> Response {
    face.answer(Call::ListOperations, |scene| {
        let asked = OperationFilter::read(&query.unwrap_or_default())?;
        let (binding, from) = begin(&scene, List::Operations, &asked)?;
        let found = scene.world.store.operations(&asked.filter, from, asked.size, scene.view.now);
        Ok(page(&scene, &asked, binding, &found, |send| scene.view.operation(send)))
    })
}

/// `GET /PushNotifications/{id}`.
pub(super) async fn fetch_notification(State(face): State<Arc<Face>>, id: Id) -> Response {
    face.answer(Call::FetchNotification, |scene| {
        let id = readable(id)?;
        let prefix = scene.view.shape.notification_prefix();
        let item = scene.world.store.notification(prefix, &id).ok_or_else(Problem::not_found)?;
        Ok(json(StatusCode::OK, &scene.view.detail(&item)))
    })
}

/// `GET /PushNotifications/Operations/{id}`.
pub(super) async fn fetch_operation(State(face): State<Arc<Face>>, id: Id) -> Response {
    face.answer(Call::FetchOperation, |scene| {
        let id = readable(id)?;
        let send = scene.world.store.operation(&id).ok_or_else(Problem::not_found)?;
        Ok(json(StatusCode::OK, &scene.view.operation(send)))
    })
}

fn readable(id: Id) -> Result<String, Problem> {
    let Path(id) = id.map_err(|_| Problem::bad_request("The id in the address is no UTF-8."))?;
    Ok(id)
}

/// What the page tokens of a list are bound to, and where the page asked for begins.
fn begin<F>(scene: &Scene<'_>, list: List, asked: &Asked<F>) -> Result<(Binding, Position), Problem> {
    let binding = Binding { seed: scene.world.seed(), list, filter: asked.digest() };
    Ok((binding, binding.position(asked.token.as_deref())?))
}

fn page<F, T, S: Serialize>(
    scene: &Scene<'_>,
    asked: &Asked<F>,
    binding: Binding,
    found: &Found<T>,
    written: impl Fn(&T) -> S,
) -> Reply {
    let this = binding.token(found.this);
    let next = found.next.map(|next| binding.token(next));
    let next = if scene.repeated_page { Some(this.clone()) } else { next };
    let ends = Ends { asked: &asked.pairs, given: asked.token.as_deref(), this, next };
    let items: Vec<S> = found.items.iter().map(written).collect();
    json(StatusCode::OK, &scene.view.page(binding.list, items, ends))
}
