//! A link holds what is shown beside it: recipients only when chosen, and never a token.

use push_api::share;
use wasm_bindgen_test::wasm_bindgen_test;

use super::compose_page::{write, written};
use super::drafts_dialog::{open_drafts, press, says, with_draft};
use super::stage::{Stage, settle};

fn shared(stage: &Stage) -> share::Shared {
    let link = written(&stage.labelled("Link"));
    let (address, _) = link.split_once('#').unwrap();
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    assert_eq!(address, format!("{origin}/"), "the page to write on, without a query");
    share::read(&link[address.len()..]).unwrap()
}

#[wasm_bindgen_test]
async fn recipients_are_left_out_unless_chosen_and_the_choice_is_shown() {
    let stage = with_draft("Sale", "one,FCM\ntwo,APN").await;
    open_drafts(&stage).await;
    write(&stage, "Name", "Spring").await;
    press(&stage, "Share as a link").await;
    let contents = || stage.one(".drafts-contents").text_content().unwrap();
    assert!(contents().contains("Sale") && contents().contains("no recipients"), "{}", contents());
    let link = shared(&stage);
    assert_eq!((link.name.as_str(), link.draft.title.as_str()), ("Spring", "Sale"));
    assert_eq!(link.draft.recipients, "");
    stage.labelled("With its 2 recipients").click();
    settle().await;
    assert!(contents().contains("2 recipients") && contents().contains("two,APN"), "{}", contents());
    assert_eq!(shared(&stage).draft.recipients, "one,FCM\ntwo,APN");
}

#[wasm_bindgen_test]
async fn a_draft_that_does_not_fit_into_a_link_gives_none() {
    let many: String = (0..4000).map(|number| format!("token-{number},FCM\n")).collect();
    let stage = with_draft("Sale", &many).await;
    open_drafts(&stage).await;
    press(&stage, "Share as a link").await;
    stage.button("Copy the link");
    stage.labelled("With its 4,000 recipients").click();
    settle().await;
    says(&stage, "Leave the recipients out, or export the draft as a file").await;
    assert_eq!(written(&stage.labelled("Link")), "");
    let has_copy = stage.all("button").iter().any(|it| it.text_content().unwrap() == "Copy the link");
    assert!(!has_copy, "there is nothing to copy");
}

#[wasm_bindgen_test]
async fn a_long_link_is_warned_about() {
    let stage = with_draft("Sale", "").await;
    write(&stage, "Body", &"long ".repeat(400)).await;
    open_drafts(&stage).await;
    press(&stage, "Share as a link").await;
    let description = stage.description(&stage.labelled("Link"));
    assert!(description.contains("cut links after 2,000"), "{description}");
}

#[wasm_bindgen_test]
async fn a_token_comes_only_in_a_fragment_of_its_own() {
    use push_console::platform::page::take_fragment;
    let history = web_sys::window().unwrap().history().unwrap();
    let at = |fragment: &str| {
        history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(fragment)).unwrap();
        (take_fragment("token"), web_sys::window().unwrap().location().hash().unwrap())
    };
    assert_eq!(at("#token=a%2Bb"), (Some("a+b".to_owned()), String::new()));
    for other in ["#draft=abc&token=stolen", "#main", "#tokens=a"] {
        assert_eq!(at(other), (None, other.to_owned()));
    }
    at("#token=x");
}
