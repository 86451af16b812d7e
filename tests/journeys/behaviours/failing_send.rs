//! A send that fails: what is certainly not sent may be tried again, and nothing typed is lost.

use serde_json::json;

use super::dropped_reply::send_in_vain;
use crate::pages::Push;
use crate::stage::{Hosting, play};
use crate::wait::until_true;

#[tokio::test]
async fn a_429_says_that_nothing_was_sent_and_the_second_press_sends_once() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        scene.sandbox.fail("send", 1, json!({ "kind": "rate_limited", "retryAfter": 2 })).await;
        scene.compose().write(&Push::to(&["anna-phone,FCM"])).await;
        scene.compose().review().await;
        scene.compose().send_now().await;
        scene.browser.says("Too many requests").await;
        assert_eq!(scene.sandbox.sends_committed().await, 0);
        assert_eq!(scene.sandbox.sends_arrived().await, 1, "it is not tried again by itself");
        let button = scene.browser.find("button", "Send now").await;
        assert!(!button.is_enabled().await.unwrap(), "the wait that the upstream asks for is kept");
        until_true(&scene.browser, "Send now to come alive", async || button.is_enabled().await.unwrap())
            .await;
        scene.compose().send_now().await;
        scene.compose().has_left().await;
        assert_eq!(scene.sandbox.sends_committed().await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_500_is_unknown_is_not_retried_and_the_text_stays() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM"]);
        scene.shell().enter("/").await;
        scene.sandbox.fail("send", 1, json!({ "kind": "error_before_commit" })).await;
        send_in_vain(scene, &push).await;
        assert_eq!(scene.sandbox.sends_arrived().await, 1);
        scene.shell().enter("/").await;
        scene.compose().holds(&push).await;
        assert_eq!(scene.sandbox.sends_arrived().await, 1);
    })
    .await;
}
