//! The whole way from an empty page to a sent push without a mouse, with the focus in sight all the time.

use crate::browser::Key;
use crate::pages::Push;
use crate::stage::{Hosting, Scene, play};
use crate::wait;

/// Most stops between two things that follow each other on a page.
const FEW: usize = 40;

#[tokio::test]
async fn a_push_is_written_reviewed_and_sent_by_keyboard_alone() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM"]);
        let browser = &scene.browser;
        scene.shell().enter("/").await;
        browser.key(Key::Tab).await;
        assert_eq!(browser.focused().await, "Skip to the content", "the first stop of the page");
        browser.key(Key::Enter).await;
        for (name, text) in [("Title", &push.title), ("Body", &push.body), ("Recipients", &push.recipients)] {
            walk_to(scene, name).await;
            browser.strokes(text).await;
        }
        scene.compose().holds(&push).await;

        walk_to(scene, "Review and send").await;
        browser.key(Key::Enter).await;
        browser.find("dialog", "Review").await;
        browser.key(Key::Escape).await;
        browser.gone("dialog", "Review").await;
        assert_eq!(browser.focused().await, "Review and send", "the focus is back where it was");
        browser.key(Key::Space).await;
        browser.find("dialog", "Review").await;
        walk_to(scene, "Send now").await;
        assert_eq!(scene.sandbox.sends_arrived().await, 0, "nothing was sent on the way");
        browser.key(Key::Enter).await;
        scene.compose().has_left().await;

        scene.sandbox.advance(10).await;
        walk_to(scene, "Refresh now").await;
        browser.key(Key::Space).await;
        scene.operation().becomes("Completed").await;
        walk_to(scene, "anna-phone").await;
        browser.key(Key::Enter).await;
        scene.notification().carries(&push.title, &push.body).await;
        assert_eq!(scene.sandbox.sends_committed().await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_saved_deleted_put_back_and_opened_by_keyboard_alone() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM"]);
        let browser = &scene.browser;
        scene.shell().enter("/").await;
        scene.compose().write(&push).await;
        browser.reload().await;
        scene.compose().holds(&push).await;
        walk_to(scene, "Drafts").await;
        browser.key(Key::Enter).await;
        browser.find("dialog", "Drafts").await;
        walk_to(scene, "Name").await;
        // The title of the push is proposed.
        browser.key(Key::Enter).await;
        let called = |word: &str| format!("{word} “{}”", push.title);
        browser.find("button", &called("Open")).await;
        walk_to(scene, &called("Delete")).await;
        browser.key(Key::Space).await;
        browser.find("button", "Undo").await;
        wait::until_true(browser, "the focus on the way back", async || browser.focused().await == "Undo")
            .await;
        browser.key(Key::Enter).await;
        browser.find("button", &called("Open")).await;
        walk_to(scene, &called("Share")).await;
        browser.key(Key::Enter).await;
        let heading = called("Share");
        browser.find("dialog", &heading).await;
        wait::until_true(browser, "the new heading read out", async || browser.focused().await == heading)
            .await;
        browser.key(Key::Escape).await;
        browser.gone("dialog", &heading).await;
        assert_eq!(browser.focused().await, "Drafts", "the focus is back where it was");
    })
    .await;
}

/// Presses Tab until the thing of this name has the focus; every stop on the way shows that it has it.
async fn walk_to(scene: &Scene, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..FEW {
        scene.browser.key(Key::Tab).await;
        let focused = scene.browser.focused().await;
        assert!(scene.browser.focus_is_visible().await, "the focus cannot be seen on “{focused}”");
        if focused == name {
            return;
        }
        passed.push(focused);
    }
    panic!("“{name}” is not reached by Tab; on the way were {passed:?}");
}
