//! The page of one operation: its card, what was sent, and whatever the shell puts below.

use leptos::prelude::*;
use push_api::{Operation, OperationId, OperationStatus, Stats, Timestamp};
use push_view::view;

use super::card::OperationCard;
use super::poller::Poller;
use super::sent::SentHere;
use super::watch::Watch;
use crate::copying::ShortId;
use crate::route::{OperationsView, Route};

/// One operation; the children are its notifications.
#[component]
pub fn OperationPage(
    /// Which.
    id: OperationId,
    /// Told when the operation has changed, so that whatever shows its notifications can ask again.
    #[prop(into)]
    on_change: Callback<()>,
    /// Its notifications.
    children: Children,
) -> impl IntoView {
    let poller = Poller::start(id.clone(), None, 0, Signal::stored(true), Watch::start());
    let state = Memo::new(move |_| poller.latest().map(State::of));
    // A call to the outside, not a copy of a signal: the neighbours decide what to do with it.
    Effect::new(move |earlier: Option<Option<State>>| {
        let state = state.get();
        let before = earlier.flatten();
        if before.is_some() && before != state
            || before.is_none() && state.as_ref().is_some_and(State::is_final)
        {
            on_change.run(());
        }
        state
    });
    let all = Route::Operations(OperationsView::default()).href();
    view! {
        <header class="page-header">
            <div>
                <p class="page-back">
                    <a href=all>"All operations"</a>
                </p>
                <h1>"Operation"</h1>
                <p class="page-lead">
                    <ShortId id=id.to_string() label="Copy operation ID" />
                </p>
            </div>
        </header>
        <div class="stack stack-loose">
            <OperationCard id=id.clone() poller />
            <SentHere id />
            {children()}
        </div>
    }
    .into_any()
}

/// What makes one answer differ from another to somebody who lists the notifications.
#[derive(Clone, PartialEq)]
struct State {
    status: OperationStatus,
    stats: Stats,
    updated_at: Option<Timestamp>,
}

impl State {
    fn of(operation: Operation) -> Self {
        Self { status: operation.status, stats: operation.stats, updated_at: operation.updated_at }
    }

    fn is_final(&self) -> bool {
        self.status.is_terminal()
    }
}
