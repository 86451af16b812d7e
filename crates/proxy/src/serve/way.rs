//! The way of a request: every check in its order, and then what answers it. The order is here and only here:
//! plain path, host, origin, route, preflight, identity, scope, query, body.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::request::Parts;
use axum::response::Response;

use super::app::App;
use super::arrival::Arrival;
use super::send::{self, Checked};
use super::{answer, body, recorded};
use crate::ledger::SendKey;
use crate::policy::identity::permit;
use crate::policy::origin::is_preflight;
use crate::policy::route::{self, Action};
use crate::policy::{headers, idempotency, path, query, send_body};
use crate::problem::Problem;
use crate::upstream::Asking;

/// Walks a request through every check to its answer.
pub async fn walk(
    State(app): State<Arc<App>>,
    Extension(arrival): Extension<Arrival>,
    request: Request,
) -> Result<Response, Problem> {
    let (head, body) = request.into_parts();
    let path = head.uri.path();
    path::check(path)?;
    arrival.host.as_ref().map_err(Problem::clone)?;
    arrival.caller.admit()?;
    if !path::is_api(path) {
        return outside_api(&app, &arrival, &head).await;
    }
    path::check_unescaped(path)?;
    let matches = route::find(path);
    if is_preflight(&head.method, &head.headers) {
        return Ok(preflight(&arrival, &matches.methods()));
    }
    let call = matches.call(&head.method)?;
    arrival.trail.route.get_or_init(|| call.route.name);
    let Some(scope) = &call.route.scope else { return Ok(answer::health()) };
    let operator = app.operators.identify(&head.headers)?;
    arrival.trail.operator.get_or_init(|| operator.name.clone());
    permit(operator, scope)?;
    let query = query::rewrite(head.uri.query(), call.route.query)?;
    match call.route.action {
        Action::Health => Ok(answer::health()),
        Action::Session => Ok(answer::session(&app.session(operator))),
        Action::Sends => recorded::answer(&app, operator, &query).await,
        Action::Read => {
            // A read has no body; whatever came as one is thrown away.
            drop(body);
            let asking =
                Asking { call: &call, query: &query, headers: &head.headers, request_id: &arrival.id };
            app.upstream.read(&asking).await
        }
        Action::Send => {
            headers::require_json(&head.headers)?;
            let key = SendKey { operator: operator.name.clone(), key: idempotency::key(&head.headers)? };
            let body = body::read(&head.headers, body, app.send_body_bytes, app.request_body).await?;
            send_body::check(&body)?;
            let checked = Checked { call, headers: head.headers, request_id: arrival.id.clone(), key, body };
            send::answer(&app, checked).await
        }
    }
}

/// The console's files when the proxy serves them, else nothing.
async fn outside_api(app: &App, arrival: &Arrival, head: &Parts) -> Result<Response, Problem> {
    if is_preflight(&head.method, &head.headers) {
        let methods = [Method::GET, Method::HEAD];
        return Ok(preflight(arrival, if app.console.is_some() { &methods } else { &[] }));
    }
    match &app.console {
        Some(console) => {
            arrival.trail.route.get_or_init(|| "console");
            console.answer(&head.method, head.uri.path(), &head.headers).await
        }
        None => Err(Problem::not_found()),
    }
}

fn preflight(arrival: &Arrival, methods: &[Method]) -> Response {
    arrival.trail.route.get_or_init(|| "preflight");
    answer::preflight(methods)
}
