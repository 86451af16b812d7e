//! The console's folder on the proxy's own origin.

use std::path::Path;

use push_proxy::config::key;
use push_proxy::serve::{Running, start};
use tempfile::TempDir;

use crate::caller::{Ask, ask, read};
use crate::setting::{config, proxy_to};

const HEADERS: &str = "/*\n  Content-Security-Policy: default-src 'self'\n  X-Content-Type-Options: nosniff\n\
                       /\n  Cache-Control: no-cache\n/index.html\n  Cache-Control: no-cache\n\
                       /app-1.js\n  Cache-Control: public, immutable\n";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    std::fs::create_dir(folder.path().join("assets")).unwrap();
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    for (name, text) in [
        ("index.html", "<title>index"),
        ("index.html.br", "index in br"),
        ("app-1.js", "plain"),
        ("app-1.js.br", "in br"),
        ("app-1.js.gz", "in gz"),
        ("config.json", "{\"proxy\":\"\"}"),
        ("assets/a.css", "a{}"),
        ("_headers", HEADERS),
        ("nginx.conf", "secret"),
        (".env", "secret"),
        (".git/config", "secret"),
    ] {
        write(name, text);
    }
    folder
}

async fn serving(folder: &Path) -> Running {
    proxy_to("http://127.0.0.1:9", &[(&key::CONSOLE, folder.to_str().unwrap())]).await
}

fn page(proxy: &Running, path: &str) -> Ask {
    ask(proxy, "GET", path).header("accept", "text/html,application/xhtml+xml")
}

#[tokio::test]
async fn files_are_served_with_the_headers_of_the_folder() {
    let folder = folder();
    let proxy = serving(folder.path()).await;
    for (path, body, kind, cache) in [
        ("/", "<title>index", "text/html", Some("no-cache")),
        ("/index.html", "<title>index", "text/html", Some("no-cache")),
        ("/app-1.js", "plain", "text/javascript", Some("public, immutable")),
        ("/config.json", "{\"proxy\":\"\"}", "application/json", None),
        ("/assets/a.css", "a{}", "text/css", None),
    ] {
        let answer = ask(&proxy, "GET", path).answer().await;
        assert_eq!((answer.status, answer.text().as_str()), (200, body), "{path}");
        assert_eq!(answer.header("content-type"), Some(kind), "{path}");
        assert_eq!(answer.header("cache-control"), cache, "{path}");
        assert_eq!(answer.header("content-security-policy"), Some("default-src 'self'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        let head = ask(&proxy, "HEAD", path).answer().await;
        assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
    }
}

#[tokio::test]
async fn a_compressed_neighbour_is_used_when_the_browser_takes_it() {
    let folder = folder();
    let proxy = serving(folder.path()).await;
    for (accept, encoding, body) in [
        ("gzip, deflate, br", Some("br"), "in br"),
        ("gzip", Some("gzip"), "in gz"),
        ("identity", None, "plain"),
        ("br;q=0, gzip;q=0.1", Some("gzip"), "in gz"),
    ] {
        let answer = ask(&proxy, "GET", "/app-1.js").header("accept-encoding", accept).answer().await;
        assert_eq!(answer.header("content-encoding"), encoding, "{accept}");
        assert_eq!(answer.text(), body, "{accept}");
        assert_eq!(answer.header("content-type"), Some("text/javascript"), "{accept}");
        let vary: Vec<_> =
            answer.headers.get_all("vary").iter().map(|v| v.to_str().unwrap().to_lowercase()).collect();
        assert!(vary.iter().any(|name| name == "accept-encoding"), "{vary:?}");
    }
}

#[tokio::test]
async fn an_address_inside_the_console_opens_the_console() {
    let folder = folder();
    let proxy = serving(folder.path()).await;
    for path in ["/compose", "/operations/comms_operation_1", "/notifications?status=SENT&page=x", "/assets/"]
    {
        let answer = page(&proxy, path).answer().await;
        assert_eq!((answer.status, answer.text().as_str()), (200, "<title>index"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-cache"), "{path}");
        assert_eq!(answer.header("content-security-policy"), Some("default-src 'self'"), "{path}");
        let fetched = ask(&proxy, "GET", path).header("accept", "*/*").answer().await;
        assert_eq!(fetched.verdict(), "404 not_found", "only a person opens pages: {path}");
    }
    for path in ["/missing.js", "/assets/missing.css", "/operations/x.html"] {
        assert_eq!(page(&proxy, path).answer().await.verdict(), "404 not_found", "{path}");
    }
}

#[tokio::test]
async fn what_is_not_for_browsers_is_never_served() {
    let folder = folder();
    std::fs::write(folder.path().parent().unwrap().join("outside.txt"), "secret").unwrap();
    let proxy = serving(folder.path()).await;
    for path in
        ["/_headers", "/%5fheaders", "/nginx.conf", "/ngin%78.conf", "/.env", "/.git/config", "/assets/.."]
    {
        let answer = page(&proxy, path).answer().await;
        assert!(matches!(answer.status, 400 | 404), "{path}: {answer:?}");
        assert!(!answer.text().contains("secret"), "{path}");
    }
    for path in [
        "/../outside.txt",
        "/assets/../../outside.txt",
        "/%2e%2e/outside.txt",
        "//etc/passwd",
        "/..%2foutside.txt",
    ] {
        assert_eq!(page(&proxy, path).answer().await.verdict(), "400 bad_path", "{path}");
    }
}

#[tokio::test]
async fn files_are_read_only_and_for_the_proxy_s_own_names() {
    let folder = folder();
    let proxy = serving(folder.path()).await;
    for method in ["POST", "PUT", "DELETE"] {
        let answer = ask(&proxy, method, "/index.html").answer().await;
        assert_eq!(answer.verdict(), "405 method_not_allowed");
        assert_eq!(answer.header("allow"), Some("GET, HEAD"));
    }
    let rebound = page(&proxy, "/").header("host", "rebound.evil.example").answer().await;
    assert_eq!(rebound.verdict(), "403 host_not_allowed");
}

#[tokio::test]
async fn the_api_is_not_hidden_behind_the_console() {
    let folder = folder();
    let proxy = serving(folder.path()).await;
    for path in ["/v1/Nothing", "/v1", "/console", "/console/other"] {
        assert_eq!(page(&proxy, path).answer().await.verdict(), "404 not_found", "{path}");
    }
    assert_eq!(read(&proxy, "/console/session").answer().await.status, 200);
}

#[tokio::test]
async fn the_console_s_own_origin_may_call_when_the_proxy_serves_it() {
    let folder = folder();
    let proxy = serving(folder.path()).await;
    let own = format!("http://{}", proxy.address());
    let answer = read(&proxy, "/console/session").header("origin", &own).answer().await;
    assert_eq!(answer.header("access-control-allow-origin"), Some(own.as_str()));
    let other_name = own.replace("127.0.0.1", "localhost");
    let stranger = read(&proxy, "/console/session").header("origin", &other_name).answer().await;
    assert_eq!(stranger.verdict(), "403 origin_not_allowed");
}

#[tokio::test]
async fn a_folder_that_is_no_console_is_refused_at_start() {
    let empty = TempDir::new().unwrap();
    let broken = folder();
    std::fs::write(broken.path().join("_headers"), "/*\n  no header\n").unwrap();
    for (folder, words) in [(&empty, "has no index.html"), (&broken, "_headers: line 2")] {
        let config = config("http://127.0.0.1:9", &[(&key::CONSOLE, folder.path().to_str().unwrap())]);
        let complaint = start(config).await.err().unwrap().to_string();
        assert!(complaint.contains(words), "{complaint}");
    }
}

#[tokio::test]
async fn the_ready_line_leads_to_the_console() {
    let folder = folder();
    let path = folder.path().to_str().unwrap();
    let proxy = proxy_to("http://127.0.0.1:9", &[(&key::CONSOLE, path)]).await;
    assert_eq!(proxy.ready(), format!("Console ready: http://{}/", proxy.address()));
}
