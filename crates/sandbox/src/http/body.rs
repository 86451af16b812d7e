//! Bodies: reading a request's within its limit, and giving an answer's slowly when a fault wants it so.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use hyper::body::{Body as HttpBody, Frame};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::Sleep;

use super::problem::Problem;
use crate::validate::BODY_BYTES;

/// The whole body of a request that says it is JSON.
///
/// # Errors
/// 415 for another media type, 413 over [`BODY_BYTES`], 400 for a body that breaks off.
pub(super) async fn read_json(request: Request) -> Result<Bytes, Problem> {
    if !says_json(request.headers()) {
        return Err(Problem::not_json());
    }
    // Both bounds are known before a byte is read: one is announced, the other cannot be passed.
    if HttpBody::size_hint(request.body()).lower() > BODY_BYTES as u64 {
        return Err(Problem::too_large(BODY_BYTES));
    }
    axum::body::to_bytes(request.into_body(), BODY_BYTES).await.map_err(|error| {
        use std::error::Error;
        match error.source() {
            Some(cause) if cause.is::<http_body_util::LengthLimitError>() => Problem::too_large(BODY_BYTES),
            _ => Problem::bad_request("The body broke off."),
        }
    })
}

fn says_json(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = value.split(';').next().unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/json")
}

/// How many pieces a slow body comes in.
const PIECES: u32 = 8;

/// A body that comes in pieces, with a pause before each.
struct Slow {
    rest: Bytes,
    piece: usize,
    pause: Duration,
    waiting: Pin<Box<Sleep>>,
}

/// `bytes` in pieces that together take `millis`.
pub(super) fn slow(bytes: Bytes, millis: u64) -> Body {
    let pause = Duration::from_millis(millis) / PIECES;
    let piece = bytes.len().div_ceil(PIECES as usize).max(1);
    Body::new(Slow { rest: bytes, piece, pause, waiting: Box::pin(tokio::time::sleep(pause)) })
}

impl HttpBody for Slow {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let this = self.get_mut();
        if this.rest.is_empty() {
            return Poll::Ready(None);
        }
        std::task::ready!(this.waiting.as_mut().poll(context));
        this.waiting.set(tokio::time::sleep(this.pause));
        let piece = this.rest.split_to(this.piece.min(this.rest.len()));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}
