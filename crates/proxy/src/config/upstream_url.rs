//! The base address of the upstream, and the only place that makes an address out of a parsed route.
//!
//! A credential goes wherever this points, so it is https, or stays on this machine.

use axum::http::Uri;

use crate::policy::host::{is_loopback_name, is_name, split_port};
use crate::policy::path;

/// An upstream that may be given the credential: `https://`, or `http://` on loopback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpstreamUrl {
    base: String,
    tls: bool,
}

impl UpstreamUrl {
    /// Reads `https://host[:port][/path]`, or the same with `http://` for a loopback host.
    ///
    /// # Errors
    /// A sentence that says what is wrong. It does not quote an address that may hold a password.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = |why: &str| Err(format!("the upstream's address {why}"));
        let (tls, rest) = match text.split_once("://") {
            Some(("https", rest)) => (true, rest),
            Some(("http", rest)) => (false, rest),
            _ => return wrong("has to be `sandbox` or start with https:// (http:// for a loopback host)"),
        };
        if rest.contains('@') {
            return wrong("must hold no user or password: the credential has keys of its own");
        }
        if rest.contains(['?', '#']) {
            return wrong("must hold no query and no fragment");
        }
        let (authority, base_path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let base_path = base_path.trim_end_matches('/');
        let authority = authority.to_ascii_lowercase();
        let Some((name, port)) = split_port(&authority) else { return wrong("has no readable host") };
        if !is_name(name) || port.is_some_and(|port| port.parse::<u16>().is_err()) {
            return wrong("has no readable host and port");
        }
        if !base_path.is_empty() && path::check(base_path).and(path::check_unescaped(base_path)).is_err() {
            return wrong("has a path that is not plain");
        }
        if !tls && !is_loopback_name(name) {
            return wrong("is http:// on a host that is not loopback: the credential would travel in clear");
        }
        let scheme = if tls { "https" } else { "http" };
        Ok(Self { base: format!("{scheme}://{authority}{base_path}"), tls })
    }

    /// The address without a trailing slash.
    pub fn as_str(&self) -> &str {
        &self.base
    }

    /// True for https.
    pub fn is_tls(&self) -> bool {
        self.tls
    }

    /// The address of a call: segments and query as the route table and the query rules let them pass.
    /// `None` when they are not what an address can hold.
    pub fn at(&self, segments: &[String], query: &str) -> Option<Uri> {
        let mut text = self.base.clone();
        for segment in segments {
            text.push('/');
            text.push_str(segment);
        }
        if !query.is_empty() {
            text.push('?');
            text.push_str(query);
        }
        text.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_https_or_loopback_may_see_the_credential() {
        for (text, base) in [
            ("https://comms.twilio.com/v1", Some("https://comms.twilio.com/v1")),
            ("https://comms.twilio.com/v1/", Some("https://comms.twilio.com/v1")),
            ("https://Comms.Twilio.com:8443", Some("https://comms.twilio.com:8443")),
            ("http://127.0.0.1:9000/v1", Some("http://127.0.0.1:9000/v1")),
            ("http://[::1]:9000", Some("http://[::1]:9000")),
            ("http://localhost/v1", Some("http://localhost/v1")),
            ("http://comms.twilio.com/v1", None),
            ("http://localhost.evil.example/v1", None),
            ("http://127.0.0.1.evil.example/v1", None),
            ("http://0.0.0.0:9000", None),
            ("https://user:pass@comms.twilio.com", None),
            ("http://evil.example@127.0.0.1", None),
            ("https://comms.twilio.com?x=1", None),
            ("https://comms.twilio.com/v1#x", None),
            ("https://comms.twilio.com//v1", None),
            ("https://comms.twilio.com/a/../v1", None),
            ("https://comms.twilio.com/%2e%2e", None),
            ("https://comms.twilio.com:99999", None),
            ("https://", None),
            ("ftp://comms.twilio.com", None),
            ("comms.twilio.com", None),
            ("", None),
        ] {
            assert_eq!(UpstreamUrl::parse(text).ok().as_ref().map(UpstreamUrl::as_str), base, "{text}");
        }
    }

    #[test]
    fn an_address_is_made_from_parts() {
        let url = UpstreamUrl::parse("https://comms.twilio.com/v1").unwrap();
        let parts = ["PushNotifications".to_owned(), "id-1".to_owned()];
        assert_eq!(url.at(&parts, "").unwrap(), "https://comms.twilio.com/v1/PushNotifications/id-1");
        assert_eq!(url.at(&parts, "a=b%26").unwrap().query(), Some("a=b%26"));
    }
}
