//! The content security policy: nothing from anywhere, then each kind of thing that the console really loads.
//!
//! No `unsafe-inline`, no wildcard. A script inside the page runs only when its hash is listed.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::Site;
use crate::failure::{Failure, Outcome};

/// The value of `Content-Security-Policy`.
pub fn content_security(site: &Site) -> String {
    let scripts: String = site.scripts.iter().map(|hash| format!(" '{hash}'")).collect();
    let proxy = site.proxy.as_ref().map(|origin| format!(" {origin}")).unwrap_or_default();
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        "style-src 'self'".to_owned(),
        "img-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        format!("connect-src 'self'{proxy}"),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "frame-ancestors 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        // One policy, made in the console's platform/worker/address.rs: it lets the worker's script pass and nothing else.
        "trusted-types push-console-worker".to_owned(),
    ]
    .join("; ")
}

/// `sha256-…` of every script that stands inside the page, in order.
///
/// # Errors
/// When a script or its tag does not end, or the page styles itself inline, which the policy forbids.
pub fn script_hashes(html: &str) -> Outcome<Vec<String>> {
    let lower = html.to_ascii_lowercase();
    if lower.contains("<style") || lower.contains(" style=") {
        return Err(Failure::new(
            "index.html holds inline style, which its own policy forbids: move it to style/",
        ));
    }
    let hash = |script: &Inline| {
        format!("sha256-{}", STANDARD.encode(Sha256::digest(&html[script.content.clone()])))
    };
    Ok(inline_scripts(html)?.iter().map(hash).collect())
}

/// A script that stands inside the page, as places in its text.
pub struct Inline {
    /// From `<script` to the end of `</script>`.
    pub whole: Range<usize>,
    /// What is between the tags.
    pub content: Range<usize>,
}

/// Every script that stands inside the page, in order.
///
/// # Errors
/// When a script or its tag does not end.
pub fn inline_scripts(html: &str) -> Outcome<Vec<Inline>> {
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = lower[at..].find("<script").map(|offset| at + offset) {
        let unfinished = || Failure::new("index.html holds a script without an end");
        let open = tag_end(&lower, start).ok_or_else(unfinished)?;
        let close = open + lower[open..].find("</script").ok_or_else(unfinished)?;
        at = tag_end(&lower, close).ok_or_else(unfinished)?;
        if !lower[start..open].split_ascii_whitespace().any(|word| word.starts_with("src=")) {
            found.push(Inline { whole: start..at, content: open..close });
        }
    }
    Ok(found)
}

/// The place behind the `>` that ends the tag, which may hold `>` in quotes.
fn tag_end(html: &str, start: usize) -> Option<usize> {
    let mut quote = None;
    for (offset, char) in html[start..].char_indices() {
        match (quote, char) {
            (None, '>') => return Some(start + offset + 1),
            (None, '"' | '\'') => quote = Some(char),
            (Some(open), _) if open == char => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Computed with `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`.
    const ALERT: &str = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=";

    #[test]
    fn scripts_inside_the_page_are_hashed_to_the_byte() {
        for (html, expected) in [
            ("<script>alert(1)</script>", &[ALERT][..]),
            ("<SCRIPT type=\"module\">alert(1)</SCRIPT>", &[ALERT]),
            ("<script data-x='a>b'>alert(1)</script><p>", &[ALERT]),
            ("<script>alert(1)</script><script>alert(1)</script>", &[ALERT, ALERT]),
            ("<script src=\"/a.js\"></script>", &[]),
            ("<script type=module src=/a.js></script>", &[]),
            ("<p>no script</p>", &[]),
        ] {
            assert_eq!(script_hashes(html).unwrap(), expected, "{html}");
        }
        assert_ne!(script_hashes("<script> alert(1)</script>").unwrap(), [ALERT], "white space counts");
    }

    #[test]
    fn a_page_that_its_own_policy_would_break_is_refused() {
        for html in [
            "<script>alert(1)",
            "<script",
            "<script></script",
            "<style>p{}</style>",
            "<p style=\"color:red\">",
        ] {
            assert!(script_hashes(html).is_err(), "{html}");
        }
    }

    #[test]
    fn the_policy_is_strict_and_names_the_proxy_only_when_there_is_one() {
        let site = |proxy: Option<&str>| Site {
            proxy: proxy.map(str::to_owned),
            scripts: vec![ALERT.to_owned()],
            hashed: vec![],
        };
        let apart = content_security(&site(Some("https://push.example.com")));
        assert!(apart.contains("connect-src 'self' https://push.example.com;"));
        assert!(apart.contains(&format!("script-src 'self' 'wasm-unsafe-eval' '{ALERT}';")));
        let together = content_security(&site(None));
        assert!(together.contains("connect-src 'self';"));
        for policy in [apart, together] {
            for part in ["default-src 'none'", "frame-ancestors 'none'", "trusted-types push-console-worker"]
            {
                assert!(policy.contains(part), "{part}");
            }
            assert!(
                !policy.contains("unsafe-inline")
                    && !policy.contains("'unsafe-eval'")
                    && !policy.contains('*')
            );
        }
    }
}
