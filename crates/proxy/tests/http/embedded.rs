//! The embedded sandbox as upstream: the whole way, and a fault that must not send twice.

use push_proxy::config::key;
use push_proxy::serve::Running;
use serde_json::json;

use crate::caller::{ask, read, send};
use crate::setting::proxy_to;

async fn sandbox(faults: Option<&str>) -> (Running, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("faults.json");
    std::fs::write(&file, faults.unwrap_or(r#"{"rules":[]}"#)).unwrap();
    let keys = [(&key::SANDBOX_FAULTS, file.to_str().unwrap()), (&key::SANDBOX_SECRET, "sandbox-secret")];
    (proxy_to("sandbox", &keys).await, folder)
}

#[tokio::test]
async fn a_send_is_accepted_and_can_be_followed() {
    let (proxy, _folder) = sandbox(None).await;
    let session = read(&proxy, "/console/session").answer().await.json();
    assert_eq!((session["mode"].as_str(), session["apiShape"].as_str()), (Some("sandbox"), Some("guide")));
    let sent = send(&proxy, "k").answer().await;
    assert_eq!(sent.status, 202);
    let id = sent.json()["operationId"].as_str().unwrap().to_owned();
    let place = sent.header("location").unwrap().to_owned();
    assert_eq!(place, format!("/v1/PushNotifications/Operations/{id}"));
    assert_eq!(read(&proxy, &place).answer().await.json()["id"], id.as_str());
    let list =
        read(&proxy, &format!("/v1/PushNotifications?operationId={id}&pageSize=10")).answer().await.json();
    assert_eq!(list["notifications"].as_array().map(Vec::len), Some(1));
    let gone = read(&proxy, "/v1/PushNotifications/comms_notification_none").answer().await;
    assert_eq!(gone.verdict(), "404 not_found");
    proxy.stop().await;
}

#[tokio::test]
async fn a_lost_reply_is_never_sent_again() {
    for fault in ["drop_after_commit", "error_after_commit", "truncated_json"] {
        let plan = json!({"rules": [{"call": "send", "fault": {"kind": fault}, "times": 1}]}).to_string();
        let (proxy, _folder) = sandbox(Some(&plan)).await;
        for _ in 0..3 {
            assert_eq!(send(&proxy, "k").answer().await.verdict(), "502 send_outcome_unknown", "{fault}");
        }
        let operations = read(&proxy, "/v1/PushNotifications/Operations").answer().await.json();
        assert_eq!(operations["operations"].as_array().map(Vec::len), Some(1), "{fault}");
    }
}

#[tokio::test]
async fn a_rate_limit_frees_the_key() {
    let plan = r#"{"rules":[{"call":"send","fault":{"kind":"rate_limited","retryAfter":2},"times":1}]}"#;
    let (proxy, _folder) = sandbox(Some(plan)).await;
    let limited = send(&proxy, "k").answer().await;
    assert_eq!((limited.verdict().as_str(), limited.header("retry-after")), ("429 rate_limited", Some("2")));
    assert_eq!(send(&proxy, "k").answer().await.status, 202);
}

#[tokio::test]
async fn the_sandbox_s_controls_are_not_offered_to_browsers() {
    let (proxy, _folder) = sandbox(None).await;
    for path in ["/sandbox/requests", "/v1/sandbox/requests"] {
        assert_eq!(ask(&proxy, "GET", path).token().answer().await.verdict(), "404 not_found");
    }
}
