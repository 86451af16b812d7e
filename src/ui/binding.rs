//! A value that a widget shows and changes: read by a signal, written by a callback.

use leptos::prelude::*;

/// Made from an `RwSignal<T>`, or from `(Signal<T>, closure that takes the new T)`.
pub struct Binding<T: Send + Sync + 'static> {
    value: Signal<T>,
    set: Callback<T>,
}

impl<T: Send + Sync> Clone for Binding<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Binding<T> {}

impl<T: Clone + Send + Sync> Binding<T> {
    /// The value now; tracked.
    pub fn get(self) -> T {
        self.value.get()
    }

    /// The value now, without subscribing to it.
    pub fn get_untracked(self) -> T {
        self.value.get_untracked()
    }

    /// Hands a new value to whoever owns it.
    pub fn set(self, value: T) {
        self.set.run(value);
    }
}

impl<T: Send + Sync> From<RwSignal<T>> for Binding<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self { value: signal.into(), set: Callback::new(move |value| signal.set(value)) }
    }
}

impl<T, S, F> From<(S, F)> for Binding<T>
where
    T: Send + Sync,
    S: Into<Signal<T>>,
    F: Fn(T) + Send + Sync + 'static,
{
    fn from((value, set): (S, F)) -> Self {
        Self { value: value.into(), set: Callback::new(set) }
    }
}
