#![allow(clippy::unwrap_used)]
use super::*;
use push_api::{Priority, Provider, Recipient};
use serde_json::json;

const NOW: i64 = 1_000_000;

fn fields_refused(body: &Value) -> Vec<String> {
    let refusals = send(&serde_json::to_vec(body).unwrap(), NOW).unwrap_err();
    refusals.written().iter().map(|refusal| refusal.field.clone()).collect()
}

/// A right body with one field changed.
fn with(name: &str, value: Value) -> Value {
    let mut body = json!({"to": [{"token": "t", "provider": "FCM"}], "content": {"body": "Hello"}});
    body.as_object_mut().unwrap().insert(name.into(), value);
    body
}

#[test]
fn the_contracts_sample_passes_whole() {
    let sample = include_bytes!("../../../push-api/tests/contract/send-request.json");
    let expected: SendRequest = serde_json::from_slice(sample).unwrap();
    assert_eq!(send(sample, NOW).unwrap().into_inner(), expected);
}

#[test]
fn the_least_that_is_needed_passes() {
    let body = json!({"to": [{"userId": "u"}], "content": {"body": "Hello"}, "sound": null, "tags": null});
    let request = send(&serde_json::to_vec(&body).unwrap(), NOW).unwrap().into_inner();
    assert_eq!(request.to, [Recipient::user("u")]);
    assert_eq!((request.sound, request.priority), (None, None));
}

#[test]
fn a_device_and_a_priority_are_read() {
    let request =
        send(&serde_json::to_vec(&with("priority", json!("LOW"))).unwrap(), NOW).unwrap().into_inner();
    assert_eq!(request.to, [Recipient::device("t", Provider::Fcm)]);
    assert_eq!(request.priority, Some(Priority::Low));
}

#[test]
fn every_fault_is_refused_where_it_is() {
    let long = |n: usize| "x".repeat(n);
    let many: serde_json::Map<String, Value> = (0..11).map(|i| (i.to_string(), json!("v"))).collect();
    let table = [
        (with("to", json!(null)), "to"),
        (with("to", json!([])), "to"),
        (with("to", json!({"token": "t"})), "to"),
        (with("to", json!(vec![json!({"userId": "u"}); 10_001])), "to"),
        (with("to", json!(["t"])), "to[0]"),
        (with("to", json!([{}])), "to[0]"),
        (with("to", json!([{"token": "t", "provider": "FCM", "userId": "u"}])), "to[0]"),
        (with("to", json!([{"userId": "u"}, {"token": "t"}])), "to[1].provider"),
        (with("to", json!([{"token": "t", "provider": "fcm"}])), "to[0].provider"),
        (with("to", json!([{"token": 7, "provider": "FCM"}])), "to[0].token"),
        (with("to", json!([{"token": "", "provider": "FCM"}])), "to[0].token"),
        (with("to", json!([{"token": "a\u{0}", "provider": "FCM"}])), "to[0].token"),
        (with("to", json!([{"token": long(4097), "provider": "FCM"}])), "to[0].token"),
        (with("to", json!([{"userId": ["u"]}])), "to[0].userId"),
        (with("to", json!([{"userId": "u", "provider": "FCM"}])), "to[0].provider"),
        (with("to", json!([{"userId": "u", "variables": []}])), "to[0].variables"),
        (with("to", json!([{"userId": "u", "badge": 1}])), "to[0].badge"),
        (with("content", json!(null)), "content"),
        (with("content", json!("Hello")), "content"),
        (with("content", json!({"title": "x"})), "content.body"),
        (with("content", json!({"body": "  "})), "content.body"),
        (with("content", json!({"body": "x", "title": 1})), "content.title"),
        (with("from", json!("id")), "from"),
        (with("from", json!({"fcm": ""})), "from.fcm"),
        (with("from", json!({"wns": "id"})), "from.wns"),
        (with("priority", json!("URGENT")), "priority"),
        (with("sound", json!(1)), "sound"),
        (with("sound", json!(long(257))), "sound"),
        (with("schedule", json!([])), "schedule"),
        (with("schedule", json!({})), "schedule.sendAt"),
        (with("schedule", json!({"sendAt": []})), "schedule.sendAt"),
        (with("schedule", json!({"sendAt": ["a", "b"]})), "schedule.sendAt"),
        (with("schedule", json!({"sendAt": ["soon"]})), "schedule.sendAt[0]"),
        (with("schedule", json!({"sendAt": ["1970-01-01T00:16:40Z"]})), "schedule.sendAt[0]"),
        (with("schedule", json!({"sendAt": ["2099-01-01T00:00:00Z"], "zone": "x"})), "schedule.zone"),
        (with("tags", json!(["a"])), "tags"),
        (with("tags", json!(many)), "tags"),
        (with("tags", json!({"": "v"})), "tags."),
        (with("tags", json!({"a": 1})), "tags.a"),
        (with("tags", json!({"a": long(257)})), "tags.a"),
        (with("badge", json!(1)), "badge"),
    ];
    for (body, field) in table {
        assert_eq!(fields_refused(&body), [field]);
    }
}

#[test]
fn what_is_no_object_is_refused_as_a_whole() {
    let deep = "[".repeat(100_000);
    for text in ["", "null", "[]", "7", "{", "{\"to\":", "<html>", "\u{feff}{}", deep.as_str()] {
        let refusals = send(text.as_bytes(), NOW).unwrap_err();
        assert_eq!(refusals.written()[0].field, "body");
    }
    assert!(send(&[0xff, 0xfe], NOW).is_err());
}

#[test]
fn all_faults_are_told_at_once() {
    assert_eq!(fields_refused(&json!({"priority": 1, "colour": 2})), ["colour", "to", "content", "priority"]);
}
