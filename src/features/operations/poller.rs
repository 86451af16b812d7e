//! Follows one operation: asks when its [`Poll`] says so, and keeps the last answer while a newer one fails.
//!
//! It decides nothing about moments. A question in flight is aborted when the page goes.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::{Operation, OperationId};

use super::poll::{Failure, Phase, Poll};
use super::watch::Watch;
use crate::api::{ApiError, Endpoint};
use crate::connection::Connection;
use crate::platform::clock;
use crate::ui::ErrorView;

/// What went wrong with the newest question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Not found, which may be because it is so new.
    NotYet,
    /// Anything else.
    Error(ErrorView),
}

/// One followed operation. Cheap to copy; lives as long as the owner that started it.
#[derive(Clone, Copy)]
pub struct Poller {
    poll: RwSignal<Poll>,
    latest: RwSignal<Option<Operation>>,
    trouble: RwSignal<Option<Trouble>>,
    allowed: Signal<bool>,
    /// What the page sees and which second it is.
    pub watch: Watch,
}

impl Poller {
    /// Starts to follow. With `first`, an answer that came by a list just now, it waits before it asks, and
    /// `stagger` ms more. It asks nothing while `allowed` is false or the tab is hidden.
    pub fn start(
        id: OperationId,
        first: Option<Operation>,
        stagger: i64,
        allowed: Signal<bool>,
        watch: Watch,
    ) -> Self {
        let now = clock::now_ms();
        let poll = match &first {
            Some(operation) => Poll::with_answer(now, &operation.status, stagger),
            None => Poll::begin(now),
        };
        let poller = Self {
            poll: RwSignal::new(poll),
            latest: RwSignal::new(first),
            trouble: RwSignal::new(None),
            allowed,
            watch,
        };
        poller.ask_when_due();
        poller.listen(id);
        poller
    }

    /// The newest answer; none before the first. Tracked.
    pub fn latest(self) -> Option<Operation> {
        self.latest.get()
    }

    /// What is wrong with the newest question. Tracked.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// The schedule as it is. Tracked.
    pub fn poll(self) -> Poll {
        self.poll.get()
    }

    /// False while nothing is asked because nobody looks, or because others come first. Tracked.
    pub fn may_ask(self) -> bool {
        self.watch.visible.get() && (self.allowed.get() || self.poll.with(Poll::is_hurried))
    }

    /// True when it asks no more by itself. Tracked.
    pub fn is_over(self) -> bool {
        self.poll.with(Poll::is_over)
    }

    /// Asks as soon as the upstream allows it.
    pub fn hurry(self) {
        self.poll.update(|poll| poll.hurried(clock::now_ms()));
    }

    fn ask_when_due(self) {
        let due = Memo::new(move |_| match self.poll.with(Poll::phase) {
            Phase::Due(at) if self.may_ask() => Some(at),
            _ => None,
        });
        Effect::new(move || {
            let Some(at) = due.get() else { return };
            let wait = u64::try_from(at - clock::now_ms()).unwrap_or_default();
            let ask = move || {
                self.poll.try_update(Poll::asked);
            };
            // Fails only outside of a browser's window.
            if let Ok(timer) = set_timeout_with_handle(ask, Duration::from_millis(wait)) {
                on_cleanup(move || timer.clear());
            }
        });
    }

    fn listen(self, id: OperationId) {
        let connection = Connection::current();
        let round = Memo::new(move |_| self.poll.with(Poll::round));
        Effect::new(move || {
            // Another proxy or token is asked at once, in place of the question that is on its way.
            let client = connection.client();
            if round.get() == 0 {
                return;
            }
            // Made here and not within the future, so that it is aborted when this effect runs anew or goes.
            let answer = client.receive::<Operation>(Endpoint::operation(&id));
            spawn_local(async move { self.take(answer.await.map(|received| received.value)) });
        });
    }

    fn take(self, answer: Result<Operation, ApiError>) {
        let now = clock::now_ms();
        // Whoever was told to stop may be gone: nothing here may insist on a signal being there.
        match answer {
            Ok(operation) => {
                self.poll.try_update(|poll| poll.answered(now, &operation.status));
                self.trouble.try_set(None);
                self.latest.try_set(Some(operation));
            }
            Err(ApiError::Aborted) => {}
            Err(error) => {
                let missing = error.is_not_found()
                    && self.poll.try_with_untracked(|poll| poll.may_be_missing(now)) == Some(true);
                self.poll.try_update(|poll| poll.failed(now, meaning(&error)));
                let trouble = if missing { Trouble::NotYet } else { Trouble::Error(error.into()) };
                self.trouble.try_set(Some(trouble));
            }
        }
    }
}

fn meaning(error: &ApiError) -> Failure {
    if error.is_not_found() {
        Failure::Missing
    } else if error.explain().is_retryable {
        Failure::Passing(error.retry_after())
    } else {
        Failure::Lasting
    }
}
