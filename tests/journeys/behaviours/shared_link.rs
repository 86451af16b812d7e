//! Filters and page live in the address: whoever opens the link sees just this view.

use crate::pages::Push;
use crate::stage::{Hosting, play};

#[tokio::test]
async fn a_link_with_filters_and_page_reopens_exactly_this_view() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        // Every second goes to APNs: 30 of those that fail, and 5 of those that do not.
        scene.compose().send(&Push::to_many(10, "fine-")).await;
        scene.shell().go_to("Compose").await;
        let id = scene.compose().send(&Push::to_many(60, "fail-")).await;
        scene.sandbox.advance(30).await;
        scene.operation().becomes("Completed").await;
        scene.shell().go_to("Notifications").await;
        scene.browser.fill("Operation ID", &id).await;
        scene.browser.choose("Status", "Failed").await;
        scene.browser.choose("Provider", "APNs").await;
        scene.browser.choose("Page size", "25").await;
        let list = scene.notifications();
        list.page(1, 25).await;
        list.next().await;
        let shown = list.page(2, 5).await;
        let link = scene.shell().path().await;

        scene.shell().enter(&link).await;
        assert_eq!(list.page(2, 5).await, shown);
        for (role, name, value) in [
            ("textbox", "Operation ID", id.as_str()),
            ("combobox", "Status", "FAILED"),
            ("combobox", "Provider", "APN"),
            ("combobox", "Page size", "25"),
        ] {
            assert_eq!(scene.browser.value(role, name).await, value, "{name}");
        }
        assert_eq!(scene.shell().path().await, link, "the address stays, without the token");
        list.previous().await;
        list.page(1, 25).await;
    })
    .await;
}
