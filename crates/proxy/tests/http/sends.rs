//! What becomes of a send, and whether its key may be used again.

use push_proxy::config::key;

use crate::caller::{SEND, send};
use crate::setting::{proxy, proxy_to};
use crate::upstream::{Act, Upstream, accepted, http, json};

/// What the same key gets the second time.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Then {
    /// The first reply, without another call.
    Replayed,
    /// The same doubt, without another call.
    StillUnknown,
    /// Another try.
    SentAnew,
}
use Then::{Replayed, SentAnew, StillUnknown};

#[tokio::test]
async fn a_send_is_repeated_only_when_it_was_certainly_not_taken() {
    let html = "content-type: text/html\r\n";
    let cut =
        "HTTP/1.1 202 Accepted\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"operation"
            .to_owned();
    let write = |text: String| Act::Write(text);
    for (act, first, retryable, then) in [
        (write(accepted()), "202", false, Replayed),
        (write(json("200 OK", "{}")), "200", false, Replayed),
        (write(json("202 Accepted", "{\"oper")), "502 send_outcome_unknown", false, StillUnknown),
        (write(cut), "502 send_outcome_unknown", false, StillUnknown),
        (write(http("202 Accepted", html, "<html>")), "502 send_outcome_unknown", false, StillUnknown),
        (write(http("500 No", html, "<html>")), "502 send_outcome_unknown", false, StillUnknown),
        (write(http("503 No", "retry-after: 1\r\n", "")), "502 send_outcome_unknown", false, StillUnknown),
        (
            write(http("303 See Other", "location: /x\r\n", "")),
            "502 send_outcome_unknown",
            false,
            StillUnknown,
        ),
        (write("nonsense\r\n\r\n".into()), "502 send_outcome_unknown", false, StillUnknown),
        (write(String::new()), "502 send_outcome_unknown", false, StillUnknown),
        (Act::Slam, "502 send_outcome_unknown", false, StillUnknown),
        (Act::WriteAndHang(String::new()), "502 send_outcome_unknown", false, StillUnknown),
        (
            Act::WriteAndHang("HTTP/1.1 202 Accepted\r\ncontent-length: 9\r\n\r\n{".into()),
            "502 send_outcome_unknown",
            false,
            StillUnknown,
        ),
        (write(http("302 Found", "location: /x\r\n", "")), "502 upstream_redirected", false, SentAnew),
        (
            write(json("400 Bad Request", r#"{"message":"bad token"}"#)),
            "400 upstream_rejected",
            false,
            SentAnew,
        ),
        (write(json("401 Unauthorized", "{}")), "502 upstream_credential_rejected", false, SentAnew),
        (write(json("403 Forbidden", "{}")), "403 upstream_forbidden", false, SentAnew),
        (write(json("404 Not Found", "{}")), "404 not_found", false, SentAnew),
        (write(http("429 Slow", "retry-after: 3\r\n", "")), "429 rate_limited", true, SentAnew),
    ] {
        let upstream = Upstream::always(act).await;
        let proxy = proxy(&upstream, &[(&key::TIMEOUT_REPLY, "100ms"), (&key::TIMEOUT_TOTAL, "150ms")]).await;
        let told = send(&proxy, "k").answer().await;
        let verdict = if told.is_ok() { told.status.to_string() } else { told.verdict() };
        assert_eq!(verdict, first);
        assert!(told.is_ok() || told.is_retryable() == retryable, "{first}");
        assert_eq!(upstream.calls(), 1, "{first}");
        let again = send(&proxy, "k").answer().await;
        let (replayed, calls) = (again.header("idempotency-replayed") == Some("true"), upstream.calls());
        let outcome = match (calls, again.is_ok()) {
            (1, true) if replayed && again.body == told.body && again.status == told.status => Replayed,
            (1, false) if again.verdict() == "502 send_outcome_unknown" => StillUnknown,
            (2, false) => SentAnew,
            other => panic!("{first}: {other:?} {again:?}"),
        };
        assert_eq!(outcome, then, "{first}");
    }
}

#[tokio::test]
async fn a_send_goes_upstream_byte_for_byte() {
    let upstream = Upstream::answering(&accepted()).await;
    let proxy = proxy(&upstream, &[]).await;
    let odd = " {\"to\" : [ {\"token\":\"\\u0061\",\"provider\":\"FCM\"} ],\n\"content\":{\"body\":\"{{ name }} é\"}, \"x\":1e0} ";
    for (key, body) in [("k1", SEND), ("k2", odd)] {
        assert_eq!(send(&proxy, key).body(body).answer().await.status, 202);
        assert_eq!(upstream.seen().last().map(|seen| seen.body.clone()).as_deref(), Some(body));
    }
}

#[tokio::test]
async fn an_upstream_that_is_not_there_leaves_the_key_free() {
    let gone = Upstream::answering("").await.base();
    let proxy = proxy_to(&gone, &[]).await;
    for _ in 0..2 {
        let answer = send(&proxy, "k").answer().await;
        assert_eq!(answer.verdict(), "502 upstream_unavailable");
        assert!(answer.is_retryable());
    }
    let other = send(&proxy, "k").body("{}").answer().await;
    assert_eq!(other.verdict(), "502 upstream_unavailable", "the key is bound to no body");
}
