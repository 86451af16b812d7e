//! The proxy answers to its own names only, whatever the address of the connection.

use push_proxy::config::key;

use crate::caller::{ask, raw, read, status_of};
use crate::setting::{proxy, proxy_to};
use crate::upstream::{Upstream, json};

#[tokio::test]
async fn only_loopback_names_with_the_actual_port_are_answered_unless_told() {
    let upstream = Upstream::answering(&json("200 OK", "{}")).await;
    let proxy = proxy(&upstream, &[]).await;
    let port = proxy.address().port();
    for (host, fine) in [
        (format!("127.0.0.1:{port}"), true),
        (format!("localhost:{port}"), true),
        (format!("[::1]:{port}"), true),
        (format!("LocalHost:{port}"), true),
        ("127.0.0.1".to_owned(), false),
        ("localhost:1".to_owned(), false),
        ("rebound.evil.example".to_owned(), false),
        (format!("rebound.evil.example:{port}"), false),
    ] {
        for path in ["/healthz", "/v1/PushNotifications", "/"] {
            let answer = read(&proxy, path).header("host", &host).answer().await;
            assert_eq!(answer.status != 403, fine, "{host} {path}");
            if !fine {
                assert_eq!(answer.verdict(), "403 host_not_allowed");
            }
        }
    }
}

#[tokio::test]
async fn configured_hosts_stand_in_place_of_the_usual_ones() {
    let proxy =
        proxy_to("http://127.0.0.1:9", &[(&key::HOSTS, "push.example.com,push.example.com:8443")]).await;
    let usual = proxy.address().to_string();
    for (host, status) in [("push.example.com", 200), ("push.example.com:8443", 200), (usual.as_str(), 403)] {
        assert_eq!(
            ask(&proxy, "GET", "/healthz").header("host", host).answer().await.status,
            status,
            "{host}"
        );
    }
}

#[tokio::test]
async fn a_host_that_is_missing_doubled_or_contradicted_is_refused() {
    let proxy = proxy_to("http://127.0.0.1:9", &[]).await;
    let host = proxy.address();
    for (head, status) in [
        (format!("GET /healthz HTTP/1.1\r\nhost: {host}\r\n"), 200),
        (format!("GET http://{host}/healthz HTTP/1.1\r\nhost: {host}\r\n"), 200),
        ("GET /healthz HTTP/1.1\r\n".to_owned(), 403),
        ("GET /healthz HTTP/1.0\r\n".to_owned(), 403),
        (format!("GET /healthz HTTP/1.1\r\nhost: {host}\r\nhost: {host}\r\n"), 403),
        (format!("GET http://evil.example/healthz HTTP/1.1\r\nhost: {host}\r\n"), 403),
        (format!("GET http://{host}/healthz HTTP/1.1\r\nhost: evil.example\r\n"), 403),
    ] {
        let answer = raw(&proxy, format!("{head}connection: close\r\n\r\n").as_bytes()).await;
        assert_eq!(status_of(&answer), status, "{head}");
    }
}
