//! The line to the worker: every answer reaches who asked and nobody else, and a worker that is lost is said and
//! started again.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::document;
use push_console::platform::worker::{Lost, Worker};
use push_qa::protocol::{Answer, Request};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

const SCRIPTED: &str = "/tests/components/worker/scripted.js";

/// Names the worker's script in the page, as the build does.
fn name_script(address: &str) {
    let known = document().query_selector("meta[name='qa-worker']").unwrap();
    let element = known.unwrap_or_else(|| document().create_element("meta").unwrap());
    element.set_attribute("name", "qa-worker").unwrap();
    element.set_attribute("content", address).unwrap();
    document().head().unwrap().append_child(&element).unwrap();
}

fn order(name: &str) -> Request {
    Request::Import { name: name.to_owned(), text: None }
}

async fn text(worker: &Worker, name: &str) -> String {
    match worker.answer(&order(name), None).await {
        Ok(Answer::Text { text }) => text,
        other => panic!("{other:?}"),
    }
}

type Heard = Rc<RefCell<Vec<Result<Answer, Lost>>>>;

fn heard() -> (Heard, impl FnMut(Result<Answer, Lost>) + 'static) {
    let heard = Heard::default();
    let notes = Rc::clone(&heard);
    (heard, move |answer| notes.borrow_mut().push(answer))
}

fn said(heard: &Heard) -> Vec<String> {
    let words = |answer: &Result<Answer, Lost>| match answer {
        Ok(Answer::Text { text }) => text.clone(),
        Ok(Answer::Progress { rows, .. }) => format!("{rows} rows"),
        other => format!("{other:?}"),
    };
    heard.borrow().iter().map(words).collect()
}

#[wasm_bindgen_test]
async fn answers_in_any_order_reach_who_asked() {
    name_script(SCRIPTED);
    let worker = Worker::new();
    let ((one, hear_one), (two, hear_two)) = (heard(), heard());
    let _one = worker.ask(&order("hold"), None, hear_one);
    let _two = worker.clone().ask(&order("hold"), None, hear_two);
    assert_eq!(text(&worker, "release").await, "released");
    assert_eq!(said(&one), ["3 rows", "answer to 1"]);
    assert_eq!(said(&two), ["3 rows", "answer to 2"], "the second was answered first");
}

#[wasm_bindgen_test]
async fn a_question_that_is_dropped_is_taken_back_and_not_heard() {
    name_script(SCRIPTED);
    let worker = Worker::new();
    let (unheard, hear) = heard();
    drop(worker.ask(&order("hold"), None, |_| panic!("nobody listens")));
    let dropped = worker.ask(&order("hold"), None, hear);
    assert_eq!(text(&worker, "heard").await, "import import", "what was dropped at once was never posted");
    assert_eq!(said(&unheard), ["3 rows"]);
    drop(dropped);
    assert_eq!(text(&worker, "heard").await, "import import cancel import");
    text(&worker, "release").await;
    assert_eq!(said(&unheard), ["3 rows"]);
}

#[wasm_bindgen_test]
async fn who_stops_listening_may_take_other_questions_with_it() {
    name_script(SCRIPTED);
    let worker = Worker::new();
    let inner = worker.ask(&order("hold"), None, |_| {});
    let outer = worker.ask(&order("hold"), None, move |_| {
        let _kept = &inner;
    });
    assert_eq!(text(&worker, "heard").await, "import import import");
    drop(outer);
    assert_eq!(text(&worker, "heard").await, "import import import cancel cancel import");
}

#[wasm_bindgen_test]
async fn a_file_travels_beside_the_question() {
    name_script(SCRIPTED);
    let parts = js_sys::Array::of1(&JsValue::from_str("user_id\nanna\n"));
    let file = Blob::new_with_str_sequence(&parts).unwrap();
    let answer = Worker::new().answer(&order("size"), Some(&file)).await;
    assert_eq!(answer, Ok(Answer::Text { text: "13 bytes".to_owned() }));
}

#[wasm_bindgen_test]
async fn a_worker_that_breaks_down_is_said_to_all_and_started_again() {
    name_script(SCRIPTED);
    let worker = Worker::new();
    let (waiting, hear) = heard();
    let _waiting = worker.ask(&order("hold"), None, hear);
    assert_eq!(worker.answer(&order("break"), None).await, Err(Lost::BrokeDown));
    assert_eq!(*waiting.borrow().last().unwrap(), Err(Lost::BrokeDown));
    assert_eq!(text(&worker, "heard").await, "import", "a new one, which has heard nothing before");
}

#[wasm_bindgen_test]
async fn a_worker_that_cannot_be_loaded_is_said_and_tried_again() {
    let worker = Worker::new();
    for address in ["/tests/components/worker/missing.js", "https://elsewhere.example/worker.js"] {
        name_script(address);
        assert_eq!(worker.answer(&order("heard"), None).await, Err(Lost::NotLoaded), "{address}");
    }
    name_script(SCRIPTED);
    assert_eq!(text(&worker, "heard").await, "import");
}
