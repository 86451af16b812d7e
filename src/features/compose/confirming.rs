//! From the form to the dialog, and from the dialog to the send. Its code is in the second module.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::Draft;
use push_api::history::SendRecord;
use push_view::view;

use super::form::Form;
use super::reading::Reading;
use super::send_draft::send_draft;
use super::test_send::{TestSend, test_send_view};
use crate::connection::Connection;
use crate::features::review::{Plan, ReviewDialog, Stage, earlier_try};
use crate::platform::clock;
use crate::route::Route;
use crate::second_module::second_module;
use crate::steering::{Step, steering};
use crate::ui::ErrorView;

second_module! {
    /// The dialog. From then on [`Confirming::open`] opens it.
    pub fn review_dialog(confirming: Confirming) -> AnyView {
        dialog(confirming)
    }
}

fn dialog(confirming: Confirming) -> AnyView {
    let Confirming { plan, stage, earlier, opener, .. } = confirming;
    opener.set_value(Some(Callback::new(move |()| confirming.show())));
    let on_send = Callback::new(move |()| confirming.send());
    let draft = Signal::derive(move || plan.read().is_some().then(|| confirming.reading.settings.get()));
    let test = TestSend::new(draft, Signal::stored(None));
    let below = ViewFn::from(move || test_send_view(test));
    view! { <ReviewDialog plan stage earlier below on_send /> }.into_any()
}

/// From the form to the dialog, and from the dialog to the send.
#[derive(Clone, Copy)]
pub struct Confirming {
    connection: Connection,
    form: Form,
    reading: Reading,
    plan: RwSignal<Option<Arc<Plan>>>,
    stage: RwSignal<Stage>,
    earlier: RwSignal<Option<SendRecord>>,
    go: Callback<Route>,
    opener: StoredValue<Option<Callback<()>>>,
}

impl Confirming {
    /// Nothing is confirmed yet.
    pub fn new(form: Form, reading: Reading) -> Self {
        let steer = steering();
        Self {
            connection: Connection::current(),
            form,
            reading,
            plan: RwSignal::new(None),
            stage: RwSignal::default(),
            earlier: RwSignal::new(None),
            go: Callback::new(move |route: Route| steer(&route, Step::Push)),
            opener: StoredValue::new(None),
        }
    }

    /// Opens the dialog on what the form holds now, if that can be sent. Only once the dialog is there.
    pub fn open(self) {
        // Called by way of a value: a call by name would pull the code into the first module.
        if let Some(show) = self.opener.get_value() {
            show.run(());
        }
    }

    fn show(self) {
        let Some(plan) = self.reading.plan() else { return };
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
