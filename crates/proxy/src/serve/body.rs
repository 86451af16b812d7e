//! Reads the body of a send, whole: its hash tells a repeat from another send, and its outline is checked before
//! anything leaves. So it is held in memory, up to the limit, and not streamed.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use push_api::proxy::ErrorCode;

use crate::problem::Problem;

/// The bytes of a body.
///
/// # Errors
/// 413 `body_too_large`, before anything is read when the length is announced; 408 when it does not come in
/// time; 400 when it breaks off.
pub async fn read(headers: &HeaderMap, body: Body, most: usize, within: Duration) -> Result<Bytes, Problem> {
    let announced =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > most as u64) {
        return Err(too_large(most));
    }
    match tokio::time::timeout(within, Limited::new(body, most).collect()).await {
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large(most)),
        Ok(Err(_)) => Err(Problem::bad_request("The body broke off or cannot be read.")),
        Err(_) => {
            let message = "The body did not arrive in time.";
            Err(Problem::new(StatusCode::REQUEST_TIMEOUT, ErrorCode::BadRequest, message))
        }
    }
}

fn too_large(most: usize) -> Problem {
    let message =
        format!("The body is larger than the limit of {most} bytes. Send to fewer recipients at a time.");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, ErrorCode::BodyTooLarge, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_body_that_does_not_arrive_is_not_waited_for_longer_than_allowed() {
        let never = Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>());
        let refused = read(&HeaderMap::new(), never, 10, Duration::from_secs(60)).await;
        assert!(refused.is_err_and(|problem| problem.status == StatusCode::REQUEST_TIMEOUT));
    }
}
