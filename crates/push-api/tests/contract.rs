//! Every sample of the contract goes through the types and comes out as it went in.
#![allow(clippy::unwrap_used, missing_docs)]

use push_api::{
    Accepted, Counter, Cursor, NotificationDetail, NotificationStatus, NotificationSummary, Operation,
    OperationStatus, Page, Provider, SendRequest, Timestamp,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

fn there_and_back<T: Serialize + DeserializeOwned>(sample: &str) -> T {
    let typed: T = serde_json::from_str(sample).unwrap();
    let before: Value = serde_json::from_str(sample).unwrap();
    assert_eq!(serde_json::to_value(&typed).unwrap(), before);
    typed
}

#[test]
fn the_guides_operation_keeps_its_counters() {
    let operation: Operation = there_and_back(include_str!("contract/guide-operation.json"));
    assert_eq!(operation.status, OperationStatus::Completed);
    assert_eq!(operation.stats.get(&Counter::Delivered), Some(1));
    assert_eq!(operation.stats.get(&Counter::Unaddressable), None, "none is invented");
    assert_eq!(operation.stats.present().len(), 8);
}

#[test]
fn the_references_operation_keeps_its_counters() {
    let operation: Operation = there_and_back(include_str!("contract/reference-operation.json"));
    let names: Vec<String> = operation.stats.present().into_iter().map(|(c, _)| c.into()).collect();
    let reading_order =
        ["total", "recipients", "unaddressable", "scheduled", "queued", "sent", "failed", "canceled"];
    assert_eq!(names, reading_order);
}

#[test]
fn the_references_operations_page_has_a_token_to_the_next() {
    let page: Page<Operation> = there_and_back(include_str!("contract/reference-operations.json"));
    assert_eq!((page.name.as_str(), page.items.len()), ("operations", 2));
    assert_eq!(page.pagination.next, Cursor::Token("opaque-token-2".into()));
}

#[test]
fn both_generations_of_notification_lists_give_destinations() {
    let guide: Page<NotificationSummary> = there_and_back(include_str!("contract/guide-notifications.json"));
    let reference: Page<NotificationSummary> =
        there_and_back(include_str!("contract/reference-notifications.json"));
    assert!(matches!(guide.pagination.this, Cursor::Url(_)));
    for (page, provider) in [(guide, Provider::Fcm), (reference, Provider::Apn)] {
        let item = page.items.first().unwrap();
        assert_eq!(item.to.as_slice().first().unwrap().provider, Some(provider));
        assert_eq!(page.pagination.next, Cursor::End);
    }
}

#[test]
fn one_notification_has_its_content() {
    let detail: NotificationDetail = there_and_back(include_str!("contract/reference-notification.json"));
    assert_eq!(detail.summary.status, NotificationStatus::Sent);
    assert_eq!(detail.content.unwrap().title.as_deref(), Some("Boarding soon"));
}

#[test]
fn a_send_and_its_answer_survive() {
    let send: SendRequest = there_and_back(include_str!("contract/send-request.json"));
    assert_eq!(send.to.len(), 3);
    let _: Accepted = there_and_back(include_str!("contract/send-accepted.json"));
}

#[test]
fn unknown_fields_values_and_counters_survive() {
    let odd = json!({
        "id": "x", "status": "PAUSED", "stats": {"total": 3, "bounced": 2, "note": "later"}, "colour": [1, {"a": null}]
    });
    let operation: Operation = there_and_back(&odd.to_string());
    assert_eq!(operation.status, OperationStatus::Unknown("PAUSED".into()));
    assert!(!operation.status.is_terminal());
    let shown = operation.stats.present();
    assert_eq!(shown, [(Counter::Total, 3), (Counter::Unknown("bounced".into()), 2)]);
}

#[test]
fn an_operation_is_found_in_the_body_then_the_location_then_the_header() {
    let location = Some("https://comms.twilio.com/v1/PushNotifications/Operations/op_2/");
    type Case<'a> = (&'a [u8], Option<&'a str>, Option<&'a str>, Option<&'a str>);
    let table: [Case<'_>; 5] = [
        (br#"{"operationId":"op_1"}"#, location, Some("op_3"), Some("op_1")),
        (br#"{"operationId":"op"#, location, Some("op_3"), Some("op_2")),
        (b"", None, Some("op_3"), Some("op_3")),
        (b"<html>", None, None, None),
        (b"{}", Some("/"), None, None),
    ];
    for (body, location, header, expected) in table {
        let found = Accepted::find(body, location, header);
        assert_eq!(found.as_ref().map(|a| a.operation_id.as_str()), expected, "{location:?} {header:?}");
    }
}

#[test]
fn a_cursor_gives_its_token_whichever_form_it_has() {
    let table = [
        (json!(null), None),
        (json!(""), None),
        (json!("opaque-1"), Some("opaque-1")),
        (json!("https://h/v1/PushNotifications?pageSize=50&pageToken=a%2Bb%3D+c"), Some("a+b= c")),
        (json!("/v1/PushNotifications?PageToken=t#x"), Some("t")),
        (json!("https://h/v1/PushNotifications"), None),
        (json!("https://h/?pageToken=%zz%2"), Some("%zz%2")),
    ];
    for (wire, token) in table {
        let cursor: Cursor = serde_json::from_value(wire.clone()).unwrap();
        assert_eq!(cursor.page_token().as_deref(), token, "{wire}");
    }
}

#[test]
fn a_page_without_a_list_is_an_error_that_names_the_lists() {
    let error = serde_json::from_str::<Page<Operation>>(r#"{"things": []}"#).unwrap_err().to_string();
    assert!(error.contains("pushNotifications"), "{error}");
}

#[test]
fn a_page_may_lack_its_pagination() {
    for body in [r#"{"operations": []}"#, r#"{"operations": [], "pagination": null}"#] {
        let page: Page<Operation> = serde_json::from_str(body).unwrap();
        assert_eq!(page.pagination.next, Cursor::End);
    }
}

#[test]
fn timestamps_that_cannot_be_read_have_no_value_and_survive() {
    for text in [
        "",
        "yesterday",
        "2024-13-01T00:00:00Z",
        "2024-02-30T00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:00:00",
        "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00+1:00",
    ] {
        assert_eq!(Timestamp::new(text).unix_ms(), None, "{text}");
    }
    assert_eq!(Timestamp::new("1970-01-01T01:00:00.5+01:00").unix_ms(), Some(500));
}

proptest::proptest! {
    #[test]
    fn timestamps_agree_with_jiff(ms in -62_135_596_800_000_i64..253_402_300_799_999) {
        let ours = Timestamp::from_unix_ms(ms);
        let theirs: jiff::Timestamp = ours.as_str().parse().unwrap();
        proptest::prop_assert_eq!(theirs.as_millisecond(), ms);
        proptest::prop_assert_eq!(ours.unix_ms(), Some(ms));
    }
}
