//! What is written is kept, shown and sent as it is written.

use push_api::{Draft, SendRequest};
use wasm_bindgen_test::wasm_bindgen_test;

use super::compose_page::{fresh, open, write, write_into, written};
use super::stage::settle;

#[wasm_bindgen_test]
async fn the_json_that_is_shown_stands_for_the_very_bytes() {
    let stage = fresh().await;
    let draft = Draft {
        title: "Grüezi \"Ada\"\\ ✈".into(),
        body: "One\nTwo {{ name }}".into(),
        recipients: "one,FCM\ntwo,APN\ncomms_user_1".into(),
        sound: "chime".into(),
        tags: vec![("campaign".into(), "spring".into())],
        ..Draft::default()
    };
    write(&stage, "Title", &draft.title).await;
    write(&stage, "Body", &draft.body).await;
    write(&stage, "Recipients", &draft.recipients).await;
    write(&stage, "Sound", &draft.sound).await;
    stage.button("Add a tag").click();
    settle().await;
    write_into(&stage.one("[aria-label='Tag 1 key']"), "campaign").await;
    write_into(&stage.one("[aria-label='Tag 1 value']"), "spring").await;
    let shown = stage.one("[aria-label='Request as JSON']").text_content().unwrap();
    let read: SendRequest = serde_json::from_str(&shown).unwrap();
    assert_eq!(read.to_json(), draft.read(0).request.to_json());
}

#[wasm_bindgen_test]
async fn of_many_recipients_the_first_are_shown_and_the_rest_is_counted() {
    let stage = fresh().await;
    let many: String = (0..10_000).map(|number| format!("token-{number},FCM\n")).collect();
    write(&stage, "Recipients", &many).await;
    let shown = stage.one("[aria-label='Request as JSON']").text_content().unwrap();
    assert!(shown.contains("9,980 more") && shown.len() < 4_000, "{} characters", shown.len());
    assert!(stage.text().contains("10,000 FCM"));
}

#[wasm_bindgen_test]
async fn a_draft_comes_back_even_when_the_page_goes_in_the_middle_of_a_word() {
    let stage = fresh().await;
    write(&stage, "Title", "Half a wo").await;
    write(&stage, "Recipients", "one,FCM").await;
    drop(stage);
    let stage = open().await;
    assert_eq!(written(&stage.labelled("Title")), "Half a wo");
    assert_eq!(written(&stage.labelled("Recipients")), "one,FCM");
}

#[wasm_bindgen_test]
async fn starting_over_asks_first_and_empties_every_box() {
    let stage = fresh().await;
    write(&stage, "Title", "Old").await;
    stage.button("Start over").click();
    settle().await;
    stage.button("Keep the draft").click();
    settle().await;
    assert_eq!(written(&stage.labelled("Title")), "Old");
    stage.button("Start over").click();
    settle().await;
    stage.button("Empty the draft").click();
    settle().await;
    assert_eq!(written(&stage.labelled("Title")), "");
}

#[wasm_bindgen_test]
async fn removing_a_tag_leaves_the_others_as_they_were() {
    let stage = fresh().await;
    for number in 1..=3 {
        stage.button("Add a tag").click();
        settle().await;
        write_into(&stage.one(&format!("[aria-label='Tag {number} key']")), &format!("k{number}")).await;
    }
    stage.button("Tag 2 remove").click();
    settle().await;
    let keys = [1, 2].map(|number| written(&stage.one(&format!("[aria-label='Tag {number} key']"))));
    assert_eq!(keys, ["k1", "k3"]);
    assert!(stage.all("[aria-label='Tag 3 key']").is_empty());
}
