//! The most recipients that one send takes: nothing is cut off, and the page stays quick.

use std::collections::BTreeSet;

use serde_json::json;

use crate::pages::Push;
use crate::stage::{Hosting, Scene, play};

/// Longest that half of the letters may take from the key to the screen, in milliseconds.
const QUICK_MS: f64 = 100.0;
const PER_PAGE: usize = 1000;

/// Measures, for every letter that comes into a box, the time until the screen has been drawn anew.
const MEASURE: &str = "
window.journeyDelays = [];
document.addEventListener('input', (event) => {
    const begun = event.timeStamp;
    requestAnimationFrame(() => setTimeout(() => window.journeyDelays.push(performance.now() - begun)));
}, true);";

#[tokio::test]
async fn ten_thousand_recipients_are_sent_to_at_once_and_all_listed() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to_many(10_000, "device-");
        scene.shell().enter("/").await;
        scene.compose().write(&push).await;
        typing_stays_quick(scene).await;
        let id = scene.compose().send(&Push { title: "For everybody".to_owned(), ..push }).await;
        scene.operation().counts(&[("Total", "10,000"), ("Recipients", "10,000")]).await;
        scene.sandbox.advance(10).await;
        scene.operation().becomes("Completed").await;
        scene.operation().counts(&[("Delivered", "10,000")]).await;
        everybody_is_listed(scene, &id).await;
        assert_eq!(scene.sandbox.sends_committed().await, 1);
    })
    .await;
}

async fn typing_stays_quick(scene: &Scene) {
    scene.browser.run(MEASURE, vec![]).await;
    let title = scene.browser.find("textbox", "Title").await;
    for letter in "For everybody".chars() {
        title.send_keys(&letter.to_string()).await.unwrap();
    }
    let script = "return window.journeyDelays.sort((a, b) => a - b)";
    let delays = scene.browser.run(script, vec![]).await;
    let delays: Vec<f64> = delays.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
    assert!(delays.len() >= 10, "letters were typed: {delays:?}");
    let middle = delays[delays.len() / 2];
    assert!(middle < QUICK_MS, "half of the letters took {middle} ms or more: {delays:?}");
}

async fn everybody_is_listed(scene: &Scene, id: &str) {
    scene.shell().go_to("Notifications").await;
    scene.browser.fill("Operation ID", id).await;
    scene.browser.choose("Page size", &PER_PAGE.to_string()).await;
    let list = scene.notifications();
    let mut listed = BTreeSet::new();
    for number in 1..=10 {
        if number > 1 {
            list.next().await;
        }
        listed.extend(list.page(number, PER_PAGE).await.into_iter().map(|row| row.href));
    }
    assert_eq!(listed.len(), 10_000, "every notification is listed once");
    assert!(!list.can("Next page").await, "the tenth page is the last");
    assert_eq!(scene.browser.value("combobox", "Page size").await, json!(PER_PAGE).to_string());
}
