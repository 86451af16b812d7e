//! A send whose answer is lost is *unknown*: said so, with what to check, and never sent again by anything but a person.

use fantoccini::elements::Element;
use serde_json::json;

use crate::pages::Push;
use crate::stage::{Hosting, Scene, play};

#[tokio::test]
async fn a_lost_reply_is_shown_as_unknown_and_nothing_is_sent_again() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM"]);
        scene.shell().enter("/").await;
        scene.sandbox.fail("send", 1, json!({ "kind": "drop_after_commit" })).await;
        let review = send_in_vain(scene, &push).await;
        let text = scene.browser.text_of(&review).await.unwrap();
        assert!(text.contains("Operations"), "it says where to check:\n{text}");
        assert!(
            !scene.browser.has("button", "Send now").await,
            "what may have been sent is not offered again"
        );
        was_sent_once(scene).await;

        // Whatever the page does after a reload, it does not send.
        scene.shell().enter("/operations").await;
        scene.compose().outcome_is_unknown().await;
        was_sent_once(scene).await;
        scene.shell().enter("/").await;
        scene.browser.find("button", "Review and send").await;
        was_sent_once(scene).await;
    })
    .await;
}

#[tokio::test]
async fn a_500_after_the_send_was_committed_is_unknown_too() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        scene.sandbox.fail("send", 1, json!({ "kind": "error_after_commit" })).await;
        send_in_vain(scene, &Push::to(&["anna-phone,FCM"])).await;
        was_sent_once(scene).await;
    })
    .await;
}

/// Sends a push and waits until its dialog says that nobody knows. Returns the dialog.
pub async fn send_in_vain(scene: &Scene, push: &Push) -> Element {
    scene.compose().write(push).await;
    let review = scene.compose().review().await;
    scene.compose().send_now().await;
    scene.compose().outcome_is_unknown().await;
    review
}

async fn was_sent_once(scene: &Scene) {
    assert_eq!(scene.sandbox.sends_arrived().await, 1, "requests that arrived");
    assert_eq!(scene.sandbox.sends_committed().await, 1, "pushes that went out");
}
