//! A view from the second module: absent until it is asked for, there once it is loaded, and asked for again after a
//! failure.

use leptos::prelude::*;
use push_console::second_module::{Later, NotLoaded};
use push_view::view;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, settle};

/// Loads in vain as often as it is told to, then well.
async fn play(failures: u32) -> (Stage, RwSignal<u32>, RwSignal<u32>) {
    let (loads, calls) = (RwSignal::new(0_u32), RwSignal::new(0_u32));
    let stage = Stage::set(move || {
        let later = Later::new(move || {
            loads.update(|loads| *loads += 1);
            let is_there = loads.get_untracked() > failures;
            async move { is_there.then(|| view! { <output>"Here"</output> }.into_any()).ok_or(NotLoaded) }
        });
        let load = Callback::new(move |()| later.load(move || calls.update(|calls| *calls += 1)));
        view! {
            <button on:click=move |_| load.run(())>"Open"</button>
            {later.trouble(load)}
            {later.show(|| view! { <p>"Waiting"</p> }.into_any())}
        }
    })
    .await;
    (stage, loads, calls)
}

#[wasm_bindgen_test]
async fn it_is_loaded_once_however_often_it_is_asked_for() {
    let (stage, loads, calls) = play(0).await;
    assert_eq!(stage.text(), "Open", "nobody has asked for it");
    for _ in 0..3 {
        stage.button("Open").click();
    }
    settle().await;
    assert_eq!((stage.text().as_str(), loads.get_untracked()), ("OpenHere", 1));
    assert_eq!(calls.get_untracked(), 1, "presses while it is on its way are one");
    stage.button("Open").click();
    settle().await;
    assert_eq!((loads.get_untracked(), calls.get_untracked()), (1, 2));
}

#[wasm_bindgen_test]
async fn a_failure_is_said_and_the_next_try_starts_afresh() {
    let (stage, loads, calls) = play(1).await;
    stage.button("Open").click();
    settle().await;
    assert!(stage.text().contains("could not be loaded"), "{}", stage.text());
    assert_eq!(calls.get_untracked(), 0);
    stage.button("Try again").click();
    settle().await;
    assert_eq!((stage.text().as_str(), loads.get_untracked(), calls.get_untracked()), ("OpenHere", 2, 1));
}

#[wasm_bindgen_test]
async fn asking_for_it_after_its_page_has_gone_does_nothing() {
    let owner = Owner::new();
    let loads = RwSignal::new(0_u32);
    let later = owner.with(|| {
        Later::new(move || {
            loads.update(|loads| *loads += 1);
            async { Err(NotLoaded) }
        })
    });
    owner.cleanup();
    later.load(|| ());
    settle().await;
    assert_eq!(loads.get_untracked(), 0);
}
