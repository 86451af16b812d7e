#![allow(clippy::unwrap_used)]
use super::*;

#[test]
fn a_query_is_read_whole() {
    let query = "operationId=op&status=SENT&tags=a%3Ab%3Bc%3Ad%3Ae%3B&startDate=1970-01-01T00:00:01Z\
                 &endDate=1970-01-01T02:00:00%2B01:00&user=u&provider=APN&pageToken=t&pageSize=7";
    let asked = NotificationFilter::read(query, Shape::Reference).unwrap();
    let filter = NotificationFilter {
        operation: Some("op".into()),
        phases: Some(&[Phase::Sent, Phase::Delivered, Phase::Undelivered]),
        tags: vec![("a".into(), "b".into()), ("c".into(), "d:e".into())],
        span: Span { start: Some(1_000), end: Some(3_600_000) },
        user: Some("u".into()),
        carrier: Some(Carrier::Apn),
    };
    assert_eq!((asked.filter, asked.token.as_deref(), asked.size), (filter, Some("t"), 7));
    assert_eq!(asked.pairs.len(), 8, "all but the token");
}

#[test]
fn nothing_asked_is_everything_in_pages_of_fifty() {
    let asked = OperationFilter::read("").unwrap();
    assert_eq!((asked.filter, asked.token, asked.size), (OperationFilter::default(), None, 50));
}

#[test]
fn whatever_means_nothing_is_refused_by_name() {
    for (query, field) in [
        ("pageSize=0", "pageSize"),
        ("pageSize=1001", "pageSize"),
        ("pageSize=-1", "pageSize"),
        ("pageSize=%2B5", "pageSize"),
        ("pageSize=", "pageSize"),
        ("pageSize=99999999999999999999", "pageSize"),
        ("status=PAUSED", "status"),
        ("status=sent", "status"),
        ("status=", "status"),
        ("provider=SMS", "provider"),
        ("tags=", "tags"),
        ("tags=alone", "tags"),
        ("tags=:x", "tags"),
        ("tags=a:1;b:2;c:3;d:4;e:5;f:6;g:7;h:8;i:9;j:10;k:11", "tags"),
        ("startDate=yesterday", "startDate"),
        ("endDate=2024-02-30T00:00:00Z", "endDate"),
        ("startDate=2024-01-01T00:00:00+01:00", "startDate"),
        ("user=", "user"),
        ("operationId=", "operationId"),
        ("colour=red", "colour"),
        ("status=SENT&status=SENT", "status"),
        ("user=%ff", "query"),
        ("user=%z1", "query"),
        ("user=%1", "query"),
    ] {
        let refusals = NotificationFilter::read(query, Shape::Guide).unwrap_err();
        let fields: Vec<&str> = refusals.written().iter().map(|refusal| refusal.field.as_str()).collect();
        assert_eq!(fields, [field], "{query}");
    }
    assert!(NotificationFilter::read(&"a".repeat(9_000), Shape::Guide).is_err());
}

#[test]
fn everything_wrong_is_told_at_once() {
    let refusals = OperationFilter::read("status=x&pageSize=0&tags=a:b").unwrap_err();
    assert_eq!(refusals.written().len(), 3);
}

#[test]
fn a_filter_is_the_same_in_any_order_and_with_any_page_size() {
    let digest = |query| NotificationFilter::read(query, Shape::Guide).unwrap().digest();
    assert_eq!(digest("user=u&status=SENT&pageSize=9"), digest("status=SENT&pageToken=x&user=u"));
    assert_ne!(digest("user=u"), digest("user=v"));
    assert_ne!(digest("user=u"), digest(""));
}
