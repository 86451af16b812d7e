//! A read from afar: its newest answer, and whether another is on its way.
//!
//! Leptos asks the questions of one resource one after another: while one is open, a changed filter waits for
//! the older answer, shows it, and only then asks. Here the newest question replaces the older one at once.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;

use super::error_panel::ErrorView;

/// A question, without its type: whatever waits for its answer is compiled once for each type of answer.
type Fetch<T> = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Result<T, ErrorView>>>>>;

/// What [`super::Remote`] shows: the newest answer, whether another is on its way, and how to ask again.
pub struct Source<T: Send + Sync + 'static> {
    /// The newest answer; none before the first.
    pub value: Signal<Option<Result<T, ErrorView>>>,
    /// True while an answer is on its way.
    pub pending: Signal<bool>,
    /// Asks again.
    pub reload: Callback<()>,
}

/// A read, made at route level. It asks again when a signal changes that was read while making the future.
/// An older question is dropped then: its owner is cleaned up, which aborts its request.
pub struct Read<T: Send + Sync + 'static> {
    answer: RwSignal<Option<Result<T, ErrorView>>>,
    pending: RwSignal<bool>,
    reloads: RwSignal<usize>,
}

impl<T: Send + Sync> Clone for Read<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Read<T> {}

impl<T: Clone + Send + Sync> Read<T> {
    /// Starts to read. `fetch` tracks what it reads before its future is made, not within.
    pub fn new<E, Fut>(fetch: impl Fn() -> Fut + 'static) -> Self
    where
        E: Into<ErrorView> + 'static,
        Fut: Future<Output = Result<T, E>> + 'static,
    {
        let read =
            Self { answer: RwSignal::new(None), pending: RwSignal::new(true), reloads: RwSignal::new(0) };
        read.start(Box::new(move || {
            let received = fetch();
            Box::pin(async move { received.await.map_err(Into::into) })
        }));
        read
    }

    fn start(self, fetch: Fetch<T>) {
        let Self { answer, pending, reloads } = self;
        let newest = StoredValue::new(0_usize);
        Effect::new(move |asked: Option<usize>| {
            reloads.track();
            let question = asked.unwrap_or_default() + 1;
            newest.set_value(question);
            pending.set(true);
            // The future keeps the owner of this run, by which the client knows when to abort.
            let received = ScopedFuture::new_untracked(fetch());
            spawn_local(async move {
                let received = received.await;
                // By now a newer question may be open, or the page may be gone.
                if newest.try_get_value() == Some(question) {
                    pending.set(false);
                    answer.set(Some(received));
                }
            });
            question
        });
    }

    /// The newest answer; none before the first. Tracked.
    pub fn get(self) -> Option<Result<T, ErrorView>> {
        self.answer.get()
    }

    /// True while an answer is on its way.
    pub fn pending(self) -> Signal<bool> {
        self.pending.into()
    }

    /// Asks again.
    pub fn reload(self) {
        self.reloads.update(|reloads| *reloads += 1);
    }
}

impl<T: Clone + Send + Sync> From<Read<T>> for Source<T> {
    fn from(read: Read<T>) -> Self {
        Self {
            value: read.answer.into(),
            pending: read.pending(),
            reload: Callback::new(move |()| read.reload()),
        }
    }
}
