//! The `Date` header, from the sandbox's clock and not from the machine's, so that both tell the same time.

use axum::http::HeaderValue;
use std::time::{Duration, SystemTime};

/// Last moment that the header can hold: the end of the year 9999.
const LATEST_MS: u64 = 253_402_300_799_000;

/// The header for a moment in Unix milliseconds; one before 1970 is shown as its beginning.
pub(super) fn header(unix_ms: i64) -> Option<HeaderValue> {
    let since = Duration::from_millis(u64::try_from(unix_ms).unwrap_or(0).min(LATEST_MS));
    HeaderValue::from_str(&httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + since)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_has_a_header() {
        for (ms, expected) in [
            (784_111_777_999, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (-1, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (i64::MAX, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ] {
            assert_eq!(header(ms), Some(HeaderValue::from_static(expected)));
        }
    }
}
