//! Bodies of sends: bounded, JSON, and a refusal that reaches even a caller who is still sending.

use axum::body::{Body, Bytes};
use futures_util::stream;
use push_proxy::config::key;
use std::convert::Infallible;

use crate::caller::{raw, send, status_of};
use crate::setting::{TOKEN, proxy};
use crate::upstream::{Upstream, accepted};

/// A body without an announced length.
fn chunks(count: usize) -> Body {
    Body::from_stream(stream::iter(
        (0..count).map(|_| Ok::<_, Infallible>(Bytes::from(vec![b'x'; 64 * 1024]))),
    ))
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_with_the_limit_named() {
    let upstream = Upstream::answering(&accepted()).await;
    let proxy = proxy(&upstream, &[(&key::LIMIT_SEND_BODY_BYTES, "1000")]).await;
    for body in
        [Body::from("x".repeat(1001)), Body::from(vec![b'x'; 8 * 1024 * 1024]), chunks(1), chunks(128)]
    {
        let answer = send(&proxy, "k").body(body).answer().await;
        assert_eq!(answer.verdict(), "413 body_too_large");
        assert!(answer.text().contains("1000 bytes"), "{}", answer.text());
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn an_announced_length_is_refused_before_the_body_comes() {
    let upstream = Upstream::answering(&accepted()).await;
    let proxy = proxy(&upstream, &[]).await;
    let head = format!(
        "POST /v1/PushNotifications HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {TOKEN}\r\nidempotency-key: k\r\n\
         content-type: application/json\r\ncontent-length: 26214401\r\nexpect: 100-continue\r\nconnection: close\r\n\r\n",
        proxy.address()
    );
    let answer = raw(&proxy, head.as_bytes()).await;
    assert_eq!(status_of(&answer), 413, "{answer}");
    assert!(answer.contains("26214400 bytes"));
}

#[tokio::test]
async fn a_refusal_reaches_a_caller_who_sends_everything_before_reading() {
    let upstream = Upstream::answering(&accepted()).await;
    let proxy = proxy(&upstream, &[(&key::LIMIT_SEND_BODY_BYTES, "1000")]).await;
    let host = proxy.address();
    let token = format!("authorization: Bearer {TOKEN}\r\n");
    let json = "content-type: application/json\r\n";
    let length = 20 * 1024 * 1024;
    for (path, headers, code) in [
        ("PushNotifications", json.to_owned(), "token_missing"),
        ("PushNotifications", format!("{token}{json}origin: https://evil.example\r\n"), "origin_not_allowed"),
        ("Nothing", format!("{token}{json}"), "not_found"),
        ("PushNotifications", token.clone(), "not_json"),
        ("PushNotifications", format!("{token}{json}idempotency-key: k\r\n"), "body_too_large"),
    ] {
        let head = format!(
            "POST /v1/{path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n"
        );
        let answer = raw(&proxy, &[head.as_bytes(), &vec![b'x'; length]].concat()).await;
        assert!(answer.contains(&format!(r#""code":"{code}""#)), "{code}: {answer}");
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn only_json_with_a_bounded_number_of_recipients_is_sent() {
    let upstream = Upstream::answering(&accepted()).await;
    let proxy = proxy(&upstream, &[]).await;
    let many = |count: usize| format!(r#"{{"to":[{}]}}"#, vec![r#"{"token":"t"}"#; count].join(","));
    for (at, (body, verdict)) in [
        (many(10_000), ""),
        (many(10_001), "400 bad_request"),
        ("not json".into(), "400 bad_request"),
        ("[]".into(), "400 bad_request"),
        (String::new(), "400 bad_request"),
        ("[".repeat(100_000), "400 bad_request"),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = send(&proxy, &format!("k{at}")).body(body).answer().await;
        assert_eq!(if answer.is_ok() { String::new() } else { answer.verdict() }, verdict, "row {at}");
    }
    for (name, value) in [
        ("content-type", "text/plain"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-encoding", "gzip"),
    ] {
        assert_eq!(send(&proxy, "k").header(name, value).answer().await.verdict(), "415 not_json", "{value}");
    }
    assert_eq!(upstream.calls(), 1);
}
