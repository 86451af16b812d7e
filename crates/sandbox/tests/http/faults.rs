//! What a client sees of each fault, and whether the send was committed.

use crate::sandbox::{BEGIN, Sandbox};
use hyper::Method;
use push_api::proxy::ApiShape;
use push_api::{Operation, Page};
use serde_json::{Value, json};

const SEND: &[u8] = br#"{"to": [{"token": "a", "provider": "FCM"}], "content": {"body": "x"}}"#;

#[tokio::test]
async fn a_faulty_send_is_committed_or_not_as_its_fault_says() {
    let table = [
        (json!({"kind": "rate_limited", "retryAfter": 2}), Some(429), 0),
        (json!({"kind": "error_before_commit"}), Some(500), 0),
        (json!({"kind": "html_page"}), Some(502), 0),
        (json!({"kind": "error_after_commit"}), Some(500), 1),
        (json!({"kind": "drop_after_commit"}), None, 1),
        (json!({"kind": "truncated_json"}), Some(202), 1),
        (json!({"kind": "slow_body", "millis": 1}), Some(202), 1),
        (json!({"kind": "clock_skew", "millis": 1}), Some(202), 1),
    ];
    for (fault, status, committed) in table {
        let sandbox = Sandbox::start(ApiShape::Guide);
        sandbox.fault_once("send", fault.clone()).await;
        let answer = sandbox.call(Method::POST, "/v1/PushNotifications", SEND).await;
        assert_eq!(answer.ok().map(|answer| answer.status.as_u16()), status, "{fault}");
        assert_eq!(sandbox.requests().await["sendsCommitted"], committed, "{fault}");
        assert_eq!(sandbox.notifications("").await.items.len(), committed, "{fault}");
        let after = sandbox.call(Method::POST, "/v1/PushNotifications", SEND).await.unwrap();
        assert_eq!(after.status, 202, "{fault}: once means once");
    }
}

#[tokio::test]
async fn a_rate_limit_says_how_long_to_wait() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    sandbox.fault_once("list_operations", json!({"kind": "rate_limited", "retryAfter": 7})).await;
    let answer = sandbox.get("/v1/PushNotifications/Operations").await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, Some("7")));
    assert_eq!(answer.json::<Value>()["code"], 20429);
}

#[tokio::test]
async fn an_html_page_is_html() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    sandbox.fault_once("any", json!({"kind": "html_page"})).await;
    let answer = sandbox.get("/v1/PushNotifications").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (502, Some("text/html; charset=utf-8"))
    );
    assert!(answer.body.starts_with(b"<!DOCTYPE html>"));
}

#[tokio::test]
async fn a_truncated_answer_is_whole_http_and_broken_json() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let whole = sandbox.get("/v1/PushNotifications").await;
    sandbox.fault_once("any", json!({"kind": "truncated_json"})).await;
    let cut = sandbox.get("/v1/PushNotifications").await;
    assert_eq!(cut.status, 200);
    assert!(whole.body.starts_with(&cut.body) && cut.body.len() < whole.body.len());
    assert!(serde_json::from_slice::<Value>(&cut.body).is_err());
}

#[tokio::test]
async fn a_slow_body_arrives_whole() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let id = sandbox.send_to(&["a"]).await;
    let quick = sandbox.operation(&id).await;
    sandbox.fault_once("fetch_operation", json!({"kind": "slow_body", "millis": 8})).await;
    assert_eq!(sandbox.operation(&id).await, quick);
}

#[tokio::test]
async fn a_repeated_page_token_leads_to_the_same_page_again() {
    for shape in [ApiShape::Guide, ApiShape::Reference] {
        let sandbox = Sandbox::start(shape);
        sandbox.send_to(&["a", "b", "c"]).await;
        let first = sandbox.notifications("pageSize=1").await;
        let token = first.pagination.next.page_token().unwrap();
        sandbox.fault_once("list_notifications", json!({"kind": "repeated_page_token"})).await;
        let second = sandbox.notifications(&format!("pageSize=1&pageToken={token}")).await;
        assert_eq!(second.pagination.next.page_token(), Some(token));
        assert_ne!(second.items, first.items);
    }
}

#[tokio::test]
async fn a_wrong_clock_shows_in_every_timestamp_and_in_the_date() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let id = sandbox.send_to(&["a"]).await;
    assert_eq!(
        sandbox.get("/v1/PushNotifications").await.header("date"),
        Some("Thu, 01 Jan 2026 00:00:00 GMT")
    );
    sandbox.fault_once("any", json!({"kind": "clock_skew", "millis": -3_600_000})).await;
    let answer = sandbox.get(&format!("/v1/PushNotifications/Operations/{id}")).await;
    assert_eq!(answer.header("date"), Some("Wed, 31 Dec 2025 23:00:00 GMT"));
    let operation: Operation = answer.json();
    for moment in [operation.created_at, operation.updated_at] {
        assert_eq!(moment.and_then(|moment| moment.unix_ms()), Some(BEGIN - 3_600_000));
    }
}

#[tokio::test]
async fn a_dropped_read_gives_no_answer_and_the_next_one_does() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    sandbox.fault_once("any", json!({"kind": "drop_after_commit"})).await;
    assert!(sandbox.call(Method::GET, "/v1/PushNotifications", b"").await.is_err());
    let _: Page<Value> = sandbox.get("/v1/PushNotifications").await.json();
}

#[tokio::test]
async fn a_refused_send_is_refused_whatever_should_happen_after_its_commit() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    for kind in ["drop_after_commit", "error_after_commit", "truncated_json"] {
        sandbox.fault_once("send", json!({"kind": kind})).await;
        let answer = sandbox.post(&json!({})).await;
        assert_eq!((answer.status.as_u16(), &answer.json::<Value>()["code"]), (400, &json!(20001)), "{kind}");
    }
}
