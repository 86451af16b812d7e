//! A read: asked as often as the caller likes, and its answer passed on while it arrives.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use tokio::time::Instant;

use super::clipped::Clipped;
use super::verdict::{self, is_usable};
use super::{Asking, NoAnswer, Upstream};
use crate::problem::Problem;

/// Most bytes of an error's body that are looked at for the upstream's words.
const MAX_ERROR_BYTES: usize = 64 * 1024;

impl Upstream {
    /// Passes a read on. The answer carries no header of the upstream's.
    ///
    /// # Errors
    /// The problem that the upstream's answer, or the lack of one, comes to.
    pub async fn read(&self, asking: &Asking<'_>) -> Result<Response<Body>, Problem> {
        let deadline = Instant::now() + self.timeouts.total;
        let answer = self.ask(&self.reads, asking, None).await.map_err(|none| match none {
            NoAnswer::NotConnected => verdict::unavailable(),
            NoAnswer::Late => verdict::late(),
            NoAnswer::Lost => verdict::lost(),
        })?;
        let (head, body) = answer.into_parts();
        if head.status == StatusCode::OK && is_usable(&head.headers) {
            let mut passed = Response::new(Body::new(Clipped::new(body, deadline)));
            passed.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            return Ok(passed);
        }
        // Only a refusal has words that a person needs; any other body is not waited for.
        let said = match head.status.is_client_error() {
            true => Self::collect(body, MAX_ERROR_BYTES, deadline).await.unwrap_or_default(),
            false => Default::default(),
        };
        Err(self.guard(verdict::of_read(head.status, &head.headers, &said)))
    }
}
