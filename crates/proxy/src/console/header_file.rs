//! The `_headers` file of Cloudflare Pages and Netlify: a path pattern at the margin, its headers indented below.
//!
//! Parsed once, and strictly: a line that hosts would silently skip is refused, since it may be a security header.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// The rules of one file, in its order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct HeaderFile(Vec<Rule>);

#[derive(Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl HeaderFile {
    /// Reads the text of a file. Empty lines and lines that begin with `#` are skipped.
    ///
    /// # Errors
    /// A sentence that names the line.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut rules: Vec<Rule> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let wrong = |why: &str| Err(format!("line {}: {why}", at + 1));
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                if !is_pattern(content) {
                    return wrong("a rule has to begin with a path such as /*, with at most one *");
                }
                rules.push(Rule { pattern: content.to_owned(), headers: Vec::new() });
                continue;
            }
            let Some(rule) = rules.last_mut() else { return wrong("a header stands before the first path") };
            let Some(header) = read_header(content) else { return wrong("this is not `Name: value`") };
            rule.headers.push(header);
        }
        Ok(Self(rules))
    }

    /// Sets the headers of every rule that fits a path. A header that several rules give is joined with a comma,
    /// as hosts do; it replaces one that was there before.
    pub fn apply(&self, path: &str, headers: &mut HeaderMap) {
        let mut given = HeaderMap::new();
        for (name, value) in
            self.0.iter().filter(|rule| fits(&rule.pattern, path)).flat_map(|rule| &rule.headers)
        {
            let joined =
                given.get(name).map(|old: &HeaderValue| [old.as_bytes(), b", ", value.as_bytes()].concat());
            // Two values that are fit for a header are so when joined.
            let value =
                joined.and_then(|bytes| HeaderValue::from_bytes(&bytes).ok()).unwrap_or(value.clone());
            given.insert(name, value);
        }
        headers.extend(given);
    }
}

fn is_pattern(text: &str) -> bool {
    text.starts_with('/') && text.matches('*').count() <= 1 && !text.contains([' ', '\t', ':'])
}

fn read_header(text: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = text.split_once(':')?;
    Some((name.trim_end().parse().ok()?, value.trim().parse().ok()?))
}

/// A `*` stands for any run of characters, slashes included.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => path.strip_prefix(before).is_some_and(|rest| rest.ends_with(after)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const FILE: &str = "# made\n\n/*\n  X-A: one\n\tX-B: b: c\n/index.html\n  X-A: two\n\n/assets/*.js\n  Content-Type: text/javascript\n";

    #[test]
    fn every_rule_that_fits_gives_its_headers() {
        let file = HeaderFile::parse(FILE).unwrap();
        for (path, expected) in [
            ("/", "text/plain|one|b: c"),
            ("/index.html", "text/plain|one, two|b: c"),
            ("/sub/index.html", "text/plain|one|b: c"),
            ("/assets/app.js", "text/javascript|one|b: c"),
            ("/assets/deep/app.js", "text/javascript|one|b: c"),
            ("/assets/app.css", "text/plain|one|b: c"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("content-type", HeaderValue::from_static("text/plain"));
            file.apply(path, &mut headers);
            let told: Vec<_> =
                ["content-type", "x-a", "x-b"].iter().map(|name| headers[*name].to_str().unwrap()).collect();
            assert_eq!(told.join("|"), expected, "{path}");
        }
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for (text, words) in [
            ("  X-A: one", "line 1: a header stands before"),
            ("/*\n  no colon", "line 2: this is not"),
            ("/*\n  bad name: x", "line 2: this is not"),
            ("/*\n  X-A: a\u{1}b", "line 2: this is not"),
            ("index.html\n  X-A: one", "line 1: a rule has to begin"),
            ("https://a.example/*\n", "line 1: a rule has to begin"),
            ("/a/*/b/*\n", "line 1: a rule has to begin"),
            ("/:id\n", "line 1: a rule has to begin"),
        ] {
            assert!(HeaderFile::parse(text).unwrap_err().starts_with(words), "{text:?}");
        }
        assert_eq!(HeaderFile::parse("").unwrap(), HeaderFile::default());
    }
}
