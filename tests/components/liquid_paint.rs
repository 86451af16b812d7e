//! Liquid is painted behind the box as it is typed, and the box stays the one that it was.

use leptos::prelude::Set;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use super::liquid_stage::LiquidStage;
use super::stage::{focused, settle};

#[wasm_bindgen_test]
async fn the_aid_comes_late_without_a_loss_of_text_focus_or_selection() {
    let stage = LiquidStage::plain(true).await;
    assert!(stage.stage.all(".liquid-paint").is_empty(), "nobody has asked for it");
    stage.type_at("Hi {{ na^me }}").await;
    let before = stage.area();
    before.unchecked_ref::<HtmlTextAreaElement>().set_selection_range(3, 8).unwrap();
    stage.help().await;
    let area = stage.area();
    assert!(area.is_same_node(Some(&before)), "the box is the same");
    assert_eq!(focused(), area.id());
    let area: HtmlTextAreaElement = area.unchecked_into();
    let selection = (area.selection_start().unwrap(), area.selection_end().unwrap());
    assert_eq!((area.value().as_str(), selection), ("Hi {{ name }}", (Some(3), Some(8))));
    assert_eq!(stage.painted(), [":{{ ", "variable:name", ": }}"]);
}

#[wasm_bindgen_test]
async fn every_keystroke_is_painted_and_screen_readers_do_not_hear_of_it() {
    let stage = LiquidStage::with(&["name"]).await;
    for text in ["Hi {{ name | upcase }}!", "{% if name %}\nHi\n", "plain"] {
        stage.write(text).await;
        let paint = stage.stage.one(".liquid-paint");
        assert_eq!(paint.text_content().unwrap(), [text, "\u{200b}"].concat());
        assert_eq!(paint.get_attribute("aria-hidden").as_deref(), Some("true"));
    }
    stage.write("{{ name | upcase }}").await;
    assert_eq!(stage.painted(), [":{{ ", "variable:name", ": ", ":|", ": ", "filter:upcase", ": }}"]);
}

#[wasm_bindgen_test]
async fn a_text_from_outside_is_painted_too() {
    let stage = LiquidStage::with(&["name"]).await;
    stage.value.set("{{ name }}".to_owned());
    settle().await;
    assert_eq!(stage.painted(), [":{{ ", "variable:name", ": }}"]);
}

#[wasm_bindgen_test]
async fn a_variable_is_unknown_only_once_there_is_a_list() {
    let stage = LiquidStage::plain(false).await;
    stage.help().await;
    stage.write("{{ name }}").await;
    assert_eq!(stage.painted(), [":{{ ", "variable:name", ": }}"]);
    stage.columns.set(Some(vec!["city".to_owned()]));
    settle().await;
    assert_eq!(stage.painted(), [":{{ ", "variable!:name", ": }}"]);
    assert_eq!(stage.remarks(), ["Warning: The list has no column name: it is empty for everyone."]);
    stage.columns.set(Some(vec!["name".to_owned()]));
    settle().await;
    assert!(stage.remarks().is_empty());
}
