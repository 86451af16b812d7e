//! The proxy's address as a person types it. Pure.

/// Reads an origin: `https://host[:port]`, `http://` for this machine only, or nothing for the page's own origin.
/// A slash at the end is dropped.
///
/// # Errors
/// What is wrong and what to write instead.
pub fn read(text: &str) -> Result<String, &'static str> {
    let text = text.trim().trim_end_matches('/');
    if text.is_empty() {
        return Ok(String::new());
    }
    let (scheme, host) =
        text.split_once("://").ok_or("Begin with https://, for example https://push.example.com.")?;
    if host.is_empty() || host.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err("Write the host after ://, without blanks.");
    }
    if host.contains('@') {
        return Err("Leave out the user and password: the operator token has a box of its own.");
    }
    if host.contains(['/', '?', '#']) {
        return Err("Write the host and port only, without a path.");
    }
    match scheme.to_ascii_lowercase().as_str() {
        "https" => Ok(text.to_owned()),
        "http" if is_loopback(host) => Ok(text.to_owned()),
        "http" => Err("Use https://: without it, anybody on the way could read the operator token."),
        _ => Err("Begin with https://."),
    }
}

fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => return rest.starts_with("::1]"),
        None => host.split(':').next().unwrap_or_default(),
    };
    name == "localhost" || name.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_origin_that_keeps_the_token_safe_is_taken() {
        let table = [
            ("", Some("")),
            (" https://push.example.com/ ", Some("https://push.example.com")),
            ("https://push.example.com:8443", Some("https://push.example.com:8443")),
            ("http://127.0.0.1:8787", Some("http://127.0.0.1:8787")),
            ("http://localhost:8787/", Some("http://localhost:8787")),
            ("http://[::1]:8787", Some("http://[::1]:8787")),
            ("http://push.example.com", None),
            ("http://127.0.0.1.example.com", None),
            ("push.example.com", None),
            ("ftp://push.example.com", None),
            ("https://", None),
            ("https://a b", None),
            ("https://user:pw@push.example.com", None),
            ("https://push.example.com/v1", None),
            ("https://push.example.com?x", None),
        ];
        for (text, expected) in table {
            assert_eq!(read(text).ok().as_deref(), expected, "{text:?}");
        }
    }
}
