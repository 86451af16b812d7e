//! The newer generation of the API: the same job, other counters, and no word of delivery that it does not give.

use crate::pages::Push;
use crate::stage::{Hosting, play};

#[tokio::test]
async fn the_newer_api_is_followed_without_claiming_delivery() {
    play(Hosting::ApartWithReference, async |scene| {
        let push = Push::to(&["anna-phone,FCM", "fail-ben-phone,APN", "unknown-cleo,FCM"]);
        scene.shell().enter("/").await;
        scene.compose().send(&push).await;
        scene.sandbox.advance(30).await;
        scene.operation().becomes("Completed").await;
        scene.operation().counts(&[("Total", "3"), ("Sent", "1"), ("Unaddressable", "1")]).await;
        assert_eq!(scene.operation().figure("Delivered").await, None);
        let rows = scene.notifications().all_are(&["Sent", "Failed"]).await;
        assert_eq!(rows.len(), 3);
        scene.shell().go_to("Notifications").await;
        scene.notifications().page(1, 3).await;
        scene.notifications().open("anna-phone").await;
        scene.notification().carries(&push.title, &push.body).await;
        assert!(scene.notification().fact("Status").await.unwrap().starts_with("Sent"));
    })
    .await;
}
