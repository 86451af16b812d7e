//! What every answer carries, whatever it is: request id, CORS for an allowed page, and the headers that keep
//! it out of caches and frames. Writes the access log, which holds no body, token, query or variable.

use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use super::answer;
use super::app::App;
use super::arrival::Arrival;
use super::lent::Lent;
use crate::console::FromConsole;
use crate::problem::Problem;

/// Looks at the request, lets it go its way, and dresses what comes back.
pub async fn dress(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let (mut parts, body) = request.into_parts();
    let arrival = Arrival::of(&app, &parts);
    parts.extensions.insert(arrival.clone());
    let method = parts.method.clone();
    let body = Body::new(Lent::new(body, &parts.headers, app.request_body));
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let problem = response.extensions_mut().remove::<Problem>();
    let code = problem.as_ref().map(|problem| problem.code.to_string());
    if let Some(problem) = problem {
        response = answer::of_problem(problem, &arrival.id);
    }
    let is_file = response.extensions().get::<FromConsole>().is_some();
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-request-id"), arrival.id.clone());
    arrival.caller.mark(headers);
    seal(headers, is_file);
    log(&method, &arrival, &response, code.as_deref(), started);
    response
}

/// An answer differs by the page that asks; and one of the API is for that page only, never for a cache or frame.
fn seal(headers: &mut HeaderMap, is_file: bool) {
    headers.append(header::VARY, HeaderValue::from_static("Origin"));
    headers.entry(header::X_CONTENT_TYPE_OPTIONS).or_insert(HeaderValue::from_static("nosniff"));
    if !is_file {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'"));
    }
}

fn log(method: &Method, arrival: &Arrival, response: &Response, code: Option<&str>, started: Instant) {
    // A method is free text too; only the usual ones are written down.
    let usual = [&Method::GET, &Method::HEAD, &Method::POST, &Method::PUT, &Method::DELETE, &Method::OPTIONS];
    let method = if usual.contains(&method) { method.as_str() } else { "other" };
    let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(
        target: "push_proxy::access",
        method,
        route = arrival.trail.route.get().copied().unwrap_or("none"),
        status = response.status().as_u16(),
        code,
        millis,
        request_id = arrival.id.to_str().unwrap_or_default(),
        operator = arrival.trail.operator.get().map(String::as_str),
        "answered"
    );
}
