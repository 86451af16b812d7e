//! A link carries a draft there and back, and nothing but a draft.
#![allow(clippy::unwrap_used, missing_docs)]

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use proptest::collection::vec;
use proptest::prelude::any;
use push_api::Draft;
use push_api::share::{self, LinkFault, Shared};

fn shared(title: &str, body: &str) -> Shared {
    let draft = Draft { title: title.into(), body: body.into(), ..Draft::default() };
    Shared { name: "Spring".into(), draft }
}

fn of_json(text: &str) -> String {
    share::BEGINNING.to_owned() + &BASE64_URL_SAFE_NO_PAD.encode(text)
}

#[test]
fn an_empty_draft_makes_a_short_link_and_a_full_one_comes_back_whole() {
    let empty = Shared { name: "N".into(), draft: Draft::default() };
    assert_eq!(share::fragment(&empty).unwrap(), of_json(r#"{"draft":{},"name":"N","v":1}"#));
    let full = Shared {
        name: "Größe 日本 ✈".into(),
        draft: Draft {
            title: "Hi {{ name | default: 'there' }}".into(),
            body: "One\nTwo & #three%20".into(),
            recipients: "one,FCM\n".into(),
            priority: "LOW".into(),
            sound: "chime".into(),
            fcm_credential: "comms_credential_1".into(),
            apns_credential: "comms_credential_2".into(),
            tags: vec![("k".into(), "v".into())],
            send_at: Some(1_764_000_000_000),
        },
    };
    let fragment = share::fragment(&full).unwrap();
    assert_eq!(share::read(&fragment), Ok(full.clone()));
    let letters = fragment.strip_prefix(share::BEGINNING).unwrap();
    assert!(
        letters.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)),
        "nothing to escape: {letters}"
    );
    // Programs on its way may pad it, or add the end of a line.
    let padding = "=".repeat(letters.len().next_multiple_of(4) - letters.len());
    for changed in [format!("{fragment}{padding}"), format!("{fragment}\r\n")] {
        assert_eq!(share::read(&changed), Ok(full.clone()));
    }
}

#[test]
fn a_draft_that_is_too_long_for_a_link_is_refused_with_its_length() {
    let fits = |length: &usize| share::fragment(&shared("", &"b".repeat(*length))).is_ok();
    let longest = (0..share::MAX_CHARS).collect::<Vec<_>>().partition_point(fits) - 1;
    let fragment = share::fragment(&shared("", &"b".repeat(longest))).unwrap();
    assert!(
        fragment.len() <= share::MAX_CHARS && fragment.len() + 4 > share::MAX_CHARS,
        "{}",
        fragment.len()
    );
    assert_eq!(share::read(&fragment).unwrap().draft.body.len(), longest);
    let Err(fault) = share::fragment(&shared("", &"b".repeat(longest + 1))) else { panic!("it was made") };
    let LinkFault::TooLong(chars) = fault else { panic!("{fault}") };
    assert!(fault.to_string().contains(&chars.to_string()), "{fault}");
}

#[test]
fn a_link_that_was_cut_off_changed_or_mixed_is_refused() {
    let whole = share::fragment(&shared("Title", "Body")).unwrap();
    for end in 0..whole.len() {
        assert_eq!(share::read(&whole[..end]), Err(LinkFault::Damaged), "the first {end}");
    }
    let table = [
        format!("{whole}&token=secret"),
        format!("#token=secret&{}", &whole[1..]),
        format!("#token={}", &whole[share::BEGINNING.len()..]),
        share::BEGINNING.to_owned() + &BASE64_STANDARD.encode(r#"{"v":1,"draft":{"title":"~~~???>>>"}}"#),
        of_json("[]"),
        of_json("{}"),
        of_json(r#"{"v":1}"#),
        of_json(r#"{"v":0,"draft":{}}"#),
        of_json(r#"{"v":"1","draft":{}}"#),
        of_json(r#"{"v":1,"draft":{"title":1}}"#),
        of_json(r#"{"v":1,"draft":{"sendAt":-1}}"#),
        share::BEGINNING.to_owned() + &BASE64_URL_SAFE_NO_PAD.encode([0xff, 0xfe, 0]),
        share::BEGINNING.to_owned() + &"A".repeat(share::MAX_CHARS),
    ];
    for fragment in table {
        assert_eq!(share::read(&fragment), Err(LinkFault::Damaged), "{fragment:.80}");
    }
    assert_eq!(share::read(&of_json(r#"{"v":2,"draft":7}"#)), Err(LinkFault::Newer(2)));
    let newer = of_json(r#"{"v":1,"also":1,"draft":{"title":"T","badge":2}}"#);
    assert_eq!(share::read(&newer).unwrap().draft.title, "T");
}

proptest::proptest! {
    #[test]
    fn every_short_draft_comes_back_as_it_was(texts in [any::<String>(), any::<String>(), any::<String>()]) {
        let [title, body, recipients] = texts;
        let draft = Draft { title, body, recipients, ..Draft::default() };
        let shared = Shared { name: "Any".into(), draft };
        if let Ok(fragment) = share::fragment(&shared) {
            proptest::prop_assert_eq!(share::read(&fragment), Ok(shared));
        }
    }

    #[test]
    fn no_fragment_whatever_it_holds_is_more_than_an_error(text in any::<String>(), bytes in vec(any::<u8>(), 0..200)) {
        let _ = share::read(&text);
        let _ = share::read(&(share::BEGINNING.to_owned() + &text));
        let _ = share::read(&(share::BEGINNING.to_owned() + &BASE64_URL_SAFE_NO_PAD.encode(bytes)));
    }
}
