//! The page once the kept draft is there: form, preview, and the way from *Review and send* to the operation.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::Draft;
use push_api::history::SendRecord;
use push_view::view;

use super::form::Form;
use super::form_view::FormView;
use super::reading::Reading;
use super::send_draft::send_draft;
use crate::connection::Connection;
use crate::features::drafts::{Restored, StartOver, autosave};
use crate::features::preview::{PhonePreview, RequestView};
use crate::features::review::{Plan, ReviewDialog, Stage, UnknownSends, earlier_try};
use crate::platform::{clock, page};
use crate::route::Route;
use crate::steering::{Step, steering};
use crate::ui::{Banner, Button, ButtonKind, Card, ErrorView, Glyph, Tone};

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
    let reading = Reading::of(form);
    autosave(Signal::derive(move || form.draft()), is_kept);
    let review = Review::new(form, reading);
    let start_over = move |()| {
        form.fill(Draft::default());
        reading.is_asked.set(false);
    };
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
            <StartOver disabled=reading.is_empty.into() on_confirm=Callback::new(start_over) />
        </header>
        <div class="stack compose-notices">
            {not_kept}
            <UnknownSends />
        </div>
        <div class="compose">
            <form class="stack compose-form" aria-label="Push" on:submit=move |event| event.prevent_default()>
                <FormView form reading />
                <div class="compose-bar">
                    <p class="compose-to-mend" role="status">{to_mend}</p>
                    <Button kind=ButtonKind::Primary icon=Glyph::Send on_click=move |()| review.open()>
                        "Review and send"
                    </Button>
                </div>
            </form>
            <aside class="stack compose-preview" aria-label="Preview">
                <Card title="Preview"><PhonePreview title=form.title body=form.body /></Card>
                <Card title="Request">
                    <RequestView beginning=reading.beginning whole=Signal::derive(move || reading.request()) />
                </Card>
            </aside>
        </div>
        <ReviewDialog plan=review.plan stage=review.stage earlier=review.earlier
            on_send=Callback::new(move |()| review.send()) />
    }
    .into_any()
}

/// From the form to the dialog, and from the dialog to the send.
#[derive(Clone, Copy)]
struct Review {
    connection: Connection,
    form: Form,
    reading: Reading,
    plan: RwSignal<Option<Arc<Plan>>>,
    stage: RwSignal<Stage>,
    earlier: RwSignal<Option<SendRecord>>,
    go: Callback<Route>,
}

impl Review {
    fn new(form: Form, reading: Reading) -> Self {
        let steer = steering();
        Self {
            connection: Connection::current(),
            form,
            reading,
            plan: RwSignal::new(None),
            stage: RwSignal::default(),
            earlier: RwSignal::new(None),
            go: Callback::new(move |route: Route| steer(&route, Step::Push)),
        }
    }

    /// Opens the dialog, or leads to the first thing that stops it.
    fn open(self) {
        let Some(plan) = self.reading.plan() else {
            // The boxes show what is wrong with them only after this turn.
            request_animation_frame(|| _ = page::focus_first(FIRST_INVALID));
            return;
        };
        self.stage.update(|stage| stage.open(clock::now_ms()));
        self.earlier.set(None);
        let (plan, earlier) = (Arc::new(plan), self.earlier);
        self.plan.set(Some(Arc::clone(&plan)));
        spawn_local(async move {
            // Without storage there is no earlier try, and sending will say so.
            let found = earlier_try(&plan.body).await.unwrap_or_default();
            let _ = earlier.try_set(found);
        });
    }

    /// Sends what the dialog shows; every press but the first is in vain.
    fn send(self) {
        let (now, mode) = (clock::now_ms(), untrack(|| self.connection.mode()));
        let (Some(plan), Some(mode)) = (self.plan.get_untracked(), mode) else { return };
        if self.stage.try_update(|stage| stage.begin(now)) != Some(true) {
            return;
        }
        if plan.is_stale(now) {
            self.stage.set(Stage::NotSent { why: stale(), again_at: None });
            return;
        }
        let Self { connection, form, plan: open, stage, go, .. } = self;
        spawn_local(async move {
            let became = send_draft(connection, &plan, mode).await;
            // The page may have been left meanwhile; then nobody is led anywhere.
            if let Stage::Accepted(id) = &became
                && stage.try_get_untracked().is_some()
            {
                form.fill(Draft::default());
                open.set(None);
                go.run(Route::operation(id.clone()));
            }
            let _ = stage.try_set(became);
        });
    }
}

fn stale() -> ErrorView {
    ErrorView {
        title: "The moment of sending has passed".to_owned(),
        meaning: "It was still ahead when Review was opened.".to_owned(),
        action: "Go back and choose a later one, or clear it to send at once.".to_owned(),
        detail: None,
        is_retryable: false,
    }
}
