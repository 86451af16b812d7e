//! Named drafts: saved, listed, duplicated, renamed, deleted. None takes the place of another unasked.

use push_api::Draft;
use push_api::saved::SavedDraft;
use push_console::features::drafts::{add_saved, read_saved};
use wasm_bindgen_test::wasm_bindgen_test;

use super::compose_page::write;
use super::drafts_dialog::{names, open_drafts, press, save, says, try_to_save, until, with_draft};
use super::stage::settle;

async fn titles() -> Vec<(String, String)> {
    let saved = read_saved().await.unwrap();
    let mut titles: Vec<_> = saved.into_iter().map(|saved| (saved.name, saved.draft.title)).collect();
    titles.sort();
    titles
}

fn pair(name: &str, title: &str) -> (String, String) {
    (name.to_owned(), title.to_owned())
}

#[wasm_bindgen_test]
async fn a_saved_draft_is_listed_with_what_tells_it_apart() {
    let stage = with_draft("Sale", "one,FCM\ntwo,APN").await;
    open_drafts(&stage).await;
    says(&stage, "No saved drafts yet").await;
    try_to_save(&stage, "  Spring\u{a0} sale ").await;
    says(&stage, "Saved: “Spring sale”.").await;
    until(&stage, "the row", |stage| names(stage) == ["Spring sale"]).await;
    let row = stage.one(".drafts-row").text_content().unwrap();
    for words in ["Spring sale", "In the form", "Sale", "2 recipients", "saved "] {
        assert!(row.contains(words), "{words} in {row}");
    }
    assert!(!row.contains("Template"), "{row}");
}

#[wasm_bindgen_test]
async fn a_name_that_does_not_do_is_told_beside_its_box() {
    let stage = with_draft("Sale", "").await;
    open_drafts(&stage).await;
    for (name, sentence) in [(" \t", "Give it a name."), (&"n".repeat(81), "81 characters; at most 80")] {
        try_to_save(&stage, name).await;
        let description = stage.description(&stage.labelled("Name"));
        assert!(description.contains(sentence), "{description}");
    }
    assert_eq!(titles().await, []);
    write(&stage, "Name", "Better").await;
    assert!(!stage.description(&stage.labelled("Name")).contains("at most"), "typing takes it away");
}

#[wasm_bindgen_test]
async fn saving_over_a_name_asks_first() {
    let stage = with_draft("Old", "").await;
    open_drafts(&stage).await;
    save(&stage, "Spring").await;
    press(&stage, "Close").await;
    write(&stage, "Title", "New").await;
    open_drafts(&stage).await;
    try_to_save(&stage, "Spring").await;
    says(&stage, "Replace “Spring”?").await;
    press(&stage, "Back").await;
    assert_eq!(titles().await, [pair("Spring", "Old")]);
    try_to_save(&stage, "Spring").await;
    press(&stage, "Replace it").await;
    says(&stage, "Saved as a template: “Spring”.").await;
    assert_eq!(titles().await, [pair("Spring", "New")]);
}

#[wasm_bindgen_test]
async fn a_template_is_saved_without_recipients_and_marked() {
    let stage = with_draft("Sale", "one,FCM").await;
    open_drafts(&stage).await;
    stage.labelled("As a template, without its 1 recipient").click();
    save(&stage, "For anybody").await;
    until(&stage, "the row", |stage| names(stage) == ["For anybody"]).await;
    let row = stage.one(".drafts-row").text_content().unwrap();
    assert!(row.contains("Template") && row.contains("for any recipients"), "{row}");
    assert_eq!(read_saved().await.unwrap()[0].draft.recipients, "");
}

#[wasm_bindgen_test]
async fn a_copy_and_a_new_name_take_nothing_away() {
    let stage = with_draft("Sale", "").await;
    open_drafts(&stage).await;
    save(&stage, "Spring").await;
    press(&stage, "Duplicate “Spring”").await;
    press(&stage, "Duplicate").await;
    says(&stage, "Duplicated as “Spring (2)”.").await;
    press(&stage, "Rename “Spring (2)”").await;
    write(&stage, "New name", "Spring").await;
    press(&stage, "Rename").await;
    says(&stage, "There is a draft of this name already").await;
    write(&stage, "New name", "Summer").await;
    press(&stage, "Rename").await;
    says(&stage, "“Spring (2)” is now “Summer”.").await;
    assert_eq!(titles().await, [pair("Spring", "Sale"), pair("Summer", "Sale")]);
}

#[wasm_bindgen_test]
async fn what_was_deleted_can_be_put_back_even_when_its_name_is_taken_by_now() {
    let stage = with_draft("Sale", "").await;
    open_drafts(&stage).await;
    save(&stage, "Spring").await;
    press(&stage, "Delete “Spring”").await;
    says(&stage, "“Spring” was deleted.").await;
    assert_eq!(titles().await, []);
    press(&stage, "Undo").await;
    says(&stage, "“Spring” is back.").await;
    assert_eq!(titles().await, [pair("Spring", "Sale")]);
    press(&stage, "Delete “Spring”").await;
    says(&stage, "“Spring” was deleted.").await;
    let other = Draft { title: "Other".into(), ..Draft::default() };
    let other = SavedDraft { name: "Spring".into(), draft: other, saved_at: 1 };
    assert!(add_saved(&other).await.unwrap(), "as another tab does");
    press(&stage, "Undo").await;
    says(&stage, "“Spring” is back as “Spring (2)”").await;
    settle().await;
    assert_eq!(titles().await, [pair("Spring", "Other"), pair("Spring (2)", "Sale")]);
}

#[wasm_bindgen_test]
async fn a_name_that_is_taken_changes_nothing_on_disk() {
    drop(with_draft("", "").await);
    let saved = |title: &str| SavedDraft {
        name: "Spring".into(),
        draft: Draft { title: title.into(), ..Draft::default() },
        saved_at: 1,
    };
    assert_eq!(add_saved(&saved("first")).await, Ok(true));
    assert_eq!(add_saved(&saved("second")).await, Ok(false));
    assert_eq!(titles().await, [pair("Spring", "first")]);
}
