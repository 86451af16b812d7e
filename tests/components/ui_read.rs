//! A read: it says when it is under way, and only its newest question counts.

use leptos::prelude::*;
use push_console::ui::{ErrorView, Read};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, settle};

/// Questions asked so far, each with what answers it.
type Asked = StoredValue<Vec<(u32, js_sys::Function)>, LocalStorage>;

struct Play {
    _stage: Stage,
    topic: RwSignal<u32>,
    asked: Asked,
    dropped: RwSignal<Vec<u32>>,
    read: Read<u32>,
}

/// A read that asks anew for each topic and is answered by hand.
async fn play() -> Play {
    let (topic, asked) = (RwSignal::new(1), Asked::new_local(Vec::new()));
    let ask = move |topic: u32| {
        JsFuture::from(js_sys::Promise::new(&mut |resolve, _| {
            asked.update_value(|asked| asked.push((topic, resolve)));
        }))
    };
    let (made, dropped) = (StoredValue::new(None), RwSignal::new(Vec::new()));
    let stage = Stage::set(move || {
        made.set_value(Some(Read::new(move || {
            let topic = topic.get();
            let answer = ask(topic);
            on_cleanup(move || dropped.update(|list| list.push(topic)));
            async move { answer.await.map(|_| topic).map_err(|_| unreachable_error()) }
        })));
    })
    .await;
    Play { _stage: stage, topic, asked, dropped, read: made.get_value().unwrap() }
}

fn unreachable_error() -> ErrorView {
    ErrorView {
        title: "Failed".into(),
        meaning: String::new(),
        action: String::new(),
        detail: None,
        is_retryable: true,
    }
}

impl Play {
    /// Answers the question of this number, counted from 0.
    async fn answer(&self, question: usize) {
        let answer = self.asked.with_value(|asked| asked[question].1.clone());
        answer.call0(&JsValue::NULL).unwrap();
        settle().await;
    }

    fn topics(&self) -> Vec<u32> {
        self.asked.with_value(|asked| asked.iter().map(|(topic, _)| *topic).collect())
    }

    fn state(&self) -> (Option<u32>, bool) {
        (untrack(|| self.read.get()).and_then(Result::ok), self.read.pending().get_untracked())
    }
}

#[wasm_bindgen_test]
async fn it_is_under_way_until_the_answer_comes() {
    let play = play().await;
    assert_eq!(play.state(), (None, true));
    play.answer(0).await;
    assert_eq!(play.state(), (Some(1), false));
}

#[wasm_bindgen_test]
async fn asking_again_keeps_the_earlier_answer_meanwhile() {
    let play = play().await;
    play.answer(0).await;
    play.read.reload();
    settle().await;
    assert_eq!(play.topics(), [1, 1]);
    assert_eq!(play.state(), (Some(1), true));
    play.answer(1).await;
    assert_eq!(play.state(), (Some(1), false));
}

#[wasm_bindgen_test]
async fn a_newer_question_is_asked_at_once_and_the_older_answer_counts_for_nothing() {
    for order in [[0, 1], [1, 0]] {
        let play = play().await;
        play.topic.set(2);
        settle().await;
        assert_eq!(play.topics(), [1, 2]);
        assert_eq!(play.dropped.get_untracked(), [1], "the owner of the older question is gone");
        for question in order {
            play.answer(question).await;
            let newest_answered = order[0] == 1 || question == 1;
            let state = if newest_answered { (Some(2), false) } else { (None, true) };
            assert_eq!(play.state(), state, "{order:?}, question {question}");
        }
    }
}

#[wasm_bindgen_test]
async fn an_answer_after_the_page_has_gone_harms_nobody() {
    let Play { _stage: stage, asked, .. } = play().await;
    let answer = asked.with_value(|asked| asked[0].1.clone());
    drop(stage);
    answer.call0(&JsValue::NULL).unwrap();
    settle().await;
}
