//! Headers cross the proxy by name only, and the credential never comes back.

use axum::http::HeaderName;
use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::caller::{read, send};
use crate::setting::{ORIGIN, SECRET, proxy};
use crate::upstream::{Act, Upstream, http, json};

#[tokio::test]
async fn only_listed_headers_reach_the_upstream() {
    let upstream = Upstream::answering(&json("200 OK", "{}")).await;
    let proxy = proxy(&upstream, &[]).await;
    let read =
        ["cookie", "x-forwarded-for", "forwarded", "referer", "accept-encoding", "x-anything", "te", "via"]
            .iter()
            .fold(read(&proxy, "/v1/PushNotifications"), |ask, name| ask.header(name, "canary-header"));
    read.header("origin", ORIGIN).header("x-request-id", "my-id-1").answer().await;
    send(&proxy, "key-1").header("cookie", "canary-header").answer().await;
    let seen = upstream.seen();
    for (seen, expected) in seen.iter().zip([
        vec!["accept", "authorization", "host", "user-agent", "x-request-id"],
        vec![
            "accept",
            "authorization",
            "content-length",
            "content-type",
            "host",
            "user-agent",
            "x-request-id",
        ],
    ]) {
        let lines: Vec<&str> = seen.head.lines().skip(1).filter(|line| !line.is_empty()).collect();
        let mut names: Vec<&str> = lines.iter().filter_map(|line| Some(line.split_once(':')?.0)).collect();
        names.sort_unstable();
        assert_eq!(names, expected);
        assert!(!seen.head.contains("canary-header") && !seen.head.contains("key-1"));
        let basic = STANDARD.encode(format!("AC1:{SECRET}"));
        assert!(lines.contains(&format!("authorization: Basic {basic}").as_str()));
    }
    assert!(seen[0].head.contains("x-request-id: my-id-1"));
    assert!(seen[1].head.contains("content-type: application/json"));
}

#[tokio::test]
async fn only_the_proxy_s_own_headers_reach_the_caller() {
    let odd = "content-type: application/json; charset=utf-8; x=canary\r\nset-cookie: a=canary\r\n\
               access-control-allow-origin: *\r\naccess-control-allow-credentials: true\r\nserver: canary\r\n\
               x-powered-by: canary\r\nx-request-id: canary\r\nlink: <canary>\r\nclear-site-data: \"*\"\r\n\
               cache-control: public, max-age=99\r\nrefresh: 0; url=canary\r\n\
               location: https://up.example/v1/PushNotifications/Operations/op_1\r\n";
    let upstream = Upstream::new(move |seen| {
        let (status, body) = match seen.head.starts_with("POST") {
            true => ("202 Accepted", r#"{"operationId":"op_1"}"#),
            false => ("200 OK", "{}"),
        };
        Act::Write(http(status, odd, body))
    })
    .await;
    let proxy = proxy(&upstream, &[]).await;
    let own = [
        "cache-control",
        "content-length",
        "content-security-policy",
        "content-type",
        "date",
        "vary",
        "x-content-type-options",
        "x-request-id",
    ];
    let read = read(&proxy, "/v1/PushNotifications").answer().await;
    let sent = send(&proxy, "k").answer().await;
    assert_eq!((read.status, sent.status), (200, 202));
    for (answer, more) in [(read, None), (sent, Some("location"))] {
        assert!(!answer.whole().contains("canary"), "{answer:?}");
        let mut names: Vec<&str> =
            answer.headers.keys().map(HeaderName::as_str).filter(|n| Some(*n) != more).collect();
        names.retain(|name| *name != "connection");
        names.sort_unstable();
        assert_eq!(names, own);
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
}

#[tokio::test]
async fn an_upstream_that_tells_the_credential_is_not_repeated() {
    let encoded = STANDARD.encode(format!("AC1:{SECRET}"));
    for told in [format!("bad secret {SECRET}"), format!("bad header Basic {encoded}")] {
        for status in
            ["400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "302 Found", "500 No"]
        {
            let lines = format!(
                "content-type: application/json\r\nlocation: /{encoded}\r\nwww-authenticate: {SECRET}\r\n"
            );
            let upstream =
                Upstream::answering(&http(status, &lines, &format!(r#"{{"message":"{told}"}}"#))).await;
            let proxy = proxy(&upstream, &[]).await;
            for answer in
                [read(&proxy, "/v1/PushNotifications").answer().await, send(&proxy, "k").answer().await]
            {
                assert!(answer.status >= 400);
                let whole = answer.whole();
                assert!(!whole.contains(SECRET) && !whole.contains(&encoded), "{status}: {whole}");
            }
        }
    }
}

#[tokio::test]
async fn a_plain_request_id_is_kept_and_any_other_replaced() {
    let upstream = Upstream::answering(&json("200 OK", "{}")).await;
    let proxy = proxy(&upstream, &[]).await;
    for (given, kept) in [("abc-1", true), ("a b", false), (&"x".repeat(65), false), ("<script>", false)] {
        let answer = read(&proxy, "/healthz").header("x-request-id", given).answer().await;
        assert_eq!(answer.header("x-request-id") == Some(given), kept, "{given}");
    }
}
