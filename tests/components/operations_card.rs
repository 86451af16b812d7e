//! The card of an operation: it shows what the answer holds, in words that are true, and nothing else.

use leptos::prelude::*;
use push_api::{Operation, Page};
use push_console::api::config::Config;
use push_console::connection::Connection;
use push_console::features::operations::{OperationCard, Poller, Watch};
use push_view::view;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::Stage;

const GUIDE: &str = include_str!("../../crates/push-api/tests/contract/guide-operation.json");
const REFERENCE: &str = include_str!("../../crates/push-api/tests/contract/reference-operation.json");
const LIST: &str = include_str!("../../crates/push-api/tests/contract/reference-operations.json");

/// A card that was given its answer and asks for no other.
async fn card(operation: Operation) -> Stage {
    Stage::set(move || {
        Connection::provide(&Config::default());
        let id = operation.id.clone();
        let never = Signal::stored(false);
        let poller = Poller::start(id.clone(), Some(operation), 0, never, Watch::start());
        view! { <OperationCard id poller leads_on=true /> }
    })
    .await
}

/// Names and values of every counter on the card, by name.
fn counters(stage: &Stage) -> Vec<(String, u64)> {
    let shown = stage.all(".progress-item, .operation-counter").into_iter().map(|item| {
        let text = |tag| item.query_selector(tag).unwrap().unwrap().text_content().unwrap();
        let digits: String = text("dd").chars().filter(char::is_ascii_digit).collect();
        (text("dt").to_lowercase(), digits.parse().unwrap())
    });
    let mut shown: Vec<(String, u64)> = shown.collect();
    shown.sort();
    shown
}

/// The same from the sample itself.
fn counters_of(operation: &Operation) -> Vec<(String, u64)> {
    let present = operation.stats.present().into_iter();
    let mut present: Vec<(String, u64)> = present.map(|(name, count)| (name.to_string(), count)).collect();
    present.sort();
    present
}

#[wasm_bindgen_test]
async fn it_lists_exactly_the_counters_of_each_sample() {
    let list: Page<Operation> = serde_json::from_str(LIST).unwrap();
    let singles = [GUIDE, REFERENCE].map(|sample| serde_json::from_str(sample).unwrap());
    for operation in singles.into_iter().chain(list.items) {
        let expected = counters_of(&operation);
        let stage = card(operation).await;
        assert!(!expected.is_empty());
        assert_eq!(counters(&stage), expected);
    }
}

#[wasm_bindgen_test]
async fn an_answer_without_counters_shows_none_and_no_bar() {
    let stage = card(serde_json::from_str(r#"{"id":"op_1","status":"PROCESSING"}"#).unwrap()).await;
    assert_eq!(counters(&stage), []);
    assert!(stage.all(".progress").is_empty());
}

#[wasm_bindgen_test]
async fn the_newer_shape_never_speaks_of_delivery() {
    let stage = card(serde_json::from_str(REFERENCE).unwrap()).await;
    assert!(!stage.text().to_lowercase().contains("delivered"), "{}", stage.text());
}

#[wasm_bindgen_test]
async fn the_status_is_announced_as_its_word_alone() {
    for (status, word) in [("COMPLETED", "Completed"), ("SCHEDULED", "Scheduled"), ("PAUSED", "PAUSED")] {
        let text = format!(r#"{{"id":"op_1","status":"{status}"}}"#);
        let stage = card(serde_json::from_str(&text).unwrap()).await;
        let shown = stage.one("[role=status]");
        assert_eq!(shown.text_content().as_deref(), Some(word));
        assert_eq!(shown.get_attribute("aria-label").as_deref(), Some("Status of operation op_1"));
    }
}

#[wasm_bindgen_test]
async fn a_final_status_is_not_asked_for_again() {
    let stage = card(serde_json::from_str(GUIDE).unwrap()).await;
    assert!(stage.one(".operation-schedule").text_content().unwrap().contains("the status is final"));
}

#[wasm_bindgen_test]
async fn in_a_list_its_heading_leads_to_its_page() {
    let stage = card(serde_json::from_str(GUIDE).unwrap()).await;
    let link = stage.one("h2 a");
    let path = "/operations/comms_operation_01h2xcejqtf2nbrexx3vqjhp41";
    assert_eq!(link.get_attribute("href").as_deref(), Some(path));
    assert_eq!(link.text_content().as_deref(), Some("comms_oper…qjhp41"));
}
