//! Opening a draft, from the list or from a link: nothing that was typed is lost unasked.

use push_api::share::{self, Shared};
use push_api::{Draft, saved::SavedDraft};
use push_console::features::drafts::{add_saved, read_saved};
use wasm_bindgen_test::wasm_bindgen_test;

use super::compose_page::{write, written};
use super::drafts_dialog::{by_link, names, open_drafts, press, save, says, until, with_draft};
use super::stage::{Stage, settle};

fn draft(title: &str) -> Draft {
    Draft { title: title.into(), recipients: "one,FCM\ntwo,APN".into(), ..Draft::default() }
}

async fn keep(name: &str, title: &str) {
    add_saved(&SavedDraft { name: name.into(), draft: draft(title), saved_at: 1 }).await.unwrap();
}

async fn holds(stage: &Stage, title: &str) {
    until(stage, title, |stage| written(&stage.labelled("Title")) == title).await;
}

fn fragment(title: &str) -> String {
    share::fragment(&Shared { name: "Gift".into(), draft: draft(title) }).unwrap()
}

fn address() -> String {
    web_sys::window().unwrap().location().hash().unwrap()
}

#[wasm_bindgen_test]
async fn a_draft_opens_at_once_over_an_empty_form_or_a_saved_one() {
    let stage = with_draft("", "").await;
    keep("One", "First").await;
    keep("Two", "Second").await;
    for (name, title) in [("One", "First"), ("Two", "Second"), ("One", "First")] {
        open_drafts(&stage).await;
        press(&stage, &format!("Open “{name}”")).await;
        holds(&stage, title).await;
        assert_eq!(written(&stage.labelled("Recipients")), "one,FCM\ntwo,APN");
        assert!(stage.all("dialog[open]").is_empty());
    }
}

#[wasm_bindgen_test]
async fn a_draft_asks_before_it_takes_the_place_of_unsaved_work() {
    let stage = with_draft("Unsaved", "").await;
    keep("One", "First").await;
    open_drafts(&stage).await;
    press(&stage, "Open “One”").await;
    says(&stage, "The form holds work that is not saved").await;
    assert_eq!(written(&stage.labelled("Title")), "Unsaved");
    press(&stage, "Back").await;
    press(&stage, "Open “One”").await;
    says(&stage, "The form holds work that is not saved").await;
    write(&stage, "Name for what is in the form", "One").await;
    press(&stage, "Save it and open").await;
    says(&stage, "There is a draft of this name already").await;
    assert_eq!(written(&stage.labelled("Title")), "Unsaved");
    write(&stage, "Name for what is in the form", "Mine").await;
    press(&stage, "Save it and open").await;
    holds(&stage, "First").await;
    let saved = read_saved().await.unwrap();
    assert!(saved.iter().any(|saved| saved.name == "Mine" && saved.draft.title == "Unsaved"));
}

#[wasm_bindgen_test]
async fn unsaved_work_goes_when_a_person_says_so() {
    let stage = with_draft("Unsaved", "").await;
    keep("One", "First").await;
    open_drafts(&stage).await;
    press(&stage, "Open “One”").await;
    press(&stage, "Open without saving").await;
    holds(&stage, "First").await;
}

#[wasm_bindgen_test]
async fn a_link_shows_what_it_carries_and_fills_the_form_only_when_told() {
    drop(with_draft("", "").await);
    let stage = by_link(&fragment("From afar")).await;
    says(&stage, "Shared with you: “Gift”").await;
    assert_eq!(address(), "", "it does not stay in the address bar");
    let shown = stage.one(".drafts-contents").text_content().unwrap();
    assert!(shown.contains("From afar") && shown.contains("2 recipients"), "{shown}");
    assert_eq!(written(&stage.labelled("Title")), "");
    press(&stage, "Put it into the form").await;
    holds(&stage, "From afar").await;
    open_drafts(&stage).await;
    save(&stage, "Gift").await;
    until(&stage, "the row", |stage| names(stage) == ["Gift"]).await;
}

#[wasm_bindgen_test]
async fn a_link_pasted_into_the_open_page_asks_too_and_leaves_unsaved_work() {
    let stage = with_draft("Unsaved", "").await;
    let location = web_sys::window().unwrap().location();
    location.set_hash(&fragment("From afar")).unwrap();
    says(&stage, "Shared with you: “Gift”").await;
    assert_eq!(address(), "");
    press(&stage, "Put it into the form").await;
    says(&stage, "The form holds work that is not saved").await;
    press(&stage, "Back").await;
    press(&stage, "Close").await;
    assert_eq!(written(&stage.labelled("Title")), "Unsaved");
}

#[wasm_bindgen_test]
async fn a_damaged_link_and_one_with_a_token_behind_it_say_so_and_change_nothing() {
    for fragment in ["#draft=".to_owned(), "#draft=%%%".to_owned(), fragment("Evil") + "&token=stolen"] {
        drop(with_draft("", "").await);
        let stage = by_link(&fragment).await;
        says(&stage, "This link cannot be opened").await;
        assert_eq!(address(), "");
        press(&stage, "Close").await;
        settle().await;
        assert_eq!(written(&stage.labelled("Title")), "");
        assert!(stage.all("dialog[open]").is_empty());
    }
}
