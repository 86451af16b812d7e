//! The proxy's address as `dist` takes it: an origin that a browser on an https page may call.

use std::net::IpAddr;

use crate::failure::{Failure, Outcome};

/// `https://host[:port]`, or `http://` for a loopback host; no path, no trailing slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyOrigin(String);

impl ProxyOrigin {
    /// Reads it. One slash at the end is dropped: that is how addresses are copied from a browser.
    ///
    /// # Errors
    /// A sentence that names the value and what is wrong with it.
    pub fn parse(text: &str) -> Outcome<Self> {
        let wrong = |why: &str| Err(Failure::new(format!("the proxy's address `{text}` {why}")));
        let origin = text.strip_suffix('/').unwrap_or(text);
        let (is_tls, rest) = match origin.split_once("://") {
            Some(("https", rest)) => (true, rest),
            Some(("http", rest)) => (false, rest),
            _ => return wrong("has to start with https:// (or http:// for a loopback host)"),
        };
        if rest.contains(['/', '?', '#']) {
            return wrong("has to end after the host and port: the console adds the paths");
        }
        let Some((host, port)) = split(rest) else {
            return wrong(
                "needs a host in lower case and nothing else, with an optional port from 1 to 65535",
            );
        };
        if port == Some(if is_tls { 443 } else { 80 }) {
            return wrong("has to leave out the default port, as browsers do");
        }
        if !is_tls && !is_loopback(host) {
            return wrong(
                "is http:// on a host that is not loopback: anybody on the way could read the token",
            );
        }
        Ok(Self(origin.to_owned()))
    }

    /// The origin as a browser writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Host and port, when both are exact: what is written into a policy must not mean more than it says.
fn split(rest: &str) -> Option<(&str, Option<u16>)> {
    let end = if rest.starts_with('[') { rest.find(']')? + 1 } else { rest.find(':').unwrap_or(rest.len()) };
    let (host, port) = rest.split_at(end);
    let is_named = !host.is_empty()
        && host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.');
    if !is_named && address(host).is_none() {
        return None;
    }
    match port.strip_prefix(':') {
        None if port.is_empty() => Some((host, None)),
        Some(digits) if !digits.starts_with(['0', '+']) => Some((host, Some(digits.parse().ok()?))),
        _ => None,
    }
}

fn address(host: &str) -> Option<IpAddr> {
    match host.strip_prefix('[') {
        Some(inner) => inner.strip_suffix(']')?.parse().ok().map(IpAddr::V6),
        None => host.parse().ok().map(IpAddr::V4),
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || address(host).is_some_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_safe_origins_are_taken() {
        for (text, fine) in [
            ("https://push.example.com", true),
            ("https://push.example.com/", true),
            ("https://push.example.com:8443", true),
            ("http://127.0.0.1:8787", true),
            ("http://localhost:8787", true),
            ("http://[::1]:8787", true),
            ("", false),
            ("push.example.com", false),
            ("http://push.example.com", false),
            ("http://localhost.evil.example", false),
            ("http://10.0.0.1", false),
            ("https://", false),
            ("https:///", false),
            ("https://*", false),
            ("https://*.example.com", false),
            ("https://push.example.com/v1", false),
            ("https://push.example.com//", false),
            ("https://push.example.com?x", false),
            ("https://user@push.example.com", false),
            ("https://Push.example.com", false),
            ("https://push.example.com:443", false),
            ("https://push.example.com:0", false),
            ("https://push.example.com:99999", false),
            ("https://push.example.com:", false),
            ("https://a b", false),
            ("https://a;script-src *", false),
            ("https://[::1", false),
            ("ftp://push.example.com", false),
        ] {
            let read = ProxyOrigin::parse(text);
            assert_eq!(read.is_ok(), fine, "{text}");
            if let Err(why) = read {
                assert!(why.to_string().contains(&format!("`{text}`")), "the value is named: {why}");
            }
        }
    }
}
