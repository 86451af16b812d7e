//! Lock screens of two phones with the push as it is written. A picture to judge by, not a promise.

use leptos::prelude::*;
use push_view::view;

/// The push on an iPhone and on an Android phone.
#[component]
pub fn PhonePreview(
    /// Title as written.
    #[prop(into)]
    title: Signal<String>,
    /// Text as written.
    #[prop(into)]
    body: Signal<String>,
) -> impl IntoView {
    let is_liquid = Memo::new(move |_| {
        let holds = |text: &String| text.contains("{{") || text.contains("{%");
        title.with(holds) || body.with(holds)
    });
    let note = move || {
        if is_liquid.get() {
            "Liquid is shown as written; each recipient gets it filled in. Devices cut off at other places."
        } else {
            "As written. Where a text is cut off differs from device to device."
        }
    };
    view! {
        <div class="phones">
            {phone("ios", "iOS", title, body)}
            {phone("android", "Android", title, body)}
        </div>
        <p class="preview-note">{note}</p>
    }
    .into_any()
}

fn phone(system: &'static str, name: &'static str, title: Signal<String>, body: Signal<String>) -> AnyView {
    let is_blank = move || body.with(|body| body.trim().is_empty());
    let text = move || if is_blank() { "Your text appears here".to_owned() } else { body.get() };
    let heading = move || {
        let title = title.get();
        (!title.trim().is_empty()).then(|| view! { <p class="push-title" dir="auto">{title}</p> })
    };
    view! {
        <figure class="phone" data-system=system>
            <figcaption>{name}</figcaption>
            <div class="phone-screen">
                <p class="phone-clock" aria-hidden="true">"9:41"</p>
                <div class="push-card">
                    <span class="push-icon" aria-hidden="true"></span>
                    <p class="push-app"><span>"Your app"</span> <span class="push-age">"now"</span></p>
                    <div class="push-text">
                        {heading}
                        <p class="push-body" dir="auto" data-blank=move || is_blank().then_some("")>{text}</p>
                    </div>
                </div>
            </div>
        </figure>
    }
    .into_any()
}
