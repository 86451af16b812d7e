//! Nothing waits for ever, and a late answer to a send is never taken for none.

use push_proxy::config::key;

use crate::caller::{ask, raw, read, send, status_of};
use crate::setting::{Keys, proxy, proxy_to};
use crate::upstream::{Act, Upstream};

const SHORT: Keys<'static> = &[(&key::TIMEOUT_REPLY, "50ms"), (&key::TIMEOUT_TOTAL, "100ms")];

#[tokio::test]
async fn an_upstream_that_says_nothing_is_given_up() {
    let upstream = Upstream::always(Act::WriteAndHang(String::new())).await;
    let proxy = proxy(&upstream, SHORT).await;
    let late = read(&proxy, "/v1/PushNotifications").answer().await;
    assert_eq!(late.verdict(), "504 upstream_timeout");
    assert!(late.is_retryable());
    let unknown = send(&proxy, "k").answer().await;
    assert_eq!(unknown.verdict(), "502 send_outcome_unknown");
    assert!(!unknown.is_retryable());
}

#[tokio::test]
async fn an_answer_that_never_ends_is_broken_off() {
    let begun = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{";
    let upstream = Upstream::always(Act::WriteAndHang(begun.into())).await;
    let proxy = proxy(&upstream, SHORT).await;
    assert!(read(&proxy, "/v1/PushNotifications").try_answer().await.is_err());
    let refused = "HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{";
    let upstream = Upstream::always(Act::WriteAndHang(refused.into())).await;
    let proxy = crate::setting::proxy(&upstream, SHORT).await;
    assert_eq!(read(&proxy, "/v1/PushNotifications").answer().await.verdict(), "400 upstream_rejected");
}

#[tokio::test]
async fn a_connection_in_the_making_is_given_up_and_nothing_was_sent() {
    // It takes the connection and never speaks TLS.
    let upstream = Upstream::always(Act::WriteAndHang(String::new())).await;
    let tls = upstream.base().replace("http://", "https://");
    let proxy = proxy_to(&tls, &[(&key::TIMEOUT_CONNECT, "50ms")]).await;
    for answer in [read(&proxy, "/v1/PushNotifications").answer().await, send(&proxy, "k").answer().await] {
        assert_eq!(answer.verdict(), "502 upstream_unavailable");
        assert!(answer.is_retryable());
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn a_caller_that_does_not_finish_is_given_up() {
    let upstream = Upstream::answering("").await;
    let keys = [(&key::TIMEOUT_REQUEST_HEAD, "50ms"), (&key::TIMEOUT_REQUEST_BODY, "50ms")];
    let proxy = proxy(&upstream, &keys).await;
    for begun in ["", "GET /healthz HT", "GET /healthz HTTP/1.1\r\nhost: x\r\n"] {
        let answer = raw(&proxy, begun.as_bytes()).await;
        assert!(matches!(status_of(&answer), 0 | 408), "{begun:?}: {answer}");
    }
    let begun = format!(
        "POST /v1/PushNotifications HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\nidempotency-key: k\r\n\
         content-type: application/json\r\ncontent-length: 10\r\nconnection: close\r\nexpect: 100-continue\r\n\r\n{{",
        proxy.address(),
        crate::setting::TOKEN,
    );
    let answer = raw(&proxy, begun.as_bytes()).await;
    assert!(answer.contains("HTTP/1.1 408 "), "{answer}");
    assert_eq!(ask(&proxy, "GET", "/healthz").answer().await.status, 200);
    assert_eq!(upstream.calls(), 0);
}
