//! Waiting, failing, empty, good: and what is good stays while newer things are on their way.

use leptos::prelude::*;
use push_console::ui::{EmptyState, ErrorView, Remote, Source};
use push_view::view;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, settle};

type List = Vec<&'static str>;
type Answer = Option<Result<List, ErrorView>>;

struct Play {
    stage: Stage,
    answer: RwSignal<Answer>,
    pending: RwSignal<bool>,
    retries: RwSignal<usize>,
    drawn: RwSignal<usize>,
}

fn error(is_retryable: bool) -> ErrorView {
    ErrorView {
        title: "The proxy cannot be reached".into(),
        meaning: "No answer came.".into(),
        action: "Check that it runs.".into(),
        detail: Some("Failed to fetch".into()),
        is_retryable,
    }
}

async fn play() -> Play {
    let (answer, pending) = (RwSignal::new(None), RwSignal::new(true));
    let (retries, drawn) = (RwSignal::new(0), RwSignal::new(0));
    let stage = Stage::set(move || {
        let reload = Callback::new(move |()| retries.update(|n| *n += 1));
        let source: Source<List> = Source { value: answer.into(), pending: pending.into(), reload };
        let empty = || view! { <EmptyState title="Nothing yet" text="Send a push." /> };
        view! {
            <Remote source is_empty=|list| list.is_empty() empty let:list>
                {
                    drawn.update(|n| *n += 1);
                    view! { <output>{move || list.get().join(" ")}</output> }
                }
            </Remote>
        }
    })
    .await;
    Play { stage, answer, pending, retries, drawn }
}

impl Play {
    async fn answer(&self, answer: Result<List, ErrorView>) {
        self.pending.set(false);
        self.answer.set(Some(answer));
        settle().await;
    }

    fn shown(&self) -> String {
        self.stage.all("output").iter().filter_map(|output| output.text_content()).collect()
    }
}

#[wasm_bindgen_test]
async fn it_waits_before_the_first_answer() {
    let play = play().await;
    assert_eq!(play.stage.one("[role=status]").text_content().as_deref(), Some("Loading…"));
    assert_eq!(play.stage.one(".remote").get_attribute("aria-busy").as_deref(), Some("true"));
    play.answer(Ok(vec!["a"])).await;
    assert_eq!(play.shown(), "a");
    assert!(play.stage.all(".skeleton").is_empty());
    assert!(!play.stage.one(".remote").has_attribute("aria-busy"));
}

#[wasm_bindgen_test]
async fn it_keeps_the_last_good_value_and_shows_the_error_beside_it() {
    let play = play().await;
    play.answer(Ok(vec!["a", "b"])).await;
    let output = play.stage.one("output");
    play.answer(Err(error(true))).await;
    assert_eq!(play.shown(), "a b");
    let alert = play.stage.one("[role=alert]").text_content().unwrap();
    for words in ["The proxy cannot be reached", "No answer came.", "Check that it runs.", "Failed to fetch"]
    {
        assert!(alert.contains(words), "{words} in {alert}");
    }
    play.answer(Ok(vec!["c"])).await;
    assert_eq!(play.shown(), "c");
    assert!(play.stage.all("[role=alert]").is_empty());
    assert_eq!(play.drawn.get_untracked(), 1, "the content is drawn once");
    assert!(play.stage.one("output").is_same_node(Some(&output)), "so that the focus in it stays");
}

#[wasm_bindgen_test]
async fn it_keeps_the_last_good_value_while_refreshing() {
    let play = play().await;
    play.answer(Ok(vec!["a"])).await;
    assert!(play.stage.all(".remote-progress").is_empty());
    play.pending.set(true);
    settle().await;
    assert_eq!(play.shown(), "a");
    play.stage.one(".remote-progress");
}

#[wasm_bindgen_test]
async fn trying_again_is_offered_where_it_may_help() {
    let play = play().await;
    play.answer(Err(error(false))).await;
    assert!(play.stage.all("button").is_empty());
    assert!(play.stage.all(".skeleton").is_empty(), "what has failed is not under way");

    play.answer(Err(error(true))).await;
    play.stage.button("Try again").click();
    assert_eq!(play.retries.get_untracked(), 1);
    play.pending.set(true);
    settle().await;
    play.stage.button("Try again").click();
    assert_eq!(play.retries.get_untracked(), 1, "one question at a time");
}

#[wasm_bindgen_test]
async fn an_empty_answer_says_so_until_something_comes() {
    let play = play().await;
    play.answer(Ok(vec![])).await;
    assert!(play.stage.text().contains("Nothing yet"));
    assert_eq!(play.drawn.get_untracked(), 0);
    play.answer(Ok(vec!["a"])).await;
    assert!(!play.stage.text().contains("Nothing yet"));
    assert_eq!(play.shown(), "a");
}
