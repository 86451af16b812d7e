//! *Send to me first*: the push to a person's own addresses, which this browser keeps, before anybody else gets it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::recipient::{Recipient, Variables};
use push_api::roster::Kinds;
use push_api::test_send::{MAX_TEST_RECIPIENTS, test_recipients, test_request};
use push_api::{Draft, OperationId};
use push_view::view;

use super::send_draft::{Outgoing, send_once};
use crate::connection::Connection;
use crate::features::review::{Stage, aftermath};
use crate::platform::clock;
use crate::platform::storage::Store;
use crate::route::Route;
use crate::ui::{Button, Disclosure, Glyph, Message, TextArea};

/// Their key among the drafts.
const KEPT: &str = "test-recipients";

/// What a test would send. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TestSend {
    connection: Connection,
    /// What is sent; none while nothing can be.
    draft: Signal<Option<Draft>>,
    /// Whose variables fill it in: a word for the person, and the variables.
    filling: Signal<Option<(String, Variables)>>,
    text: RwSignal<String>,
    stage: RwSignal<Stage>,
    is_asked: RwSignal<bool>,
}

impl TestSend {
    /// Nothing is sent yet; the addresses are those that were kept here.
    pub fn new(draft: Signal<Option<Draft>>, filling: Signal<Option<(String, Variables)>>) -> Self {
        let text = RwSignal::new(String::new());
        spawn_local(async move {
            if let Ok(Some(kept)) = Store::Drafts.get::<String>(KEPT).await {
                let _ = text.try_set(kept);
            }
        });
        Self {
            connection: Connection::current(),
            draft,
            filling,
            text,
            stage: RwSignal::default(),
            is_asked: RwSignal::new(false),
        }
    }

    fn send(self) {
        self.is_asked.set(true);
        let text = self.text.get_untracked();
        let (Ok(recipients), Some(draft)) = (test_recipients(&text), self.draft.get_untracked()) else {
            return;
        };
        let Some(mode) = untrack(|| self.connection.mode()) else { return };
        let may_begin = self.stage.try_update(|stage| {
            // A test that has arrived may be followed by another one; one that may be on its way may not.
            if matches!(stage, Stage::Accepted(_)) {
                *stage = Stage::Ready;
            }
            stage.begin(clock::now_ms())
        });
        if may_begin != Some(true) {
            return;
        }
        let variables = self.filling.get_untracked().map(|(_, variables)| variables).unwrap_or_default();
        let kinds = Kinds::of(&recipients);
        let body = test_request(&draft, recipients, &variables).to_json();
        spawn_local(async move {
            // Kept before it leaves; whoever cannot keep them types them again.
            let _ = Store::Drafts.put(KEPT, &text).await;
            let outgoing = Outgoing { body: &body, title: &draft.title, text: &draft.body, kinds, key: None };
            self.connection.set_sending(true);
            let became = send_once(self.connection, outgoing, mode).await;
            self.connection.set_sending(false);
            let _ = self.stage.try_set(became);
        });
    }
}

/// What a dialog offers before the send itself.
pub fn test_send_view(test: TestSend) -> AnyView {
    let TestSend { connection, draft, filling, text, stage, is_asked } = test;
    let messages = Signal::derive(move || {
        let read: Result<Vec<Recipient>, String> = text.with(|text| test_recipients(text));
        let is_wrong = is_asked.get() || !text.read().trim().is_empty();
        read.err().filter(|_| is_wrong).map(Message::blocking).into_iter().collect::<Vec<_>>()
    });
    let who = move || {
        filling.get().map(|(who, _)| view! { <p class="muted">{format!("Filled in as for {who}.")}</p> })
    };
    let is_in_flight = Signal::derive(move || stage.read().is_in_flight());
    let cannot = Signal::derive(move || draft.read().is_none() || connection.mode().is_none());
    let became = move || {
        stage.with(|stage| match stage {
            Stage::Accepted(id) => Some(accepted(id)),
            other => aftermath(other),
        })
    };
    view! {
        <Disclosure summary="Send to me first">
            <div class="stack">
                <TextArea label="Test recipients" value=text messages rows=2 code=true
                    placeholder="token,FCM"
                    hint=format!("Your own devices or user ids, one a line, at most {MAX_TEST_RECIPIENTS}. This browser keeps them.") />
                {who}
                <div class="cluster">
                    <Button icon=Glyph::Send disabled=cannot busy=is_in_flight on_click=move |()| test.send()>
                        "Send to these only"
                    </Button>
                </div>
                <div aria-live="polite">{became}</div>
            </div>
        </Disclosure>
    }
    .into_any()
}

fn accepted(id: &OperationId) -> AnyView {
    let href = Route::operation(id.clone()).href();
    view! {
        <p>"Accepted: it is on its way to the test recipients, and to nobody else. " <a href=href>"Follow it"</a></p>
    }
    .into_any()
}
