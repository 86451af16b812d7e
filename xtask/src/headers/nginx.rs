//! The same rules for nginx: one file to include in the `http` block.

use super::{ASK_FIRST, FOR_GOOD, Site};

/// The whole file.
pub fn render(site: &Site) -> String {
    let kept: String = site.hashed.iter().map(|name| format!("    /{name} \"{FOR_GOOD}\";\n")).collect();
    let headers: String = site
        .security()
        .iter()
        .map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n"))
        .collect();
    format!(
        "# Written by `cargo xtask dist`: change the rules in xtask/src/headers.rs.
# Include it in the http block; set server_name, root and your certificate.

map $uri $console_cache_control {{
    default \"{ASK_FIRST}\";
{kept}}}

server {{
    listen 443 ssl;
    server_name console.example.com;
    root /var/www/push-console;
    index index.html;

    # ssl_certificate     /etc/ssl/console.example.com.pem;
    # ssl_certificate_key /etc/ssl/console.example.com.key;

    # Once every page of this host is on https for good:
    # add_header Strict-Transport-Security \"max-age=31536000\" always;

    # One list for the whole server: an add_header inside a location would drop all of these there.
{headers}    add_header Cache-Control $console_cache_control always;

    # The neighbours .gz and .br were compressed as far as it goes. brotli_static needs the module ngx_brotli.
    gzip_static on;
    gzip_vary on;
    # brotli_static on;

    # Rules for other hosts, and this file.
    location = /_headers {{ return 404; }}
    location = /_redirects {{ return 404; }}
    location = /nginx.conf {{ return 404; }}

    # nginx before 1.21 does not know this kind, and the browser compiles while loading only if it is named.
    location ~ \\.wasm$ {{
        types {{ application/wasm wasm; }}
        try_files $uri =404;
    }}

    # A missing file is an error; only addresses inside the console are answered with the page.
    location ~ \\.(js|css|json|html|svg|png|ico|txt|br|gz)$ {{
        try_files $uri =404;
    }}

    location / {{
        try_files $uri /index.html;
    }}
}}
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_header_of_the_rules_is_there_once() {
        let site = Site {
            proxy: Some("https://push.example.com".to_owned()),
            scripts: vec![],
            hashed: vec!["a-0123456789abcdef.js".to_owned()],
        };
        let text = render(&site);
        for (name, value) in site.security() {
            let line = format!("\n    add_header {name} \"{value}\" always;\n");
            assert_eq!(text.matches(&line).count(), 1, "{name}");
            assert!(!value.contains(['"', '$', '\\']), "{name} would need quoting for nginx");
        }
        assert!(text.contains("\n    /a-0123456789abcdef.js \"public, max-age=31536000, immutable\";\n"));
        assert_eq!(text.matches('{').count(), text.matches('}').count());
    }
}
