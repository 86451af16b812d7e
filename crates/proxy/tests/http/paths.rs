//! A path that two readers could read differently never gets past the first look.

use push_proxy::config::key;

use crate::caller::{raw, read, status_of};
use crate::setting::{TOKEN, proxy};
use crate::upstream::{Upstream, json};

#[tokio::test]
async fn a_path_that_is_not_plain_is_refused_before_anything_else() {
    let upstream = Upstream::answering(&json("200 OK", "{}")).await;
    let proxy = proxy(&upstream, &[]).await;
    let host = proxy.address();
    for path in [
        "//v1/PushNotifications",
        "/v1//PushNotifications",
        "/v1/PushNotifications//x",
        "/v1/PushNotifications/..",
        "/v1/../v1/PushNotifications",
        "/v1/./PushNotifications",
        "/v1/PushNotifications/%2e%2e/x",
        "/v1/PushNotifications/%2E%2E",
        "/v1/PushNotifications/a%2fb",
        "/v1/PushNotifications/a%2Fb",
        "/v1/PushNotifications/a%5cb",
        "/v1/PushNotifications/a\\b",
        "/v1/PushNotifications/a%00",
        "/v1/PushNotifications/a;b",
        "/v1/PushNotifications;v=1",
        "/v1/PushNotifications/a%3bb",
        "/v1/PushNotifications/a%252fb",
        "/v1/PushNotifications/%61",
        "/%76%31/PushNotifications",
        "/v1/PushNotifications/a\"b",
        "*",
    ] {
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {TOKEN}\r\nconnection: close\r\n\r\n"
        );
        let answer = raw(&proxy, request.as_bytes()).await;
        // An escaped root is no path of the API, and there is no console here.
        let expected = if path.starts_with("/%76") { 404 } else { 400 };
        assert_eq!(status_of(&answer), expected, "{path}: {answer}");
    }
    for bytes in [&b"/v1/PushNotifications/a\0b"[..], b"/v1/PushNotifications/\xc3\xa9", b"/v1/\x01"] {
        let request = [b"GET ", bytes, b" HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"].concat();
        assert_eq!(status_of(&raw(&proxy, &request).await), 400, "{bytes:?}");
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn the_upstream_s_address_is_made_from_the_route() {
    let upstream = Upstream::answering(&json("200 OK", "{}")).await;
    let proxy = proxy(&upstream, &[(&key::UPSTREAM, &format!("{}/base/", upstream.base()))]).await;
    for (path, asked) in [
        ("/v1/PushNotifications", "GET /v1/base/PushNotifications HTTP/1.1"),
        ("/v1/PushNotifications/Operations/op.1", "GET /v1/base/PushNotifications/Operations/op.1 HTTP/1.1"),
        (
            "/v1/PushNotifications?pageToken=a%2Bb%26c&status=SENT",
            "GET /v1/base/PushNotifications?pageToken=a%2Bb%26c&status=SENT HTTP/1.1",
        ),
        ("/v1/PushNotifications?tags=k:v;", "GET /v1/base/PushNotifications?tags=k%3Av%3B HTTP/1.1"),
    ] {
        assert_eq!(read(&proxy, path).answer().await.status, 200, "{path}");
        let seen = upstream.seen();
        assert_eq!(seen.last().and_then(|seen| seen.head.lines().next()), Some(asked));
    }
    for path in [
        "/v1/PushNotifications?status=a&status=b",
        "/v1/PushNotifications?x=1",
        "/v1/PushNotifications/id?a=b",
    ] {
        assert_eq!(read(&proxy, path).answer().await.verdict(), "400 bad_request", "{path}");
    }
    assert_eq!(upstream.calls(), 4);
}
