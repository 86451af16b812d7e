//! Buttons: one press is one call, and none while busy.

use leptos::prelude::*;
use push_console::ui::{Button, CopyButton, Glyph, LinkButton};
use push_view::view;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, focused, settle};

#[wasm_bindgen_test]
async fn one_press_is_one_call() {
    let calls = RwSignal::new(0);
    let stage = Stage::set(move || {
        view! { <Button icon=Glyph::Send on_click=move |()| calls.update(|n| *n += 1)>"Send"</Button> }
    })
    .await;
    stage.button("Send").click();
    assert_eq!(calls.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_busy_button_cannot_be_pressed_twice_and_keeps_the_focus() {
    let (calls, busy) = (RwSignal::new(0), RwSignal::new(false));
    let stage = Stage::set(move || {
        let send = move |()| {
            busy.set(true);
            calls.update(|n| *n += 1);
        };
        view! { <Button attr:id="send" busy on_click=send>"Send"</Button> }
    })
    .await;
    let button = stage.button("Send");
    button.focus().unwrap();
    button.click();
    button.click();
    settle().await;
    button.click();
    assert_eq!(calls.get_untracked(), 1);
    assert_eq!(focused(), "send");
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(button.get_attribute("aria-busy").as_deref(), Some("true"));

    busy.set(false);
    settle().await;
    assert!(!button.has_attribute("aria-disabled"));
    button.click();
    assert_eq!(calls.get_untracked(), 2);
}

#[wasm_bindgen_test]
async fn a_disabled_button_is_dead() {
    let calls = RwSignal::new(0);
    let stage = Stage::set(move || {
        view! { <Button disabled=true on_click=move |()| calls.update(|n| *n += 1)>"Send"</Button> }
    })
    .await;
    stage.button("Send").click();
    assert_eq!(calls.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn a_busy_button_submits_no_form() {
    let (submitted, busy) = (RwSignal::new(0), RwSignal::new(true));
    let stage = Stage::set(move || {
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            submitted.update(|n| *n += 1);
        };
        view! { <form on:submit=submit><Button submit=true busy>"Save"</Button></form> }
    })
    .await;
    stage.button("Save").click();
    assert_eq!(submitted.get_untracked(), 0);

    busy.set(false);
    settle().await;
    stage.button("Save").click();
    assert_eq!(submitted.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_copy_button_hands_over_the_whole_text_as_it_is_now() {
    let (text, copied) = (RwSignal::new("first".to_owned()), RwSignal::new(Vec::new()));
    let stage = Stage::set(move || {
        let copy = move |text: String| copied.update(|list: &mut Vec<String>| list.push(text));
        view! { <CopyButton text label="Copy token" compact=true on_copy=copy /> }
    })
    .await;
    let button = stage.button("Copy token");
    assert_eq!(button.title(), "Copy token");
    button.click();
    text.set("second, longer than what is shown".into());
    button.click();
    assert_eq!(copied.get_untracked(), ["first", "second, longer than what is shown"]);
}

#[wasm_bindgen_test]
async fn a_link_button_is_a_link() {
    let stage = Stage::set(|| view! { <LinkButton href="/compose">"Compose"</LinkButton> }).await;
    let link = stage.one("a.button");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/compose"));
    assert_eq!(link.text_content().as_deref(), Some("Compose"));
}
