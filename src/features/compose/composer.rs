//! The page once the kept draft is there: form, preview, and the way from *Review and send* to the operation.

use leptos::prelude::*;
use push_api::Draft;
use push_view::view;

use super::audience_panel::audience_panel;
use super::confirming::{Confirming, review_dialog};
use super::form::Form;
use super::form_view::FormView;
use super::imported::{Imported, is_list_kept};
use super::liquid_box::LiquidAids;
use super::reading::Reading;
use crate::features::drafts::{OpenDrafts, Restored, StartOver, autosave};
use crate::features::preview::{PhonePreview, RequestView};
use crate::features::review::UnknownSendsLater;
use crate::platform::page;
use crate::second_module::Later;
use crate::ui::{Banner, Button, ButtonKind, Card, Glyph, Tone};

/// The first box that stops the send, in the order of the page.
const FIRST_INVALID: &str = ".compose-form [aria-invalid=true]";

/// Everything on the page.
#[component]
pub fn Composer(
    /// What was left here.
    restored: Restored,
) -> impl IntoView {
    let is_kept = RwSignal::new(restored.is_kept);
    let form = Form::of(restored.draft);
    let imported = Imported::new();
    let reading = Reading::of(form, imported);
    let list = Later::new(move || audience_panel(reading, imported));
    let aids = LiquidAids::new(form.title, form.body, imported.columns);
    if is_list_kept() {
        list.load(|| ());
        aids.load();
    }
    let draft = Signal::derive(move || form.draft());
    autosave(draft, is_kept);
    let confirming = Confirming::new(form, reading);
    let dialog = Later::new(move || review_dialog(confirming));
    let open = Callback::new(move |()| {
        if !reading.ask() {
            // The boxes show what is wrong with them only after this turn.
            request_animation_frame(|| _ = page::focus_first(FIRST_INVALID));
        } else if untrack(|| imported.is_used()) {
            if let Some(review) = imported.review.get_value() {
                review.run(());
            }
        } else {
            dialog.load(move || confirming.open());
        }
    });
    let fill = Callback::new(move |draft| {
        form.fill(draft);
        reading.is_asked.set(false);
    });
    let not_kept = move || {
        (!is_kept.get()).then(|| {
            view! {
                <Banner tone=Tone::Warn title="This browser does not keep drafts">
                    <p>"What you write here is gone when the page is closed, and nothing can be sent: a send needs a record that outlives the page."</p>
                </Banner>
            }
        })
    };
    let to_mend = move || match reading.blocking() {
        0 => String::new(),
        _ if reading.is_empty.get() && !reading.is_asked.get() => String::new(),
        1 => "1 thing to mend before it can be sent.".to_owned(),
        count => format!("{count} things to mend before it can be sent."),
    };
    view! {
        <header class="page-header">
            <div>
                <h1>"Compose"</h1>
                <p class="page-lead">"Write it, look at it, send it once."</p>
            </div>
            <div class="cluster">
                <OpenDrafts draft fill />
                <StartOver disabled=reading.is_empty.into() on_confirm=Callback::new(move |()| fill.run(Draft::default())) />
            </div>
        </header>
        <div class="stack compose-notices">
            {not_kept}
            <UnknownSendsLater />
        </div>
        <div class="compose">
            <form
                class="stack compose-form"
                aria-label="Push"
                on:submit=move |event| event.prevent_default()
                // Whoever begins to write will want to send, and that is in the same module.
                on:focusin=move |_| aids.load()
            >
                <FormView form reading imported list aids />
                <div class="compose-bar">
                    {dialog.trouble(open)}
                    <p class="compose-to-mend" role="status">{to_mend}</p>
                    <Button kind=ButtonKind::Primary icon=Glyph::Send busy=Signal::derive(move || dialog.is_coming()) on_click=open>
                        "Review and send"
                    </Button>
                </div>
            </form>
            <aside class="stack compose-preview" aria-label="Preview">
                {move || match imported.aside.get().filter(|_| imported.is_used()) {
                    Some(aside) => aside.run(),
                    None => typed_aside(form, reading),
                }}
            </aside>
        </div>
        {dialog.show(|| ().into_any())}
    }
    .into_any()
}

/// What stands beside the form while recipients are typed.
fn typed_aside(form: Form, reading: Reading) -> AnyView {
    view! {
        <Card title="Preview"><PhonePreview title=form.title body=form.body /></Card>
        <Card title="Request">
            <RequestView beginning=reading.beginning whole=Signal::derive(move || reading.request()) />
        </Card>
    }
    .into_any()
}
