//! One recipient's push on every surface, cut where the surface cuts it. A picture to judge by, not a promise.

use leptos::prelude::*;
use push_qa::surface::{ROOMS, Surface};
use push_view::view;

/// The push on each surface. `title` and `body` are as the recipient gets them.
pub fn surfaces(title: &str, body: &str) -> AnyView {
    let drawn = ROOMS.iter().map(|room| {
        let system = match room.surface {
            Surface::IosLockScreen => "ios",
            Surface::AndroidCollapsed => "android-collapsed",
            Surface::AndroidExpanded => "android",
            Surface::ChromeDesktop => "chrome",
        };
        let heading = (!title.trim().is_empty())
            .then(|| view! { <p class="push-title" dir="auto">{title.to_owned()}</p> });
        view! {
            <figure class="phone" data-system=system>
                <figcaption>{room.label}</figcaption>
                <div class="phone-screen">
                    <div class="push-card">
                        <span class="push-icon" aria-hidden="true"></span>
                        <p class="push-app"><span>"Your app"</span> <span class="push-age">"now"</span></p>
                        <div class="push-text">
                            {heading}
                            <p class="push-body" dir="auto">{body.to_owned()}</p>
                        </div>
                    </div>
                </div>
            </figure>
        }
    });
    view! { <div class="phones">{drawn.collect::<Vec<_>>()}</div> }.into_any()
}
