//! A draft under a name comes back after a reload, from a link, and from a file; nothing that was typed is lost.

use tempfile::TempDir;

use crate::pages::Push;
use crate::stage::{Hosting, play};

const NAME: &str = "Doors, second night";

#[tokio::test]
async fn a_draft_is_kept_shared_by_a_link_and_taken_along_as_a_file() {
    play(Hosting::Apart, async |scene| {
        let push = Push::to(&["anna-phone,FCM", "ben-phone,APN"]);
        let (browser, drafts, compose) = (&scene.browser, scene.drafts(), scene.compose());
        scene.shell().enter("/").await;
        compose.write(&push).await;
        drafts.show().await;
        drafts.save(NAME).await;
        let folder = TempDir::new().unwrap();
        let file = drafts.export(NAME, folder.path()).await;
        let link = drafts.link_to(NAME).await;
        assert!(link.starts_with(&format!("{}/#draft=", scene.console)), "{link}");

        browser.reload().await;
        browser.press("Start over").await;
        browser.press("Empty the draft").await;
        drafts.show().await;
        drafts.press("Open", NAME).await;
        compose.holds(&push).await;

        // Somebody else, who has nothing but the link.
        browser.forget(&scene.console).await;
        browser.open(&link).await;
        browser.find("dialog", &format!("Shared with you: “{NAME}”")).await;
        assert_eq!(scene.shell().path().await, "/", "the draft does not stay in the address bar");
        browser.says("no recipients").await;
        browser.press("Put it into the form").await;
        let without_recipients = Push { recipients: String::new(), ..push.clone() };
        compose.holds(&without_recipients).await;

        drafts.show().await;
        drafts.import(&file).await;
        browser.says("Imported 1 draft").await;
        drafts.press("Open", NAME).await;
        browser.says("The form holds work that is not saved").await;
        browser.fill("Name for what is in the form", "From the link").await;
        browser.press("Save it and open").await;
        compose.holds(&push).await;
        drafts.show().await;
        browser.find("button", "Open “From the link”").await;
        drafts.press("Compare", "From the link").await;
        browser.find("dialog", "What changed since “From the link”").await;
        browser.says("anna-phone,FCM").await;
        assert_eq!(scene.sandbox.sends_arrived().await, 0, "a draft is sent by nobody but its author");
    })
    .await;
}
