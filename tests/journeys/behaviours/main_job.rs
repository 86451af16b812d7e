//! The main job: compose, review, send, watch the operation to its end, and page through what it made.

use crate::pages::Push;
use crate::stage::{Hosting, Scene, play};

const DELIVERED: &str = "anna-phone";
const FAILED: &str = "fail-ben-phone";
const LATE: &str = "slow-cleo-phone";

#[tokio::test]
async fn a_push_is_composed_sent_and_followed_with_the_console_on_a_cdn() {
    play(Hosting::Apart, async |scene| main_job(scene).await).await;
}

#[tokio::test]
async fn a_push_is_composed_sent_and_followed_with_the_console_on_the_proxy() {
    play(Hosting::Together, async |scene| main_job(scene).await).await;
}

async fn main_job(scene: &Scene) {
    let push = Push::to(&[&format!("{DELIVERED},FCM"), &format!("{FAILED},APN"), &format!("{LATE},FCM")]);
    scene.shell().enter("/").await;
    scene.shell().is_at("Compose").await;
    scene.compose().write(&push).await;
    let review = scene.compose().review().await;
    let text = scene.browser.text_of(&review).await.unwrap();
    for words in ["Sandbox", "FCM", "APNs", &push.title, &push.body] {
        assert!(text.contains(words), "the review does not say {words:?}:\n{text}");
    }
    scene.compose().send_now().await;
    let id = scene.compose().has_left().await;

    let operation = scene.operation();
    operation.becomes("Processing").await;
    operation.counts(&[("Total", "3"), ("Recipients", "3")]).await;
    // The late one is handed over after 15 to 17 s: until the clock is put on, this is as far as it goes.
    scene.sandbox.advance(8).await;
    operation.counts(&[("Delivered", "1"), ("Queued", "1"), ("Failed", "1")]).await;
    assert_eq!(operation.status().await.as_deref(), Some("Processing"));
    scene.sandbox.advance(20).await;
    operation.becomes("Completed").await;
    operation.counts(&[("Delivered", "2"), ("Queued", "0"), ("Failed", "1"), ("Attempts", "3")]).await;
    // The list below the card follows the card.
    let mut rows = scene.notifications().all_are(&["Delivered", "Failed"]).await;
    rows.sort();
    let told: Vec<_> = rows.iter().map(|row| (row.recipient.as_str(), row.status.as_str())).collect();
    assert_eq!(told, [(DELIVERED, "Delivered"), (FAILED, "Failed"), (LATE, "Delivered")]);

    scene.shell().go_to("Operations").await;
    scene.operations().shows(&id).await;
    assert_eq!(scene.operations().count().await, 1);
    page_through(scene, &id).await;
    scene.notifications().open(FAILED).await;
    scene.notification().carries(&push.title, &push.body).await;
    let status = scene.notification().fact("Status").await.unwrap();
    assert!(status.starts_with("Failed"), "{status}");

    assert_eq!(scene.sandbox.sends_arrived().await, 1);
    assert_eq!(scene.sandbox.sends_committed().await, 1);
}

/// One notification to a page, until the failed one is shown.
async fn page_through(scene: &Scene, id: &str) {
    scene.shell().enter(&format!("/notifications?operation={id}&size=1")).await;
    let list = scene.notifications();
    let mut seen = Vec::new();
    for number in 1..=3 {
        if number > 1 {
            list.next().await;
        }
        seen.extend(list.page(number, 1).await);
    }
    assert!(!list.can("Next page").await, "the third of three is the last");
    let mut recipients: Vec<&str> = seen.iter().map(|row| row.recipient.as_str()).collect();
    recipients.sort_unstable();
    assert_eq!(recipients, [DELIVERED, FAILED, LATE]);
    for number in (1..=3).rev() {
        if number < 3 {
            list.previous().await;
        }
        if list.page(number, 1).await[0].recipient == FAILED {
            return;
        }
    }
    panic!("the failed one is on none of the three pages: {seen:?}");
}
