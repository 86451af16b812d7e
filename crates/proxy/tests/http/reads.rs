//! What a caller gets for a read, whatever the upstream makes of it.

use axum::body::Body;
use http_body_util::BodyExt as _;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

use crate::caller::{ask, read};
use crate::setting::{TOKEN, proxy, proxy_to};
use crate::upstream::{Act, Upstream, http, json};

const HTML: &str = "content-type: text/html\r\n";

#[tokio::test]
async fn every_answer_of_the_upstream_comes_to_its_own_answer() {
    for (upstream, verdict, retryable, wait) in [
        (http("200 OK", HTML, "<html>"), "502 upstream_not_json", true, None),
        (http("200 OK", "", "{}"), "502 upstream_not_json", true, None),
        (
            http("200 OK", "content-type: application/json\r\ncontent-encoding: gzip\r\n", "{}"),
            "502 upstream_not_json",
            true,
            None,
        ),
        (http("302 Found", "location: /elsewhere\r\n", ""), "502 upstream_redirected", false, None),
        (http("307 Temporary", "location: /elsewhere\r\n", ""), "502 upstream_redirected", false, None),
        (json("304 Not Modified", ""), "502 upstream_redirected", false, None),
        (json("400 Bad Request", r#"{"message":"page size"}"#), "400 upstream_rejected", false, None),
        (json("401 Unauthorized", "{}"), "502 upstream_credential_rejected", false, None),
        (http("403 Forbidden", HTML, "<html>"), "403 upstream_forbidden", false, None),
        (json("404 Not Found", "{}"), "404 not_found", false, None),
        (json("409 Conflict", "{}"), "409 upstream_rejected", false, None),
        (http("429 Slow", "retry-after: 3\r\n", ""), "429 rate_limited", true, Some("3")),
        (http("429 Slow", "retry-after: soon\r\n", ""), "429 rate_limited", true, None),
        (json("500 No", "{}"), "502 upstream_failed", true, None),
        (http("502 No", HTML, "<html>"), "502 upstream_not_json", true, None),
        (http("503 No", "retry-after: 9\r\n", ""), "502 upstream_failed", true, Some("9")),
        ("nonsense\r\n\r\n".to_owned(), "502 upstream_failed", true, None),
        (String::new(), "502 upstream_failed", true, None),
    ] {
        let fake = Upstream::answering(&upstream).await;
        let proxy = proxy(&fake, &[]).await;
        let answer = read(&proxy, "/v1/PushNotifications").answer().await;
        assert_eq!(answer.verdict(), verdict, "{upstream}");
        assert_eq!(answer.is_retryable(), retryable, "{upstream}");
        assert_eq!(answer.header("retry-after"), wait, "{upstream}");
        assert!(!answer.text().contains("<html>"), "{upstream}");
        assert_eq!(fake.calls(), 1, "nothing is followed or repeated: {upstream}");
    }
}

#[tokio::test]
async fn the_upstream_s_words_are_passed_on() {
    let upstream =
        Upstream::answering(&json("400 Bad Request", r#"{"code":20001,"message":"Page size over 1000"}"#))
            .await;
    let proxy = proxy(&upstream, &[]).await;
    let answer = read(&proxy, "/v1/PushNotifications").answer().await;
    assert_eq!(answer.json()["error"]["message"], "Page size over 1000");
}

#[tokio::test]
async fn a_list_is_passed_on_byte_for_byte() {
    let page = format!(
        r#"{{"notifications":[{}],"pagination":{{"next":null}}}}"#,
        vec!["{\"a\":1}"; 5000].join(",")
    );
    let chunked = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{page}\r\n0\r\n\r\n",
        page.len()
    );
    for upstream in [json("200 OK", &page), chunked] {
        let upstream = Upstream::answering(&upstream).await;
        let proxy = proxy(&upstream, &[]).await;
        assert_eq!(read(&proxy, "/v1/PushNotifications").answer().await.text(), page);
    }
}

#[tokio::test]
async fn a_list_reaches_the_caller_while_the_rest_is_still_on_its_way() {
    let begun = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{\"notifications\":[";
    let upstream = Upstream::always(Act::WriteAndHang(begun.into())).await;
    let proxy = proxy(&upstream, &[]).await;
    let client: Client<_, Body> = Client::builder(TokioExecutor::new()).build_http();
    let request = axum::http::Request::get(format!("http://{}/v1/PushNotifications", proxy.address()))
        .header("authorization", format!("Bearer {TOKEN}"))
        .body(Body::empty())
        .unwrap();
    let mut answer = client.request(request).await.unwrap();
    let first = answer.body_mut().frame().await.unwrap().unwrap().into_data().unwrap();
    assert_eq!(first, "{\"notifications\":[");
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_seen_as_broken() {
    let cut = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{\"notifications\":[";
    let upstream = Upstream::answering(cut).await;
    let proxy = proxy(&upstream, &[]).await;
    assert!(read(&proxy, "/v1/PushNotifications").try_answer().await.is_err());
    assert_eq!(ask(&proxy, "GET", "/healthz").answer().await.status, 200);
}

#[tokio::test]
async fn an_upstream_that_is_not_there_may_be_asked_again() {
    let gone = Upstream::answering("").await.base();
    let proxy = proxy_to(&gone, &[]).await;
    let answer = read(&proxy, "/v1/PushNotifications").answer().await;
    assert_eq!(answer.verdict(), "502 upstream_unavailable");
    assert!(answer.is_retryable());
}
