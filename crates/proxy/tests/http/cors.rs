//! A page of an allowed origin can read every answer; any other page can read none.

use push_proxy::config::key;

use crate::caller::{Answer, Ask, ask, read, send};
use crate::setting::{ORIGIN, proxy};
use crate::upstream::{Act, Upstream, accepted, http, json};

/// An upstream that answers by the id in the path.
async fn upstream() -> Upstream {
    Upstream::new(|seen| {
        let answers = [
            ("/html", http("200 OK", "content-type: text/html\r\n", "<p>")),
            ("/moved", http("302 Found", "location: https://evil.example/\r\n", "")),
            ("/missing", json("404 Not Found", "{}")),
            ("/forbidden", json("403 Forbidden", "{}")),
            ("/limited", http("429 Too Many Requests", "retry-after: 7\r\n", "")),
            ("/failed", http("503 Unavailable", "retry-after: 7\r\n", "")),
            ("POST ", accepted()),
        ];
        let found =
            answers.into_iter().find(|(mark, _)| seen.head.lines().next().is_some_and(|l| l.contains(mark)));
        Act::Write(found.map_or_else(|| json("200 OK", "{}"), |(_, answer)| answer))
    })
    .await
}

fn assert_readable(answer: &Answer, what: &str) {
    assert_eq!(answer.header("access-control-allow-origin"), Some(ORIGIN), "{what}");
    let exposed = answer.header("access-control-expose-headers").unwrap_or_default();
    for name in ["Retry-After", "X-Request-Id", "Location", "Idempotency-Replayed"] {
        assert!(exposed.contains(name), "{what}: {exposed}");
    }
    assert_eq!(answer.header("access-control-allow-credentials"), None, "{what}");
    assert_sealed(answer, what);
}

fn assert_sealed(answer: &Answer, what: &str) {
    assert_eq!(answer.header("vary"), Some("Origin"), "{what}");
    assert_eq!(answer.header("cache-control"), Some("no-store"), "{what}");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{what}");
    assert_eq!(answer.header("content-security-policy"), Some("default-src 'none'"), "{what}");
    assert!(answer.header("x-request-id").is_some_and(|id| !id.is_empty()), "{what}");
}

#[tokio::test]
async fn every_answer_to_an_allowed_page_can_be_read() {
    let upstream = upstream().await;
    let proxy = proxy(&upstream, &[(&key::LIMIT_SEND_BODY_BYTES, "100")]).await;
    let get = |path: &str| read(&proxy, path);
    let table: Vec<(Ask, u16)> = vec![
        (get("/console/session"), 200),
        (get("/healthz"), 200),
        (ask(&proxy, "HEAD", "/healthz"), 200),
        (get("/v1/PushNotifications/fine"), 200),
        (send(&proxy, "k1"), 202),
        (send(&proxy, "k1"), 202),
        (send(&proxy, "k1").body("{}"), 422),
        (ask(&proxy, "GET", "/console/session"), 401),
        (get("/console/session").header("authorization", "Bearer wrong"), 401),
        (get("/v1/PushNotifications").header("host", "evil.example"), 403),
        (get("/nothing/here"), 404),
        (get("/v1/Nothing"), 404),
        (get("/"), 404),
        (ask(&proxy, "DELETE", "/v1/PushNotifications"), 405),
        (ask(&proxy, "OPTIONS", "/v1/PushNotifications"), 405),
        (get("/v1//PushNotifications"), 400),
        (get("/v1/PushNotifications?token=x"), 400),
        (send(&proxy, "k2").without("idempotency-key"), 400),
        (send(&proxy, "k2").body("["), 400),
        (send(&proxy, "k2").header("content-type", "text/plain"), 415),
        (send(&proxy, "k2").body("x".repeat(101)), 413),
        (get("/v1/PushNotifications/missing"), 404),
        (get("/v1/PushNotifications/forbidden"), 403),
        (get("/v1/PushNotifications/limited"), 429),
        (get("/v1/PushNotifications/html"), 502),
        (get("/v1/PushNotifications/moved"), 502),
        (get("/v1/PushNotifications/failed"), 502),
    ];
    for (at, (ask, status)) in table.into_iter().enumerate() {
        let answer = ask.header("origin", ORIGIN).answer().await;
        assert_eq!(answer.status, status, "row {at}: {answer:?}");
        assert_readable(&answer, &format!("row {at}"));
    }
}

#[tokio::test]
async fn a_wait_and_a_place_can_be_read_too() {
    let upstream = upstream().await;
    let proxy = proxy(&upstream, &[]).await;
    let limited = read(&proxy, "/v1/PushNotifications/limited").header("origin", ORIGIN).answer().await;
    assert_eq!(limited.header("retry-after"), Some("7"));
    let sent = send(&proxy, "k").header("origin", ORIGIN).answer().await;
    assert_eq!(sent.header("location"), Some("/v1/PushNotifications/Operations/op_1"));
}

#[tokio::test]
async fn no_other_page_gets_anything() {
    let upstream = upstream().await;
    let proxy = proxy(&upstream, &[]).await;
    let own = format!("http://{}", proxy.address());
    for origin in [
        "https://evil.example",
        "null",
        "http://console.example.com",
        "https://console.example.com.evil.example",
        &own,
    ] {
        for ask in [
            read(&proxy, "/v1/PushNotifications"),
            send(&proxy, "k"),
            ask(&proxy, "GET", "/healthz"),
            ask(&proxy, "OPTIONS", "/v1/PushNotifications").header("access-control-request-method", "POST"),
        ] {
            let answer = ask.header("origin", origin).answer().await;
            assert_eq!(answer.verdict(), "403 origin_not_allowed", "{origin}");
            assert_eq!(answer.header("access-control-allow-origin"), None, "{origin}");
            assert_sealed(&answer, origin);
        }
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn a_preflight_needs_no_token_and_names_what_the_path_takes() {
    let upstream = upstream().await;
    let proxy = proxy(&upstream, &[]).await;
    for (path, methods) in [
        ("/v1/PushNotifications", "POST, GET"),
        ("/v1/PushNotifications/x", "GET"),
        ("/console/session", "GET"),
        ("/healthz", "GET, HEAD"),
        ("/v1/Nothing", "GET, POST"),
        ("/nothing", "GET, POST"),
    ] {
        let answer = ask(&proxy, "OPTIONS", path)
            .header("origin", ORIGIN)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "authorization,content-type,idempotency-key")
            .answer()
            .await;
        assert_eq!((answer.status, answer.body.len()), (204, 0), "{path}");
        assert_eq!(answer.header("access-control-allow-methods"), Some(methods), "{path}");
        let allowed = answer.header("access-control-allow-headers").unwrap_or_default();
        assert_eq!(allowed, "Authorization, Content-Type, Idempotency-Key, X-Request-Id", "{path}");
        assert_eq!(answer.header("access-control-max-age"), Some("600"), "{path}");
        assert_readable(&answer, path);
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn a_caller_that_is_no_page_gets_no_cors_headers() {
    let upstream = upstream().await;
    let proxy = proxy(&upstream, &[]).await;
    let answer = read(&proxy, "/console/session").answer().await;
    assert!(answer.is_ok());
    assert!(answer.headers.keys().all(|name| !name.as_str().starts_with("access-control")));
    assert_sealed(&answer, "no origin");
}
