//! Which paths of the console's folder are never served: what is for hosts and tools, not for browsers.

use percent_encoding::percent_decode_str;

/// Files for hosts, with or without compression.
const FOR_HOSTS: [&str; 3] = ["_headers", "_redirects", "nginx.conf"];

/// True for a path with a segment that begins with a dot or names a file for hosts, escaped or not.
pub fn is_hidden(path: &str) -> bool {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return true };
    decoded.split(['/', '\\']).any(|segment| {
        let name = [".br", ".gz"].iter().find_map(|end| segment.strip_suffix(end)).unwrap_or(segment);
        segment.starts_with('.') || FOR_HOSTS.iter().any(|host| name.eq_ignore_ascii_case(host))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_hosts_is_hidden_however_it_is_written() {
        for (path, hidden) in [
            ("/", false),
            ("/index.html", false),
            ("/assets/app_headers.js", false),
            ("/operations/comms_operation_1", false),
            ("/_headers", true),
            ("/_HEADERS", true),
            ("/%5fheaders", true),
            ("/_header%73", true),
            ("/_headers.br", true),
            ("/_headers.gz", true),
            ("/_redirects", true),
            ("/nginx.conf", true),
            ("/ngin%78.conf", true),
            ("/sub/nginx.conf", true),
            ("/.git/config", true),
            ("/.well-known/x", true),
            ("/a/.env", true),
            ("/%ff", true),
        ] {
            assert_eq!(is_hidden(path), hidden, "{path}");
        }
    }
}
