//! What is wrong is told in words under the box, and mended by one press.

use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::liquid_stage::LiquidStage;
use super::stage::{focused, settle};

#[wasm_bindgen_test]
async fn a_near_miss_is_mended_everywhere_by_one_press() {
    let stage = LiquidStage::with(&["first_name"]).await;
    stage.write("Hi {{ frist_name }}, “{{ frist_name | upcase }}”").await;
    let words = "Warning: The list has no column frist_name. Did you mean first_name?";
    assert_eq!(stage.remarks(), [words]);
    assert!(stage.painted().contains(&"variable!:frist_name".to_owned()), "{:?}", stage.painted());
    assert_eq!(stage.stage.description(&stage.area()), ["A hint.", words, "Use first_name"].concat());
    stage.stage.button("Use first_name").click();
    settle().await;
    assert_eq!(stage.value.get_untracked(), "Hi {{ first_name }}, “{{ first_name | upcase }}”");
    assert!(stage.remarks().is_empty());
    assert_eq!(focused(), stage.area().id(), "the keyboard is where the text is");
}

#[wasm_bindgen_test]
async fn curly_quotes_within_liquid_are_straightened_by_one_press() {
    let stage = LiquidStage::with(&["name"]).await;
    stage.write("“Hi” {{ name | default: “you” }} {{ name | default: ‘it’s you’ }}").await;
    assert_eq!(stage.remarks(), ["Warning: Curly quotes do not work within Liquid."]);
    stage.stage.button("Straighten the quotes").click();
    settle().await;
    assert_eq!(
        stage.value.get_untracked(),
        "“Hi” {{ name | default: \"you\" }} {{ name | default: 'it’s you' }}"
    );
    assert!(stage.remarks().is_empty());
}

#[wasm_bindgen_test]
async fn a_word_is_judged_when_the_caret_has_left_it() {
    let stage = LiquidStage::with(&["first_name"]).await;
    stage.type_at("Hi {{ frist_nam^ }}").await;
    assert!(stage.remarks().is_empty(), "it is being written");
    stage.leave().await;
    assert_eq!(stage.remarks().len(), 1);
}

#[wasm_bindgen_test]
async fn of_many_remarks_the_first_are_shown_and_the_rest_is_counted() {
    let stage = LiquidStage::with(&["first_name"]).await;
    stage.write("{{ aaa }}{{ bbb }}{{ ccc }}{{ ddd }}{{ eee }}{{ fff }}{{ ggg }}").await;
    assert_eq!(stage.remarks().len(), 5);
    assert!(stage.stage.text().contains("and 2 more"), "{}", stage.stage.text());
}
