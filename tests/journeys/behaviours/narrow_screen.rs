//! On the narrowest phone everything can be read without scrolling sideways.

use crate::browser::Screen;
use crate::stage::{Hosting, play};
use crate::tour::{Stop, Tour};

#[tokio::test]
async fn no_page_scrolls_sideways_at_360_pixels() {
    play(Hosting::Apart, async |scene| {
        let tour = Tour::prepare(scene).await;
        scene.browser.show_on(Screen::NARROW).await;
        let mut too_wide = Vec::new();
        for stop in Stop::ALL {
            tour.show(stop).await;
            let (width, overhang) = (scene.browser.width().await, scene.browser.overhang().await);
            if (width, overhang) != (360, 0) {
                too_wide.push(format!("{}: laid out {width} wide, {overhang} too much", stop.name()));
            }
        }
        assert!(too_wide.is_empty(), "{}", too_wide.join("\n"));
    })
    .await;
}
