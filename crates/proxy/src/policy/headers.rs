//! Which headers cross the proxy, by name. Everything else stays on its own side.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use push_api::proxy::{ErrorCode, REQUEST_ID};

use crate::problem::Problem;

/// Request headers that go upstream as they came. Content type and request id are written by the proxy itself.
const TO_UPSTREAM: [HeaderName; 1] = [header::ACCEPT];
/// Longest request id that is taken over from a caller, in characters.
const MAX_REQUEST_ID: usize = 64;

/// The headers of an upstream request, without the credential.
pub fn to_upstream(headers: &HeaderMap, request_id: &HeaderValue, has_body: bool) -> HeaderMap {
    let mut out = HeaderMap::new();
    out.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    for name in TO_UPSTREAM {
        if let Some(value) = headers.get(&name) {
            out.insert(name, value.clone());
        }
    }
    out.insert(
        header::USER_AGENT,
        HeaderValue::from_static(concat!("push-proxy/", env!("CARGO_PKG_VERSION"))),
    );
    out.insert(HeaderName::from_static("x-request-id"), request_id.clone());
    if has_body {
        out.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    out
}

/// A `Retry-After` value worth passing on: whole seconds, or something that looks like an HTTP date.
pub fn retry_after(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    let seconds = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    let date = text.len() == 29
        && text.ends_with(" GMT")
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b',' | b':'));
    (seconds || date).then(|| text.to_owned())
}

/// The caller's request id, when it is one that may stand in a log line.
pub fn request_id(headers: &HeaderMap) -> Option<HeaderValue> {
    let value = headers.get(REQUEST_ID)?;
    let fine = (1..=MAX_REQUEST_ID).contains(&value.len())
        && value.as_bytes().iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'));
    fine.then(|| value.clone())
}

/// True for `application/json` and `…+json`, whatever the parameters.
pub fn is_json(headers: &HeaderMap) -> bool {
    let Some(Ok(text)) = headers.get(header::CONTENT_TYPE).map(HeaderValue::to_str) else { return false };
    let media = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    media == "application/json" || (media.starts_with("application/") && media.ends_with("+json"))
}

/// Lets a write pass that says it is JSON. A form post from another site cannot say so without a preflight.
///
/// # Errors
/// 415 `not_json`.
pub fn require_json(headers: &HeaderMap) -> Result<(), Problem> {
    let plain = !headers.contains_key(header::CONTENT_ENCODING);
    if is_json(headers) && plain && headers.get_all(header::CONTENT_TYPE).iter().count() == 1 {
        return Ok(());
    }
    Err(Problem::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ErrorCode::NotJson,
        "A send has to be JSON: `Content-Type: application/json`, uncompressed.",
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn with(name: &'static str, value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        headers
    }

    #[test]
    fn only_listed_request_headers_go_upstream() {
        let mut headers = HeaderMap::new();
        for name in
            ["authorization", "cookie", "x-forwarded-for", "accept-encoding", "origin", "referer", "te"]
        {
            headers.insert(name, "canary".parse().unwrap());
        }
        headers.insert("accept", "application/json;q=1".parse().unwrap());
        let out = to_upstream(&headers, &HeaderValue::from_static("id-1"), true);
        let mut names: Vec<&str> = out.keys().map(HeaderName::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["accept", "content-type", "user-agent", "x-request-id"]);
        assert!(out.values().all(|value| value != "canary"));
    }

    #[test]
    fn only_a_plain_retry_after_is_passed_on() {
        for (text, kept) in [
            ("0", true),
            ("17", true),
            ("Fri, 31 Dec 1999 23:59:59 GMT", true),
            ("-1", false),
            ("1.5", false),
            ("", false),
            ("soon", false),
            ("99999999999", false),
        ] {
            assert_eq!(retry_after(&with("retry-after", text)).is_some(), kept, "{text}");
        }
    }

    #[test]
    fn a_caller_s_request_id_is_kept_only_when_plain() {
        for (text, kept) in [("abc-1._", true), ("", false), ("a b", false), ("a\"b", false), ("x=1", false)]
        {
            assert_eq!(request_id(&with("x-request-id", text)).is_some(), kept, "{text}");
        }
        assert!(request_id(&with("x-request-id", &"a".repeat(65))).is_none());
    }

    #[test]
    fn json_is_told_by_its_media_type() {
        for (text, json) in [
            ("application/json", true),
            ("Application/JSON; charset=utf-8", true),
            ("application/problem+json", true),
            ("text/html", false),
            ("text/plain", false),
            ("application/x-www-form-urlencoded", false),
            ("application/jsonp", false),
            ("", false),
        ] {
            assert_eq!(is_json(&with("content-type", text)), json, "{text}");
        }
        let mut gzipped = with("content-type", "application/json");
        gzipped.insert("content-encoding", "gzip".parse().unwrap());
        assert!(require_json(&gzipped).is_err());
    }
}
