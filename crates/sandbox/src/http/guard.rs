//! In front of every call: the request is counted, its credential checked, and the answer dated.

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::http::header::DATE;
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

use super::problem::Problem;
use super::{Face, date};

/// Counted under this name: every address that is no route.
const ELSEWHERE: &str = "elsewhere";

pub(super) async fn guard(State(face): State<Arc<Face>>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or(ELSEWHERE, MatchedPath::as_str);
    face.world().arrived(method_name(request.method()), route);
    let mut response = if face.credential.admits(request.headers()) {
        next.run(request).await
    } else {
        Problem::unauthorised().into_response()
    };
    if !response.headers().contains_key(DATE) {
        response.headers_mut().extend(date::header(face.now()).map(|date| (DATE, date)));
    }
    response
}

/// A name out of a few, so that nobody can make the counters grow by inventing methods.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}
