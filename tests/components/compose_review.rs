//! Dialog *Review* says what is about to happen, and lets nothing go to a proxy that does not answer.

use wasm_bindgen_test::wasm_bindgen_test;

use super::compose_page::{fresh, write};
use super::stage::settle;

#[wasm_bindgen_test]
async fn the_review_counts_recipients_and_shows_the_text_and_the_warnings() {
    let stage = fresh().await;
    write(&stage, "Body", "Doors open at seven").await;
    write(&stage, "Recipients", "one,FCM\ntwo,FCM\nthree,APN").await;
    stage.button("Review and send").click();
    settle().await;
    let dialog = stage.one("dialog[open]").text_content().unwrap();
    for words in ["Recipients3", "By FCM2", "By APNs1", "At once", "Doors open at seven", "Title: No title"] {
        assert!(dialog.contains(words), "{words} in {dialog}");
    }
}

#[wasm_bindgen_test]
async fn nothing_can_be_sent_while_it_is_not_known_where_it_would_go() {
    let stage = fresh().await;
    write(&stage, "Body", "Doors open at seven").await;
    write(&stage, "Recipients", "one,FCM").await;
    stage.button("Review and send").click();
    settle().await;
    let send = stage.button("Send now");
    assert!(send.has_attribute("disabled"));
    let dialog = stage.one("dialog[open]").text_content().unwrap();
    assert!(dialog.contains("Treat it as live"), "{dialog}");
    let state = stage.one("dialog[open] [role=status]").text_content().unwrap();
    assert!(!state.is_empty(), "the dialog says why");
}
