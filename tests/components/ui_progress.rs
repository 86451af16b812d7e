//! The stacked bar: widths by count, and the same in words.

use leptos::prelude::*;
use push_console::ui::{Progress, Segment, Tone};
use push_view::view;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, settle};

#[wasm_bindgen_test]
async fn the_bar_and_the_words_say_the_same() {
    let segments = RwSignal::new(vec![
        Segment::new("Delivered", 9_000, Tone::Ok),
        Segment::new("Queued", 0, Tone::Neutral),
        Segment::new("Failed", 1_000, Tone::Danger),
    ]);
    let stage = Stage::set(move || view! { <Progress label="By state" segments /> }).await;
    let bar = stage.one("[role=img]");
    assert_eq!(bar.get_attribute("aria-label").unwrap(), "By state: Delivered 9,000, Queued 0, Failed 1,000");
    let widths = || {
        let parts = stage.all(".progress-part");
        parts.iter().map(|part| part.style().get_property_value("flex-grow").unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(widths(), ["9000", "1000"]);
    assert_eq!(stage.one("dl").text_content().unwrap(), "Delivered9,000Queued0Failed1,000");

    segments.set(vec![Segment::new("Delivered", 10_000, Tone::Ok)]);
    settle().await;
    assert_eq!(widths(), ["10000"]);
    assert_eq!(bar.get_attribute("aria-label").unwrap(), "By state: Delivered 10,000");
}
