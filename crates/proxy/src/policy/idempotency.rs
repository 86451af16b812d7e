//! The key that names one confirmed send. Without one a send is refused, since the upstream has none of its own.

use axum::http::{HeaderMap, StatusCode};
use push_api::proxy::{ErrorCode, IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_BYTES};

use crate::problem::Problem;

/// Reads the key: 1 to 200 bytes of visible ASCII.
///
/// # Errors
/// 400 `idempotency_key_missing` when there is none, 400 `bad_request` when it cannot serve as one.
pub fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let mut values = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(value) = values.next() else {
        return Err(Problem::new(
            StatusCode::BAD_REQUEST,
            ErrorCode::IdempotencyKeyMissing,
            "A send needs an Idempotency-Key header: one new key for each confirmed draft, the same key for a repeat.",
        ));
    };
    let bytes = value.as_bytes();
    let fine = (1..=IDEMPOTENCY_KEY_BYTES).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_graphic);
    match std::str::from_utf8(bytes) {
        Ok(text) if fine && values.next().is_none() => Ok(text.to_owned()),
        _ => Err(Problem::bad_request(format!(
            "The Idempotency-Key has to be given once, as 1 to {IDEMPOTENCY_KEY_BYTES} visible ASCII characters."
        ))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_key_is_one_short_run_of_visible_ascii() {
        let longest = "k".repeat(IDEMPOTENCY_KEY_BYTES);
        let too_long = "k".repeat(IDEMPOTENCY_KEY_BYTES + 1);
        for (values, fine) in [
            (vec!["a"], true),
            (vec![longest.as_str()], true),
            (vec![too_long.as_str()], false),
            (vec![""], false),
            (vec!["two words"], false),
            (vec!["a", "a"], false),
            (vec![], false),
        ] {
            let mut headers = HeaderMap::new();
            for value in &values {
                headers.append(IDEMPOTENCY_KEY, value.parse().unwrap());
            }
            assert_eq!(key(&headers).is_ok(), fine, "{values:?}");
        }
        assert_eq!(key(&HeaderMap::new()).unwrap_err().code, ErrorCode::IdempotencyKeyMissing);
    }
}
