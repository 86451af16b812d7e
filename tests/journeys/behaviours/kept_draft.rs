//! What was typed is there again after the page was loaded anew.

use crate::pages::Push;
use crate::stage::{Hosting, play};

#[tokio::test]
async fn a_draft_survives_a_reload() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM", "ben-phone,APN"]);
        scene.shell().enter("/").await;
        scene.compose().write(&push).await;
        scene.browser.choose("Priority", "LOW – when it suits the battery").await;
        scene.browser.reload().await;
        scene.compose().holds(&push).await;
        assert_eq!(scene.browser.value("combobox", "Priority").await, "LOW");
        // The token was in memory only; the draft does not depend on it.
        scene.shell().says_where_pushes_go("No operator token").await;
        scene.shell().enter("/").await;
        scene.compose().holds(&push).await;
        assert_eq!(scene.sandbox.sends_arrived().await, 0, "a draft is sent by nobody but its author");
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_just_before_leaving_is_kept() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM"]);
        scene.shell().enter("/").await;
        scene.compose().write(&push).await;
        // No pause: the last letters have been typed a moment ago.
        scene.shell().go_to("Settings").await;
        scene.shell().go_to("Compose").await;
        scene.compose().holds(&push).await;
    })
    .await;
}
