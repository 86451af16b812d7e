//! Which web pages may call the proxy, by exact origin, and the CORS headers that tell their browser so.
//!
//! There is no wildcard and no pattern: an origin is allowed when its text is on the list, or when the page
//! was served by this very proxy.

use std::fmt;

use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use push_api::proxy::ErrorCode;

use super::host::{HostName, is_loopback_name, is_name, split_port};
use crate::problem::Problem;

/// Headers of an answer that a page on another origin may read.
pub const EXPOSED: &str = "Retry-After, X-Request-Id, Location, Idempotency-Replayed";
/// Headers that a page on another origin may send.
pub const ALLOWED_HEADERS: &str = "Authorization, Content-Type, Idempotency-Key, X-Request-Id";
/// Seconds for which a browser may remember a preflight's answer.
const PREFLIGHT_SECONDS: &str = "600";

/// One origin whose pages may call the proxy, exactly as a browser writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// Reads `https://host[:port]`, or `http://` for a loopback host.
    ///
    /// # Errors
    /// A sentence that names the value and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = |why: &str| Err(format!("origin `{text}` {why}"));
        if text == "null" || text == "*" {
            return wrong("would allow pages that nobody can name; list each origin exactly");
        }
        let (rest, tls, default_port) = match text.split_once("://") {
            Some(("https", rest)) => (rest, true, "443"),
            Some(("http", rest)) => (rest, false, "80"),
            _ => return wrong("has to start with https:// (or http:// for a loopback host)"),
        };
        if rest.contains(['/', '?', '#']) {
            return wrong("must end after the host and port: no path, no trailing slash");
        }
        let Some((name, port)) = split_port(rest) else { return wrong("has no readable host") };
        if !is_name(name) {
            return wrong(
                "has no readable host: write an exact host name in lower case, without wildcard or user",
            );
        }
        if let Some(port) = port {
            if port == default_port {
                return wrong("must leave out the default port, as browsers do");
            }
            if port.parse::<u16>().is_err() || port.starts_with(['0', '+']) {
                return wrong("has a port that is not a number up to 65535");
            }
        }
        if !tls && !is_loopback_name(name) {
            return wrong(
                "is http:// on a host that is not loopback: anyone on the way could act as that page",
            );
        }
        Ok(Self(text.to_owned()))
    }

    /// The origin as a browser writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a request comes from, as far as a browser says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// No `Origin` header: not a page on another origin.
    Unnamed,
    /// A page that may read the answer.
    Page(HeaderValue),
    /// A page that may not.
    Stranger,
}

impl Caller {
    /// Reads the `Origin` header. `served` is the request's own host when the proxy serves the console itself.
    pub fn of(headers: &HeaderMap, allowed: &[Origin], served: Option<&HostName>) -> Self {
        let mut values = headers.get_all(header::ORIGIN).iter();
        let (value, more) = (values.next(), values.next());
        let Some(value) = value else { return Self::Unnamed };
        let known =
            |text: &str| allowed.iter().any(|o| o.0 == text) || served.is_some_and(|h| same_origin(text, h));
        match value.to_str() {
            Ok(text) if more.is_none() && known(text) => Self::Page(value.clone()),
            _ => Self::Stranger,
        }
    }

    /// Lets everybody pass but strangers.
    ///
    /// # Errors
    /// 403 `origin_not_allowed`.
    pub fn admit(&self) -> Result<(), Problem> {
        match self {
            Self::Unnamed | Self::Page(_) => Ok(()),
            Self::Stranger => Err(Problem::new(
                StatusCode::FORBIDDEN,
                ErrorCode::OriginNotAllowed,
                "Pages of this origin may not call the proxy. Add the exact origin to PUSH_PROXY_ORIGINS if they should.",
            )),
        }
    }

    /// Adds what the browser needs to let the page read this answer; nothing for anybody else.
    pub fn mark(&self, headers: &mut HeaderMap) {
        if let Self::Page(origin) = self {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
            headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED));
        }
    }
}

/// A page that this host served. Plain `http://` counts for loopback only: elsewhere anybody on the way could
/// have written the page.
fn same_origin(origin: &str, host: &HostName) -> bool {
    match origin.split_once("://") {
        Some(("https", rest)) => rest == host.as_str(),
        Some(("http", rest)) => rest == host.as_str() && host.is_loopback(),
        _ => false,
    }
}

/// True for a browser asking whether it may send the real request.
pub fn is_preflight(method: &Method, headers: &HeaderMap) -> bool {
    method == Method::OPTIONS
        && headers.contains_key(header::ORIGIN)
        && headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

/// The headers of a preflight's answer, for a path that takes these methods.
///
/// A path that has no route is answered with `GET, POST`, so that the page may then read the 404.
pub fn preflight_headers(methods: &[Method]) -> [(header::HeaderName, HeaderValue); 3] {
    let mut names: Vec<&str> = methods.iter().map(Method::as_str).collect();
    if names.is_empty() {
        names = vec!["GET", "POST"];
    }
    let methods = HeaderValue::from_str(&names.join(", ")).unwrap_or(HeaderValue::from_static("GET, POST"));
    [
        (header::ACCESS_CONTROL_ALLOW_METHODS, methods),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static(ALLOWED_HEADERS)),
        (header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static(PREFLIGHT_SECONDS)),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_exact_safe_origins_can_be_configured() {
        for (text, fine) in [
            ("https://console.example.com", true),
            ("https://console.example.com:8443", true),
            ("http://127.0.0.1:8080", true),
            ("http://localhost:3000", true),
            ("http://[::1]:3000", true),
            ("http://localhost", true),
            ("null", false),
            ("*", false),
            ("", false),
            ("https://", false),
            ("https://*.example.com", false),
            ("http://console.example.com", false),
            ("https://console.example.com/", false),
            ("https://console.example.com/app", false),
            ("https://console.example.com:443", false),
            ("https://console.example.com:0x50", false),
            ("https://console.example.com:+80", false),
            ("https://user@console.example.com", false),
            ("https://Console.example.com", false),
            ("console.example.com", false),
            ("ftp://console.example.com", false),
            ("file://", false),
            ("http://localhost.evil.example", false),
            ("http://127.0.0.1.evil.example", false),
        ] {
            let read = Origin::parse(text);
            assert_eq!(read.is_ok(), fine, "{text}");
            if let Err(why) = read {
                assert!(why.contains(&format!("`{text}`")), "the offending value is named: {why}");
            }
        }
    }

    #[test]
    fn a_caller_is_known_by_its_exact_origin_only() {
        let allowed = [Origin::parse("https://console.example.com").unwrap()];
        let host = HostName::parse("127.0.0.1:8787").unwrap();
        let public = HostName::parse("push.example.com").unwrap();
        for (origin, served, page) in [
            ("https://console.example.com", None, true),
            ("https://console.example.com.evil.example", None, false),
            ("https://evilconsole.example.com", None, false),
            ("http://console.example.com", None, false),
            ("https://console.example.com:8443", None, false),
            ("HTTPS://CONSOLE.EXAMPLE.COM", None, false),
            ("null", None, false),
            ("", None, false),
            ("http://127.0.0.1:8787", Some(&host), true),
            ("http://127.0.0.1:8787", None, false),
            ("http://localhost:8787", Some(&host), false),
            ("https://push.example.com", Some(&public), true),
            ("http://push.example.com", Some(&public), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ORIGIN, origin.parse().unwrap());
            let caller = Caller::of(&headers, &allowed, served);
            assert_eq!(matches!(caller, Caller::Page(_)), page, "{origin:?} {served:?}");
            assert_eq!(caller.admit().is_ok(), page, "{origin:?} {served:?}");
        }
    }

    #[test]
    fn two_origin_headers_are_a_stranger_and_none_is_unnamed() {
        let allowed = [Origin::parse("https://a.example").unwrap()];
        let mut headers = HeaderMap::new();
        assert_eq!(Caller::of(&headers, &allowed, None), Caller::Unnamed);
        headers.append(header::ORIGIN, "https://a.example".parse().unwrap());
        headers.append(header::ORIGIN, "https://a.example".parse().unwrap());
        assert_eq!(Caller::of(&headers, &allowed, None), Caller::Stranger);
    }
}
