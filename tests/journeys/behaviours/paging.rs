//! Paging leads forth and back, by the buttons and by the browser's own.

use std::collections::BTreeSet;

use crate::pages::Push;
use crate::stage::{Hosting, play};

#[tokio::test]
async fn pages_lead_forth_and_back_to_the_same_rows() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        scene.compose().send(&Push::to_many(120, "page-")).await;
        scene.sandbox.advance(30).await;
        scene.operation().becomes("Completed").await;
        scene.shell().go_to("Notifications").await;

        let list = scene.notifications();
        let first = list.page(1, 50).await;
        assert!(!list.can("Previous page").await, "nothing is before the first page");
        list.next().await;
        let second = list.page(2, 50).await;
        list.next().await;
        let third = list.page(3, 20).await;
        assert!(!list.can("Next page").await, "nothing is after the last page");
        let all: BTreeSet<_> = [&first, &second, &third].into_iter().flatten().map(|row| &row.href).collect();
        assert_eq!(all.len(), 120, "no row stands on two pages, and none is left out");

        list.previous().await;
        assert_eq!(list.page(2, 50).await, second);
        list.previous().await;
        assert_eq!(list.page(1, 50).await, first);
        scene.browser.back().await;
        assert_eq!(list.page(2, 50).await, second, "the browser's own button leads to the page before");
    })
    .await;
}

#[tokio::test]
async fn a_list_that_repeats_its_page_token_comes_to_an_end() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        scene.compose().send(&Push::to_many(120, "page-")).await;
        scene.shell().go_to("Notifications").await;
        let list = scene.notifications();
        list.page(1, 50).await;
        scene
            .sandbox
            .fail_always("list_notifications", serde_json::json!({ "kind": "repeated_page_token" }))
            .await;
        list.next().await;
        scene.browser.says("The list leads in a circle").await;
        assert!(!list.can("Next page").await);
    })
    .await;
}
