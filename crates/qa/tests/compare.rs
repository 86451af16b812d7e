//! What differs between two pushes and between two drafts.
#![allow(clippy::unwrap_used, missing_docs)]

use proptest::prelude::*;
use push_api::{Draft, Priority};
use push_qa::compare::{Change, PieceKind, drafts, pushes, words};
use push_qa::rendered::Rendered;

fn push() -> Rendered {
    Rendered {
        index: 0,
        row: 2,
        address: "comms_user_1".into(),
        provider: String::new(),
        title: "Hi Ada".into(),
        body: "Your order is on its way.".into(),
        tags: vec![("campaign".into(), "spring".into())],
        variables: vec![("name".into(), "\"Ada\"".into())],
        apns_bytes: Some(400),
        fcm_bytes: Some(380),
        findings: Vec::new(),
    }
}

fn told(changes: &[Change]) -> Vec<(&str, Option<&str>, Option<&str>)> {
    changes.iter().map(|c| (c.path.as_str(), c.before.as_deref(), c.after.as_deref())).collect()
}

#[test]
fn only_what_people_get_is_compared() {
    let other = Rendered { index: 9, row: 11, ..push() };
    assert_eq!(told(&pushes(&push(), &other)), []);
}

#[test]
fn changes_of_pushes_are_told_in_the_order_of_a_push() {
    let other = Rendered {
        address: "abc".into(),
        provider: "FCM".into(),
        title: "Hi Grace".into(),
        tags: vec![("campaign".into(), "autumn".into()), ("a.b".into(), "new".into())],
        variables: vec![("name".into(), "\"Grace\"".into()), ("age".into(), "41".into())],
        apns_bytes: None,
        ..push()
    };
    let changes = pushes(&push(), &other);
    assert_eq!(
        told(&changes),
        [
            ("address", Some("comms_user_1"), Some("abc")),
            ("provider", None, Some("FCM")),
            ("title", Some("Hi Ada"), Some("Hi Grace")),
            ("tags.campaign", Some("spring"), Some("autumn")),
            ("tags[\"a.b\"]", None, Some("new")),
            ("variables.name", Some("Ada"), Some("Grace")),
            ("variables.age", None, Some("41")),
            ("apnsBytes", Some("400"), None),
        ]
    );
}

#[test]
fn variables_are_compared_part_by_part() {
    let with = |json: &str| Rendered { variables: vec![("order".into(), json.into())], ..push() };
    for (before, after, changes) in [
        (r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#, vec![]),
        (
            r#"{"a":{"b":[1,2]}}"#,
            r#"{"a":{"b":[1,3]}}"#,
            vec![("variables.order.a.b[1]", Some("2"), Some("3"))],
        ),
        (
            r#"{"a":1}"#,
            r#"{"z":1}"#,
            vec![("variables.order.a", Some("1"), None), ("variables.order.z", None, Some("1"))],
        ),
        ("[]", "{}", vec![("variables.order", Some("[]"), Some("{}"))]),
        ("null", "\"null\"", vec![]),
        ("no json", "\"x\"", vec![("variables.order", Some("no json"), Some("x"))]),
    ] {
        assert_eq!(told(&pushes(&with(before), &with(after))), changes, "{before} {after}");
    }
}

#[test]
fn a_draft_is_compared_with_an_earlier_one() {
    let before = Draft {
        title: "Sale".into(),
        body: "Today".into(),
        tags: vec![("k".into(), "1".into()), ("k".into(), "2".into())],
        ..Draft::default()
    };
    let after = Draft {
        title: String::new(),
        body: "Today only".into(),
        priority: Priority::Low,
        tags: vec![("k".into(), "1".into())],
        send_at: Some(0),
        ..Draft::default()
    };
    assert_eq!(
        told(&drafts(&before, &after)),
        [
            ("title", Some("Sale"), None),
            ("body", Some("Today"), Some("Today only")),
            ("priority", Some("HIGH"), Some("LOW")),
            ("tags.k (2)", Some("2"), None),
            ("sendAt", None, Some("1970-01-01T00:00:00Z")),
        ]
    );
    assert_eq!(drafts(&before, &before), []);
}

#[test]
fn words_are_kept_whole_and_signs_apart() {
    let marked = |before: &str, after: &str| -> String {
        let pieces = words(before, after).into_iter();
        pieces
            .map(|piece| match piece.kind {
                PieceKind::Same => piece.text,
                PieceKind::Removed => format!("[-{}-]", piece.text),
                PieceKind::Added => format!("[+{}+]", piece.text),
            })
            .collect()
    };
    for (before, after, difference) in [
        ("", "", ""),
        ("Hi", "Hi", "Hi"),
        ("", "Hi", "[+Hi+]"),
        ("Hi Ada!", "Hi Grace!", "Hi [-Ada-][+Grace+]!"),
        ("a b c d", "a c d e", "a [-b -]c d[+ e+]"),
        ("今日は晴れ", "今日は雨", "今日は[-晴れ-][+雨+]"),
        ("go 👩\u{200D}🚀 now", "go 👩\u{200D}🔬 now", "go [-👩\u{200D}🚀-][+👩\u{200D}🔬+] now"),
        ("Your lounge, at noon.", "20 % off, now.", "[-Your lounge, at noon-][+20 % off, now+]."),
        ("naïve", "naive", "[-naïve-][+naive+]"),
    ] {
        assert_eq!(marked(before, after), difference);
    }
}

#[test]
fn texts_that_are_too_long_to_compare_count_as_replaced() {
    let long = |word: &str| (0..1500).map(|at| format!("{word}{at} ")).collect::<String>();
    let (before, after) = (format!("same {}end", long("a")), format!("same {}end", long("b")));
    let kinds: Vec<PieceKind> = words(&before, &after).iter().map(|piece| piece.kind).collect();
    assert_eq!(kinds, [PieceKind::Same, PieceKind::Removed, PieceKind::Added, PieceKind::Same]);
}

proptest! {
    #[test]
    fn pieces_put_together_are_the_two_texts(before in "[ab é今👩\u{200D}!]{0,40}", after in "[ab é今👩\u{200D}!]{0,40}") {
        let pieces = words(&before, &after);
        let without = |kind| -> String {
            pieces.iter().filter(|piece| piece.kind != kind).map(|piece| piece.text.as_str()).collect()
        };
        prop_assert_eq!(without(PieceKind::Added), before);
        prop_assert_eq!(without(PieceKind::Removed), after);
    }
}
