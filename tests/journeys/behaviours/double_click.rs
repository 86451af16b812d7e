//! A nervous finger on *Send now* sends once.

use serde_json::json;

use crate::pages::Push;
use crate::stage::{Hosting, play};

#[tokio::test]
async fn a_double_click_on_send_now_makes_one_operation() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        // The answer takes its time, so that the second click falls into the send.
        scene.sandbox.fail("send", 1, json!({ "kind": "slow_body", "millis": 600 })).await;
        scene.compose().write(&Push::to(&["anna-phone,FCM"])).await;
        scene.compose().review().await;
        let button = scene.browser.find("button", "Send now").await;
        scene.browser.double_click(&button).await;
        scene.compose().has_left().await;
        assert_eq!(scene.sandbox.sends_arrived().await, 1);
        assert_eq!(scene.sandbox.sends_committed().await, 1);
        scene.shell().go_to("Operations").await;
        scene.browser.says("Operation").await;
        assert_eq!(scene.operations().count().await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_clicks_within_one_moment_make_one_operation() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        scene.compose().write(&Push::to(&["anna-phone,FCM"])).await;
        scene.compose().review().await;
        let button = scene.browser.find("button", "Send now").await;
        // Nothing of the page runs between these two, not even what would make the button dead.
        scene.browser.run_on(&button, "arguments[0].click(); arguments[0].click()").await;
        scene.compose().has_left().await;
        assert_eq!(scene.sandbox.sends_arrived().await, 1);
    })
    .await;
}
