//! The `_headers` file of Cloudflare Pages and Netlify; the proxy reads the same file when it serves the console.

use super::Site;

/// The whole file.
pub fn render(site: &Site) -> String {
    let mut text =
        String::from("# Written by `cargo xtask dist`: change the rules in xtask/src/headers.rs.\n");
    for rule in site.rules() {
        text.push_str(&format!("\n{}\n", rule.path));
        for (name, value) in rule.headers {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stands_at_the_margin_and_its_headers_are_indented() {
        let site = Site { proxy: None, scripts: vec![], hashed: vec!["a-0123456789abcdef.js".to_owned()] };
        let text = render(&site);
        assert!(text.contains("\n/*\n  Content-Security-Policy: default-src 'none'; "));
        assert!(text.contains("\n/index.html\n  Cache-Control: no-cache\n"));
        assert!(
            text.contains("\n/a-0123456789abcdef.js\n  Cache-Control: public, max-age=31536000, immutable\n")
        );
        // Cloudflare refuses longer lines.
        assert!(text.lines().all(|line| line.len() <= 2000));
    }
}
