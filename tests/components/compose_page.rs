//! The compose page mounted alone, and the ways a person writes into it.

use push_console::api::config::Config;
use push_console::connection::Connection;
use push_console::features::compose::ComposePage;
use push_console::features::drafts::{forget_draft, read_draft};
use push_console::platform::history::History;
use push_view::view;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::stage::{Stage, fire, settle};

/// Reads of the draft after which the page has surely read its own.
const PATIENCE: usize = 100;

/// The page in a browser that keeps no draft yet.
pub async fn fresh() -> Stage {
    // A page that was just taken down may still be saving; the database answers in order.
    read_draft().await;
    forget_draft().await.unwrap();
    open().await
}

/// The page with whatever draft was left.
pub async fn open() -> Stage {
    let stage = Stage::set(|| {
        Connection::provide(&Config::default());
        History::provide();
        view! { <ComposePage /> }
    })
    .await;
    for _ in 0..PATIENCE {
        if !stage.all("form").is_empty() {
            return stage;
        }
        // Each read waits for the browser's database, as the page does.
        read_draft().await;
        settle().await;
    }
    panic!("the form never came: {}", stage.text());
}

/// Writes a text into the box of this label, as typing does.
pub async fn write(stage: &Stage, label: &str, text: &str) {
    write_into(&stage.labelled(label), text).await;
}

/// Writes a text into a box, as typing does.
pub async fn write_into(element: &HtmlElement, text: &str) {
    match element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.set_value(text),
        None => element.unchecked_ref::<HtmlInputElement>().set_value(text),
    }
    fire(element, "input");
    settle().await;
}

/// What stands in a box.
pub fn written(element: &HtmlElement) -> String {
    match element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.value(),
        None => element.unchecked_ref::<HtmlInputElement>().value(),
    }
}
