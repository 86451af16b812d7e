//! A push that is to go later says its moment in the person's zone and in UTC, and waits for it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use push_api::Timestamp;

use crate::pages::Push;
use crate::stage::{Hosting, play};

const AHEAD: Duration = Duration::from_secs(2 * 3600);

#[tokio::test]
async fn a_scheduled_push_waits_for_its_moment() {
    play(Hosting::Apart, async |scene| {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap() + AHEAD;
        let moment = Timestamp::from_unix_ms(i64::try_from(since_epoch.as_secs() / 60 * 60_000).unwrap());
        // The browser of the journeys stands in UTC, so the box and the moment read the same.
        let local = moment.as_str().get(..16).unwrap();

        scene.shell().enter("/").await;
        scene.compose().write(&Push::to(&["anna-phone,FCM"])).await;
        scene.browser.set_moment("Send at", local).await;
        scene.browser.says(&format!("In UTC: {moment}")).await;
        let review = scene.compose().review().await;
        let text = scene.browser.text_of(&review).await.unwrap();
        assert!(text.contains(&format!("{moment} UTC")), "{text}");
        scene.compose().send_now().await;
        scene.compose().has_left().await;

        scene.operation().becomes("Scheduled").await;
        scene.operation().counts(&[("Delivered", "0"), ("Sent", "0")]).await;
        scene.sandbox.advance(AHEAD.as_secs() + 60).await;
        scene.browser.press("Refresh now").await;
        scene.operation().becomes("Completed").await;
        scene.operation().counts(&[("Delivered", "1")]).await;
        assert_eq!(scene.sandbox.sends_committed().await, 1);
    })
    .await;
}
