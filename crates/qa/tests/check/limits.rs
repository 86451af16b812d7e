//! Payloads just below, at and just above the limit, of letters that take one byte and of those that take more.

use push_api::{Draft, Priority};
use push_qa::check::envelope::{Envelope, Service};
use push_qa::check::{self, render_one};
use push_qa::finding::FindingKind;

use crate::{SETTINGS, draft, list, message};

/// A unit of text, its bytes in JSON, and what fills up to any number of them.
const UNITS: [(&str, usize); 8] =
    [("a", 1), ("é", 2), ("好", 3), ("😀", 4), ("\"", 2), ("\\", 2), ("\u{1}", 6), ("👩‍👩‍👧", 18)];

/// A body that takes so many bytes in JSON, of one unit and a few plain letters.
fn body(unit: &str, each: usize, bytes: usize) -> String {
    unit.repeat(bytes / each) + &"x".repeat(bytes % each)
}

#[test]
fn a_payload_at_the_limit_passes_and_one_byte_more_does_not() {
    let template = Draft { sound: "ding.caf".to_owned(), ..draft("T", "{{ text }}") };
    let envelope = Envelope::of(&template);
    for (service, provider) in [(Service::Apns, "APN"), (Service::Fcm, "FCM")] {
        for (unit, each) in UNITS {
            // The title's one letter is in it.
            let room = (service.limit() - envelope.bytes(service, 1) - SETTINGS.reserve) as usize;
            for (bytes, is_too_large) in [(room - 1, false), (room, false), (room + 1, true)] {
                let text = body(unit, each, bytes);
                let list =
                    list(&format!("token,provider,text\nt-1,{provider},\"{}\"\n", text.replace('"', "\"\"")));
                let message = message(&template);
                let check = check::run(&list, &message, SETTINGS);
                let label = format!("{} with {unit:?} and {bytes} bytes", service.label());
                let found = check.findings(0).any(|kind| kind == FindingKind::TooLarge);
                assert_eq!(found, is_too_large, "{label}");
                let rendered = render_one(&list, &message, SETTINGS, 0).unwrap();
                assert_eq!(rendered.body, text, "{label}");
                let exact = envelope.json(service, "T", &text).len() as u32 + SETTINGS.reserve;
                let (mine, other) = match service {
                    Service::Apns => (rendered.apns_bytes, rendered.fcm_bytes),
                    Service::Fcm => (rendered.fcm_bytes, rendered.apns_bytes),
                };
                assert_eq!((mine, other), (Some(exact), None), "{label}");
                assert_eq!(check.bytes(0, service), Some(exact), "{label}");
                let spread =
                    if service == Service::Apns { &check.summary().apns } else { &check.summary().fcm };
                assert_eq!(spread.as_ref().unwrap().over, u32::from(is_too_large), "{label}");
            }
        }
    }
}

#[test]
fn payloads_are_as_long_as_they_were_counted_by_hand() {
    let draft = Draft { priority: Priority::Low, sound: "a\"b".to_owned(), ..draft("Hé", "😀\n") };
    let check = crate::checked("token,provider\nt-1,APN\nt-2,FCM\n", &draft);
    let apns = r#"{"aps":{"alert":{"title":"Hé","body":"😀\n"},"sound":"a\"b"}}"#;
    let fcm = r#"{"notification":{"title":"Hé","body":"😀\n"},"android":{"priority":"NORMAL","notification":{"sound":"a\"b"}}}"#;
    assert_eq!((apns.len(), fcm.len()), (64, 112));
    assert_eq!(check.bytes(0, Service::Apns), Some(64 + SETTINGS.reserve));
    assert_eq!(check.bytes(1, Service::Fcm), Some(112 + SETTINGS.reserve));
}

#[test]
fn a_user_is_measured_for_both_services() {
    let check = crate::checked("userId,text\nada,hello\n", &draft("", "{{ text }}"));
    assert!(Service::ALL.iter().all(|service| check.bytes(0, *service).is_some()));
}

#[test]
fn what_takes_the_most_is_named() {
    let long = "é".repeat(1500);
    let csv = format!(
        "token,provider,a,b\nt-1,APN,{long},{}\nt-2,APN,{},{long}\n",
        "x".repeat(900),
        "x".repeat(900)
    );
    let table = [
        (draft("", "{{ a }}{{ b }}"), ["APNs: a takes the most", "APNs: b takes the most"]),
        (draft("", "{{ b }}{{ b }}{{ b }}{{ a }}"), ["APNs: a takes the most", "APNs: b takes the most"]),
        (
            draft("", "{{ b | upcase }}{{ a | truncate: 9 }}{{ a }}"),
            ["APNs: a takes the most", "APNs: b takes the most"],
        ),
        (
            draft("", &format!("{}{{{{ a }}}}", "w".repeat(4000))),
            [
                "APNs: the text is too long without any variable",
                "APNs: the text is too long without any variable",
            ],
        ),
    ];
    let list = list(&csv);
    for (draft, expected) in table {
        let message = message(&draft);
        for (index, expected) in expected.into_iter().enumerate() {
            let rendered = render_one(&list, &message, SETTINGS, index).unwrap();
            let found = rendered.findings.iter().find(|it| it.kind == FindingKind::TooLarge);
            assert_eq!(found.map(|it| it.detail.as_str()), Some(expected), "{}", draft.body.len());
        }
    }
}
