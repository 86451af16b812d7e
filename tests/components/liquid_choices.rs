//! What can be written is offered while one types; the keyboard, the mouse and undo do what they always do.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDocument;

use super::liquid_stage::LiquidStage;
use super::stage::{focused, settle};

const COLUMNS: [&str; 3] = ["first_name", "last_name", "city"];

#[wasm_bindgen_test]
async fn a_column_is_chosen_by_keyboard_alone() {
    let stage = LiquidStage::with(&COLUMNS).await;
    stage.type_at("Hi {{ ^").await;
    assert_eq!(stage.offered(), ["[first_name]", "last_name", "city"]);
    let table =
        [("ArrowDown", "last_name"), ("ArrowDown", "city"), ("ArrowDown", "first_name"), ("ArrowUp", "city")];
    for (key, active) in table {
        assert!(!stage.press(key).await, "the caret stays");
        let area = stage.area();
        let id = area.get_attribute("aria-activedescendant").unwrap();
        assert_eq!(stage.stage.one(&format!("#{id}")).text_content().as_deref(), Some(active));
        let list = area.get_attribute("aria-controls").unwrap();
        assert_eq!(stage.stage.one(&format!("#{list}")).get_attribute("role").as_deref(), Some("listbox"));
    }
    assert!(!stage.press("Enter").await, "no line break");
    assert_eq!(stage.value.get_untracked(), "Hi {{ city }}");
    assert_eq!((stage.offered(), focused()), (vec![], stage.area().id()));
    assert_eq!(stage.area().get_attribute("aria-activedescendant"), None);
}

#[wasm_bindgen_test]
async fn typing_on_narrows_what_is_offered() {
    let stage = LiquidStage::with(&COLUMNS).await;
    stage.type_at("Hi {{ na^").await;
    assert_eq!(stage.offered(), ["[first_name]", "last_name"]);
    stage.type_at("Hi {{ la^").await;
    assert_eq!(stage.offered(), ["[last_name]"]);
    assert!(!stage.press("Tab").await, "takes it");
    assert_eq!(stage.value.get_untracked(), "Hi {{ last_name }}");
    stage.type_at("Hi {{ last_name | upc^ }}").await;
    assert_eq!(stage.offered(), ["[upcase]"]);
    stage.type_at("Hi {{ last_name | upcase }}^").await;
    assert!(stage.offered().is_empty());
}

#[wasm_bindgen_test]
async fn keys_belong_to_the_box_while_nothing_is_offered() {
    let stage = LiquidStage::with(&COLUMNS).await;
    stage.type_at("Hi {{ ^").await;
    assert!(!stage.press("Escape").await);
    assert!(stage.offered().is_empty());
    for key in ["Enter", "Tab", "ArrowDown", "ArrowUp", "Escape"] {
        assert!(stage.press(key).await, "{key}");
    }
    assert_eq!(stage.value.get_untracked(), "Hi {{ ");
}

#[wasm_bindgen_test]
async fn a_choice_is_taken_by_a_click() {
    let stage = LiquidStage::with(&COLUMNS).await;
    stage.type_at("Dear {{ ^ }}, hello").await;
    stage.stage.all("[role=option]")[1].click();
    settle().await;
    assert_eq!(stage.value.get_untracked(), "Dear {{ last_name }}, hello");
    assert!(stage.offered().is_empty());
}

#[wasm_bindgen_test]
async fn nothing_is_offered_any_longer_when_the_caret_or_the_person_goes() {
    let stage = LiquidStage::with(&COLUMNS).await;
    stage.type_at("Hi {{ ^ }} you").await;
    assert!(!stage.offered().is_empty());
    stage.leave().await;
    assert!(stage.offered().is_empty());
    stage.type_at("Hi {{ ^ }} you").await;
    let area: web_sys::HtmlTextAreaElement = stage.area().unchecked_into();
    area.set_selection_range(1, 1).unwrap();
    super::stage::fire(&area, "selectionchange");
    settle().await;
    assert!(stage.offered().is_empty());
}

#[wasm_bindgen_test]
async fn undo_takes_a_choice_back() {
    let stage = LiquidStage::with(&COLUMNS).await;
    stage.type_at("Hi {{ ci^").await;
    stage.press("Enter").await;
    assert_eq!(stage.value.get_untracked(), "Hi {{ city }}");
    let document = document().unchecked_into::<HtmlDocument>();
    assert!(document.exec_command("undo").unwrap());
    settle().await;
    assert_eq!(stage.value.get_untracked(), "Hi {{ ci");
}

#[wasm_bindgen_test]
async fn without_a_list_the_variables_of_all_texts_are_offered_in_a_box_of_one_line() {
    let stage = LiquidStage::plain(false).await;
    stage.help().await;
    stage.type_at("{{ name }} 😀 {{ ^").await;
    assert_eq!(stage.offered(), ["[name]", "gate"]);
    stage.press("ArrowDown").await;
    stage.press("Enter").await;
    assert_eq!(stage.value.get_untracked(), "{{ name }} 😀 {{ gate }}");
}
