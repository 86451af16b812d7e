//! The control calls, which exist only in the sandbox.

use crate::sandbox::{BEGIN, Sandbox};
use hyper::Method;
use push_api::proxy::ApiShape;
use serde_json::{Value, json};

#[tokio::test]
async fn requests_are_counted_by_method_and_route() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    sandbox.send_to(&["a"]).await;
    sandbox.post(&json!({})).await;
    sandbox.get("/v1/PushNotifications?pageSize=1").await;
    sandbox.get("/v1/PushNotifications/x").await;
    sandbox.get("/v1/PushNotifications/y").await;
    sandbox.get("/v1/nowhere").await;
    let method = Method::from_bytes(b"FROBNICATE").unwrap();
    sandbox.call(method, "/v1/PushNotifications", b"").await.unwrap();
    let expected = json!({
        "counts": {
            "GET /sandbox/requests": 1,
            "GET /v1/PushNotifications": 1,
            "GET /v1/PushNotifications/{id}": 2,
            "GET elsewhere": 1,
            "OTHER /v1/PushNotifications": 1,
            "POST /v1/PushNotifications": 2,
        },
        "sendsCommitted": 1
    });
    assert_eq!(sandbox.requests().await, expected);
}

#[tokio::test]
async fn the_clock_goes_ahead_and_says_where_it_is() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let answer = sandbox.call(Method::POST, "/sandbox/clock", br#"{"advanceMs": 1500}"#).await.unwrap();
    let expected = json!({"now": "2026-01-01T00:00:01.500Z", "nowMs": BEGIN + 1_500});
    assert_eq!(answer.json::<Value>(), expected);
}

#[tokio::test]
async fn a_control_call_that_means_nothing_changes_nothing() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    sandbox.fault_once("list_operations", json!({"kind": "html_page"})).await;
    let table: [(Method, &str, &str, u16); 12] = [
        (Method::POST, "/sandbox/clock", "", 400),
        (Method::POST, "/sandbox/clock", "{}", 400),
        (Method::POST, "/sandbox/clock", r#"{"advanceMs": -1}"#, 400),
        (Method::POST, "/sandbox/clock", r#"{"advanceMs": 1.5}"#, 400),
        (Method::POST, "/sandbox/clock", r#"{"advanceMs": 18446744073709551615}"#, 400),
        (Method::POST, "/sandbox/clock", r#"{"advanceMs": 1, "more": 1}"#, 400),
        (Method::GET, "/sandbox/clock", "", 405),
        (Method::PUT, "/sandbox/faults", "", 400),
        (Method::PUT, "/sandbox/faults", r#"{"rules": [{"call": "send"}]}"#, 400),
        (Method::POST, "/sandbox/faults", r#"{"rules": []}"#, 405),
        (Method::DELETE, "/sandbox/requests", "", 405),
        (Method::GET, "/sandbox/", "", 404),
    ];
    for (method, path, body, status) in table {
        let answer = sandbox.call(method.clone(), path, body.as_bytes()).await.unwrap();
        assert_eq!(answer.status.as_u16(), status, "{method} {path} {body}");
        assert!(answer.json::<Value>()["message"].is_string());
    }
    let answer = sandbox.call(Method::POST, "/sandbox/clock", br#"{"advanceMs": 0}"#).await.unwrap();
    assert_eq!(answer.json::<Value>()["nowMs"], BEGIN);
    assert_eq!(
        sandbox.get("/v1/PushNotifications/Operations").await.status,
        502,
        "the plan is still in place"
    );
}
