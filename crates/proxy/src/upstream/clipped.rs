//! A body that is passed on while it arrives, and broken off when it takes too long.
//!
//! A caller sees a broken answer as broken, since its end never comes; nothing is made up to close it.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::Bytes;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};
use tower::BoxError;

/// The body of an upstream's answer on its way through.
pub struct Clipped {
    body: Incoming,
    deadline: Pin<Box<Sleep>>,
}

impl Clipped {
    /// Passes the body on until the deadline.
    pub fn new(body: Incoming, deadline: Instant) -> Self {
        Self { body, deadline: Box::pin(sleep_until(deadline)) }
    }
}

impl Body for Clipped {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if self.deadline.as_mut().poll(context).is_ready() {
            tracing::warn!("an upstream's answer took too long and was broken off");
            return Poll::Ready(Some(Err("the upstream took too long".into())));
        }
        match ready!(Pin::new(&mut self.body).poll_frame(context)) {
            Some(Ok(frame)) => Poll::Ready(Some(Ok(frame))),
            Some(Err(error)) => {
                tracing::warn!("an upstream's answer broke off");
                Poll::Ready(Some(Err(error.into())))
            }
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
