//! Beside each box stands what is wrong with it, while it is typed.

use wasm_bindgen_test::wasm_bindgen_test;

use super::compose_page::{fresh, write};
use super::stage::{focused, settle};

#[wasm_bindgen_test]
async fn an_issue_stands_beside_its_box_while_typing_and_goes_when_it_is_mended() {
    let stage = fresh().await;
    let long = "x".repeat(60);
    let table = [
        ("Title", long.as_str(), "Warning: 60 characters", "Hello", None),
        ("Body", "Hello {{ name", "Warning: `{{` is opened", "Hello", None),
        ("Recipients", "one,FCM\nbad line", "Error: 1 line cannot be read: line 2", "one,FCM", Some("true")),
        ("FCM credential", "two words", "Error: A credential id has no blanks", "", Some("true")),
        ("APNs credential", "abc", "Warning: Credential ids usually begin", "", None),
        ("Send at", "2020-01-01T10:00", "Error: This moment has passed", "", Some("true")),
    ];
    for (label, wrong, issue, right, invalid) in table {
        let element = stage.labelled(label);
        write(&stage, label, wrong).await;
        let described = stage.description(&element);
        assert!(described.contains(issue), "{label}: {described}");
        assert_eq!(element.get_attribute("aria-invalid").as_deref(), invalid, "{label}");
        write(&stage, label, right).await;
        let described = stage.description(&element);
        assert!(!described.contains(issue), "{label}: {described}");
        assert_eq!(element.get_attribute("aria-invalid"), None, "{label}");
    }
}

#[wasm_bindgen_test]
async fn an_untouched_form_is_not_scolded_until_it_is_to_be_sent() {
    let stage = fresh().await;
    assert!(stage.all(".field-message").is_empty());
    stage.button("Review and send").click();
    settle().await;
    assert!(stage.description(&stage.labelled("Body")).contains("Error: Write the text of the push."));
    assert!(stage.text().contains("2 things to mend before it can be sent."));
    assert!(stage.all("dialog[open]").is_empty());
    // The focus moves with the next frame, when the boxes know that they are invalid.
    next_frame().await;
    assert_eq!(focused(), stage.labelled("Body").id());
}

async fn next_frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

#[wasm_bindgen_test]
async fn bad_lines_are_listed_by_number_and_kinds_are_counted() {
    let stage = fresh().await;
    write(&stage, "Recipients", "one,FCM\ntwo,APN\nbad line\none,FCM\ncomms_user_1").await;
    let counts = stage.one("[aria-label='Recipients by kind']").text_content().unwrap();
    assert_eq!(counts, "2 FCM1 APNs1 user1 unreadable1 repeated");
    let bad = stage.one("[aria-label='Lines that cannot be read']").text_content().unwrap();
    assert!(bad.contains("Line 3") && bad.contains("bad line") && bad.contains("no blanks"), "{bad}");
    let repeats = stage.one("[aria-label='Lines that repeat an earlier one']").text_content().unwrap();
    assert!(repeats.contains("Line 4") && repeats.contains("line 1"), "{repeats}");
}

#[wasm_bindgen_test]
async fn the_counts_follow_every_line_whatever_was_written_before() {
    let stage = fresh().await;
    for (label, text) in
        [("Body", "hello"), ("Recipients", "x,FCM\ny,APN"), ("Body", ""), ("Recipients", "n")]
    {
        write(&stage, label, text).await;
    }
    for (text, expected) in [("no body", "1 unreadable"), ("no body\nno", "2 unreadable"), ("a,FCM", "1 FCM")]
    {
        write(&stage, "Recipients", text).await;
        let counts = stage.one("[aria-label='Recipients by kind']").text_content().unwrap();
        assert_eq!(counts, expected, "{text}");
    }
}
