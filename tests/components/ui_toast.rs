//! Toasts: announced, dismissed by hand, and gone when their time is over.

use leptos::prelude::*;
use push_console::ui::{ToastRegion, Toasts, Tone};
use push_view::view;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, fire, settle};

async fn two_toasts() -> Stage {
    let made = StoredValue::new(None);
    let stage = Stage::set(move || {
        made.set_value(Some(Toasts::provide()));
        view! { <ToastRegion /> }
    })
    .await;
    assert_eq!(stage.one("[role=status]").text_content().as_deref(), Some(""));
    let toasts: Toasts = made.get_value().unwrap();
    toasts.push(Tone::Ok, "Copied");
    toasts.push(Tone::Danger, "Not copied");
    settle().await;
    assert_eq!(shown(&stage), ["Copied", "Not copied"]);
    stage
}

fn shown(stage: &Stage) -> Vec<String> {
    stage.all("[role=status] .toast-text").iter().filter_map(|toast| toast.text_content()).collect()
}

#[wasm_bindgen_test]
async fn a_toast_can_be_dismissed() {
    let stage = two_toasts().await;
    stage.all("button")[0].click();
    settle().await;
    assert_eq!(shown(&stage), ["Not copied"]);
}

#[wasm_bindgen_test]
async fn a_toast_goes_when_its_animation_ends() {
    let stage = two_toasts().await;
    fire(&stage.all(".toast")[1], "animationend");
    settle().await;
    assert_eq!(shown(&stage), ["Copied"]);
}
