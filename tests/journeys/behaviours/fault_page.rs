//! A page of a broken gateway instead of data: each read says so in plain words, and recovers.

use serde_json::json;

use crate::stage::{Hosting, play};

#[tokio::test]
async fn an_html_page_instead_of_data_gets_its_sentence_and_the_list_recovers() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/settings").await;
        scene.sandbox.fail_always("any", json!({ "kind": "html_page" })).await;
        for page in ["Notifications", "Operations"] {
            scene.shell().go_to(page).await;
            scene.browser.says("The upstream answered with a page instead of data").await;
            let text = scene.browser.text().await;
            assert!(
                !text.contains("<html") && !text.contains("<h1"),
                "no markup is shown to a person:\n{text}"
            );
        }
        scene.sandbox.mend().await;
        for (page, empty) in [("Notifications", "No notifications yet"), ("Operations", "No operations yet")]
        {
            scene.shell().go_to(page).await;
            scene.browser.says(empty).await;
        }
        scene.sandbox.fail_always("list_notifications", json!({ "kind": "html_page" })).await;
        scene.shell().go_to("Notifications").await;
        scene.browser.says("The upstream answered with a page instead of data").await;
        scene.sandbox.mend().await;
        scene.browser.press("Try again").await;
        scene.browser.says("No notifications yet").await;
    })
    .await;
}
