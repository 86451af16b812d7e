//! No page keeps anybody out: the checker finds nothing serious, in either theme, on a desk or on a phone.

use crate::browser::{Scheme, Screen};
use crate::stage::{Hosting, play};
use crate::tour::{Stop, Tour};

#[tokio::test]
async fn no_page_has_a_serious_barrier_in_either_theme() {
    play(Hosting::Apart, async |scene| {
        let tour = Tour::prepare(scene).await;
        let mut found = Vec::new();
        for stop in Stop::ALL {
            tour.show(stop).await;
            for screen in [Screen::WIDE, Screen::NARROW] {
                scene.browser.show_on(screen).await;
                for scheme in [Scheme::Light, Scheme::Dark] {
                    scene.browser.prefer(scheme).await;
                    let place = format!("{} {} {}", stop.name(), screen.name, scheme.name());
                    let barriers = scene.browser.barriers().await;
                    found.extend(barriers.into_iter().map(|barrier| format!("{place}: {barrier}")));
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    })
    .await;
}
