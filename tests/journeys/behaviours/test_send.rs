//! *Send to me first* reaches the test recipients and nobody else, and they are still known after a reload.

use crate::pages::Push;
use crate::stage::{Hosting, play};

#[tokio::test]
async fn a_test_goes_to_its_own_recipients_only_and_the_push_itself_afterwards() {
    play(Hosting::Apart, async |scene| {
        let browser = &scene.browser;
        scene.shell().enter("/").await;
        let push = Push::to(&["anna-phone,FCM", "ben-phone,APN", "cleo-phone,FCM"]);
        scene.compose().write(&push).await;
        scene.compose().review().await;
        browser.unfold("Send to me first").await;
        browser.press("Send to these only").await;
        browser.says("Write at least one address of your own.").await;
        browser.fill("Test recipients", "my-own-phone,FCM").await;
        browser.press("Send to these only").await;
        browser.says("Accepted: it is on its way to the test recipients, and to nobody else.").await;
        assert_eq!(scene.sandbox.sends_committed().await, 1);

        scene.shell().enter("/").await;
        scene.compose().holds(&push).await;
        scene.compose().review().await;
        browser.unfold("Send to me first").await;
        assert_eq!(browser.value("textbox", "Test recipients").await, "my-own-phone,FCM");
        assert_eq!(scene.sandbox.sends_committed().await, 1, "nothing went out by itself");
        scene.compose().send_now().await;
        scene.compose().has_left().await;
        scene.operation().counts(&[("Recipients", "3")]).await;
        scene.shell().go_to("Operations").await;
        assert_eq!(scene.operations().count().await, 2);
    })
    .await;
}
