//! What becomes of sends over time, told by the virtual clock.

use crate::sandbox::Sandbox;
use push_api::proxy::ApiShape;
use push_api::{NotificationStatus, OperationStatus, Page};
use push_sandbox::server::Options;
use push_sandbox::world::store::Bounds;
use serde_json::{Value, json};

const DAY_MS: u64 = 86_400_000;
const OUTCOMES: [&str; 6] = ["plain", "fail-1", "slow-1", "unknown-1", "undelivered-1", "retry-1"];

async fn statuses(sandbox: &Sandbox) -> Vec<String> {
    let page = sandbox.notifications("").await;
    page.items.into_iter().map(|item| item.status.into()).collect()
}

#[tokio::test]
async fn every_outcome_comes_about_in_the_guide() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let id = sandbox.send_to(&OUTCOMES).await;
    assert_eq!(sandbox.operation(&id).await.status, OperationStatus::Processing);
    assert_eq!(statuses(&sandbox).await, ["QUEUED"; 6]);
    sandbox.advance(6_000).await;
    let soon = ["DELIVERED", "FAILED", "QUEUED", "FAILED", "UNDELIVERED", "DELIVERED"];
    assert_eq!(statuses(&sandbox).await, soon);
    assert_eq!(sandbox.operation(&id).await.status, OperationStatus::Processing);
    sandbox.advance(15_000).await;
    let operation = sandbox.operation(&id).await;
    assert_eq!(operation.status, OperationStatus::Completed);
    let expected = json!({"total": 6, "recipients": 6, "attempts": 6, "queued": 0, "sent": 0,
        "delivered": 3, "undelivered": 1, "failed": 2});
    assert_eq!(serde_json::to_value(&operation.stats).unwrap(), expected);
}

#[tokio::test]
async fn the_reference_never_says_delivered() {
    let sandbox = Sandbox::start(ApiShape::Reference);
    let id = sandbox.send_to(&OUTCOMES).await;
    sandbox.advance(21_000).await;
    assert_eq!(statuses(&sandbox).await, ["SENT", "FAILED", "SENT", "FAILED", "SENT", "SENT"]);
    let expected = json!({"total": 6, "recipients": 6, "unaddressable": 1, "scheduled": 0, "queued": 0,
        "sent": 4, "failed": 1, "canceled": 0});
    assert_eq!(serde_json::to_value(&sandbox.operation(&id).await.stats).unwrap(), expected);
}

#[tokio::test]
async fn the_reference_does_not_betray_by_its_timestamp_when_a_push_was_confirmed() {
    let sandbox = Sandbox::start(ApiShape::Reference);
    sandbox.send_to(&["a"]).await;
    let mut sent = Vec::new();
    for _ in 0..100 {
        sandbox.advance(60).await;
        let item = sandbox.notifications("").await.items.remove(0);
        sent.extend((item.status == NotificationStatus::Sent).then_some(item.updated_at));
    }
    sent.dedup();
    assert_eq!(sent.len(), 1, "{sent:?}");
}

#[tokio::test]
async fn a_plain_send_is_at_work_for_three_seconds_and_done_within_six() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let id = sandbox.send_to(&["a", "b", "c"]).await;
    sandbox.advance(2_900).await;
    assert_eq!(sandbox.operation(&id).await.status, OperationStatus::Processing);
    sandbox.advance(3_100).await;
    assert_eq!(sandbox.operation(&id).await.status, OperationStatus::Completed);
}

#[tokio::test]
async fn a_scheduled_send_waits_for_its_moment() {
    let sandbox = Sandbox::start(ApiShape::Reference);
    let body = json!({"to": [{"userId": "two-1"}], "content": {"body": "x"},
        "schedule": {"sendAt": ["2026-01-02T01:00:00+01:00"]}});
    let id = sandbox.send(&body).await;
    let story =
        [(DAY_MS - 1, "SCHEDULED", "SCHEDULED"), (1, "PROCESSING", "QUEUED"), (6_000, "COMPLETED", "SENT")];
    for (later, operation, notification) in story {
        sandbox.advance(later).await;
        assert_eq!(sandbox.operation(&id).await.status.as_str(), operation);
        assert_eq!(statuses(&sandbox).await, [notification; 2], "a user with two devices");
    }
}

#[tokio::test]
async fn a_moment_that_has_passed_is_refused() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let body = json!({"to": [{"userId": "u"}], "content": {"body": "x"},
        "schedule": {"sendAt": ["2026-01-01T00:00:00Z"]}});
    let answer = sandbox.post(&body).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json::<Value>()["errors"][0]["field"], "schedule.sendAt[0]");
}

#[tokio::test]
async fn records_are_forgotten_after_seven_days() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let id = sandbox.send_to(&["a"]).await;
    let notification = sandbox.notifications("").await.items.remove(0).id;
    sandbox.advance(7 * DAY_MS - 1).await;
    assert_eq!(sandbox.operation(&id).await.status, OperationStatus::Completed);
    sandbox.advance(1).await;
    for path in [format!("Operations/{id}"), notification.to_string()] {
        assert_eq!(sandbox.get(&format!("/v1/PushNotifications/{path}")).await.status, 404, "{path}");
    }
    assert!(sandbox.notifications("").await.items.is_empty());
}

#[tokio::test]
async fn ids_that_were_never_given_are_not_found() {
    let (here, elsewhere) =
        (Sandbox::start(ApiShape::Guide), Sandbox::with(Options { seed: 2, ..Options::default() }));
    let id = here.send_to(&["a"]).await;
    let other = elsewhere.send_to(&["a"]).await;
    let notification = here.notifications("").await.items.remove(0).id.to_string();
    let foreign = elsewhere.notifications("").await.items.remove(0).id.to_string();
    for (path, status) in [
        (format!("Operations/{id}"), 200),
        (format!("Operations/{other}"), 404),
        (format!("Operations/{notification}"), 404),
        ("Operations/comms_operation_01h2xcejqtf2nbrexx3vqjhp41".into(), 404),
        (notification, 200),
        (foreign, 404),
        (id, 404),
        ("x".into(), 404),
    ] {
        assert_eq!(here.get(&format!("/v1/PushNotifications/{path}")).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn beyond_the_bounds_the_oldest_sends_are_forgotten_first() {
    let small =
        [Bounds { notifications: 5, ..Bounds::default() }, Bounds { bytes: 2_000, ..Bounds::default() }];
    for bounds in small {
        let sandbox = Sandbox::with(Options { bounds, ..Options::default() });
        let mut ids = Vec::new();
        for _ in 0..8 {
            ids.push(sandbox.send_to(&["a", "b"]).await);
        }
        let page: Page<push_api::Operation> = sandbox.get("/v1/PushNotifications/Operations").await.json();
        let kept: Vec<&str> = page.items.iter().map(|operation| operation.id.as_str()).collect();
        let newest: Vec<&str> = ids.iter().rev().take(kept.len()).map(String::as_str).collect();
        assert_eq!(kept, newest);
        assert!((1..8).contains(&kept.len()), "{bounds:?}: {}", kept.len());
        assert_eq!(sandbox.get(&format!("/v1/PushNotifications/Operations/{}", ids[0])).await.status, 404);
    }
}

#[tokio::test]
async fn a_send_beyond_the_bounds_by_itself_is_kept_all_the_same() {
    let bounds = Bounds { notifications: 1, bytes: 1 };
    let sandbox = Sandbox::with(Options { bounds, ..Options::default() });
    sandbox.send_to(&["a", "b", "c"]).await;
    assert_eq!(sandbox.notifications("").await.items.len(), 3);
    assert_eq!(sandbox.notifications("").await.items[0].status, NotificationStatus::Queued);
}
