//! Every way in which a read can fail has its own plain sentence, and the page recovers when it is asked to.

use serde_json::{Value, json};

use crate::stage::{Hosting, play};

/// What goes wrong at the upstream, and what a person is told.
fn faults() -> [(Value, &'static str); 4] {
    [
        (json!({ "kind": "rate_limited", "retryAfter": 1 }), "Too many requests"),
        (json!({ "kind": "error_before_commit" }), "The upstream failed"),
        (json!({ "kind": "html_page" }), "The upstream answered with a page instead of data"),
        (json!({ "kind": "truncated_json" }), "The answer cannot be read"),
    ]
}

#[tokio::test]
async fn each_fault_of_a_list_has_its_sentence_and_trying_again_recovers() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/settings").await;
        for (page, call, empty) in [
            ("Notifications", "list_notifications", "No notifications yet"),
            ("Operations", "list_operations", "No operations yet"),
        ] {
            for (fault, sentence) in faults() {
                scene.sandbox.fail_always(call, fault).await;
                scene.shell().go_to("Settings").await;
                scene.shell().go_to(page).await;
                scene.browser.says(sentence).await;
                let text = scene.browser.text().await;
                assert!(!text.contains("<h1"), "no markup is shown to a person:\n{text}");
                scene.sandbox.mend().await;
                scene.browser.press("Try again").await;
                scene.browser.says(empty).await;
            }
        }
    })
    .await;
}
