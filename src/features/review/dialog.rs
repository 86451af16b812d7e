//! Dialog *Review*: the summary, what became of a try, and *Send now*.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::history::SendRecord;
use push_api::proxy::Mode;
use push_view::view;

use super::aftermath::{aftermath, tried_before};
use super::obstacle::obstacle;
use super::plan::Plan;
use super::stage::Stage;
use super::summary::summary;
use crate::connection::Connection;
use crate::platform::clock;
use crate::ui::{Button, ButtonKind, Dialog, Glyph};

/// The dialog. It is open while there is a plan.
#[component]
pub fn ReviewDialog(
    /// What is to be confirmed.
    plan: RwSignal<Option<Arc<Plan>>>,
    /// How far it has come.
    stage: RwSignal<Stage>,
    /// What is known of an earlier try to send the same bytes.
    earlier: RwSignal<Option<SendRecord>>,
    /// What stands below: another way to send it.
    below: ViewFn,
    /// Sends it. Called once for each press that may send.
    on_send: Callback<()>,
) -> impl IntoView {
    let connection = Connection::current();
    let is_open = Memo::new(move |_| plan.read().is_some());
    let close = move || plan.set(None);
    let is_in_flight = Signal::derive(move || stage.read().is_in_flight());
    let obstacle = Memo::new(move |_| {
        let session = connection.session();
        plan.with(|plan| plan.as_ref().and_then(|plan| obstacle(plan, session.as_ref())))
    });
    let now = RwSignal::new(clock::now_ms());
    count_down(stage, now);
    let seconds_left = Memo::new(move |_| stage.read().seconds_left(now.get()));
    let send = move |()| on_send.run(());
    let has_waited = Memo::new(move |_| matches!(*stage.read(), Stage::NotSent { again_at: Some(_), .. }));
    let state = move || {
        let words = match (obstacle.get(), seconds_left.get()) {
            (Some(sentence), _) => sentence,
            (None, 0) if is_in_flight.get() => "Sending. Please wait for the answer.".to_owned(),
            (None, 0) if has_waited.get() => "It can be sent again now.".to_owned(),
            (None, 0) => String::new(),
            (None, seconds) => format!("It can be sent again in {seconds} s."),
        };
        // A clock that is read out every second helps nobody; its end is.
        let role = move || (seconds_left.get() == 0).then_some("status");
        view! { <p class="review-state" role=role>{words}</p> }
    };
    let kind = move || match connection.mode() {
        Some(Mode::Sandbox) => ButtonKind::Primary,
        _ => ButtonKind::Danger,
    };
    let footer = move || {
        let offers = Memo::new(move |_| stage.read().offers_send());
        let dead = Signal::derive(move || obstacle.read().is_some() || seconds_left.get() > 0);
        view! {
            {state}
            <Button disabled=is_in_flight on_click=move |()| close()>
                {move || if offers.get() { "Back" } else { "Close" }}
            </Button>
            {move || {
                offers.get().then(|| {
                    view! {
                        <Button kind=kind() icon=Glyph::Send disabled=dead busy=is_in_flight on_click=send>
                            "Send now"
                        </Button>
                    }
                })
            }}
        }
    };
    let content = move || {
        let mode = connection.mode();
        plan.get().map(|plan| summary(&plan, mode.as_ref()))
    };
    let before = move || earlier.with(|record| record.as_ref().and_then(tried_before));
    let below = StoredValue::new(below);
    let offered = move || is_open.get().then(|| below.with_value(ViewFn::run));
    view! {
        <Dialog title="Review" open=(is_open, move |_| close()) busy=is_in_flight footer=footer>
            <div class="stack">
                {move || aftermath(&stage.read())}
                {move || stage.with(|stage| *stage == Stage::Ready).then(before)}
                {content}
                {offered}
            </div>
        </Dialog>
    }
    .into_any()
}

/// Keeps `now` in step while a wait is on; stands still otherwise.
fn count_down(stage: RwSignal<Stage>, now: RwSignal<i64>) {
    Effect::new(move |_| {
        let asked = clock::now_ms();
        now.set(asked);
        if stage.read().seconds_left(asked) == 0 {
            return;
        }
        spawn_local(async move {
            loop {
                clock::sleep(1000).await;
                let moment = clock::now_ms();
                // Gone with its page: nobody counts any more.
                if now.try_set(moment).is_some() {
                    return;
                }
                if stage.try_with_untracked(|stage| stage.seconds_left(moment)).is_none_or(|left| left == 0) {
                    return;
                }
            }
        });
    });
}
