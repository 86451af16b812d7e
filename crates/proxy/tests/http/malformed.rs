//! Requests that are no requests: refused or dropped, and the proxy stays up.

use push_proxy::config::key;

use crate::caller::{ask, raw, status_of};
use crate::setting::{TOKEN, proxy};
use crate::upstream::{Upstream, accepted};

#[tokio::test]
async fn nothing_malformed_reaches_the_upstream_or_stops_the_proxy() {
    let upstream = Upstream::answering(&accepted()).await;
    let keys = [(&key::TIMEOUT_REQUEST_HEAD, "200ms"), (&key::TIMEOUT_REQUEST_BODY, "200ms")];
    let proxy = proxy(&upstream, &keys).await;
    let host = proxy.address();
    let send = format!(
        "POST /v1/PushNotifications HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {TOKEN}\r\nidempotency-key: k\r\n\
         content-type: application/json\r\nconnection: close\r\n"
    );
    let get = |line: &str| format!("{line}\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    let long = "x".repeat(100_000);
    for (what, request) in [
        ("nothing", String::new()),
        ("no request line", "\r\n\r\n".into()),
        ("words", "hello there\r\n\r\n".into()),
        ("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into()),
        ("TLS", "\u{16}\u{3}\u{1}\u{2}".into()),
        ("unknown version", get("GET /healthz HTTP/9.9")),
        ("no version", get("GET /healthz")),
        ("no host", "GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n".into()),
        ("HTTP/1.0 without host", "GET /healthz HTTP/1.0\r\n\r\n".into()),
        ("absolute form of another host", get("GET http://evil.example/healthz HTTP/1.1")),
        ("CONNECT", get("CONNECT evil.example:443 HTTP/1.1")),
        ("CONNECT to itself", get(&format!("CONNECT {host} HTTP/1.1"))),
        ("TRACE", get("TRACE /v1/PushNotifications HTTP/1.1")),
        ("unknown method", get("BREW /v1/PushNotifications HTTP/1.1")),
        ("long target", get(&format!("GET /{long} HTTP/1.1"))),
        ("long query", get(&format!("GET /v1/PushNotifications?status={} HTTP/1.1", "x".repeat(60_000)))),
        ("long header", get(&format!("GET /healthz HTTP/1.1\r\nx-long: {long}"))),
        ("many headers", get(&format!("GET /healthz HTTP/1.1{}", "\r\nx-a: b".repeat(200)))),
        ("header without colon", get("GET /healthz HTTP/1.1\r\nnonsense")),
        ("header name with a space", get("GET /healthz HTTP/1.1\r\nx a: b")),
        ("space before the colon", get("GET /healthz HTTP/1.1\r\nx-a : b")),
        ("folded header", get("GET /healthz HTTP/1.1\r\nx-a: b\r\n c")),
        ("NUL in a header", get("GET /healthz HTTP/1.1\r\nx-a: b\0c")),
        ("bare carriage return", get("GET /healthz HTTP/1.1\r\nx-a: b\rc")),
        ("two lengths", format!("{send}content-length: 2\r\ncontent-length: 3\r\n\r\n{{}}")),
        ("negative length", format!("{send}content-length: -1\r\n\r\n{{}}")),
        ("length in words", format!("{send}content-length: two\r\n\r\n{{}}")),
        ("signed length", format!("{send}content-length: +2\r\n\r\n{{}}")),
        ("length over any number", format!("{send}content-length: 99999999999999999999\r\n\r\n{{}}")),
        ("length not reached", format!("{send}content-length: 50\r\n\r\n{{}}")),
        ("bad chunk size", format!("{send}transfer-encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n")),
        (
            "chunk size over any number",
            format!("{send}transfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n{{}}"),
        ),
        ("chunks that end early", format!("{send}transfer-encoding: chunked\r\n\r\n5\r\n{{}}")),
        ("chunk without end", format!("{send}transfer-encoding: chunked\r\n\r\n2\r\n{{}}XX0\r\n\r\n")),
        ("unknown transfer encoding", format!("{send}transfer-encoding: gzip\r\n\r\n{{}}")),
        ("two transfer encodings", format!("{send}transfer-encoding: chunked, gzip\r\n\r\n{{}}")),
        ("broken UTF-8 in the token", get("GET /console/session HTTP/1.1\r\nauthorization: Bearer \u{fffd}")),
        (
            "two tokens",
            get(&format!(
                "GET /console/session HTTP/1.1\r\nauthorization: Bearer {TOKEN}\r\nauthorization: Bearer {TOKEN}"
            )),
        ),
    ] {
        let answer = raw(&proxy, request.as_bytes()).await;
        let status = status_of(&answer);
        assert!(status == 0 || (400..500).contains(&status), "{what}: {answer}");
        assert_eq!(ask(&proxy, "GET", "/healthz").answer().await.status, 200, "after {what}");
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn a_length_beside_chunks_cannot_smuggle_a_second_request() {
    let upstream = Upstream::answering(&accepted()).await;
    let proxy = proxy(&upstream, &[]).await;
    let host = proxy.address();
    let smuggled =
        format!("GET /console/session HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {TOKEN}\r\n\r\n");
    let request = format!(
        "POST /v1/PushNotifications HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {TOKEN}\r\nidempotency-key: k\r\n\
         content-type: application/json\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n{smuggled}"
    );
    // RFC 9112 lets chunks win, but the connection must not be used for what follows.
    let answer = raw(&proxy, request.as_bytes()).await;
    assert!(answer.matches("HTTP/1.1 ").count() <= 1, "{answer}");
    assert!(!answer.contains("\"scopes\""), "{answer}");
    assert_eq!(upstream.calls(), 0);
}
