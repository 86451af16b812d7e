//! The header rules of the hosted console: the one source from which every host's own notation is written.
//!
//! No rule repeats a header of another rule that matches the same path: hosts differ in what they make of that.

mod cdn;
mod nginx;
mod policy;

pub use cdn::render as cdn_file;
pub use nginx::render as nginx_file;
pub use policy::{inline_scripts, script_hashes};

/// What the rules depend on.
pub struct Site {
    /// Origin of the proxy; none when the proxy serves the console itself.
    pub proxy: Option<String>,
    /// `sha256-…` of each inline script in `index.html`.
    pub scripts: Vec<String>,
    /// Names of files whose name changes with their content.
    pub hashed: Vec<String>,
}

/// Headers for the paths that match.
pub struct Rule {
    /// A path from the root, or `/*` for all.
    pub path: String,
    /// Name and value.
    pub headers: Vec<(&'static str, String)>,
}

/// How long a browser may keep a file whose name changes with its content: for good.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// How a file of a lasting name is kept: not without asking whether it is still the same.
pub const ASK_FIRST: &str = "no-cache";

impl Site {
    /// What every answer carries.
    pub fn security(&self) -> Vec<(&'static str, String)> {
        let fixed = [
            ("X-Content-Type-Options", "nosniff"),
            // Links out of the console must not carry filters, which name users and operations.
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ];
        let mut all = vec![("Content-Security-Policy", policy::content_security(self))];
        all.extend(fixed.map(|(name, value)| (name, value.to_owned())));
        all
    }

    /// Every rule, the general one first.
    ///
    /// A link into the console (`/operations/…`) is answered with `index.html`. It carries no caching header
    /// here, because a host cannot say "all other paths": CDNs then ask first by themselves.
    pub fn rules(&self) -> Vec<Rule> {
        let cached =
            |path: String, how: &str| Rule { path, headers: vec![("Cache-Control", how.to_owned())] };
        let mut rules = vec![Rule { path: "/*".to_owned(), headers: self.security() }];
        rules.extend(["/", "/index.html", "/config.json"].map(|path| cached(path.to_owned(), ASK_FIRST)));
        rules.extend(self.hashed.iter().map(|name| cached(format!("/{name}"), FOR_GOOD)));
        rules
    }
}

/// True for names that Trunk gives: one of their pieces is the 64-bit hash of the content.
pub fn is_hashed(name: &str) -> bool {
    // Leading zeros are left out, so that a few hashes are shorter than 16 digits.
    let is_hash = |piece: &str| {
        (12..=16).contains(&piece.len()) && piece.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    };
    name.split(['-', '_', '.']).any(is_hash)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashSet;

    use super::*;

    /// The site that the examples in `deploy/` are written for.
    pub fn example() -> Site {
        Site {
            proxy: Some("https://push.example.com".to_owned()),
            scripts: script_hashes(
                "<script type=module>import init from '/push-console-0123456789abcdef.js'</script>",
            )
            .unwrap(),
            hashed: ["js", "css"].map(|end| format!("push-console-0123456789abcdef.{end}")).into(),
        }
    }

    #[test]
    fn no_header_is_given_twice_for_one_path() {
        let rules = example().rules();
        let (general, particular) = rules.split_first().unwrap();
        for rule in particular {
            let mut seen = HashSet::new();
            for (name, _) in general.headers.iter().chain(&rule.headers) {
                assert!(seen.insert(name), "{name} twice for {}", rule.path);
            }
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        for (name, hashed) in [
            ("push-console-1a2b3c4d5e6f7a8b.js", true),
            ("push-console-1a2b3c4d5e6f7a8b_bg.wasm", true),
            ("base-a2b3c4d5e6f7a8b.css", true),
            ("1a2b3c4d5e6f7a8b-boot.js", true),
            ("index.html", false),
            ("config.json", false),
            ("qa-worker_bg.wasm", false),
            ("deadbeef.js", false),
            ("notifications.css", false),
        ] {
            assert_eq!(is_hashed(name), hashed, "{name}");
        }
    }

    #[test]
    fn the_examples_for_operators_are_what_dist_writes() {
        let deploy = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy");
        for (name, made) in
            [("nginx.example.conf", nginx_file(&example())), ("_headers.example", cdn_file(&example()))]
        {
            let file = deploy.join(name);
            let kept = std::fs::read_to_string(&file).unwrap_or_default();
            if kept != made && std::env::var_os("UPDATE_EXAMPLES").is_some() {
                std::fs::write(&file, &made).unwrap();
                continue;
            }
            assert_eq!(
                kept, made,
                "deploy/{name} is old: run `UPDATE_EXAMPLES=1 cargo test -p xtask examples`"
            );
        }
    }
}
