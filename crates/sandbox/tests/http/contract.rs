//! The answers have the fields of the contract's samples.

use crate::sandbox::Sandbox;
use push_api::page::Cursor;
use push_api::proxy::ApiShape;
use push_api::recipient::Destinations;
use push_api::{Accepted, Content, NotificationDetail, NotificationSummary, Operation, Page, SendRequest};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Names of the fields, those of inner objects too, which stand behind their parent's name.
fn fields(value: &Value, parent: &str) -> BTreeSet<String> {
    let Value::Object(map) = value else { return BTreeSet::new() };
    map.iter()
        .flat_map(|(name, inner)| {
            let name = format!("{parent}{name}");
            let inner = inner.as_array().and_then(|list| list.first()).unwrap_or(inner);
            let mut all = fields(inner, &format!("{name}."));
            all.insert(name);
            all
        })
        .collect()
}

fn sample(text: &str) -> BTreeSet<String> {
    fields(&serde_json::from_str(text).unwrap(), "")
}

/// A send that asks for everything that the samples show.
fn whole() -> Value {
    json!({
        "to": [{"token": "a", "provider": "FCM"}],
        "content": {"title": "Boarding soon", "body": "Hi {{ name | default: 'there' }}."},
        "from": {"fcm": "comms_credential_1"},
        "sound": "ring",
        "tags": {"campaign": "boarding"}
    })
}

#[tokio::test]
async fn an_accepted_send_names_its_operation_in_body_and_location() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let answer = sandbox.post(&whole()).await;
    assert_eq!(answer.status, 202);
    let accepted: Accepted = answer.json();
    assert_eq!(accepted.operation_location.as_deref(), answer.header("location"));
    let base = sandbox.running.base();
    let expected = format!("{base}/PushNotifications/Operations/{}", accepted.operation_id);
    assert_eq!(answer.header("location"), Some(expected.as_str()));
    let path = expected.strip_prefix(&format!("http://{}", sandbox.running.address())).unwrap();
    assert_eq!(sandbox.get(path).await.json::<Operation>().id, accepted.operation_id);
}

#[tokio::test]
async fn the_guide_answers_with_the_guides_fields() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let id = sandbox.send(&whole()).await;
    let operation = sandbox.get(&format!("/v1/PushNotifications/Operations/{id}")).await;
    let expected = sample(include_str!("../../../push-api/tests/contract/guide-operation.json"));
    assert_eq!(fields(&operation.json(), ""), expected);

    let list = sandbox.get(&format!("/v1/PushNotifications?operationId={id}")).await;
    let expected = sample(include_str!("../../../push-api/tests/contract/guide-notifications.json"));
    let seen = fields(&list.json(), "");
    assert!(seen.is_superset(&expected), "missing: {:?}", expected.difference(&seen));
    let page: Page<NotificationSummary> = list.json();
    assert_eq!((page.name.as_str(), page.items.len()), ("notifications", 1));
    assert!(matches!(page.pagination.this, Cursor::Url(_)));
    let item = &page.items[0];
    assert!(item.id.as_str().starts_with("comms_notification_"));
    assert!(matches!(item.to, Destinations::Many(_)));
    let related = &item.related.as_ref().unwrap()[0];
    assert_eq!((related.name.as_deref(), related.id.as_deref()), (Some("operation"), Some(id.as_str())));
    let uri = related.uri.as_deref().unwrap();
    assert_eq!(sandbox.get(&format!("/v1{uri}")).await.status, 200);
}

#[tokio::test]
async fn the_reference_answers_with_the_references_fields() {
    let sandbox = Sandbox::start(ApiShape::Reference);
    let id = sandbox.send(&whole()).await;
    let operation = sandbox.get(&format!("/v1/PushNotifications/Operations/{id}")).await;
    let expected = sample(include_str!("../../../push-api/tests/contract/reference-operation.json"));
    assert_eq!(fields(&operation.json(), ""), expected);
    let operations = sandbox.get("/v1/PushNotifications/Operations").await;
    let expected = sample(include_str!("../../../push-api/tests/contract/reference-operations.json"));
    assert_eq!(fields(&operations.json(), ""), expected);

    let page: Page<NotificationSummary> = sandbox.notifications("").await;
    assert_eq!(page.name, "pushNotifications");
    assert!(matches!(page.pagination.this, Cursor::Token(_)));
    let item = &page.items[0];
    assert!(item.id.as_str().starts_with("comms_pushnotification_"));
    assert!(matches!(item.to, Destinations::One(_)));
    let detail = sandbox.get(&format!("/v1/PushNotifications/{}", item.id)).await;
    let expected = sample(include_str!("../../../push-api/tests/contract/reference-notification.json"));
    let seen = fields(&detail.json(), "");
    assert!(seen.is_superset(&expected), "missing: {:?}", expected.difference(&seen));
}

#[tokio::test]
async fn only_the_single_fetch_has_the_content_and_it_is_what_was_sent() {
    for shape in [ApiShape::Guide, ApiShape::Reference] {
        let sandbox = Sandbox::start(shape);
        let mut body = whole();
        body["content"]["image"] = json!({"url": "https://example.com/a.png"});
        sandbox.send(&body).await;
        let page = sandbox.notifications("").await;
        assert!(!page.items[0].rest.contains_key("content"));
        let detail = sandbox.get(&format!("/v1/PushNotifications/{}", page.items[0].id)).await;
        let detail: NotificationDetail = detail.json();
        let sent: Content = serde_json::from_value(body["content"].clone()).unwrap();
        assert_eq!(detail.content, Some(sent), "Liquid is left as it is");
        assert_eq!(detail.summary, page.items[0]);
    }
}

#[tokio::test]
async fn the_contracts_request_is_accepted() {
    let sandbox = Sandbox::start(ApiShape::Reference);
    let request = include_str!("../../../push-api/tests/contract/send-request.json");
    let request: SendRequest = serde_json::from_str(request).unwrap();
    let id = sandbox.send(&serde_json::to_value(request).unwrap()).await;
    assert_eq!(sandbox.operation(&id).await.status.as_str(), "SCHEDULED");
}
