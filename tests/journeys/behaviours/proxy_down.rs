//! The proxy goes down and comes up again: plain words meanwhile, nothing typed is lost, nothing is sent by itself.

use super::dropped_reply::send_in_vain;
use crate::pages::Push;
use crate::stage::{Hosting, play};

const SENTENCE: &str = "The proxy cannot be reached";

#[tokio::test]
async fn a_proxy_that_goes_down_loses_nothing_and_is_found_again() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM"]);
        scene.shell().enter("/").await;
        scene.compose().write(&push).await;
        scene.backend.down().await;
        for page in ["Notifications", "Operations"] {
            scene.shell().go_to(page).await;
            scene.browser.says(SENTENCE).await;
        }
        scene.shell().go_to("Compose").await;
        scene.compose().holds(&push).await;
        scene.backend.up().await;
        scene.shell().go_to("Operations").await;
        scene.browser.says("No operations yet").await;
        scene.shell().go_to("Compose").await;
        scene.compose().review().await;
        scene.compose().send_now().await;
        scene.compose().has_left().await;
        assert_eq!(scene.sandbox.sends_committed().await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_console_that_starts_without_its_proxy_says_so_and_connects_when_asked() {
    play(Hosting::Apart, async |scene| {
        scene.backend.down().await;
        scene.shell().enter_as("/operations", crate::backend::TOKEN).await;
        scene.shell().says_where_pushes_go(SENTENCE).await;
        scene.backend.up().await;
        scene.browser.press("Ask again").await;
        scene.shell().says_where_pushes_go("Sandbox").await;
        scene.browser.press("Try again").await;
        scene.browser.says("No operations yet").await;
    })
    .await;
}

#[tokio::test]
async fn a_send_that_meets_no_proxy_is_not_sent_when_the_proxy_comes_up() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM"]);
        scene.shell().enter("/").await;
        scene.backend.down().await;
        send_in_vain(scene, &push).await;
        scene.backend.up().await;
        scene.shell().enter("/").await;
        scene.compose().holds(&push).await;
        assert_eq!(scene.sandbox.sends_arrived().await, 0);
    })
    .await;
}
