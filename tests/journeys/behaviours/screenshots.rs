//! Pictures of the main pages, narrow and wide, light and dark: the README shows them.

use crate::browser::{Scheme, Screen};
use crate::stage::{Hosting, path, play};
use crate::tour::{Stop, Tour};

#[tokio::test]
async fn every_page_has_its_picture() {
    play(Hosting::Apart, async |scene| {
        let tour = Tour::prepare(scene).await;
        let folder = path("SCREENSHOTS");
        for stop in Stop::ALL {
            scene.browser.show_on(Screen::WIDE).await;
            tour.show(stop).await;
            for screen in [Screen::WIDE, Screen::NARROW] {
                scene.browser.show_on(screen).await;
                scene.browser.scroll_to_top().await;
                let mut pictures = Vec::new();
                for scheme in [Scheme::Light, Scheme::Dark] {
                    scene.browser.prefer(scheme).await;
                    let file = folder.join(format!("{}-{}-{}.png", stop.name(), screen.name, scheme.name()));
                    let picture = scene.browser.picture().await;
                    std::fs::write(file, &picture).unwrap();
                    pictures.push(picture);
                }
                assert_ne!(pictures[0], pictures[1], "{} looks different in the dark", stop.name());
            }
        }
    })
    .await;
}
