//! Trying to break drafts: what breaks them is found, made small, and the same each time.
#![allow(clippy::unwrap_used, missing_docs)]

use push_api::{Draft, Recipient, limits};
use push_qa::check::{Message, render_one, run};
use push_qa::finding::FindingKind;
use push_qa::hostile::{Attack, MUST_NOT, Plan, attack};
use push_qa::import;
use push_qa::protocol::{CheckSettings, RESERVE};
use serde_json::{Map, Value, json};

const SETTINGS: CheckSettings = CheckSettings { now: 0, reserve: RESERVE };

fn draft(title: &str, body: &str) -> Draft {
    Draft { title: title.into(), body: body.into(), ..Draft::default() }
}

fn broken_by(draft: &Draft, seed: u64) -> Attack {
    attack(draft, Plan { seed, cases: 600, settings: SETTINGS }).unwrap()
}

fn variables(recipient: &Recipient) -> &Map<String, Value> {
    match recipient {
        Recipient::Device { variables, .. } | Recipient::User { variables, .. } => variables,
    }
}

/// The smallest variables for each thing that was broken.
fn smallest(draft: &Draft) -> Vec<(FindingKind, Value)> {
    let attack = broken_by(draft, 1);
    let told = attack.broken.iter();
    told.map(|broken| (broken.kind, Value::Object(variables(&broken.recipient).clone()))).collect()
}

#[test]
fn what_breaks_a_draft_is_told_by_the_smallest_recipient() {
    use FindingKind::{BlankBody, BlankTitle, LeftoverLiquid, RenderFault};
    for (draft, kind, recipient) in [
        (draft("Hi", "{{ name }}"), BlankBody, json!({})),
        (draft("{{ name }}", "Hi"), BlankTitle, json!({})),
        (draft("Hi", "{% if name %}{{ name }}{% else %}there{% endif %}"), BlankBody, json!({"name": ""})),
        (draft("Hi", "Hi {{ name | default: 'you' }}"), LeftoverLiquid, json!({"name": "}}"})),
        (draft("Hi", "Pay {{ sum | divided_by: count }}"), RenderFault, json!({})),
        (draft("Hi", "Pay {{ 10 | divided_by: count }}"), RenderFault, json!({})),
        (
            draft("Hi", "{% if count %}{{ 10 | divided_by: count }}{% else %}-{% endif %}"),
            RenderFault,
            json!({"count": ""}),
        ),
        (draft("Hi", "{{ order.to.name }}"), BlankBody, json!({})),
    ] {
        let told = smallest(&draft);
        let found = told.iter().find(|(found, _)| *found == kind).map(|(_, variables)| variables);
        assert_eq!(found, Some(&recipient), "{draft:?}: {told:?}");
    }
}

#[test]
fn an_overflow_is_shrunk_to_the_first_byte_too_many() {
    let draft = draft("Hi", "Hello {{ name }}");
    let attack = broken_by(&draft, 1);
    let broken = attack.broken.iter().find(|broken| broken.kind == FindingKind::TooLarge).unwrap();
    let largest = broken.push.apns_bytes.max(broken.push.fcm_bytes).unwrap();
    assert_eq!(largest as usize, limits::FCM_PAYLOAD_BYTES + 1);
}

#[test]
fn a_draft_that_no_value_can_harm_is_not_broken() {
    let attack = broken_by(&draft("Sale", "{% if vip %}Early access{% else %}Sale{% endif %}"), 1);
    assert_eq!((attack.variables, attack.cases, attack.broken), (vec!["vip".to_owned()], 600, vec![]));
}

#[test]
fn the_same_seed_gives_the_same_answer() {
    let draft = draft("Hi {{ name }}", "{{ order.id }} {{ order.sum | times: 2 }}");
    assert_eq!(broken_by(&draft, 5), broken_by(&draft, 5));
    assert_eq!(broken_by(&draft, 5).fixture(), broken_by(&draft, 5).fixture());
}

#[test]
fn a_fixture_is_a_list_that_breaks_the_draft_in_the_same_ways() {
    let draft = Draft {
        tags: vec![("campaign".into(), "{{ campaign }}".into())],
        ..draft("Hi {{ name }}", "{{ order.id }}{{ order.items }}")
    };
    let attack = broken_by(&draft, 3);
    assert!(attack.broken.len() >= 4, "{:?}", attack.broken);
    let list = import::read("fixture.json", attack.fixture().into_bytes()).unwrap();
    assert_eq!(list.len(), attack.broken.len());
    let message = Message::of(&draft).unwrap();
    let check = run(&list, &message, SETTINGS);
    for (index, broken) in attack.broken.iter().enumerate() {
        assert!(check.findings(index).any(|kind| kind == broken.kind), "{broken:?}");
        assert!(MUST_NOT.contains(&broken.kind));
        let push = render_one(&list, &message, SETTINGS, index).unwrap();
        assert_eq!((&push.title, &push.body), (&broken.push.title, &broken.push.body));
    }
}

#[test]
fn nothing_can_be_left_out_of_the_smallest_recipient() {
    let draft = draft("{{ a }}{{ b }}", "{{ a }} {{ b.c }} {{ d | divided_by: a }}");
    let message = Message::of(&draft).unwrap();
    for broken in broken_by(&draft, 1).broken {
        let variables = variables(&broken.recipient);
        for name in variables.keys() {
            let mut fewer = variables.clone();
            fewer.remove(name);
            let json =
                serde_json::to_vec(&[Recipient::User { user_id: "u".into(), variables: fewer }]).unwrap();
            let list = import::read("one.json", json).unwrap();
            let found = run(&list, &message, SETTINGS).findings(0).any(|kind| kind == broken.kind);
            assert!(!found, "{name} of {broken:?}");
        }
    }
}

#[test]
fn a_draft_that_is_no_liquid_is_not_tried() {
    assert!(attack(&draft("Hi", "{% if %}"), Plan { seed: 1, cases: 1, settings: SETTINGS }).is_err());
}
