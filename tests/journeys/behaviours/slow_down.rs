//! An upstream that asks to slow down is obeyed, and the watch goes on afterwards by itself.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::pages::Push;
use crate::stage::{Hosting, play};
use crate::wait::until_true;

/// Longer than the console would wait after an ordinary failure, so that obeying makes the difference.
const RETRY_AFTER: Duration = Duration::from_secs(5);
const FETCH: &str = "GET /v1/PushNotifications/Operations/{id}";

#[tokio::test]
async fn a_429_with_retry_after_is_obeyed_while_an_operation_is_watched() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        scene.compose().send(&Push::to(&["anna-phone,FCM"])).await;
        scene.operation().becomes("Processing").await;
        let fault = json!({ "kind": "rate_limited", "retryAfter": RETRY_AFTER.as_secs() });
        scene.sandbox.fail("fetch_operation", 1, fault).await;
        let told = Instant::now();
        let before = scene.sandbox.arrived(FETCH).await;
        scene.browser.says("Too many requests").await;
        scene.browser.says("as the upstream asks").await;
        let refused = scene.sandbox.arrived(FETCH).await;
        assert_eq!(refused, before + 1, "the refused question is the last one so far");
        scene.sandbox.advance(10).await;
        until_true(&scene.browser, "the next question", async || {
            scene.sandbox.arrived(FETCH).await > refused
        })
        .await;
        assert!(told.elapsed() >= RETRY_AFTER, "it was asked again after {:?}", told.elapsed());
        scene.operation().becomes("Completed").await;
        assert!(!scene.browser.is_saying("Too many requests").await, "the trouble is over");
    })
    .await;
}
