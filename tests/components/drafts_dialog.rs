//! The dialog *Drafts* on the compose page, and what a person does in it.

use push_console::features::drafts::{read_saved, remove_saved};
use web_sys::HtmlElement;

use super::compose_page::{fresh, open, write};
use super::stage::{Stage, settle};

/// Reads of the database after which what was set off has surely come to its end.
const PATIENCE: usize = 100;

/// The compose page in a browser that keeps no drafts, with the title and the recipients that are given.
pub async fn with_draft(title: &str, recipients: &str) -> Stage {
    for saved in read_saved().await.unwrap() {
        remove_saved(&saved.name).await.unwrap();
    }
    let stage = fresh().await;
    write(&stage, "Title", title).await;
    write(&stage, "Recipients", recipients).await;
    stage
}

/// The compose page as a link opens it, with whatever was left there.
pub async fn by_link(fragment: &str) -> Stage {
    let history = web_sys::window().unwrap().history().unwrap();
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(fragment)).unwrap();
    open().await
}

/// Opens the dialog.
pub async fn open_drafts(stage: &Stage) {
    stage.button("Drafts").click();
    until(stage, "the dialog", |stage| !stage.all("dialog[open] .drafts-in-form").is_empty()).await;
}

/// Saves what is in the form under a name that is free.
pub async fn save(stage: &Stage, name: &str) {
    try_to_save(stage, name).await;
    says(stage, &format!("“{name}”.")).await;
}

/// Tries the same with whatever name.
pub async fn try_to_save(stage: &Stage, name: &str) {
    write(stage, "Name", name).await;
    stage.button("Save").click();
    settle().await;
}

/// Presses the button of this name as soon as it is there.
pub async fn press(stage: &Stage, name: &str) {
    let is_it = |button: &HtmlElement| button.text_content().unwrap_or_default() == name;
    until(stage, name, |stage| stage.all("button").iter().any(is_it)).await;
    stage.button(name).click();
    settle().await;
}

/// Waits until the page says this.
pub async fn says(stage: &Stage, words: &str) {
    until(stage, words, |stage| stage.text().contains(words)).await;
}

/// Waits until this holds.
pub async fn until(stage: &Stage, what: &str, holds: impl Fn(&Stage) -> bool) {
    for _ in 0..PATIENCE {
        if holds(stage) {
            return;
        }
        // Each read waits for the browser's database, as the page does.
        read_saved().await.unwrap();
        settle().await;
    }
    panic!("waited in vain for {what}: {}", stage.text());
}

/// Names of the rows, as they are listed.
pub fn names(stage: &Stage) -> Vec<String> {
    stage.all(".drafts-name").iter().filter_map(|name| name.text_content()).collect()
}
