//! Lists: filters, pages, and ten thousand recipients.

use crate::sandbox::Sandbox;
use push_api::proxy::ApiShape;
use push_api::{NotificationSummary, Operation, Page};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Every page from `query` on, following each shape's cursor.
async fn pages(sandbox: &Sandbox, query: &str) -> Vec<Page<NotificationSummary>> {
    let mut pages = vec![sandbox.notifications(query).await];
    while let Some(token) = pages.last().and_then(|page| page.pagination.next.page_token()) {
        pages.push(sandbox.notifications(&format!("{query}&pageToken={token}")).await);
    }
    pages
}

fn addresses(pages: &[Page<NotificationSummary>]) -> Vec<String> {
    let items = pages.iter().flat_map(|page| &page.items);
    let first = items.filter_map(|item| item.to.as_slice().first());
    first.filter_map(|to| to.token.clone().or(to.user_id.clone())).collect()
}

#[tokio::test]
async fn ten_thousand_recipients_are_listed_each_exactly_once() {
    for shape in [ApiShape::Guide, ApiShape::Reference] {
        let sandbox = Sandbox::start(shape);
        let to: Vec<Value> =
            (0..10_000).map(|i| json!({"token": format!("t{i}"), "provider": "APN"})).collect();
        let id = sandbox.send(&json!({"to": to, "content": {"body": "x"}})).await;
        let pages = pages(&sandbox, &format!("operationId={id}&pageSize=1000")).await;
        assert_eq!(pages.len(), 10);
        let expected: Vec<String> = (0..10_000).map(|i| format!("t{i}")).collect();
        assert_eq!(addresses(&pages), expected);
        let ids: BTreeSet<_> = pages.iter().flat_map(|page| page.items.iter().map(|item| &item.id)).collect();
        assert_eq!(ids.len(), 10_000);
    }
}

#[tokio::test]
async fn newer_sends_come_first_and_never_shift_a_page() {
    let sandbox = Sandbox::start(ApiShape::Reference);
    sandbox.send_to(&["a1", "a2"]).await;
    sandbox.send_to(&["b1", "b2"]).await;
    let first = sandbox.notifications("pageSize=3").await;
    let this = first.pagination.this.page_token().unwrap();
    let next = first.pagination.next.page_token().unwrap();
    sandbox.send_to(&["c1"]).await;
    let second = sandbox.notifications(&format!("pageSize=3&pageToken={next}")).await;
    let again = sandbox.notifications(&format!("pageSize=3&pageToken={this}")).await;
    assert_eq!(addresses(&[first, second]), ["b1", "b2", "a1", "a2"]);
    assert_eq!(addresses(&[again]), ["b1", "b2", "a1"], "a page's own token gives that page again");
    assert_eq!(addresses(&pages(&sandbox, "pageSize=2").await), ["c1", "b1", "b2", "a1", "a2"]);
}

#[tokio::test]
async fn every_filter_lets_through_what_it_says() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let tagged = |to: Value, tags: Value| json!({"to": to, "content": {"body": "x"}, "tags": tags});
    let old = tagged(
        json!([{"token": "f", "provider": "FCM"}, {"token": "fail-a", "provider": "APN"}]),
        json!({"k": "v"}),
    );
    let old = sandbox.send(&old).await;
    sandbox.advance(60_000).await;
    let users = json!([{"userId": "two-u"}, {"token": "two-u", "provider": "FCM"}]);
    sandbox.send(&tagged(users, json!({"k": "v", "t": "a:b"}))).await;
    let ofold = format!("operationId={old}");
    let table: [(&str, &[&str]); 17] = [
        ("", &["two-u", "two-u", "two-u", "f", "fail-a"]),
        (&ofold, &["f", "fail-a"]),
        ("operationId=comms_operation_unknown", &[]),
        ("status=DELIVERED", &["f"]),
        ("status=FAILED", &["fail-a"]),
        ("status=QUEUED", &["two-u", "two-u", "two-u"]),
        ("status=CANCELED", &[]),
        ("provider=APN", &["two-u", "fail-a"]),
        ("provider=FCM&status=QUEUED", &["two-u", "two-u"]),
        ("user=two-u", &["two-u", "two-u"]),
        ("user=f", &[]),
        ("tags=k:v;", &["two-u", "two-u", "two-u", "f", "fail-a"]),
        ("tags=k:v;t:a:b;", &["two-u", "two-u", "two-u"]),
        ("tags=k:w", &[]),
        ("startDate=2026-01-01T00:01:00Z", &["two-u", "two-u", "two-u"]),
        ("endDate=2026-01-01T00:01:00Z", &["f", "fail-a"]),
        ("startDate=2026-01-01T01:00:00%2B01:00&endDate=2026-01-01T00:00:00.001Z", &["f", "fail-a"]),
    ];
    for (query, expected) in table {
        let one_page = sandbox.notifications(query).await;
        assert_eq!(addresses(&[one_page]), expected, "{query}");
        assert_eq!(addresses(&pages(&sandbox, &format!("{query}&pageSize=1")).await), expected, "{query}");
    }
}

#[tokio::test]
async fn operations_are_filtered_by_status_and_date() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let done = sandbox.send_to(&["a"]).await;
    sandbox.advance(60_000).await;
    let under_way = sandbox.send_to(&["b"]).await;
    for (query, expected) in [
        ("", vec![&under_way, &done]),
        ("?status=COMPLETED", vec![&done]),
        ("?status=PROCESSING", vec![&under_way]),
        ("?status=CANCELED", vec![]),
        ("?endDate=2026-01-01T00:01:00Z", vec![&done]),
    ] {
        let page = sandbox.get(&format!("/v1/PushNotifications/Operations{query}")).await;
        let page: Page<Operation> = page.json();
        let ids: Vec<&str> = page.items.iter().map(|operation| operation.id.as_str()).collect();
        assert_eq!(ids, expected, "{query}");
    }
}

#[tokio::test]
async fn a_token_is_good_for_its_own_list_and_filter_only() {
    let sandbox = Sandbox::start(ApiShape::Reference);
    sandbox.send_to(&["a", "b"]).await;
    let token = sandbox.notifications("pageSize=1&provider=FCM").await.pagination.next.page_token().unwrap();
    for (path, status) in [
        (format!("?provider=FCM&pageToken={token}"), 200),
        (format!("?pageSize=9&provider=FCM&pageToken={token}"), 200),
        (format!("?provider=APN&pageToken={token}"), 400),
        (format!("?pageToken={token}"), 400),
        (format!("/Operations?pageToken={token}"), 400),
        ("?pageToken=opaque-token-1".into(), 400),
        ("?pageToken=".into(), 400),
    ] {
        assert_eq!(sandbox.get(&format!("/v1/PushNotifications{path}")).await.status, status, "{path}");
    }
}
