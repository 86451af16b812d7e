//! What the proxy says of itself.

use push_proxy::config::key;

use crate::caller::{ask, read};
use crate::setting::{config, proxy, proxy_to};
use crate::upstream::{Upstream, json};

#[tokio::test]
async fn the_session_tells_what_the_console_talks_to() {
    let upstream = Upstream::answering(&json("200 OK", "{}")).await;
    let keys = [
        (&key::API_SHAPE, "reference"),
        (&key::LIMIT_SEND_BODY_BYTES, "1000"),
        (&key::OPERATIONS_LIST, "false"),
    ];
    let proxy = proxy(&upstream, &keys).await;
    let session = read(&proxy, "/console/session").answer().await.json();
    assert_eq!(session["mode"], "live");
    assert_eq!(session["apiShape"], "reference");
    assert_eq!(session["upstream"], upstream.base());
    assert_eq!(session["scopes"], serde_json::json!(["read", "send"]));
    assert_eq!(session["limits"], serde_json::json!({"recipients": 10_000, "sendBodyBytes": 1000}));
    assert_eq!(session["operationsList"], false);
    assert_eq!(session["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn only_the_health_needs_no_token() {
    let proxy = proxy_to("http://127.0.0.1:9", &[]).await;
    for (method, path, verdict) in [
        ("GET", "/console/session", "401 token_missing"),
        ("GET", "/v1/PushNotifications", "401 token_missing"),
        ("POST", "/v1/PushNotifications", "401 token_missing"),
    ] {
        let answer = ask(&proxy, method, path).answer().await;
        assert_eq!(answer.verdict(), verdict, "{method} {path}");
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
    }
    let wrong = ask(&proxy, "GET", "/console/session").header("authorization", "Bearer wrong").answer().await;
    assert_eq!(wrong.verdict(), "401 token_wrong");
    let in_query =
        ask(&proxy, "GET", &format!("/console/session?token={}", crate::setting::TOKEN)).answer().await;
    assert_eq!(in_query.verdict(), "401 token_missing");
    let health = ask(&proxy, "GET", "/healthz").answer().await;
    assert_eq!((health.status, health.text().as_str()), (200, r#"{"status":"ok"}"#));
    let head = ask(&proxy, "HEAD", "/healthz").answer().await;
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[tokio::test]
async fn a_port_in_use_is_named() {
    let first = proxy_to("http://127.0.0.1:9", &[]).await;
    let address = first.address().to_string();
    let second = push_proxy::serve::start(config("http://127.0.0.1:9", &[(&key::LISTEN, &address)])).await;
    let complaint = second.err().unwrap().to_string();
    let port = first.address().port();
    assert!(complaint.contains(&format!("Port {port} of 127.0.0.1 is in use")), "{complaint}");
}
