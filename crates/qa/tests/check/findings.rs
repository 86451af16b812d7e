//! For every kind of finding a draft and a row that have it, and near misses that do not.

use push_api::Draft;
use push_qa::check::render_one;
use push_qa::finding::FindingKind::{self, *};

use crate::{SETTINGS, draft, list, message};

/// What is expected: kind and detail.
type Told<'t> = &'t [(FindingKind, &'t str)];

/// What is found for the one row of a list, without where it is cut off.
fn found(draft: &Draft, csv: &str) -> Vec<(FindingKind, String)> {
    let rendered = render_one(&list(csv), &message(draft), SETTINGS, 0).unwrap();
    let told = rendered.findings.into_iter().filter(|finding| finding.kind != CutOff);
    told.map(|finding| (finding.kind, finding.detail)).collect()
}

fn tagged(tags: &[(&str, &str)]) -> Draft {
    let tags = tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Draft { tags, ..draft("", "Hi") }
}

#[test]
fn variables_that_are_missing_are_told_from_those_that_are_looked_after() {
    let table: [(&str, Told); 11] = [
        ("{{ a }}", &[(MissingVariable, "a")]),
        ("{{ a | default: 'x' }}", &[(DefaultUsed, "a")]),
        ("{{ a | default: b | default: 'x' }}", &[(DefaultUsed, "a"), (DefaultUsed, "b")]),
        ("{{ a | default: b }}", &[(MissingVariable, "b"), (DefaultUsed, "a")]),
        ("{{ c | default: a }}", &[]),
        ("{% if a %}{{ a }}{% else %}Hi{% endif %}", &[]),
        ("{% unless a == 'x' %}Hi{% endunless %}", &[]),
        ("{% case a %}{% when 'x' %}{% else %}Hi{% endcase %}", &[]),
        ("{{ c | append: a }}", &[(MissingVariable, "a")]),
        ("{{ c.size.x }}", &[(MissingVariable, "c.size.x")]),
        ("{% assign n = a | default: 'x' %}{{ n }}", &[(DefaultUsed, "a")]),
    ];
    for (title, expected) in table {
        let told = found(&draft(title, "Hi"), "token,provider,a,b,c\nt-1,FCM,,,here\n");
        let expected: Vec<_> = expected.iter().map(|(kind, detail)| (*kind, (*detail).to_owned())).collect();
        let told: Vec<_> = told.into_iter().filter(|(kind, _)| *kind != BlankTitle).collect();
        assert_eq!(told, expected, "{title}");
    }
}

#[test]
fn blank_texts_are_found_where_one_was_written() {
    let csv = "token,provider,a\nt-1,FCM,\u{200B}\n";
    let table: [(&str, &str, &[FindingKind]); 6] = [
        ("", "Hi", &[]),
        ("Hi", "", &[BlankBody]),
        ("Hi", " \n ", &[BlankBody]),
        ("{% if b %}x{% endif %}", "Hi", &[BlankTitle]),
        ("Hi", "{{ a }}", &[BlankBody, BidiCharacter]),
        ("{{ a }}.", "{{ a }}.", &[BidiCharacter, BidiCharacter]),
    ];
    for (title, body, expected) in table {
        let kinds: Vec<_> = found(&draft(title, body), csv).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, expected, "{title:?} {body:?}");
    }
}

#[test]
fn tags_are_held_to_their_limits_once_they_are_rendered() {
    let long = "é".repeat(256);
    let csv = format!("token,provider,long,key\nt-1,FCM,{long},plan\n");
    let ten: Vec<(String, String)> = (0..10).map(|at| (format!("k{at}"), "v".to_owned())).collect();
    let ten: Vec<(&str, &str)> = ten.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let table = [
        (vec![("plan", "{{ long }}")], [].as_slice()),
        (vec![("plan", "{{ long }}x")], &["tag plan: the value is too long"]),
        (vec![("{{ long | slice: 0, 128 }}", "v")], &[]),
        (vec![("{{ long | slice: 0, 129 }}", "v")], &["tag {{ long | slice: 0, 129 }}: the key is too long"]),
        (vec![("{% if no %}x{% endif %}", "v")], &["tag {% if no %}x{% endif %}: no key"]),
        (vec![("", "v")], &["tag without a key: no key"]),
        (vec![("plan", "a"), ("{{ key }}", "b")], &["tag {{ key }}: the key stands twice"]),
        (ten.clone(), &[]),
        ([ten, vec![("more", "v")]].concat(), &["more than 10 tags"]),
    ];
    for (tags, expected) in table {
        let told = found(&tagged(&tags), &csv);
        assert!(told.iter().all(|(kind, _)| *kind == BadTag), "{told:?}");
        assert_eq!(told.into_iter().map(|(_, detail)| detail).collect::<Vec<_>>(), expected, "{tags:?}");
    }
}

#[test]
fn what_stands_in_title_and_body_is_told_with_its_place() {
    let csv = "token,provider,name,link,bell\nt-1,FCM,Ada L,http://x.example/a b,\u{7}\n";
    let table: [(&str, &str, Told); 8] = [
        ("{% raw %}{{{% endraw %}", "Hi", &[(LeftoverLiquid, "{{ in the title")]),
        ("Hi", "{{ '#<User>' }}", &[(LeftoverObject, "a program's object, #<…> in the body")]),
        ("Hi", "https://x.example/{{ name }}", &[(BadLink, "a blank in a link in the body")]),
        ("Hi", "https://x.example/{{ name | url_encode }}", &[]),
        (
            "Hi",
            "{{ link }}",
            &[(BadLink, "a blank in a link in the body"), (BadLink, "http:// and not https:// in the body")],
        ),
        ("+49 170 1234567", "Hi", &[(PersonalData, "a phone number in the title")]),
        (
            "{{ bell }}",
            "{{ bell }}",
            &[(ControlCharacter, "U+0007 in the title"), (ControlCharacter, "U+0007 in the body")],
        ),
        ("\u{202E}x", "Hi", &[(BidiCharacter, "U+202E in the title")]),
    ];
    for (title, body, expected) in table {
        let expected: Vec<_> = expected.iter().map(|(kind, detail)| (*kind, (*detail).to_owned())).collect();
        assert_eq!(found(&draft(title, body), csv), expected, "{title} / {body}");
    }
}

#[test]
fn each_place_shows_so_many_user_perceived_characters() {
    // Of a title and a body with so many emoji of one family, where they are cut off.
    let table: [(usize, usize, &[&str]); 6] = [
        (35, 65, &[]),
        (36, 65, &["Chrome on a desktop: title"]),
        (35, 66, &["Android, collapsed: body"]),
        (51, 1, &["iOS lock screen: title", "Chrome on a desktop: title"]),
        (1, 179, &["iOS lock screen: body", "Android, collapsed: body", "Chrome on a desktop: body"]),
        (1, 178, &["Android, collapsed: body", "Chrome on a desktop: body"]),
    ];
    for (title, body, expected) in table {
        for letter in ["a", "é", "e\u{301}", "👩‍👩‍👧‍👦"] {
            let draft = draft(&letter.repeat(title), &letter.repeat(body));
            let rendered =
                render_one(&list("token,provider\nt-1,FCM\n"), &message(&draft), SETTINGS, 0).unwrap();
            let cut = rendered.findings.iter().filter(|finding| finding.kind == CutOff);
            assert_eq!(
                cut.map(|it| it.detail.as_str()).collect::<Vec<_>>(),
                expected,
                "{letter} {title} {body}"
            );
        }
    }
}

#[test]
fn a_row_that_cannot_be_sent_to_is_shown_and_nothing_else_is_found() {
    let csv = "token,provider,name\n,FCM,Ada\n";
    let rendered =
        render_one(&list(csv), &message(&draft("{{ none }}", "Hi {{ name }}")), SETTINGS, 0).unwrap();
    assert_eq!(rendered.body, "Hi Ada");
    assert_eq!(rendered.findings.iter().map(|it| it.kind).collect::<Vec<_>>(), [BadRow]);
    assert_eq!((rendered.apns_bytes, rendered.fcm_bytes), (None, None));
}

#[test]
fn a_fault_is_told_in_its_own_words_and_the_rest_is_shown() {
    let csv = "token,provider,share\nt-1,FCM,0\n";
    let told = found(&draft("Hi", "Each {{ 1 | divided_by: share }}"), csv);
    assert_eq!(told, [(RenderFault, "body, line 1, column 13: a division by zero".to_owned())]);
}

#[test]
fn an_empty_text_of_json_is_not_missing_and_a_null_is() {
    let json = r#"[{"token": "t-1", "provider": "FCM", "a": "", "b": null}]"#;
    let list = push_qa::import::read("list.json", json.as_bytes().to_vec()).unwrap();
    let message = message(&draft("", "Hi{{ a }}{{ a | default: 'x' }}{{ b }}"));
    let rendered = render_one(&list, &message, SETTINGS, 0).unwrap();
    let told: Vec<_> = rendered.findings.iter().map(|it| (it.kind, it.detail.as_str())).collect();
    assert_eq!(told, [(MissingVariable, "b"), (DefaultUsed, "a")]);
}
