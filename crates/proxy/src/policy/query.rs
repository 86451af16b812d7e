//! The query of a request: only the names that a route lists are passed on, decoded and written anew.

use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::problem::Problem;

/// Everything but RFC 3986's unreserved characters is escaped.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// Longest query that is looked at, in bytes. A page token is opaque and may be long.
const MAX_QUERY_BYTES: usize = 8192;

/// The query to pass on, empty when there is none.
///
/// # Errors
/// 400 `bad_request` that names a parameter which is unknown here, doubled or unreadable.
pub fn rewrite(raw: Option<&str>, known: &[&str]) -> Result<String, Problem> {
    let raw = raw.unwrap_or_default();
    if raw.len() > MAX_QUERY_BYTES {
        return Err(Problem::bad_request(format!("The query is longer than {MAX_QUERY_BYTES} bytes.")));
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut query = String::new();
    for pair in raw.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decode(name).ok_or_else(|| Problem::bad_request("A parameter's name cannot be read."))?;
        let Some(name) = known.iter().find(|known| **known == name) else {
            return Err(Problem::bad_request(unknown(&name, known)));
        };
        if seen.contains(name) {
            return Err(Problem::bad_request(format!("The parameter `{name}` is given twice.")));
        }
        seen.push(name);
        let value = decode(value).ok_or_else(|| {
            Problem::bad_request(format!("The value of the parameter `{name}` cannot be read."))
        })?;
        let separator = if query.is_empty() { "" } else { "&" };
        // Writing to a string cannot fail.
        let _ = write!(query, "{separator}{name}={}", utf8_percent_encode(&value, ESCAPED));
    }
    Ok(query)
}

/// Percent-decodes, with `+` as a space; `None` for broken UTF-8 and for control characters.
fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().ok()?;
    (!decoded.chars().any(char::is_control)).then(|| decoded.into_owned())
}

/// Names the parameter, shortened and made plain, and the ones that exist.
fn unknown(name: &str, known: &[&str]) -> String {
    let shown: String =
        name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')).take(40).collect();
    match known {
        [] => format!("The parameter `{shown}` is not known here: this call takes none."),
        _ => format!("The parameter `{shown}` is not known here. Known: {}.", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const KNOWN: &[&str] = &["status", "tags", "pageToken"];

    #[test]
    fn known_parameters_are_written_anew() {
        for (raw, expected) in [
            (None, ""),
            (Some(""), ""),
            (Some("status=SENT"), "status=SENT"),
            (Some("status=SENT&pageToken=a%2Bb%2Fc%3D"), "status=SENT&pageToken=a%2Bb%2Fc%3D"),
            (Some("tags=k:v;k2:v%202"), "tags=k%3Av%3Bk2%3Av%202"),
            (Some("tags=a+b"), "tags=a%20b"),
            (Some("%73tatus=SENT"), "status=SENT"),
            (Some("status"), "status="),
            (Some("&&status=a&"), "status=a"),
            (Some("tags=%23%26%3F"), "tags=%23%26%3F"),
        ] {
            assert_eq!(rewrite(raw, KNOWN).unwrap(), expected, "{raw:?}");
        }
    }

    #[test]
    fn anything_else_is_refused_by_name() {
        for (raw, named) in [
            ("token=x", "`token`"),
            ("Status=x", "`Status`"),
            ("status=a&status=b", "`status` is given twice"),
            ("status=%ff", "value of the parameter `status`"),
            ("status=a%0d%0ab", "value of the parameter `status`"),
            ("status=a%00", "value of the parameter `status`"),
            ("%ff=1", "name"),
            ("<script>=1", "`script`"),
        ] {
            let problem = rewrite(Some(raw), KNOWN).unwrap_err();
            assert!(problem.message.contains(named), "{raw}: {}", problem.message);
        }
        assert!(rewrite(Some(&format!("status={}", "a".repeat(9000))), KNOWN).is_err());
    }
}
