//! What is exported is imported as it was, and what cannot be read is said in words.
#![allow(clippy::unwrap_used, missing_docs)]

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop};
use push_api::draft_file::{self, Addition, Contents, FileFault};
use push_api::saved::SavedDraft;
use push_api::{Draft, Priority};

const NOW: i64 = 1_764_000_000_000;

fn saved(name: &str, title: &str) -> SavedDraft {
    let draft = Draft { title: title.into(), recipients: "one,FCM\n".into(), ..Draft::default() };
    SavedDraft { name: name.into(), draft, saved_at: NOW }
}

#[test]
fn the_format_is_what_the_documentation_says() {
    let draft = Draft {
        title: "Sale".into(),
        tags: vec![("campaign".into(), "spring".into())],
        send_at: Some(NOW),
        ..Draft::default()
    };
    let text = draft_file::write(&[SavedDraft { name: "Spring".into(), draft, saved_at: 7 }]);
    let expected = serde_json::json!({"pushConsoleDrafts": 1, "drafts": [{"name": "Spring", "savedAt": 7, "draft": {
        "title": "Sale", "body": "", "recipients": "", "priority": "HIGH", "sound": "", "fcmCredential": "",
        "apnsCredential": "", "tags": [["campaign", "spring"]], "sendAt": NOW,
    }}]});
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), expected);
}

#[test]
fn what_a_newer_console_adds_is_passed_over() {
    let text = r#"{"pushConsoleDrafts":1,"madeBy":"x","drafts":[
        {"name":" A\nB ","colour":"red","savedAt":7,"draft":{"title":"T","badge":3,"priority":"URGENT"}},
        {"draft":{}}]}"#;
    let first = Draft { title: "T".into(), priority: Priority::Unknown("URGENT".into()), ..Draft::default() };
    let expected = [
        SavedDraft { name: "A B".into(), draft: first, saved_at: 7 },
        SavedDraft { name: "Untitled".into(), draft: Draft::default(), saved_at: NOW },
    ];
    for text in [text.to_owned(), format!("\u{feff}{text}")] {
        let contents = draft_file::read(&text, NOW).unwrap();
        assert_eq!(contents, Contents { drafts: expected.to_vec(), unreadable: vec![] });
    }
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_what_to_do() {
    let many =
        format!(r#"{{"pushConsoleDrafts":1,"drafts":[{}{{}}]}}"#, "{},".repeat(draft_file::MAX_DRAFTS));
    let large = " ".repeat(draft_file::MAX_BYTES + 1);
    let table = [
        ("", "not JSON"),
        ("PK\u{3}\u{4}", "not JSON"),
        ("{\"pushConsoleDrafts\":1,\"drafts\":[", "line 1"),
        ("[]", "no drafts of this console"),
        ("{}", "no drafts of this console"),
        (r#"{"pushConsoleDrafts":"1","drafts":[]}"#, "no drafts of this console"),
        (r#"{"pushConsoleDrafts":0,"drafts":[]}"#, "no drafts of this console"),
        (r#"{"pushConsoleDrafts":1,"drafts":{}}"#, "no drafts of this console"),
        (r#"{"pushConsoleDrafts":2,"drafts":[]}"#, "newer console"),
        (&many, "holds 1001 drafts"),
        (&large, "more than 20 MB"),
    ];
    for (text, words) in table {
        let sentence = draft_file::read(text, NOW).unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
    }
    assert_eq!(draft_file::read(r#"{"pushConsoleDrafts":9}"#, NOW), Err(FileFault::Newer(9)));
}

#[test]
fn a_draft_that_cannot_be_read_is_named_and_the_others_come_in() {
    let text = r#"{"pushConsoleDrafts":1,"drafts":[{"name":"Good","draft":{}},{"name":"Bad","draft":{"title":5}},
        {"name":"None"},{"name":"Late","draft":{"sendAt":9223372036854775807}},"nonsense"]}"#;
    let contents = draft_file::read(text, NOW).unwrap();
    assert_eq!(contents.drafts.len(), 1);
    let expected =
        [("Draft 2", "“Bad”"), ("Draft 3", "“None”"), ("Draft 4", "no date"), ("Draft 5", "“Untitled”")];
    assert_eq!(contents.unreadable.len(), expected.len());
    for (sentence, (place, words)) in contents.unreadable.iter().zip(expected) {
        assert!(sentence.starts_with(place) && sentence.contains(words), "{sentence}");
    }
}

#[test]
fn an_import_replaces_nothing_and_keeps_nothing_twice() {
    let kept = [saved("Spring", "old"), saved("Spring (2)", "older")];
    let found =
        vec![saved("Spring", "new"), saved("Spring", "old"), saved("Spring", "new"), saved("Autumn", "a")];
    let Addition { new, renamed, known } = draft_file::add(&kept, found);
    let names: Vec<(&str, &str)> = new.iter().map(|it| (it.name.as_str(), it.draft.title.as_str())).collect();
    assert_eq!(names, [("Spring (3)", "new"), ("Spring (4)", "new"), ("Autumn", "a")]);
    assert_eq!((renamed, known), (2, 1));
    let again = draft_file::add(&[&kept[..], &new].concat(), new.clone());
    assert_eq!(again, Addition { known: 3, ..Addition::default() });
}

#[test]
fn a_file_is_called_after_the_draft_that_is_alone_in_it() {
    let table: [(&[&str], &str); 4] = [
        (&["Spring sale: 20 % off!"], "push-draft-spring-sale-20-off.json"),
        (&["../..\\…"], "push-drafts.json"),
        (&["One", "Two"], "push-drafts.json"),
        (&["Größe 日本"], "push-draft-größe-日本.json"),
    ];
    for (names, expected) in table {
        let drafts: Vec<SavedDraft> = names.iter().map(|name| saved(name, "")).collect();
        assert_eq!(draft_file::file_name(&drafts), expected);
    }
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let texts = (any::<String>(), any::<String>(), any::<String>(), any::<String>());
    let tags = vec((any::<String>(), any::<String>()), 0..3);
    (texts, tags, prop::option::of(0..=253_402_300_799_999_i64), any::<String>()).prop_map(
        |((title, body, recipients, sound), tags, send_at, priority)| Draft {
            title,
            body,
            recipients,
            sound,
            tags,
            send_at,
            priority: priority.into(),
            ..Draft::default()
        },
    )
}

proptest::proptest! {
    #[test]
    fn every_draft_comes_back_as_it_was(drafts in vec((any_draft(), any::<i64>()), 0..4)) {
        let named = drafts.into_iter().enumerate();
        let drafts: Vec<SavedDraft> = named
            .map(|(at, (draft, saved_at))| SavedDraft { name: format!("Draft {at}"), draft, saved_at })
            .collect();
        let contents = draft_file::read(&draft_file::write(&drafts), NOW).unwrap();
        proptest::prop_assert_eq!(contents, Contents { drafts, unreadable: vec![] });
    }

    #[test]
    fn no_file_whatever_it_holds_is_more_than_an_error(text in any::<String>(), inside in "[\\[\\]{}\":,a-z0-9]{0,60}") {
        let _ = draft_file::read(&text, NOW);
        let wrapped = format!("{{\"pushConsoleDrafts\":1,\"drafts\":[{inside}]}}");
        if let Ok(contents) = draft_file::read(&wrapped, NOW) {
            let given = serde_json::from_str::<serde_json::Value>(&wrapped).unwrap()["drafts"].as_array().unwrap().len();
            proptest::prop_assert_eq!(contents.drafts.len() + contents.unreadable.len(), given);
        }
    }
}
