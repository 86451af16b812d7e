//! Which names the proxy answers to. Checked before anything else, so that a page that rebinds its own
//! domain name to this machine learns nothing (DNS rebinding).

use std::fmt;

use axum::http::{HeaderMap, StatusCode, Uri, header::HOST};
use push_api::proxy::ErrorCode;

use crate::problem::Problem;

/// One `Host` value that is answered: a name or address with the port exactly as a browser writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostName(String);

impl HostName {
    /// Reads `name`, `name:port`, `[v6]` or `[v6]:port`.
    ///
    /// # Errors
    /// A sentence saying what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let lower = text.to_ascii_lowercase();
        let (name, port) = split_port(&lower).ok_or_else(|| format!("`{text}` is not host or host:port"))?;
        if !is_name(name) {
            return Err(format!("`{text}` is not a host name: write it without scheme, path or wildcard"));
        }
        if let Some(port) = port
            && port.parse::<u16>().is_err()
        {
            return Err(format!("`{text}` has a port that is not a number up to 65535"));
        }
        Ok(Self(lower))
    }

    /// The value as compared: lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for `localhost`, 127.0.0.0/8 and `[::1]`.
    pub fn is_loopback(&self) -> bool {
        split_port(&self.0).is_some_and(|(name, _)| is_loopback_name(name))
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The loopback names with this port: what is answered when nothing is configured.
pub fn loopback_hosts(port: u16) -> Vec<HostName> {
    ["127.0.0.1", "localhost", "[::1]"].iter().map(|name| HostName(format!("{name}:{port}"))).collect()
}

/// The host that a request is for, when it is on the list.
///
/// # Errors
/// 403 `host_not_allowed` when it is missing, doubled, contradicts an absolute request target, or is not listed.
pub fn check<'a>(
    allowed: &'a [HostName],
    headers: &HeaderMap,
    target: &Uri,
) -> Result<&'a HostName, Problem> {
    let mut values = headers.get_all(HOST).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return Err(refused("The request needs exactly one Host header."));
    };
    let value = value.to_str().unwrap_or_default();
    if target.authority().is_some_and(|authority| !authority.as_str().eq_ignore_ascii_case(value)) {
        return Err(refused("The request's address and its Host header name different hosts."));
    }
    allowed.iter().find(|host| host.0.eq_ignore_ascii_case(value)).ok_or_else(|| {
        refused("The proxy does not answer to this host name. Add it to PUSH_PROXY_HOSTS if it should.")
    })
}

fn refused(message: &str) -> Problem {
    Problem::new(StatusCode::FORBIDDEN, ErrorCode::HostNotAllowed, message)
}

/// Splits `name:port`, minding the colons inside `[v6]`.
pub fn split_port(text: &str) -> Option<(&str, Option<&str>)> {
    let name_end =
        if text.starts_with('[') { text.find(']')? + 1 } else { text.find(':').unwrap_or(text.len()) };
    let (name, rest) = text.split_at(name_end);
    match rest.strip_prefix(':') {
        Some(port) => Some((name, Some(port))),
        None if rest.is_empty() => Some((name, None)),
        None => None,
    }
}

/// True for a lower-case DNS name, an IPv4 address, or an IPv6 address in brackets.
pub fn is_name(name: &str) -> bool {
    if let Some(inner) = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return inner.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let label = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
    };
    name.len() <= 253 && name.split('.').all(label)
}

/// True for `localhost`, 127.0.0.0/8 and `[::1]`, given without a port.
pub fn is_loopback_name(name: &str) -> bool {
    let bare = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_listed_hosts_are_answered() {
        let allowed = loopback_hosts(8787);
        for (host, target, answered) in [
            (Some("127.0.0.1:8787"), "/", true),
            (Some("LOCALHOST:8787"), "/", true),
            (Some("[::1]:8787"), "/", true),
            (Some("127.0.0.1:8787"), "http://127.0.0.1:8787/v1", true),
            (Some("127.0.0.1:8787"), "http://evil.example/v1", false),
            (Some("evil.example"), "http://127.0.0.1:8787/", false),
            (Some("127.0.0.1"), "/", false),
            (Some("127.0.0.1:8788"), "/", false),
            (Some("localhost.:8787"), "/", false),
            (Some("localhost:8787.evil.example"), "/", false),
            (Some("user@localhost:8787"), "/", false),
            (Some(""), "/", false),
            (None, "/", false),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(host) = host {
                headers.insert(HOST, host.parse().unwrap());
            }
            let decision = check(&allowed, &headers, &target.parse().unwrap());
            assert_eq!(decision.is_ok(), answered, "{host:?} {target}");
        }
    }

    #[test]
    fn a_doubled_host_header_is_refused() {
        let mut headers = HeaderMap::new();
        headers.append(HOST, "localhost:1".parse().unwrap());
        headers.append(HOST, "localhost:1".parse().unwrap());
        assert!(check(&loopback_hosts(1), &headers, &"/".parse().unwrap()).is_err());
    }

    #[test]
    fn a_configured_host_is_a_bare_name_with_an_optional_port() {
        for (text, fine) in [
            ("push.example.com", true),
            ("push.example.com:8443", true),
            ("Push.Example.com", true),
            ("[::1]:80", true),
            ("https://push.example.com", false),
            ("push.example.com/", false),
            ("*.example.com", false),
            ("push.example.com:", false),
            ("push.example.com:99999", false),
            ("push..example.com", false),
            ("-push.example.com", false),
            ("[::1", false),
            ("[zz]", false),
            ("", false),
            ("a b", false),
        ] {
            assert_eq!(HostName::parse(text).is_ok(), fine, "{text}");
        }
    }
}
