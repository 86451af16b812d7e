#![allow(clippy::unwrap_used)]
use super::*;

fn faults(rules: &str) -> Faults {
    Faults::new(3, FaultPlan::from_json(format!("{{\"rules\":[{rules}]}}").as_bytes()).unwrap())
}

#[test]
fn a_rule_comes_true_as_often_as_it_says_after_what_it_says() {
    let mut faults =
        faults(r#"{"call": "send", "fault": {"kind": "drop_after_commit"}, "times": 2, "after": 1}"#);
    let decided: Vec<bool> = (0..5).map(|_| faults.decide(Call::Send).is_some()).collect();
    assert_eq!(decided, [false, true, true, false, false]);
}

#[test]
fn a_rule_is_about_its_call_only_and_any_is_about_all() {
    let mut only = faults(r#"{"call": "fetch_operation", "fault": {"kind": "html_page"}}"#);
    assert_eq!(only.decide(Call::Send), None);
    assert_eq!(only.decide(Call::FetchOperation), Some(Fault::HtmlPage));
    let mut any = faults(r#"{"call": "any", "fault": {"kind": "repeated_page_token"}}"#);
    assert_eq!(any.decide(Call::Send), None, "a send has no page");
    assert_eq!(any.decide(Call::ListOperations), Some(Fault::RepeatedPageToken));
}

#[test]
fn the_first_rule_that_is_due_decides() {
    let mut faults = faults(
        r#"{"call": "send", "fault": {"kind": "rate_limited", "retryAfter": 2}, "times": 1},
           {"call": "any", "fault": {"kind": "error_after_commit"}}"#,
    );
    assert_eq!(faults.decide(Call::Send), Some(Fault::RateLimited { retry_after: 2 }));
    assert_eq!(faults.decide(Call::Send), Some(Fault::ErrorAfterCommit));
}

#[test]
fn a_probable_fault_comes_the_same_way_for_the_same_seed() {
    let rule = r#"{"call": "any", "fault": {"kind": "html_page"}, "probability": 0.5}"#;
    let run = || {
        let mut faults = faults(rule);
        (0..64).map(|_| faults.decide(Call::Send).is_some()).collect::<Vec<_>>()
    };
    assert_eq!(run(), run());
    assert!(run().contains(&true) && run().contains(&false));
}

#[test]
fn every_kind_is_read_and_written_back() {
    let kinds = r#"{"rules":[
        {"call":"send","fault":{"kind":"rate_limited","retryAfter":2},"times":1,"after":0},
        {"call":"any","fault":{"kind":"error_before_commit"},"after":0},
        {"call":"any","fault":{"kind":"error_after_commit"},"after":0},
        {"call":"any","fault":{"kind":"drop_after_commit"},"after":0},
        {"call":"fetch_notification","fault":{"kind":"slow_body","millis":5},"after":0},
        {"call":"list_notifications","fault":{"kind":"truncated_json"},"after":3},
        {"call":"fetch_operation","fault":{"kind":"html_page"},"after":0,"probability":0.25},
        {"call":"list_operations","fault":{"kind":"repeated_page_token"},"after":0},
        {"call":"any","fault":{"kind":"clock_skew","millis":-5},"after":0}]}"#;
    let plan = FaultPlan::from_json(kinds.as_bytes()).unwrap();
    let before: serde_json::Value = serde_json::from_str(kinds).unwrap();
    assert_eq!(serde_json::to_value(&plan).unwrap(), before);
    assert_eq!(serde_json::from_value::<FaultPlan>(before).unwrap(), plan);
}

#[test]
fn what_is_no_plan_is_refused() {
    let rule = r#"{"call":"any","fault":{"kind":"html_page"}}"#;
    let many = format!("{{\"rules\":[{}]}}", vec![rule; 101].join(","));
    for text in [
        "",
        "[]",
        "{}",
        r#"{"rules":[{}]}"#,
        r#"{"rules":[],"more":1}"#,
        r#"{"rules":[{"call":"delete","fault":{"kind":"html_page"}}]}"#,
        r#"{"rules":[{"call":"any","fault":{"kind":"flood"}}]}"#,
        r#"{"rules":[{"call":"any","fault":{"kind":"rate_limited"}}]}"#,
        r#"{"rules":[{"call":"any","fault":{"kind":"rate_limited","retryAfter":-1}}]}"#,
        r#"{"rules":[{"call":"any","fault":{"kind":"rate_limited","retryAfter":86401}}]}"#,
        r#"{"rules":[{"call":"any","fault":{"kind":"slow_body","millis":600001}}]}"#,
        r#"{"rules":[{"call":"any","fault":{"kind":"clock_skew","millis":-9223372036854775808}}]}"#,
        r#"{"rules":[{"call":"send","fault":{"kind":"repeated_page_token"}}]}"#,
        r#"{"rules":[{"call":"any","fault":{"kind":"html_page"},"probability":1.5}]}"#,
        r#"{"rules":[{"call":"any","fault":{"kind":"html_page"},"often":2}]}"#,
        many.as_str(),
    ] {
        assert!(FaultPlan::from_json(text.as_bytes()).is_err(), "{text}");
    }
}
