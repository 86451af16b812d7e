//! The first look at a raw request path: anything that two readers could read differently is refused.
//!
//! What is left after this check has one meaning, so the route table can compare segments as plain text.

use crate::problem::Problem;

/// Longest path that is looked at, in bytes.
const MAX_PATH_BYTES: usize = 2048;
/// Escapes that hide a separator, a dot or an end of string. Compared in lower case.
const HIDING: [&str; 6] = ["%2f", "%5c", "%00", "%2e", "%3b", "%25"];

/// Refuses a path that is not plain.
///
/// # Errors
/// 400 `bad_path` for `//`, `.` and `..` segments, backslash, semicolon, control and non-ASCII characters,
/// and escapes that hide any of these.
pub fn check(path: &str) -> Result<(), Problem> {
    if path.len() > MAX_PATH_BYTES {
        return Err(Problem::bad_path(format!("The path is longer than {MAX_PATH_BYTES} bytes.")));
    }
    if !path.starts_with('/') {
        return Err(Problem::bad_path("The path has to start with a slash."));
    }
    if path.bytes().any(|b| !(0x21..=0x7e).contains(&b) || matches!(b, b'\\' | b';' | b'"' | b'<' | b'>')) {
        return Err(Problem::bad_path("The path holds a character that no address here has."));
    }
    let lower = path.to_ascii_lowercase();
    if path.contains("//") || HIDING.iter().any(|hidden| lower.contains(hidden)) {
        return Err(Problem::bad_path(
            "The path holds an empty segment or an escape that hides a separator.",
        ));
    }
    if path.split('/').any(|segment| segment == "." || segment == "..") {
        return Err(Problem::bad_path("The path holds a `.` or `..` segment."));
    }
    Ok(())
}

/// Refuses escapes altogether: no path of the API needs one.
///
/// # Errors
/// 400 `bad_path`.
pub fn check_unescaped(path: &str) -> Result<(), Problem> {
    if path.contains('%') {
        return Err(Problem::bad_path("The path holds a percent escape, and no path of the API needs one."));
    }
    Ok(())
}

/// True for paths that belong to the API and never to the static console.
pub fn is_api(path: &str) -> bool {
    path == "/healthz"
        || ["/v1", "/console"]
            .iter()
            .any(|root| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_paths_pass() {
        for (path, plain) in [
            ("/", true),
            ("/v1/PushNotifications", true),
            ("/assets/app-0af3.js", true),
            ("/.well-known/x", true),
            ("/with%20space", true),
            ("/a..b/c", true),
            ("", false),
            ("*", false),
            ("v1", false),
            ("//v1", false),
            ("/v1//PushNotifications", false),
            ("/v1/PushNotifications//", false),
            ("/v1/../v2", false),
            ("/v1/..", false),
            ("/v1/.", false),
            ("/v1/%2e%2e/v2", false),
            ("/v1/%2E./v2", false),
            ("/v1/a%2fb", false),
            ("/v1/a%2Fb", false),
            ("/v1/a%5cb", false),
            ("/v1/a%5Cb", false),
            ("/v1/a%00", false),
            ("/v1/a%252fb", false),
            ("/v1/a\\b", false),
            ("/v1/a;b", false),
            ("/v1/a%3bb", false),
            ("/v1/a\u{0}b", false),
            ("/v1/a b", false),
            ("/v1/é", false),
        ] {
            assert_eq!(check(path).is_ok(), plain, "{path:?}");
        }
        assert!(check(&format!("/{}", "a".repeat(MAX_PATH_BYTES))).is_err());
    }

    #[test]
    fn the_api_is_told_apart_from_the_console() {
        for (path, api) in [
            ("/v1", true),
            ("/v1/x", true),
            ("/console/session", true),
            ("/healthz", true),
            ("/v1x", false),
            ("/", false),
            ("/operations/1", false),
            ("/healthz/", false),
        ] {
            assert_eq!(is_api(path), api, "{path}");
        }
    }
}
