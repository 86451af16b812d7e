//! A wrong operator token gets its own sentence, in the banner and where something was asked for.

use crate::backend::TOKEN;
use crate::stage::{Hosting, play};

const SENTENCE: &str = "The operator token is not accepted";

#[tokio::test]
async fn a_wrong_token_is_named_and_can_be_set_right() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter_as("/notifications", "not-the-token-of-this-proxy").await;
        scene.shell().says_where_pushes_go(SENTENCE).await;
        let alerts = scene.browser.all("alert", "").await;
        let mut told = 0;
        for alert in &alerts {
            told +=
                usize::from(scene.browser.text_of(alert).await.is_some_and(|text| text.contains(SENTENCE)));
        }
        assert!(told >= 2, "the banner and the list both say it");

        scene.shell().go_to("Settings").await;
        scene.settings().test_says(&["Passed", "Passed", "Failed", "Not tried"]).await;
        scene.settings().use_token(TOKEN).await;
        scene.shell().says_where_pushes_go("Sandbox").await;
        scene.settings().test_says(&["Passed", "Passed", "Passed", "Passed"]).await;
        scene.shell().go_to("Notifications").await;
        scene.browser.says("No notifications yet").await;
    })
    .await;
}
