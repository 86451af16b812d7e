//! Files that are dropped: what is in them comes in beside what is there, and what cannot be read is said.

use push_api::Draft;
use push_api::draft_file;
use push_api::saved::SavedDraft;
use push_console::features::drafts::read_saved;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DataTransfer, DragEvent, DragEventInit, File};

use super::compose_page::written;
use super::drafts_dialog::{open_drafts, save, says, with_draft};
use super::stage::{Stage, settle};

/// Drops a file on the dialog; true when the browser is kept from opening it itself.
async fn drop_file(stage: &Stage, text: &str) -> bool {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence(&parts, "drafts.json").unwrap();
    let data = DataTransfer::new().unwrap();
    data.items().add_with_file(&file).unwrap();
    let init = DragEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_data_transfer(Some(&data));
    let event = DragEvent::new_with_event_init_dict("drop", &init).unwrap();
    let is_default = stage.one(".drafts").dispatch_event(&event).unwrap();
    settle().await;
    !is_default
}

fn saved(name: &str, title: &str) -> SavedDraft {
    SavedDraft { name: name.into(), draft: Draft { title: title.into(), ..Draft::default() }, saved_at: 7 }
}

#[wasm_bindgen_test]
async fn a_dropped_export_comes_in_beside_what_is_there_and_only_once() {
    let stage = with_draft("Mine", "").await;
    open_drafts(&stage).await;
    save(&stage, "Spring").await;
    let text = draft_file::write(&[saved("Spring", "Theirs"), saved("Autumn", "Theirs too")]);
    assert!(drop_file(&stage, &text).await);
    says(&stage, "Imported 2 drafts.").await;
    says(&stage, "1 draft got a number").await;
    let mut kept: Vec<_> =
        read_saved().await.unwrap().into_iter().map(|it| (it.name, it.draft.title)).collect();
    kept.sort();
    let expected = [("Autumn", "Theirs too"), ("Spring", "Mine"), ("Spring (2)", "Theirs")];
    assert_eq!(kept, expected.map(|(name, title)| (name.to_owned(), title.to_owned())));
    drop_file(&stage, &draft_file::write(&[saved("Autumn", "Theirs too")])).await;
    says(&stage, "No new draft was imported.").await;
    assert_eq!(read_saved().await.unwrap().len(), 3);
}

#[wasm_bindgen_test]
async fn a_file_that_cannot_be_read_is_said_and_nothing_changes() {
    let stage = with_draft("Mine", "").await;
    open_drafts(&stage).await;
    for (text, words) in [
        ("PK\u{3}\u{4}", "it is not JSON"),
        ("{}", "no drafts of this console"),
        (r#"{"pushConsoleDrafts":2}"#, "A newer console wrote this file"),
        (r#"{"pushConsoleDrafts":1,"drafts":[{"name":"Bad","draft":[7]}]}"#, "“Bad”, cannot be read"),
    ] {
        assert!(drop_file(&stage, text).await);
        says(&stage, words).await;
    }
    assert_eq!(read_saved().await.unwrap(), []);
    assert_eq!(written(&stage.labelled("Title")), "Mine");
}
