//! The body of a request, lent to its way. What the way leaves unread is read and thrown away, within bounds.
//!
//! A browser that is still sending when the connection closes sees a broken connection and not the refusal, so
//! that a person would be told "cannot be reached" in place of "too large" or "wrong token".

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, Limited};
use hyper::body::{Body as _, Frame, SizeHint};
use tokio::time::{Instant, timeout_at};

/// Most bytes that are thrown away for one request.
const MAX_THROWN_BYTES: usize = 64 * 1024 * 1024;

/// A body whose rest is read when it is dropped.
pub struct Lent {
    body: Body,
    /// False when nothing is to be thrown away, or nothing is left.
    has_rest: bool,
    /// When even what is thrown away has to have come.
    deadline: Instant,
}

impl Lent {
    /// Lends out a body that has to come within this time, read or not. A caller that waits for a
    /// `100 Continue` sends nothing unless it is read.
    pub fn new(body: Body, headers: &HeaderMap, within: Duration) -> Self {
        let has_rest = !body.is_end_stream() && !headers.contains_key(header::EXPECT);
        Self { body, has_rest, deadline: Instant::now() + within }
    }
}

impl hyper::body::Body for Lent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        if matches!(polled, Poll::Ready(None | Some(Err(_)))) {
            self.has_rest = false;
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if !self.has_rest || self.body.is_end_stream() {
            return;
        }
        let rest = Limited::new(std::mem::take(&mut self.body), MAX_THROWN_BYTES);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(timeout_at(self.deadline, throw_away(rest)));
        }
    }
}

async fn throw_away(mut rest: Limited<Body>) {
    while let Some(Ok(_)) = rest.frame().await {}
}
