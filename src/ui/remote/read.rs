//! A read that says when it is under way, which a resource by itself does not.

use leptos::prelude::*;

use super::error_panel::ErrorView;

/// What [`super::Remote`] shows: the newest answer, whether another is on its way, and how to ask again.
pub struct Source<T: Send + Sync + 'static> {
    /// The newest answer; none before the first.
    pub value: Signal<Option<Result<T, ErrorView>>>,
    /// True while an answer is on its way.
    pub pending: Signal<bool>,
    /// Asks again.
    pub reload: Callback<()>,
}

/// A [`LocalResource`] with a flag for *under way*. Made at route level; asks again when a signal that was
/// read while making the future changes.
pub struct Read<T: 'static> {
    resource: LocalResource<Result<T, ErrorView>>,
    pending: RwSignal<bool>,
}

impl<T> Clone for Read<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Read<T> {}

impl<T: Clone + Send + Sync> Read<T> {
    /// Starts to read. `fetch` tracks what it reads before its future is made, not within.
    pub fn new<E, Fut>(fetch: impl Fn() -> Fut + 'static) -> Self
    where
        E: Into<ErrorView> + 'static,
        Fut: Future<Output = Result<T, E>> + 'static,
    {
        let pending = RwSignal::new(true);
        let started = StoredValue::new(0_usize);
        let resource = LocalResource::new(move || {
            let mine = started.get_value() + 1;
            started.set_value(mine);
            pending.set(true);
            let answer = fetch();
            async move {
                let answer = answer.await.map_err(Into::into);
                // Only the newest question ends the waiting; the page may also be gone by now.
                if started.try_get_value() == Some(mine) {
                    pending.try_set(false);
                }
                answer
            }
        });
        Self { resource, pending }
    }

    /// The newest answer; none before the first. Tracked.
    pub fn get(self) -> Option<Result<T, ErrorView>> {
        self.resource.get()
    }

    /// True while an answer is on its way.
    pub fn pending(self) -> Signal<bool> {
        self.pending.into()
    }

    /// Asks again.
    pub fn reload(self) {
        self.resource.refetch();
    }
}

impl<T: Clone + Send + Sync> From<Read<T>> for Source<T> {
    fn from(read: Read<T>) -> Self {
        Self {
            value: Signal::derive(move || read.get()),
            pending: read.pending(),
            reload: Callback::new(move |()| read.reload()),
        }
    }
}
