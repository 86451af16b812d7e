//! The console's second module: nobody waits for it before writing, and nobody is left alone when it does not come.

use serde_json::json;

use crate::pages::Push;
use crate::stage::{Hosting, Scene, play};
use crate::wait;

const BEGINNING: &str = "second-";
const SENTENCE: &str = "This part of the console could not be loaded";

const ASKED: &str = "
const names = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
return names.filter((name) => name.startsWith('/second-')).length;";

const IS_DRAWN: &str = "return document.querySelector('link[href^=\"/second-\"]').sheet !== null;";

/// Module and sheet.
const FILES: u32 = 2;

async fn times_asked(scene: &Scene) -> serde_json::Value {
    scene.browser.run(ASKED, vec![]).await
}

#[tokio::test]
async fn writing_needs_one_module_and_brings_the_second_before_it_is_needed() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        scene.browser.find("textbox", "Title").await;
        assert_eq!(times_asked(scene).await, json!(0), "the page alone loads the first module only");
        scene.browser.fill("Title", "Doors").await;
        wait::until_true(&scene.browser, "the second module and its sheet on their way", async || {
            times_asked(scene).await == json!(FILES)
        })
        .await;
        scene.shell().go_to("Operations").await;
        scene.browser.says("No operations yet").await;
        assert_eq!(times_asked(scene).await, json!(FILES), "they are loaded once");
        assert_eq!(scene.browser.run(IS_DRAWN, vec![]).await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn a_second_module_that_does_not_come_is_said_and_loaded_when_asked() {
    play(Hosting::Apart, async |scene| {
        let withhold = |scene: &Scene, name| scene.host.as_ref().unwrap().withhold(name);
        withhold(scene, Some(BEGINNING));
        scene.shell().enter("/operations").await;
        scene.browser.says(SENTENCE).await;
        scene.shell().go_to("Compose").await;
        let push = Push::to(&["anna-phone,FCM"]);
        scene.compose().write(&push).await;
        scene.browser.press("Review and send").await;
        scene.browser.says(SENTENCE).await;
        assert_eq!(scene.compose().written().await, push, "nothing that was typed is lost");
        withhold(scene, None);
        scene.browser.press("Try again").await;
        scene.browser.find("dialog", "Review").await;
        assert_eq!(scene.browser.run(IS_DRAWN, vec![]).await, json!(true), "its sheet is tried again too");
        assert_eq!(scene.sandbox.sends_arrived().await, 0);
        scene.compose().send_now().await;
        scene.compose().has_left().await;
        assert_eq!(scene.sandbox.sends_committed().await, 1);
    })
    .await;
}
