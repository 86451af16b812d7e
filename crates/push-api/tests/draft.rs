//! What a draft is refused for, all at once, and what request it becomes.
#![allow(clippy::unwrap_used, missing_docs)]

use push_api::draft::Rejected;
use push_api::roster::{Kinds, Roster, recognise};
use push_api::{Draft, Field, Priority, Provider, SendRequest, Severity};

const NOW: i64 = 1_764_000_000_000;
const FCM: &str = "dqWD7WEC83K41WHyufTS7:APA91bFcrVaOLqKeJfSiEutJXX2Tr9wN";
const APN: &str = "a3f1c2d4e5b60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90";

fn good() -> Draft {
    Draft {
        title: "Hello".into(),
        body: "World".into(),
        recipients: format!("{FCM}\n{APN}\n"),
        ..Draft::default()
    }
}

fn issues(draft: &Draft) -> Vec<(Field, Severity)> {
    draft.read(NOW).issues.into_iter().map(|issue| (issue.field, issue.severity)).collect()
}

#[test]
fn a_good_draft_becomes_a_request() {
    let draft = Draft {
        tags: vec![(" campaign ".into(), "boarding".into()), (String::new(), String::new())],
        ..good()
    };
    let request = SendRequest::try_from((&draft, NOW)).unwrap();
    let expected = serde_json::json!({
        "to": [{"token": FCM, "provider": "FCM"}, {"token": APN, "provider": "APN"}],
        "content": {"title": "Hello", "body": "World"},
        "priority": "HIGH",
        "tags": {"campaign": "boarding"},
    });
    assert_eq!(serde_json::to_value(request).unwrap(), expected);
}

#[test]
fn a_scheduled_draft_names_its_moment_in_utc() {
    let draft = Draft { send_at: Some(1_796_117_400_000), ..good() };
    let request = SendRequest::try_from((&draft, NOW)).unwrap();
    assert_eq!(request.schedule.unwrap().send_at.first().unwrap().as_str(), "2026-12-01T09:30:00Z");
}

#[test]
fn every_issue_is_reported_not_only_the_first() {
    let draft = Draft {
        recipients: "not a token\n".into(),
        fcm_credential: "two words".into(),
        priority: Priority::Unknown("URGENT".into()),
        tags: vec![(String::new(), "orphan".into())],
        send_at: Some(NOW),
        ..Draft::default()
    };
    let Err(Rejected(issues)) = SendRequest::try_from((&draft, NOW)) else { panic!("it was accepted") };
    let blocking: Vec<Field> = issues.iter().filter(|i| i.is_blocking()).map(|i| i.field).collect();
    use Field::{Body, FcmCredential, Priority as P, Recipients, SendAt, Tags};
    assert_eq!(blocking, [Body, Recipients, P, FcmCredential, Tags, SendAt]);
}

#[test]
fn a_warning_does_not_stop_a_send() {
    let draft = Draft { title: String::new(), ..good() };
    assert_eq!(issues(&draft), [(Field::Title, Severity::Warning)]);
    assert!(SendRequest::try_from((&draft, NOW)).is_ok());
}

#[test]
fn limits_hold_at_their_edges() {
    use Severity::Blocking;
    let tags = |count: usize| (0..count).map(|i| (format!("k{i}"), "v".into())).collect::<Vec<_>>();
    let tag = |key: usize, value: usize| vec![("k".repeat(key), "é".repeat(value))];
    let many = |count: usize| (0..count).map(|i| format!("token-{i},FCM\n")).collect::<String>();
    let table = [
        (Draft { tags: tags(10), ..good() }, vec![]),
        (Draft { tags: tags(11), ..good() }, vec![(Field::Tags, Blocking)]),
        (Draft { tags: tag(128, 256), ..good() }, vec![]),
        (Draft { tags: tag(129, 256), ..good() }, vec![(Field::Tags, Blocking)]),
        (Draft { tags: tag(128, 257), ..good() }, vec![(Field::Tags, Blocking)]),
        (Draft { recipients: many(10_000), ..good() }, vec![]),
        (Draft { recipients: many(10_001), ..good() }, vec![(Field::Recipients, Blocking)]),
        (Draft { title: "t".repeat(50), ..good() }, vec![]),
        (Draft { title: "t".repeat(51), ..good() }, vec![(Field::Title, Severity::Warning)]),
        (Draft { send_at: Some(NOW + 1), ..good() }, vec![]),
        (Draft { send_at: Some(NOW), ..good() }, vec![(Field::SendAt, Blocking)]),
    ];
    for (draft, expected) in table {
        assert_eq!(issues(&draft), expected);
    }
}

#[test]
fn a_repeated_tag_key_is_refused_because_one_value_would_be_lost() {
    let draft = Draft { tags: vec![("a".into(), "1".into()), (" a".into(), "2".into())], ..good() };
    assert_eq!(issues(&draft), [(Field::Tags, Severity::Blocking)]);
}

#[test]
fn pasted_lines_are_recognised_or_listed_by_number() {
    let text = format!(
        "{FCM}\n\n{APN}\n  fail-1, fcm \r\nslow-2,APNS\ncomms_pushnotificationuser_01\nshort\na b,FCM\n,FCM\nx,FCM,y\nx,web\ncomms_user_1,FCM\n{FCM}"
    );
    let roster = Roster::read(&text);
    assert_eq!(Kinds::of(&roster.recipients), Kinds { fcm: 3, apn: 2, other: 0, users: 1 });
    let lines: Vec<usize> = roster.problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [7, 8, 9, 10, 11, 12]);
    assert_eq!(roster.repeats.iter().map(|r| (r.line, r.first)).collect::<Vec<_>>(), [(13, 1)]);
}

#[test]
fn a_token_is_recognised_by_its_shape_only_when_it_is_sure() {
    let table = [
        (APN, Some(Provider::Apn)),
        (FCM, Some(Provider::Fcm)),
        ("deadbeef", None),
        ("a:b", None),
        ("abcdefghijk:has blank inside which no token has", None),
        ("", None),
    ];
    for (token, provider) in table {
        assert_eq!(recognise(token), provider, "{token}");
    }
}

#[test]
fn an_unclosed_template_is_warned_about() {
    let draft = Draft { body: "Hi {{ name }".into(), ..good() };
    assert_eq!(issues(&draft), [(Field::Body, Severity::Warning)]);
}

proptest::proptest! {
    #[test]
    fn reading_any_text_counts_every_line_once(text in "\\PC{0,40}(\n\\PC{0,40}){0,8}") {
        let roster = Roster::read(&text);
        let written = text.lines().filter(|line| !line.trim().is_empty()).count();
        proptest::prop_assert_eq!(roster.recipients.len() + roster.problems.len(), written);
    }
}
