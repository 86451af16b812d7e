//! How the page is looked at: how wide, how high, in which theme.

use serde_json::json;

use super::Browser;

/// Size of the window's inside, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Name for files.
    pub name: &'static str,
    width: u32,
    height: u32,
}

impl Screen {
    /// An ordinary desk.
    pub const WIDE: Self = Self { name: "wide", width: 1440, height: 1000 };
    /// The narrowest phone that is supported.
    pub const NARROW: Self = Self { name: "narrow", width: 360, height: 780 };
}

/// The theme that the system prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    /// Its name, in CSS and for files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Browser {
    /// From now on the page is shown on this screen.
    pub async fn show_on(&self, screen: Screen) {
        let size = json!({
            "width": screen.width,
            "height": screen.height,
            "deviceScaleFactor": 1,
            "mobile": screen == Screen::NARROW,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// From now on the system prefers this theme.
    pub async fn prefer(&self, scheme: Scheme) {
        // Without motion: a click must not meet a page that still scrolls, nor a picture a colour half way.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Shows the page from its beginning.
    pub async fn scroll_to_top(&self) {
        self.run("scrollTo(0, 0)", vec![]).await;
    }

    /// How many CSS pixels of the page stand out to the right, so that it scrolls sideways; 0 is right.
    pub async fn overhang(&self) -> i64 {
        let script = "return Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) \
                      - document.documentElement.clientWidth";
        self.run(script, vec![]).await.as_i64().unwrap()
    }

    /// Width of the page as it is laid out, in CSS pixels.
    pub async fn width(&self) -> i64 {
        self.run("return innerWidth", vec![]).await.as_i64().unwrap()
    }
}
